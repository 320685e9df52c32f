"""Finds the figures and borrowed authority in a paragraph that need a source.

What is plainly no statistic is left alone: 988 and 911, clock times, the age of 18, names such as
"Level 2.1" or "step 3". Small counts of our own may be written in words ("three questions").
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.contact_details import find_miscounted, find_phones, find_split
from site_config.content_model.document import MARKER
from site_config.content_model.text import lowered, quoted_spans, sentences, short, within
from site_config.core.issues import Issue
from site_config.linter.figures import NUMBER, TIMES, figures, find_statistics, is_length
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.core.issues import Severity
    from site_config.linter.rule import Context

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(rf"(?<![\w.-]){NUMBER}(?![\w-]*\d|-[A-Z])")
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_CLOCK = r"\d{1,2}(?::\d\d)?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?"
# With its capitals: in lowercase, "72 people on the way" would look like an address.
_ADDRESS = re.compile(
    r"\b\d{1,6} (?:[NSEW]\.? )?(?:[A-Z][\w.']* ){1,4}(?:Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd"
    r"|Drive|Dr|Lane|Ln|Way|Court|Ct|Place|Pl|Parkway|Pkwy|Highway|Hwy)\b"
    r"|\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\b(?:Suite|Ste\.?|Unit|Floor|Room|Apt\.?) #?\d+\w?\b"
)
_NO_FIGURE = re.compile(
    rf"""
    \b(?:
      (?:988|911)\b | 24/7\b | 24[ -]hours?(?:[ ]a[ ]day)?\b
    | {_CLOCK}(?:[ ]?(?:to|[-–])[ ]?{_CLOCK})?[ ]?(?:[ap]\.m\.?|[ap]m\b) | \d\d?:\d\d\b
    | (?:under|over|age|aged|at|least|turns?|turned|than|before|until)[ ]18\b
    | 18[ ]or[ ](?:older|over|younger)\b | 18(?:th)?[ ]birthday\b
    | (?:level|step|part|question|section|title|grade|page|form|option|chapter|schedule|cfr|famil)
      (?:s|y|ies)?[ ]\d+(?:\.\d+)?(?:[ ](?:to|and|or)[ ]\d+(?:\.\d+)?)?\b
    | \d+[ ]cfr\b | \d{{4}}[ ]hold\b | press[ ]\d\b
    | \d\d?[ ]{_MONTH}(?:,?[ ]\d{{4}})?\b
    | {_MONTH}[ ]\d\d?(?:st|nd|rd|th)?\b(?:,?[ ]\d{{4}}\b)?
    | {_MONTH}[ ]\d{{4}}\b | \d{{4}}-\d\d-\d\d\b | \d\d?/\d\d?/\d{{2,4}}\b
    | {_WEEKDAY}\b[^.;\d]{{0,30}}\d{{1,2}}(?:[ ]?(?:to|[-–])[ ]?\d{{1,2}})?(?![ ]?(?:hours?|%))\b
    | (?:license|licence|certificate|permit|npi)\b[^.;\d]{{0,25}}[a-z-]*\d[\w-]*
    | \d+[ -]years?[ -](?:old|olds|ago)\b | \d+[ ]years[ ]of[ ](?:experience|practice|work)\b
    | for[ ](?:more[ ]than[ ]|over[ ])?\d+[ ]years,?[ ](?:we|our|the[ ]center)\b
    | (?:we|our[ ]\w+|the[ ]center)\b[^.!?\d]{{0,60}}
      \bfor[ ](?:more[ ]than[ ]|over[ ])?\d+[ ]years\b
    | \d+(?:st|nd|rd|th)\b
    | 18\+ | ages?[ ]\d+(?:[ ]?(?:to|[-–])[ ]?\d+)?\b
    | (?:we|our[ ]center|the[ ]center)\b[^.!?\d]{{0,40}}
      \b(?:open(?:ed)?|founded|started|began|here|been)\b[^.!?\d]{{0,20}}(?:in|since)[ ]
      (?:19|20)\d\d\b
    | (?:ext|extension)\.?[ ]?\d{{1,5}}\b )
  | \[\^?\d+\](?!\() | \d\ufe0f?\u20e3
    """,
    re.VERBOSE,
)
_KINDS = ("paragraph", "item", "cell", "html")
_LABELS = {
    "heading": "A heading",
    "alt": "A picture's description",
    "title": "A box's title",
    "meta": "The top of a page",
}
"""What sums a page up without a source of its own: its figures must be cited in the text."""
_NUMBERING = re.compile(r"(?:[A-Z][a-z]+ \d{1,2}(?=:)|(?:19|20)\d\d$)")
"""“Call 1: the plan”, or a year alone above what happened in it."""
_STRONG_FIX = (
    "Find a source that says this. Copy its sentence into `quote` of an entry in "
    "content/_data/sources.yml, then write its key under `sources` at the top, and cite it here. "
    "Without such a source, leave the figure out"
)
_WEAK_FIX = (
    "If it is a small count of our own, write it in words. If it comes from elsewhere, cite the "
    "source that says it"
)
_TIME_UNIT = re.compile(r"\b(hour|day|week|month|year)s?\b")
_AUTHORITY_FIX = "Cite the study or agency that you mean, or leave these words out"


class Claim(NamedTuple):
    """Words that need a source."""

    start: int
    end: int
    words: str
    message: str
    fix: str
    severity: Severity


def find_claims(text: str, *, quoted: bool = False) -> Iterator[Claim]:
    """Give what needs a source in `text`, a paragraph that cites none.

    `quoted` says that all of it is a person's own words: those may name hours and small numbers.
    """
    text = MARKER.sub(lambda found: " " * len(found[0]), text)
    folded = lowered(text)
    strong = find_statistics(folded)
    weak = [*_DIGITS.finditer(text)] if _DIGIT.search(text) else []
    if not strong and not weak:
        return
    taken = [found.span() for found in _NO_FIGURE.finditer(folded)]
    taken += [found.span() for found in _ADDRESS.finditer(text)]
    phones = [*find_phones(text), *find_miscounted(text), *find_split(text)]
    taken += [(phone.start, phone.end) for phone in phones]
    quotes = [(0, len(text))] if quoted else quoted_spans(text)
    for found in strong:
        said = found.lastgroup in TIMES and within(*found.span(), quotes)
        counted = found.lastgroup == "length" and not is_length(folded, *found.span())
        if counted:
            continue  # "three days" of something else is a small count of our own
        if not said and not within(*found.span(), taken):
            yield _strong(text, found)
        taken.append(found.span())
    for found in weak:
        if not within(*found.span(), [*taken, *quotes]):
            message = "is a figure without a source"
            yield Claim(*found.span(), found[0], message, _WEAK_FIX, "warning")


def _strong(text: str, found: re.Match[str]) -> Claim:
    start, end = found.span()
    if found.lastgroup == "authority":
        message = "leans on an authority and names no source"
        return Claim(start, end, text[start:end], message, _AUTHORITY_FIX, "error")
    message = "is a figure without a source"
    return Claim(start, end, text[start:end], message, _STRONG_FIX, "error")


def _uncited(page: Page, context: Context) -> Iterator[Issue]:
    summed_up = _SummedUp(page)
    for block in page.parts.blocks:
        if block.cited or block.kind not in (*_KINDS, *_LABELS):
            continue
        for claim in find_claims(block.text, quoted=block.quoted):
            where = _LABELS.get(block.kind)
            if where:
                count = block.kind == "meta" and claim.severity == "warning"
                if count or _NUMBERING.match(block.text) or summed_up.has(claim):
                    continue
            if context.allowed.permit(page.name, block.text, claim.start, claim.end):
                continue
            fix = (
                f"{where} has no room for a source: say it there without the figure, and give "
                "the figure in a sentence that cites its source"
                if where
                else claim.fix + _said_elsewhere(page, context, claim)
            )
            message = f"“{short(claim.words)}” {claim.message}"
            yield Issue(page.path, block.line(claim.start), message, fix, claim.severity)


def _said_elsewhere(page: Page, context: Context, claim: Claim) -> str:
    """Name a source that gives the same time, with the sentence that says so, to compare.

    Times alone: a “72%” is always of something, and the same number proves nothing.
    """
    wanted, unit = figures(claim.words), _TIME_UNIT.search(claim.words.lower())
    if not (unit and wanted):
        return ""
    read = {key: one for key, one in context.project.sources.items() if one.evidence == "S"}
    for key, source in sorted(read.items()):
        quote = source.quote or ""
        if wanted <= figures(quote) and unit[1] in quote:
            return f". Is it what the source {key} says? “{quote.strip()}” Then cite that one"
    for other in context.project.pages.values():
        for block in other.parts.blocks if other.language == page.language else ():
            for _at, sentence in sentences(block.text) if "[@" in block.text else ():
                said = MARKER.sub("", sentence).strip()
                keys = [key for key in MARKER.findall(sentence) if key in read]
                if keys and wanted <= figures(said) and unit[1] in said:
                    return (
                        f". {other.name} says “{said}” and cites {keys[0]}: if you mean the same, "
                        "write it like that and cite it too"
                    )
    return ""


class _SummedUp:
    """The figures that the text of `page` says with a source beside them."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def _cited(self) -> list[Block]:
        return [one for one in self._page.parts.blocks if one.cited and one.kind in _KINDS]

    @cached_property
    def _said(self) -> set[str]:
        return set().union(*(figures(MARKER.sub(" ", block.text)) for block in self._cited))

    def has(self, claim: Claim) -> bool:
        """Return whether the text says the same figure."""
        return bool(self._cited) and figures(claim.words) <= self._said


def _misquoted(page: Page, context: Context) -> Iterator[Issue]:
    """A figure that none of the sentences quoted from its sources has.

    Where one of its sources has no quote, the figure may come from that one: a warning.
    """
    sources = context.project.sources
    for block in page.parts.blocks:
        if not block.cited or block.kind not in _KINDS:
            continue
        marked = bool(MARKER.search(block.text))
        for claim in find_claims(block.text, quoted=block.quoted):
            if not marked and not any(map(str.isdigit, claim.words)):
                continue  # a count of our own, in a list or table that cites a source elsewhere
            keys = sorted(key for key in _cited_beside(block, claim) if key in sources)
            quotes = {key: sources[key].quote for key in keys if sources[key].quote}
            missing = figures(claim.words) - figures(" ".join(map(str, quotes.values())))
            if quotes and missing:
                named = " or ".join(f"“{key}”" for key in quotes)
                message = f"“{short(claim.words)}”: {min(missing)} is not in the quote of {named}"
                fix = "Write the figure that the source gives, or cite the source that says this"
                severity: Severity = "error"
                if unquoted := [key for key in keys if key not in quotes]:
                    severity = "warning"
                    fix += f"; if it is from “{unquoted[0]}”, copy its sentence into `quote` there"
                yield Issue(page.path, block.line(claim.start), message, fix, severity)


def _cited_beside(block: Block, claim: Claim) -> frozenset[str]:
    """Return the sources cited in the claim's own sentence, or else those of its whole block."""
    for offset, sentence in sentences(block.text):
        if offset <= claim.start < offset + len(sentence):
            return frozenset(MARKER.findall(sentence)) or block.cited
    return block.cited


RULES = (
    Rule(
        "uncited-figure",
        "A figure, or words such as “studies show”, in a paragraph that cites no source",
        "Cite the source that says it, or say it without the figure",
        _uncited,
        allowable=True,
        only_in="en",
    ),
    Rule(
        "misquoted-figure",
        "A figure that the sentence under `quote` of its source does not have",
        "Write the figure that the source gives, or cite the source that says this",
        _misquoted,
        only_in="en",
    ),
)
"""The rules of this family."""
