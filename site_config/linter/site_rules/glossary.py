"""The glossary: a line that explains no word would be left out of every page without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.core.issues import Issue
from site_config.linter.rule import Rule
from site_config.settings import shared_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.linter.rule import Context


def _lines(context: Context) -> Iterator[Issue]:
    project = context.project
    for number, row in enumerate(shared_data.glossary_rows(project.root), start=1):
        if row.strip() and not shared_data.TERM.fullmatch(row):
            message, fix = "This line explains no word", "Write it as `*[word]: its meaning`"
            yield Issue(project.path(shared_data.GLOSSARY), number, message, fix)


RULES = (
    Rule(
        "glossary-line",
        "A line of the glossary that explains no word and would be left out silently",
        "Write it as `*[word]: its meaning`",
        _lines,
    ),
)
"""The rules of this family."""
