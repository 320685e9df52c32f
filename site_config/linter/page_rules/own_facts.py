"""Facts about the center that a page may say only as far as center.yml has them.

An accreditation or a plan's contract that ended stays in a sentence that nobody thinks of; in
center.yml it is kept once, and someone has looked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.prefilter import Prefilter
from site_config.content_model.text import quoted_spans, sentences, short, within
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.linter.rule import Context
    from site_config.settings.center import Center

_WORD = r"[A-ZÁÉÍÓÚÑ0-9][\w&'.-]*\w"
_NAME = rf"(?P<name>{_WORD}(?: (?:(?:of|on|and|the|de|del|la|y|for) )*{_WORD})*)"
_THE = r"(?:(?:the|The|la|La|el|El) )?"
_BODY = r"(?P<known>Joint Commission|CARF|JCAHO|TJC|LegitScript|COA)"
_ACCREDITED = re.compile(
    rf"\b(?i:accredit(?:ed|ation)|certified|licensed) (?i:by|from|through) {_THE}{_NAME}"
    rf"|\b{_BODY}[ -](?i:accredit\w+|certified)"
    rf"|\b{_BODY.replace('known', 'seal')}(?:'s)? [Gg]old [Ss]eal"
    rf"|\b(?i:acreditad[oa]s?|certificad[oa]s?) por {_THE}{_NAME.replace('name', 'nombre')}"
)
_PLANS = r"(?P<plans>(?i:most|all|many|major|every) (?:\w+ ){0,3}(?i:plans?|insur\w+))"
_IN_NETWORK = re.compile(
    rf"\b(?i:in[- ]network|contract(?:ed|s)?) (?i:with|for) (?:{_PLANS}|{_THE}{_NAME})"
    rf"|\b(?i:(?:dentro|parte|en)(?: de)? la red de) {_THE}{_NAME.replace('name', 'nombre')}"
)
# What is asked, looked for or true of some programs is said of no center.
_NO_CLAIM = re.compile(
    r"\?|\b(?:if|whether|ask|check|look for|programs (?:that are )?accredited|an? program"
    r"|some|many programs|not|never|no longer|unless|until|choose|find|si|pregunte|busque|algunos"
    r"|no|nunca)\b|n't\b",
    re.IGNORECASE,
)


class _Fact(NamedTuple):
    pattern: re.Pattern[str]
    prefilter: Prefilter
    fields: tuple[str, ...]
    fix: str


_FACTS = (
    _Fact(
        _ACCREDITED,
        Prefilter(_ACCREDITED),
        ("accreditation", "license_body"),
        "Leave it out. Where it holds and you have seen the letter, write that body's name, as "
        "here, into `accreditation` of site_config/center.yml (of a license: `license_body`); then "
        "the sentence may stay",
    ),
    _Fact(
        _IN_NETWORK,
        Prefilter(_IN_NETWORK),
        ("insurance",),
        "Leave it out. Where the center has that contract, write the plan's name, as here, into "
        "`insurance` of site_config/center.yml; then the sentence may stay",
    ),
)


def _own_facts(page: Page, context: Context) -> Iterator[Issue]:
    for fact in _FACTS:
        for block in fact.prefilter.blocks(page):
            if not block.quoted:
                yield from _claimed(fact, block, page, context)


def _claimed(fact: _Fact, block: Block, page: Page, context: Context) -> Iterator[Issue]:
    quotes = quoted_spans(block.text)
    for offset, sentence in sentences(block.text):
        found = fact.pattern.search(sentence)
        if not found or _NO_CLAIM.search(sentence):
            continue
        start, end = offset + found.start(), offset + found.end()
        said = within(start, end, quotes) or _is_known(found, fact, context.project.center)
        if not said and not context.allowed.permit(page.name, block.text, start, end):
            fields = " or ".join(f"`{name}`" for name in fact.fields)
            message = f"“{short(found[0])}”: {fields} of center.yml doesn't say so"
            yield Issue(page.path, block.line(start), message, fact.fix)


def _is_known(found: re.Match[str], fact: _Fact, center: Center) -> bool:
    """Return whether center.yml has the name, or a longer one that begins or ends with it."""
    name = next((said for said in found.groupdict().values() if said), "").casefold()
    values = (getattr(center, field) or [] for field in fact.fields)
    known = [one for value in values for one in ([value] if isinstance(value, str) else value)]
    return any(name in one.casefold() or one.casefold() in name for one in known)


RULES = (
    Rule(
        "own-facts",
        "“Accredited by …”, “in network with …”, without that fact in center.yml",
        "Leave it out, or write the fact into center.yml once you have seen it in writing",
        _own_facts,
        allowable=True,
    ),
)
"""The rules of this family."""
