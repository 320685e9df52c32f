"""House terms and tone: words that hurt, promise too much or talk down."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.data_files import TERMS
from site_config.content_model.prefilter import Prefilter
from site_config.content_model.text import lowered, quoted_spans, short, within
from site_config.core.issues import Issue
from site_config.linter.rule import Rule
from site_config.settings.languages import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.data_schema import Term
    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.linter.rule import Context


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


class _Tone(NamedTuple):
    pattern: re.Pattern[str]
    prefilter: Prefilter
    message: str
    fix: str


def _tone_of(pattern: re.Pattern[str], message: str, fix: str) -> _Tone:
    return _Tone(pattern, Prefilter(pattern), message, fix)


_TONES = (
    # `!!!` and `<!` are signs of a box or a note: other rules name what is wrong with those.
    _tone_of(
        re.compile(r"(?<=[^!<])!+"),
        "An exclamation mark shouts",
        "End the sentence with a period",
    ),
    _tone_of(
        _words(r"\bjust\b(?! (?:as|before|after|like|under|over|outside)\b)"),
        "“just” makes a hard thing sound easy",
        "Leave it out, or write “only”",
    ),
    _tone_of(
        _words(r"\bsimpl[ey]\b(?! (?:words|language|possession))"),
        "This word makes a hard thing sound easy",
        "Leave it out, or say how it is done",
    ),
    _tone_of(
        _words(r"\bstruggl(?:ed|(?:es?|ing)(?! with))\b"),
        "This word makes the person sound weak",
        "Write “has”, “lives with” or “finds it hard to”",
    ),
)


class _Pattern(NamedTuple):
    """A term's pattern. One without capitals is looked for in lowercase text, twice as fast."""

    regex: re.Pattern[str]
    in_lowercase: bool
    prefilter: Prefilter

    def find(self, text: str, folded: str) -> Iterator[re.Match[str]]:
        """Give each match in `text`, which is `folded` in lowercase."""
        return self.regex.finditer(folded if self.in_lowercase else text)


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> _Pattern | re.error:
    try:
        plain = pattern == pattern.lower()
        regex = re.compile(pattern, re.MULTILINE) if plain else _words(pattern)
    except re.error as error:
        return error
    return _Pattern(regex, plain, Prefilter(regex))


def _find(page: Page, terms: list[Term]) -> Iterator[tuple[Block, tuple[int, int], Term]]:
    """Give every place where `page` uses a term that has to go."""
    for term in terms:
        pattern = _compiled(term.match)
        if isinstance(pattern, re.error):
            continue
        for block in pattern.prefilter.blocks(page):
            for found in pattern.find(block.text, lowered(block.text)):
                if not _allowed(block, found.span(), term.allow_in):
                    yield block, found.span(), term


def _allowed(block: Block, span: tuple[int, int], where: str | None) -> bool:
    """Return whether the house list itself lets these words stand here."""
    if where is None:
        return False
    start, end = span
    quotes = quoted_spans(block.text)
    if where == "quoted_title":
        return within(start, end, [*block.emphasis, *quotes])
    if where == "quote":
        return block.quoted or within(start, end, quotes)
    # Otherwise it names a longer phrase that may be used: "relapse prevention (term of art)".
    phrase = where.split(" (")[0].lower()
    return block.text[start : start + len(phrase)].lower() == phrase


def _house_words(page: Page, context: Context) -> Iterator[Issue]:
    yield from term_issues(page, context.project.terms, context)


def term_issues(page: Page, terms: list[Term], context: Context) -> Iterator[Issue]:
    """Give an issue for each of these `terms` that `page` uses."""
    for block, span, term in _find(page, terms):
        if not context.allowed.permit(page.name, block.text, *span):
            yield _term_issue(page, block, span, term)


def list_issues(context: Context) -> Iterator[Issue]:
    """Give the entries of house_terms.yml that are no regular expression."""
    for index, term in enumerate(context.project.terms):
        if isinstance(error := _compiled(term.match), re.error):
            line = context.project.places[TERMS].line("terms", index)
            message = f"“{term.match}” isn't a regular expression ({error})"
            yield Issue(context.project.path(TERMS), line, message, "Correct `match`")


def _term_issue(page: Page, block: Block, span: tuple[int, int], term: Term) -> Issue:
    use = term.use.strip("()") if term.use.startswith("(") else f"write “{term.use}”"
    return Issue(
        page.path,
        block.line(span[0]),
        f"“{short(block.text[slice(*span)])}” is on our list of words to avoid",
        f"{use[0].upper()}{use[1:]} (the list: {_list_of(page)})",
        "error" if term.severity == "error" else "warning",
    )


def _list_of(page: Page) -> str:
    return TERMS if page.language == SOURCE else TERMS.replace(".yml", f".{page.language}.yml")


def _tone(page: Page, context: Context) -> Iterator[Issue]:
    for tone in _TONES:
        for block in tone.prefilter.blocks(page):
            yield from _tone_issues(page, block, tone, context)


def _tone_issues(page: Page, block: Block, tone: _Tone, context: Context) -> Iterator[Issue]:
    for found in tone.pattern.finditer(block.text):
        start, end = found.span()
        if block.quoted or within(start, end, quoted_spans(block.text)):
            continue  # a person's own words
        if context.allowed.permit(page.name, block.text, start, end):
            continue
        around = short(block.text[max(start - 25, 0) : end + 15])
        words = f"{tone.message}: “{around}”"
        yield Issue(page.path, block.line(start), words, tone.fix, "warning")


RULES = (
    Rule(
        "house-words",
        "Words that hurt or promise too much: the list in site_config/house_terms.yml",
        "Write the words that the list names instead",
        _house_words,
        allowable=True,
        only_in="en",
    ),
    Rule(
        "tone",
        "Exclamation marks; “just”, “simply”, “struggle”",
        "Leave the word out, or say how it is done",
        _tone,
        "warning",
        allowable=True,
        only_in="en",
    ),
)
"""The rules of this family."""
