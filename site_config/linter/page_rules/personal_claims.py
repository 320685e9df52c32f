"""What is said about one person: testimonials, and diagnoses of the reader.

One person's story reads as a promise to the next one, and a client's words tell who was a client.
No page can know what its reader has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.content_model.prefilter import Prefilter, fold
from site_config.content_model.text import quoted_spans, sentences, short, within
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_CLIENT = r"(?:clients?|patients?|alumn(?:us|a|i|ae)|graduates?)"
_WHO = rf"(?:(?:a |our |former |past |recent |grateful |happy ){{1,3}}{_CLIENT}\b|{_CLIENT} of )"
_PRAISE = re.compile(
    rf"""
    \btestimonials?\b | \bsuccess[ ]stor(?:y|ies)\b
  | \b(?:our|former|past)[ ]{_CLIENT}[ ](?:say|says|said|tell|told|love|loves|rave|write|wrote)\b
  | \b(?:saved|changed|turned|gave)[ ](?:my[ ]life|me[ ](?:my[ ]life|hope)[ ]back)\b
    (?:[ ]around)?
  | \bowe[ ](?:them|you|it|(?:this|the)[ ]\w+)[ ]my[ ]life\b
  | \bthanks[ ]to[ ](?:this|the)[ ](?:place|program|center|team)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PRAISES = Prefilter(_PRAISE)
# After the closing mark of a quote, or alone in a block quote: who is said to have said it.
_NAME = r"[A-Z][\w'-]+(?: [A-Z](?:\.|[\w'-]+))?"
_SIGNED = re.compile(
    rf"\W{{0,4}}(?:(?i:says|said|writes|wrote|tells us|by) )?(?:{_NAME}, ?(?:age |aged )?\d\d\b"
    rf"|{_NAME}, (?i:{_WHO})|[A-Z][\w'-]+ [A-Z]\.(?=\W|$)"
    rf"|(?i:{_WHO}(?=\W*$|[^.]{{0,20}} (?:says|said|writes|wrote|told))))"
)
_SPOKEN = re.compile(r"\b(?:I|I'm|I've|I'd|my|me|we|they|you|this|here)\b")
_NOT_OURS = re.compile(
    r"\b(?:no|not|never|without|beware|careful|watch out|avoid|instead of|rather than|ask)\b|n't\b",
    re.IGNORECASE,
)
_TESTIMONIAL_FIX = "Leave it out; describe what the program does"

_ILLNESS = (
    r"(?:(?:major |clinical |severe )?depression|anxiety(?: disorder)?|an? \w+ disorder"
    r"|an? (?:\w+ ){1,2}use disorder|ptsd|ocd|adhd|bipolar(?: disorder)?|schizophrenia|psychosis"
    r"|an addiction|a drinking problem|a drug problem|alcoholism)"
)
_STATE = (
    r"(?:bipolar|(?:clinically )?depressed|an? (?:alcoholic|addict)|addicted|psychotic"
    r"|schizophrenic|manic|anorexic|bulimic|mentally ill|suicidal|codependent)"
)
_SURELY = r"(?:clearly |probably |definitely |certainly |likely |surely )?"
_DIAGNOSIS = re.compile(
    rf"\byou(?: {_SURELY}(?:have|suffer from)|'ve got) {_SURELY}{_ILLNESS}\b"
    rf"|\byou(?: are|'re) {_SURELY}{_STATE}\b",
    re.IGNORECASE,
)
_DIAGNOSES = Prefilter(_DIAGNOSIS)
# Just before “you have”: a condition, a question, or someone else's words.
_OPEN = re.compile(
    r"\b(?:if|when(?:ever)?|whether|that|think|feel|believe|say|says|said|unless|while|because"
    r"|until|once|though|although|since|and|or|do|does|did|where|how|what|which|who|like|as|why"
    r"|mean|means|sure|know|told|tells?|suppose|in case|even|after|before|hear)(?: \w+)?\s*$",
    re.IGNORECASE,
)


def _testimonials(page: Page, context: Context) -> Iterator[Issue]:
    blocks = page.parts.blocks
    for at, block in enumerate(blocks):
        above = blocks[at - 1] if at else None
        for start, end in _stories(block, above):
            if not context.allowed.permit(page.name, block.text, start, end):
                message = f"“{short(block.text[start:end])}” is a testimonial: one story says "
                message += "nothing about the next one"
                yield Issue(page.path, block.line(start), message, _TESTIMONIAL_FIX)
                break


def _stories(block: Block, above: Block | None) -> Iterator[tuple[int, int]]:
    """Give the spans of `block` that praise in the first person, or sign what someone said."""
    praising = _PRAISES.might_match(fold(block.text))
    for offset, sentence in sentences(block.text) if praising else ():
        found = _PRAISE.search(sentence)
        rest = sentence[: found.start()] + sentence[found.end() :] if found else ""
        if found and not _NOT_OURS.search(rest):
            yield offset + found.start(), offset + found.end()
    for start, end in quoted_spans(block.text):
        signed = _SIGNED.match(block.text, end)
        if signed and _SPOKEN.search(block.text[start:end]):
            yield start, signed.end()
    signed = _SIGNED.match(block.text) if block.quoted else None
    if signed and above and above.quoted and _SPOKEN.search(above.text):
        yield 0, len(block.text)


def _diagnoses(page: Page, context: Context) -> Iterator[Issue]:
    for block in _DIAGNOSES.blocks(page):
        quotes = quoted_spans(block.text)
        for offset, sentence in () if block.quoted else sentences(block.text):
            for found in _DIAGNOSIS.finditer(sentence):
                start, end = offset + found.start(), offset + found.end()
                said = _OPEN.search(sentence[: found.start()]) or sentence.endswith("?")
                if said or within(start, end, quotes):
                    continue
                if not context.allowed.permit(page.name, block.text, start, end):
                    message = f"“{short(found[0])}” is a diagnosis, and no page can give one"
                    fix = "Say what people notice, and that a professional can tell what it is"
                    yield Issue(page.path, block.line(start), message, fix)


RULES = (
    Rule(
        "testimonial",
        "Praise by clients, or a quote signed with a name: one story promises nothing to the next",
        "Leave it out; describe what the program does",
        _testimonials,
        allowable=True,
        only_in="en",
    ),
    Rule(
        "diagnosis",
        "“You have depression”, “you're bipolar”: a page that says what its reader has",
        "Say what people notice, and that a professional can tell what it is",
        _diagnoses,
        allowable=True,
        only_in="en",
    ),
)
"""The rules of this family."""
