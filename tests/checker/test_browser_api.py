"""The door to the page: whom it speaks to, what a person takes along, and bad input."""

from __future__ import annotations

import json

import pytest

from checker.browser_api import result
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


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"responses": []}', '{"responses": {"who": ["us"]}}', "[" * 100_000]
)
def test_bad_input_from_the_page_is_one_line(text):
    answer = json.loads(result(text))
    assert list(answer) == ["error"]
    assert "\n" not in answer["error"]
