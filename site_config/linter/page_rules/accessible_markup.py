"""Rules of form: headings, pictures' words, links' words, lists that would not become lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.content_model.normalization import plain
from site_config.content_model.prefilter import Prefilter
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_VAGUE = re.compile(
    r"(?:click |tap |see |go |read |learn |find out )?(?:here|this|that|it|more|link|page|article"
    r"|this (?:page|link|article|site|website)|website|details|info|read|learn|click|continue)"
    r"(?: (?:here|more|now|on))?[.…»>→ ]*",
    re.IGNORECASE,
)
_OF_WORDS = re.compile(
    r"\b(?:flyer|poster|leaflet|infographic|screenshot|quote card)\b", re.IGNORECASE
)
_FOOTNOTE = re.compile(
    r"\[\^[^\]\s]+\]|(?<=[\w.,;:!?)”])\[\d{1,2}\](?!\()|^\[\d{1,2}\](?= )"
    r"|(?<=[a-z][a-z.,;:!?)”])[¹²³⁰⁴-⁹]+|^[¹²³⁰⁴-⁹]+(?=\s?\w)"
)
_FOOTNOTE_SIGN = re.compile(r"[\[¹²³⁰⁴-⁹]")  # quick: one of them begins each footnote
_FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|svg|webp|avif|gif)|(?:img|dsc|image|screenshot)[-_ ]?\d+", re.IGNORECASE
)
_SAYS_NOTHING = re.compile(
    r"(?:an? |the |our )?(?:picture|image|photo|photograph|graphic|screenshot|figure|logo|icon"
    r"|drawing|illustration|alt(?: text)?|description|untitled|unnamed|decorative)[ #_-]*\d*"
    r"(?:[ :.]*description automatically generated)?\W*|[\W\d_]*",
    re.IGNORECASE,
)
_MADE_BY_WORD = re.compile(
    r"automatically generated|AI-generated content|created with AI", re.IGNORECASE
)
_PICTURE_OF = re.compile(r"(?:an? )?(?:image|picture|photo|graphic|drawing) of\b", re.IGNORECASE)


def _headings(page: Page, _context: Context) -> Iterator[Issue]:
    headings = [block for block in page.parts.blocks if block.kind == "heading"]
    ones = [heading for heading in headings if heading.level == 1]
    for extra in ones[1:]:
        message = f"A second main heading: “{short(extra.text)}”"
        yield Issue(page.path, extra.line(), message, "Start it with ## in place of #")
    title = page.values.get("title")
    if title and ones and ones[0].text.split() != plain(title).split():
        message = f"The heading “{short(ones[0].text)}” isn't the title “{short(title)}”"
        fix = "Give both the same words: a search shows the title, the page the heading"
        yield Issue(page.path, ones[0].line(), message, fix, "warning")
    above = 0 if ones and headings[0].level == 1 else 1
    for heading in headings:
        if heading.level > above + 1:
            message = (
                f"“{short(heading.text)}” is a heading of level {heading.level} right below "
                f"level {max(above, 1)}"
            )
            fix = f"Start it with {'#' * (above + 1)}: screen readers go from level to level"
            yield Issue(page.path, heading.line(), message, fix)
        above = heading.level


def _alternatives(page: Page, _context: Context) -> Iterator[Issue]:
    decorative = {
        (tag.attributes.get("src", ""), tag.line)
        for tag in page.parts.tags
        if tag.name == "img"
        and (tag.attributes.get("role") == "presentation" or "aria-hidden" in tag.attributes)
    }
    for image in page.parts.images:
        if (image.src, image.line) in decorative:
            continue
        words = (image.alt or "").strip()
        if not words:
            message = f"The picture {image.src} has no words for people who can't see it"
            fix = "Say between the square brackets what it shows: ![what it shows](file.svg)"
            yield Issue(page.path, image.line, message, fix)
        elif _FILE_NAME.fullmatch(words):
            message = f"“{words}” is a file name, not what the picture shows"
            yield Issue(page.path, image.line, message, "Say what it shows, in a sentence")
        elif _MADE_BY_WORD.search(words):
            message = f"“{short(words)}” was written by Word, and nobody has looked whether it fits"
            yield Issue(page.path, image.line, message, "Say yourself what it shows, in a sentence")
        elif _SAYS_NOTHING.fullmatch(words):
            message = f"“{short(words)}” says nothing to people who can't see the picture"
            yield Issue(page.path, image.line, message, "Say what it shows, in a sentence")
        elif _PICTURE_OF.match(words):
            message = f"“{short(words)}”: a screen reader says by itself that this is a picture"
            fix = "Start with what it shows"
            yield Issue(page.path, image.line, message, fix, "warning")
        elif _OF_WORDS.search(words):
            message = f"“{short(words)}”: words in a picture can't be enlarged, translated or found"
            fix = "If the picture is words, type them into the page, and leave the picture out"
            yield Issue(page.path, image.line, message, fix, "warning")


_NO_LINK = re.compile(r"\b(?:click|tap|press) here\b", re.IGNORECASE)
_NO_LINKS = Prefilter(_NO_LINK)


def _link_words(page: Page, context: Context) -> Iterator[Issue]:
    yield from _links_lost(page)
    pictures = {image.line for image in page.parts.images}
    for link in page.parts.links:
        words = " ".join(link.text.split())
        if not words:
            if link.line not in pictures:
                message = f"The link to {link.href} has no words"
                yield Issue(page.path, link.line, message, "Say where it leads, in the brackets")
        elif context.allowed.permit(page.name, words, 0, len(words)):
            continue
        elif _VAGUE.fullmatch(words):
            message = f"“{words}” doesn't say where the link leads"
            fix = "Use words that make sense alone, such as [how an assessment works](…)"
            yield Issue(page.path, link.line, message, fix)
        elif re.match(r"https?://|www\.", words):
            message = f"The address “{short(words)}” is hard to read out loud"
            fix = "Put the name of the page in its place: [name](address)"
            yield Issue(page.path, link.line, message, fix, "warning")


def _links_lost(page: Page) -> Iterator[Issue]:
    """“Click here” without a link: pasted text loses what it led to."""
    linked = {link.line for link in page.parts.links}
    for block in _NO_LINKS.blocks(page):
        found = _NO_LINK.search(block.text)
        if found and block.line(found.start()) not in linked:
            message = f"“{found[0]}” isn't a link, so nothing happens"
            fix = "Say what is there, and make these words the link: [how to reach us](page.md)"
            yield Issue(page.path, block.line(found.start()), message, fix)


def _lists(page: Page, _context: Context) -> Iterator[Issue]:
    for line in page.parts.tight_lists:
        message = "This list would be run into the sentence above it"
        yield Issue(page.path, line, message, "Leave an empty line before its first point")
    for line in page.parts.shallow_lists:
        message = "This inner list would become part of the outer one"
        yield Issue(page.path, line, message, "Indent its points by four spaces")


def _footnotes(page: Page, _context: Context) -> Iterator[Issue]:
    for tag in page.parts.tags:
        if tag.name == "sup":
            message = "A raised sign is a footnote to most readers, and few on a phone open one"
            fix = "Take <sup> and </sup> out; put its words into the text, and a source as [@key]"
            yield Issue(page.path, tag.line, message, fix)
    for block in page.parts.blocks:
        if _FOOTNOTE_SIGN.search(block.text) and (note := _FOOTNOTE.search(block.text)):
            message = f"“{note[0]}” is a footnote, and few people on a phone open one"
            fix = "Put its words into the text, and a source as [@key]"
            yield Issue(page.path, block.line(note.start()), message, fix)


RULES = (
    Rule(
        "headings",
        "Two main headings, a heading that differs from the title, or a skipped level",
        "Start headings with ##, and go from level to level",
        _headings,
    ),
    Rule(
        "alt-text",
        "A picture whose text for people who can't see it is missing or says nothing",
        "Say between the square brackets what it shows",
        _alternatives,
    ),
    Rule(
        "link-words",
        "A link whose words make no sense alone (“here”, “read more”), or an address as words",
        "Use the title of the page that it leads to",
        _link_words,
        allowable=True,
        only_in="en",
    ),
    Rule(
        "list-form",
        "A list without an empty line before it; an inner list indented by less than four spaces",
        "Add the empty line, or indent by four spaces",
        _lists,
    ),
    Rule(
        "footnote",
        "Footnotes, as [^1], [1] or a raised ¹: few people on a phone open one",
        "Put its words into the text, and a source as [@key]",
        _footnotes,
    ),
)
"""The rules of this family."""
