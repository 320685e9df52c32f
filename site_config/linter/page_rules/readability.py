"""Reading grade and long sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

import textstat

from site_config.content_model.document import MARKER, PROSE
from site_config.content_model.text import count_words, sentences, short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.linter.allowlist import Allowed
    from site_config.linter.rule import Context

HIGHEST_GRADE = 8
LONGEST_SENTENCE = 25
_FEWEST_WORDS = 80  # below that, a grade says little
_FEWEST_IN_A_TEXT = 4  # one or two long words, such as a name, are no sentence
_MOST_PASSIVE = 0.3
# In 2.5 and a.m.; it starts with the point, which `re` finds at once.
_POINT_WITHIN = re.compile(r"\.(?<=\d\.)(?=\d)|\.(?<=\b[ap]\.)m\.")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+)?"
    r"(?:\w{2,}ed|given|taken|made|done|seen|known|shown|held|kept|told|paid|written|chosen)\b",
    re.IGNORECASE,
)


def grade(pieces: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade of `pieces`, each read as closed by a period.

    Measured by textstat 0.7.4. A list without periods would count as one endless sentence, and a
    point in a number or an abbreviation as the end of one.
    """
    closed = []
    for piece in pieces:
        text = " ".join(MARKER.sub("", piece).split())
        closed.append(_POINT_WITHIN.sub("", text).rstrip(" :;,"))
    text = " ".join(one if one[-1] in ".?!" else f"{one}." for one in closed if one)
    return _measured(text) if text else 0.0


@lru_cache(maxsize=4096)  # while serving, most texts are those of the rebuild before
def _measured(text: str) -> float:
    return float(textstat.flesch_kincaid_grade(text))


def hard_text(page: Page, block: Block, highest: float, allowed: Allowed) -> Iterator[Issue]:
    """Give an issue if one text, measured by itself, is above the grade `highest`."""
    measured = grade([block.text])
    if measured <= highest or count_words(block.text) < _FEWEST_IN_A_TEXT:
        return
    if not allowed.permit(page.name, block.text, 0, len(block.text)):
        message = f"School grade {measured:g}, above {highest}: “{short(block.text)}”"
        fix = "Use shorter words and sentences, or allow these words in site_config/allowed.yml"
        yield Issue(page.path, block.line(), message, fix)


def _prose(page: Page) -> list[Block]:
    return [block for block in page.parts.blocks if block.kind in PROSE]


def _said(page: Page) -> list[tuple[Block, int, str]]:
    """Return each sentence with its block and its offset there."""
    return [(block, at, words) for block in _prose(page) for at, words in sentences(block.text)]


def _long_sentences(page: Page, context: Context) -> Iterator[Issue]:
    for block, offset, words in _said(page):
        if len(words) <= 2 * LONGEST_SENTENCE:
            continue  # a word more would need more letters and spaces than that
        count, end = count_words(words), offset + len(words)
        if count > LONGEST_SENTENCE and not context.allowed.permit(
            page.name, block.text, offset, end
        ):
            message = f"A sentence of {count} words: “{short(words)}”"
            fix = f"Make it two; at most {LONGEST_SENTENCE} words"
            yield Issue(page.path, block.line(offset), message, fix, "warning")


def _page_grade(page: Page, _context: Context) -> Iterator[Issue]:
    prose = _prose(page)
    counts = accumulate(count_words(block.text) for block in prose)
    if all(count < _FEWEST_WORDS for count in counts):
        return
    measured = grade(block.text for block in prose)
    if measured <= HIGHEST_GRADE:
        return
    hardest = sorted(_said(page), key=lambda one: -grade([one[2]]) * min(count_words(one[2]), 40))[
        :3
    ]
    places = "; ".join(f"line {block.line(at)} “{short(words)}”" for block, at, words in hardest)
    message = f"The page reads at school grade {measured:g}, and at most {HIGHEST_GRADE} is wanted"
    fix = f"Use shorter words and sentences. The hardest ones: {places}"
    yield Issue(page.path, prose[0].line(), message, fix)


def _passive(page: Page, _context: Context) -> Iterator[Issue]:
    """Many passive sentences hide who does what; a few are fine."""
    said = _said(page)
    found = [(block, at, words) for block, at, words in said if _PASSIVE.search(words)]
    if len(found) >= 5 and len(found) > _MOST_PASSIVE * len(said):  # noqa: PLR2004
        block, at, words = found[0]
        message = f"{len(found)} of {len(said)} sentences are passive, such as “{short(words)}”"
        fix = "Say who does it: “a nurse asks you” in place of “you are asked”"
        yield Issue(page.path, block.line(at), message, fix, "warning")


RULES = (
    Rule(
        "reading-grade",
        "A page in English above school grade 8 (Flesch-Kincaid)",
        "Use shorter words and sentences, first in the ones that the message names",
        _page_grade,
        only_in="en",
    ),
    Rule(
        "long-sentence",
        f"A sentence of more than {LONGEST_SENTENCE} words",
        "Make it two",
        _long_sentences,
        "warning",
        allowable=True,
        only_in="en",
    ),
    Rule(
        "passive",
        "Many passive sentences on a page",
        "Say who does it",
        _passive,
        "warning",
        only_in="en",
    ),
)
"""The rules of this family."""
