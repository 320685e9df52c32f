"""Answers to the made-up instrument of the tests, and what the page gets for them."""

from __future__ import annotations

import json

from checker import browser_api
from tests.questionnaire.instrument_files import NAME

WALK, DARK, REST, AWAKE, WHY, ALONE, IMPACT = map(str, range(1, 8))
HIGH = {WALK: 0, DARK: 1, REST: 1, AWAKE: 2, WHY: 1, ALONE: 1, IMPACT: 1}


def keys(answers):
    return {f"{NAME}/{item}": [str(place)] for item, place in answers.items()}


def ask(form):
    return json.loads(browser_api.result(json.dumps({"responses": form})))
