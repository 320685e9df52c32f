"""Scoring of a center's own questionnaire, by table; it never changes what the check says."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import browser_api, instruments
from checker.examples import EVERYONE, EXAMPLES
from checker.findings import InputError
from tests.checker.own_instrument import (
    ALONE,
    AWAKE,
    DARK,
    HIGH,
    IMPACT,
    REST,
    WALK,
    WHY,
    ask,
    keys,
)
from tests.checker.strategies import responses
from tests.questionnaire.instrument_files import NAME

CALM = "weekly_may_be_enough"


# Answers as places of options; then state, total, the band's name, and how many are open.
TABLE = [
    ({}, "open", None, None, 4),
    ({WALK: 2, DARK: 0, REST: 0, IMPACT: 0}, "finished", 0, "few", 0),
    ({WALK: 2, DARK: 0, REST: 0}, "finished", 0, "few", 1),  # what is not scored may stay open
    ({WALK: 2, DARK: 0}, "unfinished", None, None, 2),
    ({IMPACT: 1}, "unfinished", None, None, 3),
    ({WALK: 0, DARK: 0, REST: 0}, "finished", 2, "few", 1),
    ({WALK: 0, DARK: 1, REST: 0}, "unfinished", None, None, 2),  # opened one more
    ({WALK: 0, DARK: 1, REST: 0, ALONE: 1}, "finished", 3, "few", 1),
    ({WALK: 0, DARK: 1, REST: 0, ALONE: 0}, "finished", 6, "some", 1),
    ({WALK: 2, DARK: 0, REST: 1, AWAKE: 0}, "finished", 2, "few", 1),  # awake: never asks no why
    ({WALK: 2, DARK: 0, REST: 1, AWAKE: 1}, "unfinished", None, None, 2),
    ({WALK: 2, DARK: 0, REST: 1, AWAKE: 1, WHY: 0}, "finished", 4, "few", 1),
    ({WALK: 1, DARK: 0, REST: 1, AWAKE: 1, WHY: 0}, "finished", 5, "some", 1),
    ({WALK: 0, DARK: 2, REST: 1, AWAKE: 2, WHY: 1, ALONE: 0}, "finished", 15, "many", 1),
    # answers to what is no longer asked count nowhere, and open nothing
    ({WALK: 2, DARK: 0, REST: 0, AWAKE: 2, WHY: 1, ALONE: 0}, "finished", 0, "few", 1),
    ({WALK: 2, DARK: 0, REST: 1, AWAKE: 0, WHY: 1}, "finished", 2, "few", 1),
]


@pytest.mark.parametrize("row", TABLE)
def test_the_total_is_the_sum_of_what_is_asked(own, row):
    answers, *wanted = row
    said = instruments.instrument_result(own, answers, CALM)
    band = None if said["band"] is None else own["bands"][said["band"]]["name"]
    assert [said["state"], said["total"], band, said["skipped"]] == wanted


@pytest.mark.parametrize(
    ("total", "outcome", "worth"),
    [
        (4, CALM, False),
        (5, CALM, True),
        (5, "maintain_step_down", True),
        (5, "stay_with_program", True),
        (5, "iop_assess", False),
        (5, "iop_supports_missing", False),
        (5, "not_enough_answers", False),
        (5, "opioid_medicine_first", False),
    ],
)
def test_from_the_cutoff_on_a_calm_result_adds_worth_an_assessment(own, total, outcome, worth):
    answers = {DARK: 0, REST: 1, AWAKE: 1, WHY: 0, WALK: 2 if total == 4 else 1}
    said = instruments.instrument_result(own, answers, outcome)
    assert (said["total"], said["worth"]) == (total, worth)


@pytest.mark.parametrize(
    ("answers", "danger"),
    [
        ({DARK: 1}, False),
        ({DARK: 2}, True),
        ({DARK: 1, ALONE: 0}, True),
        ({DARK: 1, ALONE: 1}, False),
        ({DARK: 0, ALONE: 0}, False),  # not asked any more
    ],
)
def test_a_safety_answer_is_known_before_the_end(own, answers, danger):
    said = instruments.instrument_result(own, answers, CALM)
    assert said["state"] == "unfinished"
    assert said["danger"] is danger


@pytest.mark.parametrize(
    "wrong",
    [
        {"other/1": ["0"]},
        {f"{NAME}/99": ["0"]},
        {f"{NAME}/1": ["9"]},
        {f"{NAME}/1": ["-1"]},
        {f"{NAME}/1": ["0", "1"]},
        {f"{NAME}/1": [0]},
        {f"{NAME}/1": "0"},
        {f"{NAME}/": ["0"]},
    ],
)
def test_what_is_no_answer_is_refused(own, wrong):
    with pytest.raises(InputError):
        instruments.read_answers(wrong, [own])
    said = json.loads(browser_api.result(json.dumps({"responses": wrong})))
    assert set(said) == {"error"}


SCORES = st.dictionaries(st.sampled_from(list("1234567")), st.integers(0, 1))
ADDED = ("instruments", "fhir")


@settings(max_examples=60)
@given(form=responses(), answers=SCORES)
def test_it_never_changes_what_the_check_says(own, form, answers):
    without = ask(form)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(instruments, "INSTRUMENTS", [own])
        beside = ask(form | keys(answers))
    assert {n: v for n, v in beside.items() if n not in ADDED} == {
        n: v for n, v in without.items() if n not in ADDED
    }
    assert beside["fhir"]["entry"][:2] == without["fhir"]["entry"]
    taken = beside["audience"] == "me" and beside["outcome"] in instruments.OFFERED_AFTER
    assert ("instruments" in beside) == taken


def test_without_an_instrument_nothing_is_added():
    assert "instruments" not in ask(EVERYONE)
    assert len(ask(EVERYONE)["fhir"]["entry"]) == 2


def test_rows_1_to_7_and_others_than_adults_for_themselves_have_none(offered):
    assert offered
    for made_up in EXAMPLES:
        said = ask(EVERYONE | made_up["answers"] | keys(HIGH))
        wanted = said["audience"] == "me" and said["outcome"] in instruments.OFFERED_AFTER
        assert ("instruments" in said) == wanted
        assert len(said["fhir"]["entry"]) == (4 if wanted else 2)


def chain():
    """Three items; each of the last two is asked only after the first option of the one before."""
    before = [None, "1", "2"]
    return [
        {
            "id": str(number),
            "scored": True,
            "options": [{"score": 1, "danger": False}, {"score": 0, "danger": False}],
            "when": [
                {"behavior": "all", "tests": [{"item": other, "options": [0], "not": False}]}
                for other in [before[number - 1]]
                if other
            ],
        }
        for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"1": 0, "2": 0, "3": 0}, ["1", "2", "3"]),
        ({"1": 0, "2": 1, "3": 0}, ["1", "2"]),
        ({"1": 1, "2": 0, "3": 0}, ["1"]),
        ({"2": 0, "3": 0}, ["1"]),
    ],
)
def test_an_answer_that_is_no_longer_asked_for_opens_no_other(answers, asked):
    own = {"items": chain()}
    assert [item["id"] for item, _ in instruments.counted(own, answers)] == asked
