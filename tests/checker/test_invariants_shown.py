"""What every person must be shown: the invariants of design.md §4 about words and banners.

Those about the decision are in `test_invariants.py`.
"""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given

from checker.banners import banners
from checker.browser_api import result
from checker.model import BANNERS, CONFLICTS, OUTCOMES, RULES, WISHES
from checker.rules import decide
from tests.checker import roles
from tests.checker.strategies import any_findings, responses


@given(any_findings)
def test_every_outcome_shows_988_and_an_emergency_911_first(f):
    decision = decide(f)
    shown = banners(decision)
    assert "crisis_988" in shown
    assert (shown[0] == "call_911") == (decision.outcome == "emergency_now")


@given(any_findings)
def test_an_open_question_on_safety_is_shown_where_nothing_more_urgent_stands(f):
    """The one on treatment, whose sign is taken out here, counts for the result alone."""
    decision = decide(f)
    gate_open = not decision.findings.answered >= roles.GATE - {"x_iop_tried_not_enough"}
    urgent = decision.outcome in {"emergency_now", "urgent_same_day"}
    assert ("finish_safety" in banners(decision)) == (gate_open and not urgent)


@pytest.mark.parametrize("outcome", roles.OUTCOMES[2:])
def test_the_centers_own_contact_never_stands_alone(outcome):
    """Rows 3 to 14 point to places of care, so each names the public list of all of them."""
    assert "FindTreatment.gov" in json.dumps(OUTCOMES[outcome]["next_steps"])


@given(responses())
def test_no_number_stands_for_a_result(form):
    """No score, percentage or count in what the page shows; only crisis numbers and the age."""
    answer = json.loads(result(json.dumps({"responses": form})))
    shown = {name: answer[name] for name in ("outcome", "banners", "missing_questions")}
    shown["why"] = [reason["why"] for reason in answer["reasons"]]
    shown["change"] = [change["text"] for change in answer["would_change"]]
    shown["words"] = said(OUTCOMES[answer["outcome"]])
    assert set(re.findall(r"\d+", json.dumps(shown, ensure_ascii=False))) <= NUMBERS
    assert not any(isinstance(value, int | float) for value in leaves(answer["reasons"]))


@pytest.mark.parametrize("words", [OUTCOMES, BANNERS, RULES, WISHES, CONFLICTS])
def test_no_words_of_a_result_hold_a_number(words):
    texts = [text for entry in words.values() for text in said(entry)]
    assert set(re.findall(r"\d+", " ".join(texts))) <= NUMBERS


NUMBERS = {"911", "988", "211", "18", "65"}  # lines to call, and ages
"""Crisis lines, and the age; "7-OH" is the name of a drug."""


def said(entry):
    """The words of an outcome, a banner or a rule: not its ids, which may hold a number."""
    keys = {"me", "them", "teen"}
    if isinstance(entry, list):
        return [text for item in entry for text in said(item)]
    if not isinstance(entry, dict):
        return []
    texts = [str(value).replace("7-OH", "") for key, value in entry.items() if key in keys]
    return texts + [text for value in entry.values() for text in said(value)]


def leaves(value):
    """All single values in nested lists and objects."""
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from leaves(part)
    else:
        yield value
