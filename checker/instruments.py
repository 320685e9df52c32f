"""A center's own questionnaires: which items count, and the total. Never a part of the outcome.

An instrument is an entry of `instruments` in `data.json`, made and checked by
`site_config/questionnaire/instruments.py`. Its answers arrive beside those of the check, under
`INSTRUMENT/ITEM`: no question of the check has a slash in its id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.findings import InputError
from checker.ids import OUTCOMES
from checker.model import INSTRUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
Answers = dict[str, int]
"""Item id to the place of the chosen option."""

OFFERED_AFTER = frozenset(OUTCOMES[OUTCOMES.index("opioid_medicine_first") :])
"""Rows 8 to 14: nothing more urgent comes first."""
CALM_OUTCOMES = frozenset({"stay_with_program", "maintain_step_down", "weekly_may_be_enough"})
"""Results that ask for no assessment: beside them a high total adds that one is worth it."""


def split(raw: object) -> tuple[object, dict[str, Any]]:
    """The message without the answers to instruments, and those answers.

    Malformed input is returned unchanged; `read_responses` reports it.
    """
    given = raw.get("responses") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(given, dict):
        return raw, {}
    own = {name: chosen for name, chosen in given.items() if "/" in str(name)}
    return {**raw, "responses": {n: c for n, c in given.items() if n not in own}}, own


def read_answers(own: dict[str, Any], known: list[Json]) -> dict[str, Answers]:
    """Answers by the id of the instrument, checked.

    Raises InputError for an unknown instrument, item or option, or more than one option.
    """
    instruments = {one["id"]: one for one in known}
    found: dict[str, Answers] = {name: {} for name in instruments}
    for key, chosen in own.items():
        name, _, item_id = key.partition("/")
        items = {item["id"]: item for item in instruments.get(name, {"items": []})["items"]}
        if item_id not in items:
            raise InputError(f"unknown question {key!r:.80}")
        places = [str(place) for place in range(len(items[item_id]["options"]))]
        if not isinstance(chosen, list) or len(chosen) > 1:
            raise InputError(f"question {key!r:.80} takes a list of one option")
        for option in chosen:
            if option not in places:
                raise InputError(f"unknown option {option!r:.80} in question {key!r:.80}")
            found[name][item_id] = int(option)
    return found


def counted(instrument: Json, answers: Answers) -> Iterator[tuple[Json, int | None]]:
    """The items that are asked after these answers, in order, each with its answer or None.

    An answer to an item that is no longer asked counts nowhere, and opens no other item.
    """
    valid: Answers = {}
    for item in instrument["items"]:
        if all(_holds(condition, valid) for condition in item["when"]):
            answer = answers.get(item["id"])
            if answer is not None:
                valid[item["id"]] = answer
            yield item, answer


def _holds(condition: Json, valid: Answers) -> bool:
    """Whether FHIR's `enableWhen` of one item, or of a group around it, holds."""
    tests = (
        (valid.get(test["item"]) in test["options"]) is not test["not"]
        for test in condition["tests"]
    )
    return all(tests) if condition["behavior"] == "all" else any(tests)


def instrument_result(instrument: Json, answers: Answers, outcome: str) -> Json:
    """What the page, the paper and the file say of one instrument beside this outcome.

    `state` is "open" (no answer), "unfinished" or "finished"; only a finished one has a total, and
    only beside a result that asks for no assessment can it say that one is worth it.
    """
    asked = list(counted(instrument, answers))
    given = [(item, answer) for item, answer in asked if answer is not None]
    is_whole = bool(given) and not any(item["scored"] and a is None for item, a in asked)
    total = _total(given) if is_whole else None
    return {
        "id": instrument["id"],
        "state": "finished" if total is not None else "unfinished" if given else "open",
        "answers": [[item["id"], str(answer)] for item, answer in given],
        "skipped": len(asked) - len(given),
        "total": total,
        "band": None if total is None else _band(instrument, total),
        "worth": total is not None
        and total >= instrument["cutoff"]["at"]
        and outcome in CALM_OUTCOMES,
        "danger": any(item["options"][answer]["danger"] for item, answer in given),
    }


def _total(given: list[tuple[Json, int]]) -> int:
    """The sum of the scores; items that are not scored add nothing."""
    return sum(item["options"][answer]["score"] or 0 for item, answer in given)


def _band(instrument: Json, total: int) -> int:
    """The place of the band that the total falls into; the bands cover the whole range."""
    return next(
        place
        for place, band in enumerate(instrument["bands"])
        if band["from"] <= total <= band["to"]
    )


def instrument_results(own: dict[str, Any], outcome: str, voice: str) -> list[tuple[Json, Json]]:
    """Each instrument with what is said of it; none where they are not offered.

    They are for adults who answer for themselves, after a result of rows 8 to 14.
    """
    answers = read_answers(own, INSTRUMENTS)
    if voice != "me" or outcome not in OFFERED_AFTER:
        return []
    return [(one, instrument_result(one, answers[one["id"]], outcome)) for one in INSTRUMENTS]
