"""Each row of the outcome table, by the smallest findings that reach it."""

import pytest

from checker import sets
from checker.answer import assess
from checker.data import SIGNS

GATE_NO = sorted(sets.SAFETY_GATE)
# One need sign of each section answered with no.
SECTIONS_NO = ["pt_skills_not_sticking", "mh_sleep_affects_day", "su_time_spent"]
CLEAR = [*GATE_NO, *SECTIONS_NO]


def outcome(present, absent):
    given = {"present": present, "absent": [sign for sign in absent if sign not in present]}
    return assess(given)["outcome"]


@pytest.mark.parametrize(
    ("present", "absent", "expected"),
    [
        (["sf_active_suicidal", "x_stable_in_recovery"], [], "emergency_now"),
        (["x_violence_at_home"], CLEAR, "urgent_same_day"),
        (["mh_passive_suicidal_thoughts"], CLEAR, "urgent_same_day"),
        (["mh_passive_suicidal_thoughts", "rd_can_reach_out"], CLEAR, "urgent_same_day"),
        (["x_daily_alcohol_or_sedatives"], CLEAR, "medical_withdrawal_first"),
        (["su_detox_completed", "x_using_again_since_detox"], CLEAR, "medical_withdrawal_first"),
        (["x_iop_tried_not_enough"], CLEAR, "higher_level_first"),
        (["x_under_18"], CLEAR, "teen_route"),
        (["x_about_loved_one"], CLEAR, "loved_one_guidance"),
        (["pt_weekly_therapy_not_enough"], GATE_NO[1:], "not_enough_answers"),
        ([], GATE_NO, "not_enough_answers"),
        (["x_stable_in_recovery"], CLEAR, "maintain_step_down"),
        (["pt_weekly_therapy_not_enough", "lc_home_chaotic"], CLEAR, "iop_supports_missing"),
        (["pt_weekly_therapy_not_enough"], GATE_NO, "iop_assess"),
        ([], CLEAR, "weekly_may_be_enough"),
    ],
)
def test_each_row_is_reached(present: list[str], absent: list[str], expected: str) -> None:
    assert outcome(present, absent) == expected


def test_finished_detox_is_the_exception_for_past_withdrawal() -> None:
    past = ["x_past_severe_withdrawal", "su_detox_completed"]
    no_use = [*CLEAR, "x_using_again_since_detox"]
    assert outcome(past, no_use) == "iop_assess"
    assert outcome(past, CLEAR) == "medical_withdrawal_first", "use since detox is unanswered"
    daily = [*past, "x_daily_alcohol_or_sedatives"]
    assert outcome(daily, no_use) == "medical_withdrawal_first"


def test_protective_answers_are_the_exception_for_passive_thoughts() -> None:
    thoughts = ["mh_passive_suicidal_thoughts", *sets.PROTECTION]
    assert outcome(thoughts, CLEAR) == "iop_assess"
    unsafe = [*thoughts, "rd_cannot_stay_safe_between_sessions"]
    assert outcome(unsafe, CLEAR) == "urgent_same_day"


def test_goals_met_in_an_iop_makes_the_step_down_before_it_past() -> None:
    done = ["x_done_with_iop_goals", "pt_recent_residential_completion"]
    assert outcome(done, CLEAR) == "maintain_step_down"
    stable = ["x_stable_in_recovery", "pt_recent_residential_completion"]
    assert outcome(stable, CLEAR) == "iop_assess"


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        (["su_hard_to_limit", "mh_sleep_affects_day"], "weekly_may_be_enough"),
        (["pt_past_treatment_too_short"], "weekly_may_be_enough"),
        (["pt_past_treatment_too_short", "mh_sleep_affects_day"], "iop_assess"),
        (["mh_co_occurring", "mh_sleep_affects_day"], "iop_assess"),
        (["mh_anxiety_limits", "mh_sleep_affects_day"], "weekly_may_be_enough"),
        (["mh_anxiety_limits", "mh_sleep_affects_day", "su_hard_to_limit"], "iop_assess"),
        (
            ["mh_isolating", "mh_sleep_affects_day", "su_hard_to_limit", "su_time_spent"],
            "weekly_may_be_enough",
        ),
        (
            [
                "mh_isolating",
                "mh_sleep_affects_day",
                "su_hard_to_limit",
                "su_time_spent",
                "su_friends_use",
            ],
            "iop_assess",
        ),
        (["pt_misses_appointments", "su_withdrawal_mild_moderate"], "weekly_may_be_enough"),
    ],
)
def test_how_need_adds_up(need: list[str], expected: str) -> None:
    others = [sign for sign in CLEAR if sign not in need]
    assert outcome(need, [*others, "mh_concentration_decisions", "pt_skills_not_sticking"]) == (
        expected
    )


@pytest.mark.parametrize("pair", [("lc_safe_place_to_live", "lc_home_unsafe")])
def test_a_pair_denied_on_both_sides_is_unanswered(pair: tuple[str, str]) -> None:
    need = ["pt_weekly_therapy_not_enough"]
    assert outcome(need, [*CLEAR, pair[0]]) == "iop_supports_missing"
    assert outcome(need, [*CLEAR, *pair]) == "iop_assess"


def test_denying_both_ways_of_being_safe_leaves_the_gate_open() -> None:
    assert outcome([], [*CLEAR, "rd_can_hold_self_harm_urges"]) == "not_enough_answers"


def test_an_alias_counts_once_and_keeps_its_name() -> None:
    answer = assess({"present": ["pt_recent_detox_completion"], "absent": CLEAR})
    assert answer["outcome"] == "iop_assess"
    assert {"sign": "pt_recent_detox_completion", "rule": "step_down"} in answer["because"]


def test_emergency_signs_are_those_of_the_file() -> None:
    assert {s.id for s in SIGNS.values() if s.safety == "emergency"} == sets.EMERGENCY
