"""Comments that stand for something: `<!-- crisis-lines -->`, facts of the center's state."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from site_config.core.issues import Issue
from site_config.core.validation import suggestion
from site_config.linter.rule import Rule
from site_config.settings.shared_data import PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.linter.rule import Context

PLACEHOLDERS = ("crisis-lines", "treatment-lines", "promises", "rules")
"""Replaced by a list or a table that the build makes."""
STATE, IF_STATE, END_STATE = "state", "if-state", "end-state"
"""`<!-- state: ID -->`; `<!-- if-state: ID -->` … `<!-- end-state -->` around what needs a fact."""

WITH_ID = re.compile(rf"({STATE}|{IF_STATE}): ([a-z0-9_]+)")
_FEW_WORDS = re.compile(r"[A-Za-z]+(?:[-_ ][A-Za-z]+){0,2}")
_OF_WORDPRESS = ("more", "nextpage")
_NEAR = 0.75


def _placeholders(page: Page, _context: Context) -> Iterator[Issue]:
    for words, line in page.parts.comments:
        if words in PLACEHOLDERS or words == END_STATE or WITH_ID.fullmatch(words):
            continue
        if words in _OF_WORDPRESS:
            continue  # named as pasted code
        if _FEW_WORDS.fullmatch(words) or _near(words):
            hint = _hint_by_start(words) or suggestion(words.lower(), _FORMS)
            message = f"“<!-- {words} -->” isn't a placeholder{hint}"
            fix = f"Write one of {', '.join(_FORMS)}; a note to a colleague needs four words"
            yield Issue(page.path, line, message, fix)


_FORMS = (*PLACEHOLDERS, f"{STATE}: ID", f"{IF_STATE}: ID", END_STATE)


def _heads(words: str) -> set[str]:
    """Return what comes before a colon, and the first word, as a placeholder would be written."""
    before = re.sub(r"[\s_]+", "-", words.lower().partition(":")[0].strip())
    return {before, words.lower().split()[0].rstrip(":")} if words.split() else {before}


def _near(words: str) -> bool:
    """Return whether `words` look like a placeholder with a slip in it."""
    names = (*PLACEHOLDERS, IF_STATE, END_STATE)
    ratios = [SequenceMatcher(None, words.lower(), name).ratio() for name in names]
    return bool(_heads(words) & {STATE, IF_STATE, END_STATE}) or max(ratios) >= _NEAR


def _hint_by_start(words: str) -> str:
    heads = _heads(words)
    near = next((form for form in _FORMS if form.split(":")[0] in heads), "")
    return f" (did you mean “{near}”?)" if near else ""


def _state_facts(page: Page, context: Context) -> Iterator[Issue]:
    """Facts that the page takes from the state's file: known, and read at the law itself."""
    project = context.project
    for words, line in page.parts.comments:
        if found := WITH_ID.fullmatch(words):
            yield from _state_fact(page, project, found, line)


def _state_fact(page: Page, project: Project, found: re.Match[str], line: int) -> Iterator[Issue]:
    fact = project.state_facts.get(found[2])
    if fact is None:
        # A fact that only another state has is hidden: the page serves centers in every state.
        known = {str(one.get("id")) for one in project.facts_of_all}
        if known and found[2] not in known:
            message = f"There is no state fact “{found[2]}”{suggestion(found[2], known)}"
            fix = (
                "Correct the id, or add the fact to the file of the state in content/_data/states/"
            )
            yield Issue(page.path, line, message, fix)
    elif fact.evidence != PUBLISHED and found[1] == STATE:
        message = f"The state fact “{fact.id}” has evidence {fact.evidence}: it isn't published"
        fix = (
            "Read it at the law or the agency and set evidence to A, or put the passage in if-state"
        )
        yield Issue(page.path, line, message, fix, "warning" if _guarded(page, line) else "error")


def _guarded(page: Page, line: int) -> bool:
    """Return whether the line is between if-state and end-state: the passage is hidden whole."""
    before = [words for words, at in page.parts.comments if at < line]
    marks = [words for words in before if words == END_STATE or words.startswith(IF_STATE)]
    return bool(marks) and marks[-1] != END_STATE


def _state_blocks(page: Page, _context: Context) -> Iterator[Issue]:
    """Each if-state has its end-state, and none is inside another."""
    opened: tuple[str, int] | None = None
    for words, line in sorted(page.parts.comments, key=lambda comment: comment[1]):
        if words.startswith(f"{IF_STATE}:"):
            if opened:
                message = f"“{words}” is inside “{opened[0]}” of line {opened[1]}"
                fix = f"Close that one first with <!-- {END_STATE} -->: blocks can't be nested"
                yield Issue(page.path, line, message, fix)
            opened = (words, line)
        elif words == END_STATE:
            if not opened:
                message = f"“{END_STATE}” closes nothing"
                fix = f"Put <!-- {IF_STATE}: ID --> before the passage, or delete this line"
                yield Issue(page.path, line, message, fix)
            opened = None
    if opened:
        message = f"“{opened[0]}” is never closed"
        yield Issue(page.path, opened[1], message, f"Put <!-- {END_STATE} --> below the passage")


RULES = (
    Rule(
        "placeholder",
        "A comment that looks like a placeholder and isn't one: its list would be missing",
        "Correct it; a note to a colleague needs four words or more",
        _placeholders,
    ),
    Rule(
        "state-fact",
        "A fact of the state that no state's file has, or that isn't published",
        "Correct the id, or read the fact at the law itself and set its evidence to A",
        _state_facts,
    ),
    Rule(
        "state-block",
        "if-state without end-state, end-state without if-state, one inside another",
        "Write `<!-- if-state: ID -->` before the passage and `<!-- end-state -->` after it",
        _state_blocks,
    ),
)
"""The rules of this family."""
