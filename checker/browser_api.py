"""Entry point for the browser: JSON in, JSON out; never raises."""

from __future__ import annotations

import json
from typing import Any

from checker import explain, fhir, instruments
from checker.chosen_words import chosen_words, steps_of
from checker.evaluate import as_json
from checker.findings import InputError
from checker.responses import audience, findings, read_responses
from checker.rules import decide


def result(text: str) -> str:
    """All that the result page shows, as JSON, for `{"responses": {question: [options]}}`.

    Returns `{"error": one line}` for input that cannot be read; nothing is raised across the
    border to JavaScript.
    """
    try:
        return json.dumps(_result(json.loads(text)), ensure_ascii=False)
    except InputError as error:
        return json.dumps({"error": str(error)})
    except (ValueError, RecursionError):
        return json.dumps({"error": "the input is not JSON"})


def _result(raw: object) -> dict[str, Any]:
    raw, own = instruments.split(raw)
    responses = read_responses(raw)
    given = findings(responses)
    decision = decide(given)
    voice = audience(responses)
    shared = as_json(decision, given)
    taken = instruments.outcomes(own, decision.outcome, voice)
    return {
        **shared,
        **chosen_words(decision, shared["banners"]),
        "also_steps": {name: steps_of(name, decision) for name in decision.also},
        "findings": {"present": sorted(given.present), "absent": sorted(given.absent)},
        "audience": voice,
        "reasons": explain.reasons(decision, responses, voice),
        "would_change": explain.would_change(decision, given),
        "missing_questions": explain.missing_questions(decision, given, responses),
        "conflict_notes": explain.conflict_notes(decision, responses, voice),
        **({"instruments": [said for _, said in taken]} if taken else {}),
        "fhir": fhir.bundle(responses, voice, taken),
        "whole_response": fhir.whole_response(responses, voice),
    }
