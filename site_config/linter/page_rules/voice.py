"""The house voice, as far as a rule can hold it: a calm American nurse at a kitchen table.

Single words (“tick”, “duties”) are in site_config/house_terms.yml.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from site_config.content_model.prefilter import Prefilter, fold
from site_config.content_model.text import sentences, short
from site_config.core.issues import Issue
from site_config.linter.page_rules.crisis_safety import speaks_of_suicide
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.core.issues import Severity
    from site_config.linter.rule import Context

_SEVERITY: Severity = "warning"
"""Of every rule here; "error" once all texts are in this voice."""

_KINDS = frozenset({"paragraph", "item", "cell", "html"})
_NEGATED = {
    **{f"{verb} not": f"{verb}n't" for verb in ("do", "does", "did", "is", "are", "was", "were")},
    **{f"{verb} not": f"{verb}n't" for verb in ("have", "has", "had", "would", "should", "could")},
    "cannot": "can't",
    "can not": "can't",
    "will not": "won't",
}
_JOINED = {
    **{f"{who} are": f"{who}'re" for who in ("you", "we", "they")},
    **{f"{who} will": f"{who}'ll" for who in ("i", "you", "we", "they")},
    **{f"{who} is": f"{who}'s" for who in ("it", "he", "she", "there", "that")},
    "i am": "I'm",
    "let us": "let's",
}
# No short form: "who you are.", "that is, an IOP", "what it is?", "most of it is fine".
_BEFORE = "".join(
    f"(?<!{word} )"
    for word in (
        "what",
        "who",
        "how",
        "where",
        "as",
        "of",
        "on",
        "in",
        "with",
        "to",
        "for",
        "about",
    )
)
_FULL = re.compile(
    rf"\b(?:{'|'.join(_NEGATED)})\b|\b{_BEFORE}"
    rf"(?:{'|'.join(_JOINED)})\b(?= \w)(?! (?:and|or|but|when|if|because|in|one|once|to)\b)",
    re.IGNORECASE | re.ASCII,  # else an ſ is an s, and no list has that word
)
_STOP = re.compile(r"\s+stop\b")
_FLAT = re.compile(r"\b(?:is|are|was|does|do)(?: not|n't)\b", re.IGNORECASE)
_THEN = re.compile(r"(?:It|That|They|This|He|She)(?:'s|'re| is| are)\b|That counts\b")
_TELLS = (
    r"(?:tells? you|explains?|has more|says more|shows you|describes|covers|goes (?:through|over)"
    r"|helps you|walks you)\b"
)
_FULL_FORMS, _TELLING = Prefilter(_FULL), Prefilter(re.compile(_TELLS, re.IGNORECASE))
# Looked for in a folded text: with IGNORECASE, `re` tries it anew at each letter.
_RISK = re.compile(
    r"overdos|violen|unsafe|not safe|seizure|withdrawal|crisis|emergenc|psychosis|voices|danger"
    r"|hurt(?:s|ing)? (?:you|them|him|her|some|me|us)|abus|choke|safety|\bgun"
)
_988 = re.compile(r"\b988\b")


def _contractions(page: Page, context: Context) -> Iterator[Issue]:
    """A bold **not** marks a warning, and keeps the full form.

    The self-check's files have no bold: there, "do not stop" is that warning.
    """
    plain = page.path.suffix != ".md"
    for block in _FULL_FORMS.blocks(page):
        if block.kind not in _KINDS:
            continue
        for found in _FULL.finditer(block.text):
            start, end = found.span()
            kept = any(start < high and low < end for low, high in (*block.strong, *block.emphasis))
            warns = plain and _STOP.match(block.text, end)
            shouted = found[0].isupper()  # the rule on capitals says what to write
            if (
                kept
                or warns
                or shouted
                or context.allowed.permit(page.name, block.text, start, end)
            ):
                continue
            words = found[0].lower()
            message = f"“{found[0]}” sounds stiff: “{_around(block, start, end)}”"
            better = _NEGATED.get(words) or _JOINED[words]
            better = better[0].upper() + better[1:] if found[0][0].isupper() else better
            fix = f"Write “{better}”; for a warning, “do **not**”"
            yield Issue(page.path, block.line(start), message, fix, _SEVERITY)


def _around(block: Block, start: int, end: int) -> str:
    return short(block.text[max(start - 20, 0) : end + 20])


def _aphorisms(page: Page, context: Context) -> Iterator[Issue]:
    """“X is not Y. It is Z.” is strong once, and a tic by the third time."""
    found = []
    for block in page.parts.blocks:
        said = sentences(block.text) if block.kind in _KINDS else ()
        for (at, first), (_, second) in pairwise(said):
            if _FLAT.search(first) and _THEN.match(second):
                found.append((block, at, f"{first} {second}"))
    for block, at, words in found[1:]:
        if not context.allowed.permit(page.name, block.text, at, at + len(words)):
            message = (
                f"“{short(words)}”: the page has {len(found)} of the kind “X isn't Y. It's Z.”"
            )
            fix = "Keep one; say the others in one sentence, without the turn"
            yield Issue(page.path, block.line(at), message, fix, _SEVERITY)


def _telling_links(page: Page, context: Context) -> Iterator[Issue]:
    telling = _TELLING.blocks(page)
    for link in page.parts.links if telling else ():
        if not link.text:
            continue
        pattern = re.compile(rf"{re.escape(link.text)}\W? {_TELLS}", re.IGNORECASE)
        for block in telling:
            found = pattern.search(block.text)
            if found and block.line(found.start()) == link.line:
                if not context.allowed.permit(page.name, block.text, *found.span()):
                    message = f"“{short(found[0])}”: the sentence is about the page, not the reader"
                    fix = "Say the thing, and link its words with the page's title"
                    yield Issue(page.path, link.line, message, fix, _SEVERITY)
                break


def _needless_988(page: Page, context: Context) -> Iterator[Issue]:
    """988 is for text about risk; header and footer have it on every page."""
    whole = page.text()
    if "988" not in whole or speaks_of_suicide(page):
        return
    text = " ".join(
        sentence
        for block in page.parts.blocks
        for _, sentence in sentences(block.text)
        if not _988.search(sentence)
    )
    if _RISK.search(fold(text)):
        return
    for block in page.parts.blocks:
        for found in _988.finditer(block.text) if block.kind in _KINDS else ():
            if not context.allowed.permit(page.name, block.text, *found.span()):
                message = "988 interrupts a page that is not about risk"
                fix = "Take it out: header and footer show it on every page"
                yield Issue(page.path, block.line(found.start()), message, fix, _SEVERITY)


RULES = (
    Rule(
        "contractions",
        "“do not”, “you are”, “it is” where people say “don't”, “you're”, “it's”",
        "Write the short form; a warning keeps the full one, with a bold **not**",
        _contractions,
        _SEVERITY,
        allowable=True,
        only_in="en",
    ),
    Rule(
        "aphorism",
        "More than one “X isn't Y. It's Z.” on a page",
        "Keep one; say the others in one sentence",
        _aphorisms,
        _SEVERITY,
        allowable=True,
        only_in="en",
    ),
    Rule(
        "telling-link",
        "“[Page] tells you why”, “explains”, “has more”",
        "Say the thing, and link its words with the page's title",
        _telling_links,
        _SEVERITY,
        allowable=True,
        only_in="en",
    ),
    Rule(
        "needless-988",
        "988 in the text of a page that is not about risk",
        "Take it out: header and footer show it on every page",
        _needless_988,
        _SEVERITY,
        allowable=True,
    ),
)
"""The rules of this family."""
