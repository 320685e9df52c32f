"""Tables that a screen reader can read out: it says the name of the column before each cell."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_FIX = "Write into each cell of the first row what the cells below it are"


def _headers(page: Page, _context: Context) -> Iterator[Issue]:
    for line in page.parts.unnamed_columns:
        message = "A column of this table has no name in the first row: nobody hears what it holds"
        yield Issue(page.path, line, message, _FIX)
    names = [tag.line for tag in page.parts.tags if tag.name == "th"]
    tables = [tag.line for tag in page.parts.tags if tag.name == "table"]
    for line, following in pairwise([*tables, page.source.count("\n") + 2]):
        if not any(line <= name < following for name in names):
            message = "This table has no row with the names of its columns"
            fix = "Write it as docs/for-writers.md shows, with the columns' names in the first row"
            yield Issue(page.path, line, message, fix)


RULES = (
    Rule(
        "table-header",
        "A table without a first row that names its columns",
        _FIX,
        _headers,
    ),
)
"""The rules of this family."""
