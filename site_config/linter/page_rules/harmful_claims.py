"""Claims that can harm a reader, or that law forbids to a treatment center.

The Federal Trade Commission asks for proof of what is claimed; the Opioid Addiction Recovery Fraud
Prevention Act (15 U.S.C. § 45d) fines deceptive claims about substance use treatment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.prefilter import Prefilter
from site_config.content_model.text import quoted_spans, sentences, short, within
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.linter.rule import Context


class _Claim(NamedTuple):
    pattern: re.Pattern[str]
    message: str
    fix: str
    prefilter: Prefilter


def _claim(pattern: str, message: str, fix: str) -> _Claim:
    compiled = re.compile(pattern, re.IGNORECASE | re.VERBOSE)
    return _Claim(compiled, message, fix, Prefilter(compiled))


_STOP = r"(?:stop|quit|detox|withdraw|taper)(?:s|ping|ting|ing|ed)?"
_ALONE = (
    r"(?:at[ ]home|alone|on[ ]your[ ]own|(?:by[ ])?yourself|without[ ](?:a[ ]|any[ ])?"
    r"(?:doctor|nurse|medical[ ]help|help)|no[ ](?:doctor|nurse|medical[ ]help))"
)
_STOP_ALONE = re.compile(
    rf"\bcold[ ]turkey\b|\bhome[ ]detox\b|\b{_STOP}\b[^.!?,;:]{{0,60}}\b{_ALONE}\b",
    re.IGNORECASE,
)
_USE = re.compile(
    r"\b(?:alcohol|drink\w*|beer|wine|liquor|pills?|benzo\w*|xanax|valium|ativan|opioids?|heroin"
    r"|fentanyl|drugs?|using|cold turkey|detox\w*|withdrawal)\b",
    re.IGNORECASE,
)
_WARNS = re.compile(
    r"\b(?:not|never|none|nobody|unsafe|danger\w*|risk\w*|harm\w*|kill\w*|deadly|die|seizures?"
    r"|emergency|before you|harder|hard to|doctor first|ask a doctor"
    r"|talk to a doctor|instead of|rather than|myth|wrong)\b|n't\b|\?",
    re.IGNORECASE,
)
_CLAIMS = (
    _claim(
        r"\bfree[ ](?:of[ ]\w+[ ])?for[ ](?:good|ever|life)\b|\b(?:works?|is[ ]right)[ ]for[ ]"
        r"(?:everyone|everybody|anyone)\b|\balways[ ]works?\b|\bworks?[ ]every[ ]time\b"
        r"|\bnever[ ](?:relapse|use|drink)[ ]again\b|\bpermanent(?:ly)?[ ](?:recovery|sobriety"
        r"|sober|results?|cured?|free)\b|\b100[ ]?%[ ](?:effective|success\w*|recovery|sober)\b"
        r"|\bwe[ ](?:can[ ])?(?:promise|guarantee)\b[^.!?]{0,40}\b(?:recover\w*|sober\w*|results?"
        r"|success)\b"
        r"|\byou(?:[ ]will|'ll)[ ](?:\w+[ ])?(?:be|stay|get|become)[ ](?:\w+[ ])?(?:sober|clean"
        r"|cured|healed|drug-free|addiction-free)\b"
        r"|\byou(?:[ ]will|'ll)[ ](?:\w+[ ])?(?:recover|heal)\b"
        r"|\bget[ ]your[ ](?:old[ ])?life[ ]back\b"
        r"|\b(?:recovery|sobriety|success)[ ]is[ ](?:certain|assured|sure|guaranteed)\b",
        "promises what no treatment can",
        "Say what people do there and what it can help with, without a promise",
    ),
    _claim(
        r"\b(?:plans?|insurance|insurers?)\b[^.!?]{0,30}\b(?:pays?|covers?)[ ](?:for[ ])?"
        r"(?:all|everything|100[ ]?%|the[ ]whole|the[ ]full)\b|\b(?:fully|100[ ]?%)[ ]covered\b"
        r"|\bno[ ](?:out-of-pocket[ ])?costs?[ ]to[ ]you\b"
        r"|\b(?:accepts?|takes?)[ ]all[ ](?:kinds[ ]of[ ])?(?:insurance|plans)\b"
        r"|\b(?:won't|will[ ]not|doesn't|does[ ]not)[ ]cost[ ]you[ ](?:a|one)[ ](?:dime|cent|penny"
        r"|dollar|thing)\b|\b(?:won't|don't|never)[ ]pay[ ]a[ ](?:dime|cent|penny)\b",
        "promises what a plan pays, and nobody knows before asking it",
        "Say that it depends on the plan, and how to ask",
    ),
    _claim(
        r"[★⭐🌟]|\b(?:five|5|4\.\d)[- ]stars?\b|\b\d(?:\.\d)?[ ]?/[ ]?5\b|\btop-rated\b"
        r"|\b(?:before[ ](?:and|&)[ ]after)[ ](?:photos?|pictures?|stor(?:y|ies))\b",
        "rates treatment like a restaurant",
        "Leave it out; name the license and who checks the program",
    ),
    _claim(
        r"\b(?:leading|premier|world-class|award-winning|state-of-the-art|unmatched"
        r"|number[ ]one|highest[- ]quality|second[ ]to[ ]none|unrivall?ed|unparallell?ed"
        r"|(?:best|top|finest|no\.[ ]?1|\#1)[ ](?:\w+[ ])?(?:center|clinic|facility|rehab))\b"
        r"(?![ ](?:causes?|to|up|a|an|the|him|her|them|you)\b)",
        "praises and proves nothing",
        "Say what is there: how many hours, which therapies, which license",
    ),
)
_OUTCOME = re.compile(
    r"(?:\d+(?:\.\d+)?[ ]?(?:%|percent)|\b(?:most|nine in ten|all))[ ](?:of[ ])?"
    r"(?:our|the center's)[ ](?:patients|clients|graduates|people|participants)"
    r"|\bour[ ](?:success|completion|recovery)[ ]rate\b",
    re.IGNORECASE,
)
_OUTCOMES, _STOPPING = Prefilter(_OUTCOME), Prefilter(_STOP_ALONE)
_METHOD = re.compile(
    r"\b(?:followed|measured|asked|surveyed|counted)\b.*\b\d+\b|\bout of \d+ (?:people|patients)\b",
    re.IGNORECASE | re.DOTALL,
)


def _stopping_alone(page: Page, _context: Context) -> Iterator[Issue]:
    """A sentence that says to stop alcohol or drugs alone, and does not warn of it."""
    for block, offset, sentence in _sentences(_STOPPING.blocks(page)):
        found = _STOP_ALONE.search(sentence)
        if found and _USE.search(sentence) and not _WARNS.search(sentence):
            message = f"“{short(sentence)}” can be read as advice to stop alone, which can kill"
            fix = "Say: “Don't stop suddenly on your own. Talk to a doctor first.”"
            yield Issue(page.path, block.line(offset + found.start()), message, fix)


def _claims(page: Page, context: Context) -> Iterator[Issue]:
    for pattern, message, fix, prefilter in _CLAIMS:
        for block, offset, sentence in _sentences(prefilter.blocks(page)):
            if block.quoted:
                continue
            found = pattern.search(sentence)
            # A "not" within the promise itself ("won't cost you a dime") warns of nothing.
            if found and not _WARNS.search(pattern.sub("", sentence)):
                start, end = offset + found.start(), offset + found.end()
                if within(start, end, quoted_spans(block.text)):
                    continue
                if not context.allowed.permit(page.name, block.text, start, end):
                    words = f"“{short(found[0])}” {message}"
                    yield Issue(page.path, block.line(start), words, fix)


def _own_outcomes(page: Page, _context: Context) -> Iterator[Issue]:
    for block in _OUTCOMES.blocks(page):
        found = _OUTCOME.search(block.text)
        if found and not block.quoted and not _METHOD.search(block.text):
            message = f"“{short(found[0])}” is a result of the center without how it was measured"
            fix = "Leave it out; or say who was asked, how many, after how long, and by whom"
            yield Issue(page.path, block.line(found.start()), message, fix)


def _sentences(blocks: Iterable[Block]) -> Iterator[tuple[Block, int, str]]:
    for block in blocks:
        for offset, sentence in sentences(block.text):
            yield block, offset, sentence


RULES = (
    Rule(
        "stopping-alone",
        "Advice to stop alcohol or drugs alone, at home or without a doctor: it can kill",
        "Say: “Don't stop suddenly on your own. Talk to a doctor first.”",
        _stopping_alone,
        only_in="en",
    ),
    Rule(
        "promising-claim",
        "Cures, guarantees, “most plans pay all of it”, stars, before and after, “leading”",
        "Say what is there, without praise or promise",
        _claims,
        allowable=True,
        only_in="en",
    ),
    Rule(
        "own-outcomes",
        "Results of the center in numbers, without how they were measured",
        "Leave them out, or say who was asked, how many, after how long, and by whom",
        _own_outcomes,
        only_in="en",
    ),
)
"""The rules of this family."""
