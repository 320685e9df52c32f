"""What was left to be written: notes to oneself, words of a form, and what a chat program added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.content_model.prefilter import Prefilter
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.core.issues import Severity
    from site_config.linter.rule import Context

_TO_FILL_IN = "|".join(
    rf"\[{word}\b[^\]]*\](?!\()"
    for word in (
        *(
            "insert",
            "add",
            "link",
            "name",
            "date",
            "your",
            "our",
            "my",
            "phone",
            "email",
            "address",
        ),
        *("city", "state", "zip", "center", "clinic", "program", "company", "number", "amount"),
        *("website", "url", "logo", "photo", "picture", "image", "tbc", "source", "citation"),
    )
)
_WORDS = r"""
    (?-i:\bTODO\b) | \bTBD\b | \bTKTK\b | (?-i:\bX{3,}\b|\bXX[ ](?=\w)) | \blorem[ ]ipsum\b
  | (?<![?!])\?{3,}
  | \bclick[ ](?:or[ ]tap[ ])?here[ ]to[ ](?:enter|add|insert|type)\b | \bchoose[ ]an[ ]item\b
  | \bnote[ ]to[ ](?:the[ ])?(?:editor|self|writer|author|designer|web[ ]team)\b
  | \(see[ ](?:the[ ])?(?:picture|photo|image|chart|figure|table)[ ](?:below|above)\)
  | \bas[ ]an[ ]ai\b | \bas[ ]a[ ]large[ ]language[ ]model\b | \b(?:my|last)[ ]knowledge[ ]cutoff\b
  | \bhere(?:'s|[ ]is)[ ](?:your|the|an?)[ ](?:\w+[ ]){0,2}(?:article|blog[ ]post|draft|version)\b
  | \bi[ ]hope[ ]this[ ](?:helps|article|draft)\b | \bwould[ ]you[ ]like[ ]me[ ]to\b
  | (?-i:\boaicite\b|\bcontentReference\b|\bturn\d+search\d+\b) | 【[^】]*】
"""
_BRACKETED = rf"""
    {_TO_FILL_IN.replace(" ", "[ ]")}
  | (?-i:\[[A-Z][A-Z][A-Z #&/'-]*\](?!\()) | \[[\w-]+\.(?:png|jpe?g|gif|webp|heic|svg)\](?!\()
  | \[[^\]\[@^]{{0,60}}(?:\?|:[ ][^\]\[]*)\](?!\()
"""
_DRAFT = re.compile(f"{_WORDS}|{_BRACKETED}", re.IGNORECASE | re.VERBOSE)
_IN_WORDS = Prefilter(re.compile(_WORDS, re.IGNORECASE | re.VERBOSE))
_IN_BRACKETS = re.compile(_BRACKETED, re.IGNORECASE | re.VERBOSE)  # quick: `re` finds the [ itself


def _unfinished(page: Page, context: Context) -> Iterator[Issue]:
    severity: Severity = "warning" if page.name in context.project.hidden else "error"
    in_words = _IN_WORDS.blocks(page)
    for block in page.parts.blocks:
        in_brackets = "[" in block.text and _IN_BRACKETS.search(block.text)
        if not (in_brackets or block in in_words):
            continue
        for found in _DRAFT.finditer(block.text):
            around = short(block.text[found.start() :])
            message = f"Something is still to be written here: “{around}”"
            fix = (
                "Write what belongs there, or delete it; or keep the page back with a later "
                "publish_on"
            )
            yield Issue(page.path, block.line(found.start()), message, fix, severity)


RULES = (
    Rule(
        "unfinished-text",
        "TODO, TBD, [PHONE], ???, “Click here to enter text”, a chat program's words and the like",
        "Write what is missing, or keep the page back with a later publish_on",
        _unfinished,
        only_in="en",
    ),
)
"""The rules of this family."""
