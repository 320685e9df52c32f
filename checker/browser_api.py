"""Entry point for the browser: JSON in, JSON out; never raises."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker import explain, fhir, instruments
from checker.banners import banners
from checker.chosen_words import banner_texts, chosen_words, steps_of, variant_of
from checker.evaluate import as_json
from checker.findings import InputError
from checker.model import BANNERS, OUTCOMES, QUESTIONS
from checker.responses import audience, chosen_options, findings, read_responses, shown
from checker.rules import decide
from checker.translations import ENGLISH, Speaking, is_known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Option, Question


def result(text: str) -> str:
    """All that the result page shows, as JSON, for `{"responses": {question: [options]}}`.

    `"languages"` may stand beside them: the page's own, then those that the paper can be in too.
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
    own, *others = _languages(raw)
    given = {k: v for k, v in raw.items() if k != "languages"} if isinstance(raw, dict) else raw
    with Speaking(own):
        answer = _answer(given)
    if others:
        answer["papers"] = {language: _paper(given, language) for language in others}
    return answer


def _languages(raw: object) -> list[str]:
    """The languages to answer in: English unless others are named.

    Raises InputError for one without words here.
    """
    named = raw.get("languages", [ENGLISH]) if isinstance(raw, dict) else [ENGLISH]
    codes = named if isinstance(named, list) and named else [""]
    wrong = next(
        (c for c in codes if not (isinstance(c, str) and _is_code(c) and is_known(c))), None
    )
    if wrong is not None:
        raise InputError(f"unknown language {wrong!r:.80}")
    return codes


def _is_code(code: str) -> bool:
    return len(code) == len(ENGLISH) and code.isascii() and code.isalpha()


def _paper(raw: object, language: str) -> dict[str, Any]:
    """What the sheet for an appointment says in another language, from ids."""
    responses = read_responses(instruments.split(raw)[0])
    voice = audience(responses)
    with Speaking(language):
        decision = decide(findings(responses))
        return {
            "reasons": explain.reasons(decision, responses, voice),
            "answers": [
                answer
                for question in QUESTIONS.values()
                if shown(question, responses)
                for answer in _answers_on_paper(
                    question, chosen_options(question, responses), voice
                )
            ],
            "steps": {
                name: {
                    place: explain.say(OUTCOMES[name]["next_steps"][place], voice)
                    for place in steps_of(name, decision)
                }
                for name in (decision.outcome, *decision.also)
            },
            "notes": {
                name: {place: explain.say(BANNERS[name]["text"][place], voice) for place in places}
                for name, places in banner_texts(banners(decision), decision).items()
            },
        }


def _answers_on_paper(
    question: Question, chosen: Sequence[Option], voice: str
) -> list[dict[str, Any]]:
    """The answers under what was asked, then each that stands under words of its own."""
    under = [option for option in chosen if not option.paper_heading]
    apart = [(option.paper_heading, [option]) for option in chosen if option.paper_heading]
    asked = [(question.paper or question.text, under)] if under else []
    return [
        {
            "id": question.id,
            "question": explain.say(heading, voice),
            "answers": [explain.say(option.paper or option.text, voice) for option in options],
        }
        for heading, options in (*asked, *apart)
    ]


def _answer(raw: object) -> dict[str, Any]:
    raw, own = instruments.split(raw)
    responses = read_responses(raw)
    given = findings(responses)
    decision = decide(given)
    voice = audience(responses)
    shared = as_json(decision, given)
    taken = instruments.instrument_results(own, decision.outcome, voice)
    return {
        **shared,
        **chosen_words(decision, shared["banners"]),
        "also_steps": {name: steps_of(name, decision) for name in decision.also},
        "also_variants": {name: variant_of(name, decision) for name in decision.also},
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
