"""Bold lines and headings that do what another form is for: bold in place of ##, text as a heading.

A screen reader goes from heading to heading, and finds none that is only bold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_SHORT = 60
_LONGEST_HEADING = 90
_EMERGENCY = re.compile(r"\b(?:911|988)\b")


def _bold(page: Page, _context: Context) -> Iterator[Issue]:
    filled = {line for _words, line in page.parts.comments}  # <!-- state: ID --> adds words
    for block in page.parts.blocks:
        words = block.text.strip()
        if block.kind != "paragraph" or block.line() in filled or not _is_bold(block):
            continue
        if len(words) <= _SHORT and words[-1] not in ".!:":
            message = f"“{short(words)}” is only bold: a screen reader finds no heading there"
            fix = "Take the stars out; if it is a heading, start the line with ## and a space"
            yield Issue(page.path, block.line(), message, fix, "warning")
        elif len(words) > _SHORT and not _EMERGENCY.search(words):
            message = f"All of this is bold, so nothing in it stands out: “{short(words)}”"
            fix = "Take the stars out, and leave them around the few words that matter most"
            yield Issue(page.path, block.line(), message, fix, "warning")


def _is_bold(block: Block) -> bool:
    """Return whether all words of the block are bold."""
    rest, at = "", 0
    for start, end in block.strong:
        rest, at = rest + block.text[at:start], end
    return bool(block.strong) and not re.search(r"\w", rest + block.text[at:])


def _headings(page: Page, _context: Context) -> Iterator[Issue]:
    for block in page.parts.blocks:
        words = block.text.strip()
        if block.kind != "heading":
            continue
        if len(words) > _LONGEST_HEADING:
            message = f"This heading has {len(words)} characters: “{short(words)}”"
            fix = "Make it short. If it is text, delete the # in front"
            yield Issue(page.path, block.line(), message, fix, "warning")
        elif words.endswith(":"):
            message = f"The heading “{short(words)}” ends with a colon"
            yield Issue(page.path, block.line(), message, "Delete the colon", "warning")


RULES = (
    Rule(
        "bold-text",
        "A line or a whole paragraph in bold, in place of a heading or of a few bold words",
        "Start a heading with ##; leave stars around the few words that matter most",
        _bold,
        "warning",
    ),
    Rule(
        "heading-form",
        "A heading that is as long as a paragraph, or ends with a colon",
        "Make it short, and delete the colon",
        _headings,
        "warning",
    ),
)
"""The rules of this family."""
