"""Parts of a page without words, and words that only a mouse shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.content_model.normalization import plain
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_EMPTY_HEADING = re.compile(r" {0,3}#{1,6}[\s#]*$")
_TOOLTIP = re.compile(r"\]\(\s*\S+?\s+([\"'“”(][^)]*?[\"'“”)])\s*\)")
_NO_TEXT = ("meta", "abbr")


def _rows(page: Page) -> Iterator[tuple[int, str]]:
    """Give each row of the text with its line, code left out."""
    yield from enumerate(page.body_rows, start=page.above_body + 1)


def _empty(page: Page, _context: Context) -> Iterator[Issue]:
    shown = page.parts
    title = plain(str(page.values.get("title", "")))
    words = any(block.kind not in _NO_TEXT and block.text != title for block in shown.blocks)
    others = shown.links or shown.images or shown.comments or shown.tags
    if page.article and not (words or others):
        message = "This page has no text: visitors would find its title alone"
        fix = "Write the text, or delete the file and its line in mkdocs.yml"
        yield Issue(page.path, 1, message, fix)
    for line, row in _rows(page):
        if _EMPTY_HEADING.match(row):
            message = "This heading has no words"
            yield Issue(page.path, line, message, "Write its words after #, or delete the line")


def _tooltips(page: Page, _context: Context) -> Iterator[Issue]:
    for line, row in _rows(page):
        for found in _TOOLTIP.finditer(row):
            message = f"{short(found[1])} behind the address is seen with a mouse alone"
            fix = "Delete it and the quotes around it. Put what people need in the text"
            yield Issue(page.path, line, message, fix)


RULES = (
    Rule(
        "empty-part",
        "A page without text, or a heading without words",
        "Write the words, or delete it",
        _empty,
    ),
    Rule(
        "tooltip",
        "Words in quotes behind a link's or picture's address: no phone shows them",
        "Delete them; say in the text what people need",
        _tooltips,
    ),
)
"""The rules of this family."""
