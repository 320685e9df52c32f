"""A clinical review is claimed by `reviewed_by` at the top of a page alone, never in its text.

The site prints "Reviewed by" or "Not yet reviewed by a clinician" from that field. A line that was
pasted along with the text would stand right below it and say something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.content_model.prefilter import Prefilter
from site_config.content_model.text import sentences, short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_DONE = (
    r"(?:re-?viewed|verified|approved|vetted|signed off|fact[- ]?checked|checked|edited|authored"
    r"|written|confirmed)"
)
_CLINICIAN = (
    r"(?:doctors?|physicians?|psychiatrists?|psychologists?|therapists?|clinicians?|nurses?"
    r"|(?:medical|clinical) (?:director|team|staff|board|reviewers?|experts?|advisors?|editors?))"
)
_DEGREE = r"(?:M\.?D\b|D\.?O\b|Ph\.?D\b|Psy\.?D\b|LCSW|LMFT|LPCC?|R\.?N\b|NP\b|PA-C|FASAM|CADC)"
_CLAIM = re.compile(
    rf"\b(?:medically|clinically|doctor|physician|expert)[- ]{_DONE}\b"
    rf"|\b(?:medical|clinical) (?:re-?viewer|review)\b ?(?::|by\b)"
    rf"|\b{_DONE}(?: for accuracy)? by:? (?:(?:an?|our|the|licensed|board-certified|certified"
    rf"|independent|expert) ){{0,4}}(?:Dr\b\.?|{_CLINICIAN}\b)"
    rf"|\b{_DONE}(?: for accuracy)? by:? [^.!?:;]{{3,50}}?, ?{_DEGREE}"
    r"|\b(?:(?:médica|clínica)mente (?:revisad|verificad|aprobad)[oa]"
    r"|(?:revisad|verificad|aprobad)[oa] (?:médica|clínica)mente"
    r"|revisi[oó]n (?:médica|clínica) ?:"
    r"|(?:revisad|verificad|aprobad)[oa] por (?:(?:el|la|un|una|nuestr[oa]) )?"
    r"(?:Dra?\b\.?|doctora?\b|médic[oa]\b|psiquiatra\b|psicólog[oa]\b|terapeuta\b))",
    re.IGNORECASE,
)
_CLAIMS = Prefilter(_CLAIM)
_NO_CLAIM = re.compile(
    r"\b(?:not|never|nobody|until|unless|before|when|once|if|whether|must|should|will|to be|ask|no"
    r"|nunca|nadie|hasta|antes|cuando|si|debe|todavía no|aún no)\b|n't\b|\?",
    re.IGNORECASE,
)
_FIX = (
    "Take the line out. When the clinician named in content/_data/people.yml has read the page, "
    "set `reviewed_by` at its top: the site then says so itself"
)


def _review_claims(page: Page, _context: Context) -> Iterator[Issue]:
    for block in _CLAIMS.blocks(page):
        for offset, sentence in sentences(block.text):
            found = _CLAIM.search(sentence)
            if found and not _NO_CLAIM.search(sentence[: found.start()]):
                message = f"“{short(sentence)}” claims a review that this page's top doesn't name"
                yield Issue(page.path, block.line(offset + found.start()), message, _FIX)


RULES = (
    Rule(
        "review-claim",
        "“Medically reviewed by”, “reviewed by Dr. …” in the text: only `reviewed_by` says that",
        "Take the line out; set `reviewed_by` when the clinician has read the page",
        _review_claims,
    ),
)
"""The rules of this family."""
