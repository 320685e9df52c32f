"""Layout made by hand as in Word: indents, signs in place of lists, spaces in place of tables.

Python-Markdown reads an indent as program code, and runs lines without an empty line between them
into one paragraph. A parser doesn't show what was meant, so these rules look at the file's rows.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from site_config.content_model.page import without_code
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.linter.page_rules.broken_marks import BOX
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CONTAINER = re.compile(r" {0,3}(?:[-*+]|\d{1,3}\.)\s|\[\^|:\s|\*\[|\s*<[a-z!/]", re.IGNORECASE)
_CODE_INDENT = 4
_SURE = re.compile(
    r" {0,3}[✓✔✅☐☑☒□■➢➤➔❖►▶◆◇✗✘❏❑⁃\uf0a7\uf0b7\uf0fc\uf0d8]\s*\S"
    r"| {0,3}\d\ufe0f?\u20e3"
)
_SIGNS = {
    "—": re.compile(r" {0,3}[—―–]\s*(?=\S)"),
    "1)": re.compile(r" {0,3}\(?\d{1,2}\)\s*(?=\S)"),
    "a)": re.compile(r" {0,3}(?:\(?[a-zA-Z]\)\s*|[a-hA-H]\.\s+)(?=\S)"),
    "i.": re.compile(r" {0,3}\(?[ivxIVX]{1,4}[.)]\s+(?=\S)"),
    "o": re.compile(r" {0,3}o {1,4}(?=\S)"),
    "-": re.compile(r" {0,3}-(?=[^\W_])"),
    "*": re.compile(r" {0,3}\*(?=[^\W_])[^*]*$"),
    "•": re.compile(r" {0,3}[•·▪▫◦‣∙●○](?=[^\s\d])"),
    "→": re.compile(r" {0,3}[→⇒]\s*(?=\S)"),
}
_ANY_SIGN = re.compile("|".join(one.pattern for one in (_SURE, *_SIGNS.values())))
_SPACED = re.compile(r"[^\s|<].*?\S {3,}\S")
_MARKER = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_GRID = re.compile(r"\s*\+(?:[-=]{2,}\+)+\s*$")
_UNDERLINE = re.compile(r" {0,3}(?:-{2,}|={2,})\s*$")
_SHORT_LINE = 60
_NO_END = re.compile(r"(?:[\w)”\"’']|\?)\s*$")
_SPECIAL = re.compile(r"\s*(?:[-*+>#|<:!?=`~\\\[]|\d{1,3}[.)])")


def _rows(page: Page) -> list[str]:
    """Return the rows of the page, those of its top, code and comments empty."""
    shown = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), page.body)
    return [""] * page.above_body + without_code(shown)


def _indents(page: Page, _context: Context) -> Iterator[Issue]:
    """Rows that an indent of four spaces or a tab turns into code."""
    inside, after_words = False, False
    for line, row in enumerate(_rows(page), start=1):
        if not row.strip():
            after_words = False
            continue
        wide = row.expandtabs(4)
        indented = len(wide) - len(wide.lstrip(" ")) >= _CODE_INDENT
        if indented and not inside and not after_words:
            message = f"The indent in front of “{short(row)}” makes program code of it"
            yield Issue(page.path, line, message, "Delete the tab or spaces in front of the line")
        elif not indented:
            opens = bool(_CONTAINER.match(row) or BOX.match(row))
            inside = opens or (inside and after_words)
        after_words = True


def _typed_lists(page: Page, _context: Context) -> Iterator[Issue]:
    rows = _rows(page)
    signs = [_sign(row) for row in rows]
    filled = [at for at, row in enumerate(rows) if row.strip()]
    last = -9
    for place, at in enumerate(filled):
        around = {
            signs[one] for one in (*filled[max(place - 1, 0) : place], *filled[place + 1 :][:1])
        }
        if not signs[at] or (signs[at] != "sure" and signs[at] not in around):
            continue
        if not place or filled[place - 1] != last:
            message = f"This would be no list: “{short(rows[at])}”"
            fix = (
                "Start each point with - and a space, or with 1. and a space, and leave an empty "
                "line before the first"
            )
            yield Issue(page.path, at + 1, message, fix)
        last = at


def _sign(row: str) -> str:
    """Return which sign in place of a point `row` begins with, or nothing."""
    if not _ANY_SIGN.match(row):
        return ""
    if _SURE.match(row):
        return "sure"
    return next((sign for sign, pattern in _SIGNS.items() if pattern.match(row)), "")


def _typed_tables(page: Page, _context: Context) -> Iterator[Issue]:
    filled = [(line, row) for line, row in enumerate(_rows(page), start=1) if row.strip()]
    cells = [_has_cells(row) for _, row in filled]
    for place, (line, row) in enumerate(filled):
        above = filled[place - 1][1].lstrip() if place else ""
        grid = _GRID.match(row) and not above.startswith(("|", "+"))
        begins = cells[place] and any(cells[place + 1 : place + 2])
        if grid or (begins and not (place and cells[place - 1])):
            message = f"This would be no table: “{short(row)}”"
            fix = (
                "Write | between the cells and | --- | --- | below the first row, as "
                "docs/for-writers.md shows"
            )
            yield Issue(page.path, line, message, fix)


def _has_cells(row: str) -> bool:
    return "   " in row and bool(_SPACED.match(_MARKER.sub("", row, count=1).lstrip()))


def _run_together(page: Page, _context: Context) -> Iterator[Issue]:
    """Lines that would be one paragraph, or a heading nobody meant."""
    for at, (row, below) in enumerate(pairwise(_rows(page))):
        plain_row = bool(row.strip()) and not _SPECIAL.match(row) and "|" not in row
        if plain_row and _UNDERLINE.match(below):
            message = f"The line below makes a heading of “{short(row)}”"
            fix = "Leave an empty line before the line of dashes; a heading starts with ##"
            yield Issue(page.path, at + 2, message, fix)
        elif plain_row and "\t" not in row and _looks_like_heading(row) and below[:1].isupper():
            message = f"“{short(row)}” and the next line would be one paragraph"
            fix = "Leave an empty line between them, and start a heading with ## and a space"
            yield Issue(page.path, at + 1, message, fix, "warning")


def _looks_like_heading(row: str) -> bool:
    words = row.strip()
    return len(words) <= _SHORT_LINE and words[:1].isupper() and bool(_NO_END.search(words))


RULES = (
    Rule(
        "indented-text",
        "A paragraph with a tab or four spaces in front: it becomes program code",
        "Delete the tab or spaces in front of the line",
        _indents,
    ),
    Rule(
        "typed-list",
        "A list with ✓, —, 1), a) or such signs, or without a space after the sign",
        "Start each point with - and a space, or with 1. and a space",
        _typed_lists,
    ),
    Rule(
        "typed-table",
        "A table made with spaces or plus signs",
        "Write | between the cells and | --- | --- | below the first row",
        _typed_tables,
    ),
    Rule(
        "run-together",
        "A heading without an empty line below it; a line of dashes right below words",
        "Leave an empty line between them, and start a heading with ##",
        _run_together,
    ),
)
"""The rules of this family."""
