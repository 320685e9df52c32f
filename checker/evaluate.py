"""The engine's answer as plain data, the same for the command line and the page."""

from __future__ import annotations

from typing import Any

from checker.banners import banners
from checker.findings import Findings, canonical, read_findings
from checker.model import QUESTIONS, SCREENS
from checker.responses import Responses, findings, read_responses
from checker.rules import Decision, decide


def assess(raw: object) -> dict[str, Any]:
    """The answer for `{"present": [...], "absent": [...]}`.

    Returns outcome, banners, because, also, missing and conflicts, as ids. Raises InputError.
    """
    given = read_findings(raw)
    return as_json(decide(given), given)


def evaluate(raw: object) -> dict[str, Any]:
    """The answer for `{"responses": {question: [options]}}`, with the findings beside it."""
    return evaluate_responses(read_responses(raw))


def evaluate_responses(responses: Responses) -> dict[str, Any]:
    """The answer for responses that were checked."""
    given = findings(responses)
    answer = as_json(decide(given), given)
    answer["findings"] = {"present": sorted(given.present), "absent": sorted(given.absent)}
    return answer


def as_json(decision: Decision, given: Findings) -> dict[str, Any]:
    """A decision as JSON data; a sign that was given under its alias keeps that name."""
    names = {canonical(sign): sign for sign in sorted(given.absent) + sorted(given.present)}
    return {
        "outcome": decision.outcome,
        "banners": banners(decision),
        "because": [
            {"sign": names[reason.sign], "rule": reason.rule} for reason in decision.because
        ],
        "also": decision.also,
        "missing": decision.missing,
        "conflicts": [
            {
                "rule": conflict.rule,
                "signs": [names[sign] for sign in conflict.signs],
                "counts": [names[sign] for sign in conflict.counts],
            }
            for conflict in decision.conflicts
        ],
    }


def questionnaire() -> dict[str, Any]:
    """The questionnaire: screens in order, and each question with its options and signs."""
    return {
        "screens": SCREENS,
        "questions": [
            {
                "id": question.id,
                "screen": question.screen,
                "kind": question.kind,
                "text": question.text["me"],
                "text_about_another": question.text["them"],
                "shown_if": question.shown_if,
                "only_for": list(question.only_for),
                "options": [
                    {
                        "id": option.id,
                        "text": option.text["me"],
                        "text_about_another": option.text["them"],
                        "present": list(option.present),
                        "absent": list(option.absent),
                        "exclusive": option.exclusive,
                    }
                    for option in question.options
                ],
            }
            for question in QUESTIONS.values()
        ],
    }
