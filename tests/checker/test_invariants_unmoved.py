"""What never changes a decision: the order of answers, cost and duties, and need beside danger.

The other invariants about the decision are in `test_invariants.py`.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.browser_api import result
from checker.evaluate import assess, evaluate
from checker.findings import Findings
from tests.checker import roles
from tests.checker.strategies import (
    WELL,
    any_findings,
    made_up,
    names,
    responses,
    with_answers,
    without,
)
from tests.checker.urgency import ends, one_of

BETWEEN_12_AND_13 = {"iop_supports_missing", "iop_assess"}


@settings(max_examples=60)
@given(responses(), st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(form, random):
    shuffled = [(q, random.sample(chosen, len(chosen))) for q, chosen in form.items()]
    shuffled = dict(random.sample(shuffled, len(shuffled)))
    assert result(json.dumps({"responses": shuffled})) == result(json.dumps({"responses": form}))


@given(made_up())
def test_the_order_of_signs_does_not_matter(f):
    present, absent = sorted(f.present), sorted(f.absent)
    there = assess({"present": present, "absent": absent})
    back = assess({"absent": absent[::-1], "present": present[::-1]})
    assert json.dumps(there) == json.dumps(back)


def ways(f: Findings, sign: str) -> set[str]:
    """The outcomes with this sign answered yes, no, and not at all."""
    tried = with_answers(f, yes={sign}), with_answers(f, no={sign}), without(f, sign)
    return {ends(way) for way in tried}


@given(any_findings, one_of(*roles.SIGNS["cost"], *roles.SIGNS["duties"]))
def test_cost_insurance_and_duties_never_change_the_outcome(f, sign):
    assert ways(f, sign) == {ends(f)}


PLAIN = roles.SIGNS["plain"]
NEARLY_ENOUGH = [(), PLAIN[:4], ("mh_anxiety_limits", PLAIN[0]), roles.SIGNS["past"][:1]]


@pytest.mark.parametrize("need", [*NEARLY_ENOUGH, roles.SIGNS["both"]])
def test_cost_and_duties_are_no_sign_of_need_for_someone_one_sign_short(need):
    f = with_answers(WELL, yes=need, no=roles.of("stable", "goals_met", "in_program"))
    for sign in (*roles.SIGNS["cost"], *roles.SIGNS["duties"]):
        assert ways(f, sign) == {"weekly_may_be_enough"}, sign


@given(any_findings, one_of(*set(roles.SIGNS["support"]) - {"lc_safe_place_to_live"}))
def test_rides_groups_and_willingness_change_only_between_12_and_13(f, sign):
    found = ways(f, sign)
    assert len(found) == 1 or found == BETWEEN_12_AND_13


ROW_9 = roles.OUTCOMES.index("not_enough_answers")
NO_DANGER = names(
    roles.of("current", "past", "both", "function", "plain", "images", "stable", "goals_met")
    | roles.of("weekly_works", "home_trouble", "support", "duties", "cost", "strengths", "notes")
    - {"lc_home_unsafe"}
)


@given(any_findings)
def test_danger_is_decided_without_a_look_at_need(f):
    """What the enumeration in slices rests on: rows 1 to 8 read nothing of these."""
    mild = names(roles.of("mild", "holds_urges"))
    uses = names(roles.of("alcohol", "sedatives", "other_use"))
    if f.absent >= uses:  # beside signs of use that contradicts itself, and opens questions
        return
    alone = ends(Findings(f.present - NO_DANGER - mild, f.absent - NO_DANGER - mild))
    above = roles.OUTCOMES[:ROW_9]
    if not f.present & mild:
        assert alone == ends(f) if ends(f) in above else alone not in above


@given(responses())
def test_the_form_decides_as_its_findings_do(form):
    answer = evaluate({"responses": form})
    again = assess(answer.pop("findings"))
    assert answer == again
