"""The engine's answer as plain data: its keys, and the names under which signs were given."""

from __future__ import annotations

import json

import pytest

from checker.evaluate import assess, evaluate, questionnaire
from checker.examples import EVERYONE
from checker.findings import InputError
from checker.model import QUESTIONS
from tests.checker.no_to_all import CLEAR

KEYS = {"outcome", "banners", "because", "also", "missing", "conflicts"}


def test_an_answer_is_plain_data_that_json_keeps():
    answer = assess({"present": ["x_under_18"]})
    assert set(answer) == KEYS
    assert json.loads(json.dumps(answer)) == answer


def test_the_findings_of_responses_stand_beside_the_answer_in_order():
    answer = evaluate({"responses": EVERYONE})
    found = answer.pop("findings")
    assert found["present"] == sorted(found["present"])
    assert found["absent"] == sorted(found["absent"])
    assert answer == assess(found)


def test_a_contradiction_under_an_alias_keeps_the_name_that_was_given():
    given = ["pt_recent_detox_completion", "x_weekly_care_working", "pt_use_continues_in_therapy"]
    answer = assess({"present": given, "absent": CLEAR})
    (conflict,) = answer["conflicts"]
    assert conflict == {
        "rule": "weekly_care_works_or_not",
        "signs": ["x_weekly_care_working", "pt_use_continues_in_therapy"],
        "counts": ["pt_use_continues_in_therapy"],
    }
    named = {reason["sign"] for reason in answer["because"]}
    assert "pt_recent_detox_completion" in named
    assert "su_detox_completed" not in named


@pytest.mark.parametrize(
    ("entry", "raw"),
    [
        (assess, None),
        (assess, {"present": ["nothing"]}),
        (assess, {"responses": {}}),
        (evaluate, None),
        (evaluate, {"responses": {"nothing": []}}),
        (evaluate, {"present": []}),
    ],
)
def test_what_is_no_input_is_refused(entry, raw):
    with pytest.raises(InputError):
        entry(raw)


def test_the_questionnaire_asks_every_question_on_its_screen():
    whole = questionnaire()
    assert [question["id"] for question in whole["questions"]] == list(QUESTIONS)
    on_screens = [name for screen in whole["screens"] for name in screen["questions"]]
    assert on_screens == list(QUESTIONS)


def test_each_question_says_all_that_a_form_needs_in_both_voices():
    for told in questionnaire()["questions"]:
        question = QUESTIONS[told["id"]]
        assert told == {
            "id": question.id,
            "screen": question.screen,
            "kind": question.kind,
            "text": question.text["me"],
            "text_about_another": question.text["them"],
            "shown_if": question.shown_if,
            "only_for": list(question.only_for),
            "options": told["options"],
        }
        for option, said in zip(question.options, told["options"], strict=True):
            assert said == {
                "id": option.id,
                "text": option.text["me"],
                "text_about_another": option.text["them"],
                "present": list(option.present),
                "absent": list(option.absent),
                "exclusive": option.exclusive,
            }
