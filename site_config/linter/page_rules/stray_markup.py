"""Markup that would be shown to readers instead of doing something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.content_model.prefilter import Prefilter
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_LINK = "[words to press](page.md), without spaces between the two brackets or in the address"
_ANYWHERE = (
    (
        re.compile(r"\]\(\s*(?:file:|[A-Za-z]:\\|\\\\)", re.IGNORECASE),
        "This link leads to a file on your own computer",
        "Link to a page; or save it as a PDF under content/assets/, and link to that",
    ),
    (
        re.compile(r"\]\s?\((?!\s*(?:file:|[A-Za-z]:\\|\\\\))|\]\[\w+\]|\([^()]+\)\[[^\]]+\]"),
        "This isn't a link",
        f"Write it as {_LINK}",
    ),
    (
        re.compile(r"\[toc\]", re.IGNORECASE),
        "The site makes the list of headings by itself",
        "Delete the line",
    ),
    (
        re.compile(
            r"\[/?[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*(?: [a-z_]+=[\"'“”][^\"'“”\]]*[\"'“”])+ ?/?\]"
            r"|\[/?(?:caption|gallery|embed|audio|video|playlist|contact-form-7|vc_[a-z_]+)\]"
        ),
        "This works in WordPress only",
        "Take it out; keep the words that belong to the page",
    ),
    (re.compile(r"-{1,2}8<-{1,2}"), "This would be shown: no file is put in here", "Delete it"),
    (re.compile(r"\{[^{}]*\}?|\}"), "Curly brackets would be shown", "Write what they stand for"),
    (
        re.compile(r"\*\*"),
        "These stars would be shown",
        "Put them right beside the words, without a space: **words**",
    ),
    (
        re.compile(r"(~~|==)(?=[^\s~=])[^~=]*(?<=[^\s~=])\1"),
        "These signs would be shown; nobody could tell whether the words between them hold",
        "Delete the signs, and the words too if they are crossed out",
    ),
)
_AT_THE_START = (
    (
        re.compile(r"\|"),
        "This wouldn't become a table",
        "It needs a line of | --- | --- | below its first row, and an empty line above",
    ),
    (
        re.compile(r"#\w+(?:\s+#\w+)+\s*$"),
        "Hashtags do nothing here, and the first would become a heading",
        "Delete the line",
    ),
    (
        re.compile(r"#{1,6}[^#\d]"),
        "This heading has no plain space after #",
        "Write it as ## Words",
    ),
)
_CELLS = re.compile(r"[^|]*\S \| \S[^|]*(?: \| [^|]+)*")
_PICTURE = re.compile(r"!\[[^\]]*\]\s?\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_BULLET = re.compile(r"[•·▪▫◦‣∙●○§*+-] ")
_BOX = re.compile(r"\[[ xX]?\] ")
_ADDRESS = re.compile(
    r"(?:\bhttps?://|\bwww\.)[^\s<>()\[\]]*[^\s<>()\[\].,;:!?'\"”’]"
    r"|(?<![@\w./-])(?:[a-z0-9-]+\.)+(?:org|com|gov|net|edu)\b(?![@\w.-]*@)"
)
_ADDRESSES = Prefilter(_ADDRESS)
_KINDS = ("paragraph", "item", "heading", "cell")


def _stray(page: Page, _context: Context) -> Iterator[Issue]:
    for block in page.parts.blocks:
        if block.kind in _KINDS:
            yield from _marks(page, block)


def _bare_addresses(page: Page, _context: Context) -> Iterator[Issue]:
    for block in _ADDRESSES.blocks(page):
        for found in _ADDRESS.finditer(block.text) if block.kind in _KINDS else ():
            if not any(found[0] in link.text for link in page.parts.links):
                message = f"“{short(found[0])}” can't be pressed"
                fix = "Write it as a link: [name of the site](https://…)"
                yield Issue(page.path, block.line(found.start()), message, fix, "warning")


def _word_lists(page: Page, _context: Context) -> Iterator[Issue]:
    for block in page.parts.blocks:
        if block.kind in _KINDS:
            yield from _bullets(page, block)


def _wide_rows(page: Page, _context: Context) -> Iterator[Issue]:
    for line in page.parts.wide_rows:
        message = "This row has more cells than the table's first row: the last would be lost"
        yield Issue(page.path, line, message, "Give it as many | as the first row has")


def _marks(page: Page, block: Block) -> Iterator[Issue]:
    pictures = list(_PICTURE.finditer(block.text))
    for picture in pictures:
        yield _no_picture(page, block, picture)
    text = _PICTURE.sub(lambda picture: " " * len(picture[0]), block.text)
    for pattern, message, fix in _ANYWHERE:
        if found := pattern.search(text):
            start = found.start()
            around = short(block.text[max(start - 25, 0) : found.end() + 25])
            yield Issue(page.path, block.line(start), f"{message}: “{around}”", fix)
    for pattern, message, fix in _AT_THE_START:
        if block.kind == "paragraph" and pattern.match(block.text):
            yield Issue(page.path, block.line(), f"{message}: “{short(block.text)}”", fix)
            break
    if block.kind == "item" and _BOX.match(block.text):
        message = f"These brackets would be shown, not a box: “{short(block.text)}”"
        yield Issue(page.path, block.line(), message, "Delete the brackets: the - is enough")
    if block.kind == "paragraph" and _is_bare_table(block):
        _pattern, message, fix = _AT_THE_START[0]
        yield Issue(page.path, block.line(), f"{message}: “{short(block.text)}”", fix)


def _is_bare_table(block: Block) -> bool:
    """Return whether each of a paragraph's lines, two at least, looks like the row of a table."""
    starts = [offset for offset, _line in block.marks]
    ends = [*starts[1:], len(block.text)]
    rows = [block.text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return len(rows) > 1 and all(map(_CELLS.fullmatch, rows))


def _no_picture(page: Page, block: Block, picture: re.Match[str]) -> Issue:
    """A picture that Markdown doesn't take for one, by a space or a way on a computer."""
    name = re.split(r"[/\\]", picture[1].strip())[-1]
    better = re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-") or "room.jpg"
    message = f"“{short(picture[0])}” isn't shown as a picture"
    fix = (
        f"Put the file into content/assets/pictures/ under a name without spaces, such as "
        f"{better}, and write ![what it shows](../assets/pictures/{better})"
    )
    return Issue(page.path, block.line(picture.start()), message, fix)


def _bullets(page: Page, block: Block) -> Iterator[Issue]:
    """A list that came from Word has signs for its points, and none that makes a list."""
    for offset, line in block.marks:
        if _BULLET.match(block.text, offset):
            message = f"This is no list: “{short(block.text[offset:])}”"
            fix = "Start each point with - and a space, and leave an empty line before the first"
            yield Issue(page.path, line, message, fix)
            return


RULES = (
    Rule(
        "stray-markup",
        "Brackets, braces, stars, ~~, ==, | or # that would be shown instead of doing something",
        "Write the link, table or heading as docs/for-writers.md shows",
        _stray,
    ),
    Rule(
        "bare-address",
        "The address of a website as plain text, which nobody can press",
        "Write it as [name of the site](https://…)",
        _bare_addresses,
        "warning",
    ),
    Rule(
        "word-list",
        "A list from Word, with • in place of -",
        "Start each point with - and a space, and leave an empty line before the first",
        _word_lists,
    ),
    Rule(
        "wide-row",
        "A table row with more cells than the first row",
        "Give it as many | as the first row has",
        _wide_rows,
    ),
)
"""The rules of this family."""
