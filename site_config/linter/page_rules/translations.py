"""A page in another language: the same facts as in English, its own house words, easy to read."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import textstat

from site_config.content_model.data_files import terms_of
from site_config.content_model.document import MARKER, PROSE
from site_config.content_model.text import count_words, short
from site_config.core.issues import Issue
from site_config.linter.page_rules.house_style import term_issues
from site_config.linter.rule import Rule
from site_config.settings.languages import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

EASIEST_WANTED = {"es": 65.0}
"""By language, the ease of reading that a page needs at least. Spanish: "bastante fácil" on the
INFLESZ scale, measured by Szigriszt-Pazos' formula."""

_FEWEST_WORDS = 80
_WORD_IN_SMALL = re.compile(r"\b[a-z]")
_SAME_BY_CHANCE = 1
"""Words in small letters that a block may share with the English page: it may be all names."""
_MOST_LINES = 8
_FIGURE = re.compile(r"\$\d[\d,.]*\d|\$\d|\d+(?:[.,]\d+)*\s?%|\d[\d,.]*\d")
_TIME_TO_TRANSLATE = dt.timedelta(days=60)
_SAME = str.maketrans("", "", ", ")


def _figures(page: Page) -> Counter[str]:
    """Return the figures of two digits and more, however often they are there."""
    text = MARKER.sub("", page.text())
    return Counter(found[0].translate(_SAME) for found in _FIGURE.finditer(text))


def _cited(page: Page) -> set[str]:
    return {found[1] for block in page.parts.blocks for found in MARKER.finditer(block.text)}


def _facts(page: Page, context: Context) -> Iterator[Issue]:
    """A figure or a source that only one of the two pages has.

    No error: whoever changed the English may not speak the other language.
    """
    original = context.project.original(page)
    if page.language == SOURCE or original is None or not original.parts.blocks:
        return
    wanted, given = _figures(original), _figures(page)
    for figure in sorted(given.keys() - wanted.keys()):
        block = next((b for b in page.parts.blocks if figure in b.text.translate(_SAME)), None)
        line = block.line() if block else 1
        message = f"“{figure}” is not on the English page"
        yield Issue(page.path, line, message, f"Compare with {original.path.as_posix()}", "warning")
    for key in sorted(_cited(original) - _cited(page)):
        message = f"The English page cites [@{key}], and this one doesn't"
        fix = (
            f"Bring over what {original.path.as_posix()} says there; the older words stay till then"
        )
        yield Issue(page.path, 1, message, fix, "warning")
    for key in sorted(_cited(page) - _cited(original)):
        message = f"The English page doesn't cite [@{key}]"
        fix = f"Compare with {original.path.as_posix()}"
        yield Issue(page.path, 1, message, fix, "warning")


def _house_words(page: Page, context: Context) -> Iterator[Issue]:
    if page.language != SOURCE:
        terms, _issues = terms_of(context.project.root, page.language)
        yield from term_issues(page, terms, context)


@lru_cache(maxsize=512)
def ease(text: str, language: str) -> float:
    """Return how easy `text` is to read, 0 to 100, by a formula made for its language."""
    textstat.set_lang(language)
    try:
        return float(textstat.szigriszt_pazos(text))
    finally:
        textstat.set_lang("en_US")  # its default, which all other rules measure in


def _reading_ease(page: Page, _context: Context) -> Iterator[Issue]:
    wanted = EASIEST_WANTED.get(page.language)
    prose = [block for block in page.parts.blocks if block.kind in PROSE]
    if wanted is None or sum(count_words(block.text) for block in prose) < _FEWEST_WORDS:
        return
    texts = [" ".join(MARKER.sub("", block.text).split()).rstrip(" :;,") for block in prose]
    measured = ease(" ".join(t if t[-1:] in ".?!" else f"{t}." for t in texts if t), page.language)
    if measured < wanted:
        hard = sorted(prose, key=lambda b: ease(b.text, page.language))
        long = [b for b in hard if count_words(b.text) > 8][:3]  # noqa: PLR2004 (a sentence)
        places = "; ".join(f"line {b.line()} “{short(b.text)}”" for b in long)
        message = f"Ease of reading {measured:.0f}, and at least {wanted:.0f} is wanted"
        fix = f"Use shorter words and sentences. The hardest ones: {places}"
        yield Issue(page.path, prose[0].line(), message, fix)


def _old(page: Page, context: Context) -> Iterator[Issue]:
    original = context.project.original(page)
    if page.language == SOURCE or original is None:
        return
    own, new = page.values.get("last_reviewed"), original.values.get("last_reviewed")
    if own and new and own < new:
        message = f"The English page was read through on {new}, this translation on {own}"
        fix = "`make stale` shows what changed there: bring it over, then write that day here"
        yield Issue(page.path, page.front.line("last_reviewed"), message, fix, "warning")


def _untranslated(page: Page, context: Context) -> Iterator[Issue]:
    """Text that is, word for word, on the English page; its copy begins as nothing else."""
    project = context.project
    original = project.original(page)
    if page.language == SOURCE or original is None or page.name in project.hidden:
        return
    english = {block.text.strip() for block in original.parts.blocks}
    same = [
        block
        for block in page.parts.blocks
        if not block.quoted
        and len(_WORD_IN_SMALL.findall(block.text)) > _SAME_BY_CHANCE
        and block.text.strip() in english
    ]
    if same:
        message = f"This is still in English: “{short(same[0].text)}”{_others(same[1:])}"
        fix = (
            "Translate it. If that takes time, put a line such as publish_on: "
            f"{context.project.today + _TIME_TO_TRANSLATE} at the top: until that day visitors are "
            "led to the English page"
        )
        yield Issue(page.path, same[0].line(), message, fix)


def _others(blocks: list[Block]) -> str:
    if not blocks:
        return ""
    lines = list(dict.fromkeys(str(block.line()) for block in blocks))
    listed = ", ".join(lines[:_MOST_LINES]) + (" …" if len(lines) > _MOST_LINES else "")
    return f", and so {'is line' if len(lines) == 1 else 'are lines'} {listed}"


RULES = (
    Rule(
        "untranslated",
        "Text on a page in another language that is still that of the English page",
        "Translate it, or keep the page back with a later publish_on",
        _untranslated,
    ),
    Rule(
        "translated-facts",
        "A figure or a source that only the page or only its English original has",
        "Compare the two pages",
        _facts,
        "warning",
        allowable=True,
    ),
    Rule(
        "translated-words",
        "Words that hurt or promise too much: site_config/house_terms.LANGUAGE.yml",
        "Write the words that the list names instead",
        _house_words,
        allowable=True,
    ),
    Rule(
        "reading-ease",
        "A Spanish page below 65 on the INFLESZ scale (Szigriszt-Pazos)",
        "Use shorter words and sentences, first in the ones that the message names",
        _reading_ease,
    ),
    Rule(
        "old-translation",
        "A translation that is older than its English page",
        "Run `make stale`: it shows what changed",
        _old,
        "warning",
    ),
)
"""The rules of this family."""
