"""What must hold for every person whose answers contradict each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.banners import banners
from checker.rules import decide
from tests.checker import roles
from tests.checker.strategies import (
    any_findings,
    made_up,
    with_answers,
    without,
)
from tests.checker.urgency import ends, one_of, urgency

CONTRADICTIONS = [  # favorable, riskier
    ("lc_safe_place_to_live", "lc_home_unsafe"),
    ("lc_home_substance_free", "su_substances_where_i_live"),
    ("lc_home_substance_free", "lc_home_undermines_recovery"),
    ("rd_can_hold_self_harm_urges", "rd_cannot_stay_safe_between_sessions"),
    *(("x_weekly_care_working", sign) for sign in roles.SIGNS["current"]),
    ("x_in_iop_helping", "x_iop_tried_not_enough"),
    ("x_done_with_iop_goals", "x_iop_tried_not_enough"),
    ("x_done_with_iop_goals", "x_in_program_now"),
    *((mild, sign) for mild in roles.SIGNS["mild"] for sign in roles.SIGNS["severe"]),
    *((mild, sign) for mild in roles.SIGNS["mild"] for sign in roles.SIGNS["past_severe"]),
]


IN_CARE = ("x_done_with_iop_goals", "x_in_program_now")
"""Take the second away, and nobody treats this person now, which may be more urgent: that is no
calmer door for whoever checks both."""


@given(any_findings, st.sampled_from(CONTRADICTIONS))
def test_a_contradiction_takes_the_safer_side_and_is_shown(f, pair):
    favorable, riskier = pair
    both = with_answers(f, yes=pair)
    decision = decide(both)
    noted = [conflict for conflict in decision.conflicts if conflict.dropped == (favorable,)]
    assert riskier in noted[0].counts
    assert "conflict_notice" in banners(decision)
    assert decision.outcome == ends(without(both, favorable))
    other = with_answers(f, yes={favorable}, no={riskier})
    if pair != IN_CARE and ends(other) != "not_enough_answers":  # which is no door yet
        assert urgency(both) <= urgency(other)


@given(any_findings, st.sets(one_of(*roles.NEED), min_size=3))
def test_three_signs_of_need_contradict_doing_well(f, need):
    both = with_answers(f, yes={*need, "x_stable_in_recovery"})
    decision = decide(both)
    noted = [c for c in decision.conflicts if c.dropped == ("x_stable_in_recovery",)]
    assert set(noted[0].counts) >= need
    assert "conflict_notice" in banners(decision)
    assert decision.outcome == ends(without(both, "x_stable_in_recovery"))


@given(any_findings)
def test_willing_often_and_not_at_all_is_read_as_not_willing(f):
    both = with_answers(f, yes={"rd_willing_several_sessions"}, no={"rd_some_willingness"})
    decision = decide(both)
    noted = [c for c in decision.conflicts if c.dropped == ("rd_willing_several_sessions",)]
    assert noted[0].counts == ("rd_some_willingness",)
    assert {"conflict_notice", "readiness_box"} <= set(banners(decision))
    assert decision.outcome == ends(without(both, "rd_willing_several_sessions"))


@given(made_up())
def test_no_contradiction_is_shown_where_there_is_none(f):
    favorable = {pair[0] for pair in CONTRADICTIONS}
    favorable |= {"x_stable_in_recovery", "rd_willing_several_sessions", "x_uses_alcohol"}
    favorable |= {"x_last_over_30_days", "x_used_while_pregnant", "x_opioids_last_30_days"}
    assert decide(without(f, *favorable)).conflicts == []


@given(any_findings, one_of("su_hard_to_limit", "pt_use_continues_in_therapy"))
def test_no_use_beside_use_opens_the_questions_about_substances(f, use):
    uses = roles.of("alcohol", "sedatives", "other_use")
    decision = decide(with_answers(f, yes={use}, no={*uses, "x_daily_alcohol_or_sedatives"}))
    assert "no_use_or_use" in {conflict.rule for conflict in decision.conflicts}
    assert "x_daily_alcohol_or_sedatives" not in decision.findings.answered
    assert decision.outcome not in roles.FAVORABLE_OUTCOMES


OPPOSITES = [
    {"lc_safe_place_to_live", "lc_home_unsafe"},
    {"rd_can_hold_self_harm_urges", "rd_cannot_stay_safe_between_sessions"},
    {"lc_home_substance_free", "su_substances_where_i_live", "lc_home_undermines_recovery"},
]


@given(any_findings, st.sampled_from(OPPOSITES))
def test_a_pair_denied_on_both_sides_counts_as_unanswered(f, pair):
    assert ends(with_answers(f, no=pair)) == ends(without(f, *pair))
