"""What is left when someone pastes from Word: named for what it was, with the way to write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.prefilter import Prefilter, fold
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_CELLS = re.compile(r"\s*(?:(?:[-*+]|\d{1,3}\.)\t+)?\S[^\t]*\t+[^\t]*\S")
_SOUND = re.compile(r"\s*[-*+]\t+[^\t]+$")
_POINT = re.compile(r"\s*(?:[•·▪▫◦‣∙●○§oü]|\(?(?:\d{1,2}|[a-z])[.)])\t+\S")
_IMPORT = "or bring the whole file in: make new FROM=file.docx"


class _Leftover(NamedTuple):
    pattern: re.Pattern[str]
    what: str
    fix: str


_LEFTOVERS = (
    _Leftover(
        re.compile(r"class=\"?Mso|\bmso-[a-z]|</?[owv]:[a-z]|<!--\[if |</?font\b", re.IGNORECASE),
        "This is code that Word puts around its text",
        f"Paste it as plain text, {_IMPORT}",
    ),
    _Leftover(
        re.compile(r"Error! (?:Reference source|Bookmark|Hyperlink reference|No text)"),
        "This is what Word shows for a link within the document that is broken",
        "Write what it led to, as a link: [words to press](page.md)",
    ),
    _Leftover(
        re.compile(r"\b(?:HYPERLINK|PAGEREF|INCLUDEPICTURE|MERGEFIELD)\s+\\?[\"_a-z]"),
        "This is a field from Word, not the words it showed",
        "Write the words, and the link as [words to press](page.md)",
    ),
    _Leftover(
        re.compile(r"\[?\bComment(?:ed)? \[[A-Z]{1,4}\d+\]"),
        "This is a comment from Word",
        "Delete it, or put it in <!-- --> so that visitors don't read it",
    ),
    _Leftover(
        re.compile(r"\S\s*(?:\.{5,}|…{2,}|(?:\. ){5,}|\t)\s*\d{1,3}\s*$"),
        "This looks like a table of contents from Word",
        "Delete it: the site makes one from the headings",
    ),
)
_PREFILTERS = tuple(Prefilter(one.pattern) for one in _LEFTOVERS)


def _pasted(page: Page, _context: Context) -> Iterator[Issue]:
    """Give what came from Word on one page, each kind once for lines that follow each other."""
    last: tuple[str, int] = ("", 0)
    rows = page.source.split("\n")
    for line, what, fix, words in _found(page):
        if last[0] != what or any(row.strip() for row in rows[last[1] : line - 1]):
            yield Issue(page.path, line, f"{what}: “{short(words)}”", fix)
        last = (what, line)


def _found(page: Page) -> Iterator[tuple[int, str, str, str]]:
    rows, folded, tabbed = page.rows, fold(page.source), "\t" in page.source
    possible = [
        one for one, might in zip(_LEFTOVERS, _PREFILTERS, strict=True) if might.might_match(folded)
    ]
    for line, row in enumerate(rows, start=1) if possible or tabbed else ():
        leftover = next((one for one in possible if one.pattern.search(row)), None)
        if leftover:
            yield line, leftover.what, leftover.fix, row.strip()
        elif "\t" not in row:
            continue
        elif _POINT.match(row):
            fix = f"Start each point with - and a space, or with 1. and a space; {_IMPORT}"
            yield line, "This looks like a list from Word", fix, row.strip().replace("\t", " ")
        elif _CELLS.match(row) and not _SOUND.match(row) and _in_table(rows, line - 1):
            fix = (
                "Write | between the cells and | --- | --- | below the first row, as "
                f"docs/for-writers.md shows; {_IMPORT}"
            )
            what = "This looks like a table from Word or Excel"
            yield line, what, fix, row.strip().replace("\t", " | ")


def _in_table(rows: list[str], at: int) -> bool:
    """Whether the words above or below have cells too: one tab alone may be a slip."""
    above = next((row for row in reversed(rows[:at]) if row.strip()), "")
    below = next((row for row in rows[at + 1 :] if row.strip()), "")
    return any(_CELLS.match(row) for row in (above, below))


RULES = (
    Rule(
        "pasted-word",
        "Code, fields, comments, lists or tables that were left when someone pasted from Word",
        "Paste it as plain text, or bring the whole file in: make new FROM=file.docx",
        _pasted,
    ),
)
"""The rules of this family."""
