"""House terms and tone: words that hurt, promise too much or talk down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.project import TERMS
from site_config.content_model.sought import Sought
from site_config.content_model.text import quoted_spans, short, within
from site_config.core.issues import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.content_model.schema import Term
    from site_config.linter.allowlist import Allowances


class _Tone(NamedTuple):
    sought: Sought
    message: str
    fix: str


_TONES = (
    _Tone(Sought(r"!"), "An exclamation mark shouts", "End the sentence with a period"),
    _Tone(
        Sought(r"\bjust\b(?! (?:as|before|after|like|under|over|outside)\b)"),
        "“just” makes a hard thing sound easy",
        "Leave it out, or write “only”",
    ),
    _Tone(
        Sought(r"\bsimpl[ey]\b(?! (?:words|language))"),
        "This word makes a hard thing sound easy",
        "Leave it out, or say how it is done",
    ),
    _Tone(
        Sought(r"\bstruggl(?:ed|(?:es?|ing)(?! with))\b"),
        "This word makes the person sound weak",
        "Write “has”, “lives with” or “finds it hard to”",
    ),
)


class HouseTerms:
    """The list of house terms, ready to be looked for."""

    def __init__(self, project: Project) -> None:
        self.issues: list[Issue] = []
        self._terms: list[tuple[Sought, Term]] = []
        for index, term in enumerate(project.terms):
            try:
                self._terms.append((Sought(term.match), term))
            except re.error as error:
                line = project.places[TERMS].line("terms", index)
                message = f"“{term.match}” is not a regular expression ({error})"
                self.issues.append(Issue(project.path(TERMS), line, message, "Correct `match`"))

    def find(self, page: Page) -> Iterator[tuple[Block, re.Match[str], Term]]:
        """Give every place where `page` uses a term that has to go."""
        text = page.text()  # one look at the whole is much faster than one at each block
        for sought, term in self._terms:
            if not (sought.perhaps(page.folded) and sought.pattern.search(text)):
                continue
            for block in page.parts.blocks:
                for found in sought.pattern.finditer(block.text):
                    if not _allowed(block, found, term.allow_in):
                        yield block, found, term


def _allowed(block: Block, found: re.Match[str], where: str | None) -> bool:
    """Return whether the house list itself lets these words stand here."""
    if where is None:
        return False
    start, end = found.span()
    quotes = quoted_spans(block.text)
    if where == "quoted_title":
        return within(start, end, [*block.emphasis, *quotes])
    if where == "quote":
        return block.quoted or within(start, end, quotes)
    # Otherwise it names a longer phrase that may be used: "relapse prevention (term of art)".
    phrase = where.split(" (")[0].lower()
    return block.text[start : start + len(phrase)].lower() == phrase


def page_issues(page: Page, terms: HouseTerms, allow: Allowances) -> Iterator[Issue]:
    """Give the issues of wording on one page."""
    for block, found, term in terms.find(page):
        if not allow.permit(page.name, block.text, *found.span()):
            yield _term_issue(page, block, found, term)
    tones = [tone for tone in _TONES if tone.sought.perhaps(page.folded)]
    for block in page.parts.blocks:
        yield from _tone_issues(page, block, tones, allow)


def _term_issue(page: Page, block: Block, found: re.Match[str], term: Term) -> Issue:
    use = term.use.strip("()") if term.use.startswith("(") else f"write “{term.use}”"
    return Issue(
        page.path,
        block.line(found.start()),
        f"“{short(found[0])}” is on our list of words to avoid",
        f"{use[0].upper()}{use[1:]} (the list: {TERMS})",
        "error" if term.severity == "error" else "warning",
    )


def _tone_issues(
    page: Page, block: Block, tones: list[_Tone], allow: Allowances
) -> Iterator[Issue]:
    for sought, message, fix in tones:
        for found in sought.pattern.finditer(block.text):
            start, end = found.span()
            if block.quoted or within(start, end, quoted_spans(block.text)):
                continue  # a person's own words
            if allow.permit(page.name, block.text, start, end):
                continue
            around = short(block.text[max(start - 25, 0) : end + 15])
            words = f"{message}: “{around}”"
            yield Issue(page.path, block.line(start), words, fix, "warning")
