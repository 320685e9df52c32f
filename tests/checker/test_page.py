"""The door to the page: whom it speaks to, what a person takes along, and bad input."""

from __future__ import annotations

import json

import pytest

from checker.data import OUTCOMES, QUESTIONS
from checker.page import result
from tests.checker.page_answer import explained


@pytest.mark.parametrize(
    ("answers", "voice"),
    [
        ({}, "me"),
        ({"age": ["under_18"]}, "teen"),
        ({"who": ["them"]}, "them"),
        ({"who": ["them"], "age": ["under_18"]}, "them"),
    ],
)
def test_whom_the_page_speaks_to(answers, voice):
    assert explained(**answers)["audience"] == voice


def test_the_summary_holds_what_was_answered_and_no_outcome():
    answer = explained(feelings=["sleep"], cost=[], duties=["rather_not_say"])
    summary = {entry["question"]: entry["answers"] for entry in answer["summary"]}
    assert "cost" not in summary
    assert list(summary) == [name for name in QUESTIONS if name in summary]
    sleep = next(o for o in QUESTIONS["feelings"].options if o.id == "sleep")
    assert summary["feelings"] == [sleep.text["me"]]
    assert OUTCOMES[answer["outcome"]]["title"]["me"] not in json.dumps(answer["summary"])


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"responses": []}', '{"responses": {"who": ["us"]}}', "[" * 100_000]
)
def test_bad_input_from_the_page_is_one_line(text):
    answer = json.loads(result(text))
    assert list(answer) == ["error"]
    assert "\n" not in answer["error"]
