"""Each row of the outcome table, by the smallest findings that reach it.

What the rules of rows 1 to 5 name: `test_safety_rows.py`, `test_withdrawal_row.py`.
"""

from itertools import product

import pytest

from checker import sign_groups
from checker.evaluate import assess
from checker.findings import Findings, settle
from tests.checker.no_to_all import (
    CLEAR,
    GATE_NO,
    PROTECTED,
    SECTIONS_NO,
    because_by_rule,
    outcome,
)


@pytest.mark.parametrize(
    ("present", "absent", "expected"),
    [
        (["sf_active_suicidal", "x_stable_in_recovery"], [], "emergency_now"),
        (["x_violence_at_home"], CLEAR, "urgent_same_day"),
        (["mh_passive_suicidal_thoughts"], CLEAR, "urgent_same_day"),
        (["mh_passive_suicidal_thoughts", "rd_can_reach_out"], CLEAR, "urgent_same_day"),
        (["x_fall_or_head_injury"], CLEAR, "doctor_first"),
        (["x_opioids_last_30_days"], CLEAR, "opioid_medicine_first"),
        (["x_in_iop_helping", "mh_sleep_affects_day"], CLEAR, "stay_with_program"),
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


HELD_SELF_HARM = ("mh_self_harm_not_life_threatening", "x_violence_at_home")


@pytest.mark.parametrize(
    ("thought", "violence"),
    # Self-harm by someone who is hurt, and is held: that one is for today (test_at_night.py).
    sorted({*product(sign_groups.THOUGHTS, sign_groups.VIOLENCE)} - {HELD_SELF_HARM}),
)
def test_thoughts_a_gun_and_violence_by_or_against_anyone_are_an_emergency(thought, violence):
    together = {thought, violence, "x_means_at_hand"}
    answer = assess({"present": sorted(together | set(PROTECTED)), "absent": []})
    assert answer["outcome"] == "emergency_now"
    rules = {reason["sign"] for reason in answer["because"] if "violence" in reason["rule"]}
    assert rules == together
    for missing in together - {violence}:
        fewer = sorted(together - {missing} | set(PROTECTED))
        assert assess({"present": fewer, "absent": []})["outcome"] == "urgent_same_day"


FOUR = ("mh_isolating", "mh_sleep_affects_day", "su_friends_use", "su_hard_to_limit")


@pytest.mark.parametrize(
    ("present", "denied", "because"),
    [
        (
            ["x_opioid_medicine", "x_opioid_medicine_stopped"],
            [],
            {"opioid_medicine_stopped": ["x_opioid_medicine_stopped"]},
        ),
        (  # medicine that ran out is no medicine
            ["x_opioid_medicine", "x_opioid_medicine_stopped", "x_opioids_last_30_days"],
            [],
            {
                "opioid_medicine_stopped": ["x_opioid_medicine_stopped"],
                "opioids_untreated": ["x_opioids_last_30_days"],
            },
        ),
        (
            ["x_opioid_medicine", "x_opioids_last_30_days"],
            [],
            {"opioids_on_top": ["x_opioids_last_30_days"]},
        ),
        (
            ["x_opioids_before", "x_left_institution_30_days"],
            [],
            {"opioids_after_leaving": ["x_left_institution_30_days", "x_opioids_before"]},
        ),
        (["x_under_18", "x_about_loved_one"], [], {"under_18": ["x_under_18"]}),
        (["x_about_loved_one"], [], {"about_loved_one": ["x_about_loved_one"]}),
        (
            ["x_stable_in_recovery", "x_done_with_iop_goals", "pt_recent_residential_completion"],
            [],
            {"doing_well": ["x_done_with_iop_goals", "x_stable_in_recovery"]},
        ),
        (
            ["pt_crises_between_sessions", "lc_home_chaotic"],
            ["lc_reliable_transport"],
            {
                "care_now_not_enough": ["pt_crises_between_sessions"],
                "support_missing": ["lc_home_chaotic", "lc_reliable_transport"],
            },
        ),
        (
            ["mh_self_harm_not_life_threatening", *PROTECTED],
            ["x_means_at_hand"],
            {"risk_sign": ["mh_self_harm_not_life_threatening"]},
        ),
        (["pt_recent_residential_completion", "su_detox_completed"], [], "step_down"),
        (["pt_past_treatment_too_short", "mh_isolating"], [], "past_or_both_and_more"),
        (["mh_co_occurring", "mh_isolating"], [], "past_or_both_and_more"),
        (["mh_anxiety_limits", *FOUR[:2]], [], "daily_life_and_more"),
        ([*FOUR, "su_uses_to_cope"], [], "five_signs"),
        (  # each sign once, by the first rule that names it
            ["mh_self_harm_not_life_threatening", "pt_past_treatment_too_short", *PROTECTED],
            ["x_means_at_hand"],
            {
                "risk_sign": ["mh_self_harm_not_life_threatening"],
                "past_or_both_and_more": ["pt_past_treatment_too_short"],
            },
        ),
        (
            ["pt_crises_between_sessions", "mh_anxiety_limits", "mh_isolating"],
            [],
            {
                "care_now_not_enough": ["pt_crises_between_sessions"],
                "daily_life_and_more": ["mh_anxiety_limits", "mh_isolating"],
            },
        ),
        (
            ["mh_self_harm_not_life_threatening", *FOUR, *PROTECTED],
            ["x_means_at_hand"],
            {"risk_sign": ["mh_self_harm_not_life_threatening"], "five_signs": sorted(FOUR)},
        ),
        (
            ["x_weekly_care_working", "mh_isolating"],
            [],
            {"weekly_care_works": ["x_weekly_care_working"], "few_signs": ["mh_isolating"]},
        ),
    ],
)
def test_each_rule_names_the_signs_that_it_read(present, denied, because) -> None:
    """A rule's name alone stands for all signs present, by that rule."""
    wanted = because if isinstance(because, dict) else {because: sorted(present)}
    absent = [sign for sign in CLEAR if sign not in present] + denied
    assert because_by_rule(present, absent) == wanted


def test_nothing_checked_names_the_need_that_was_denied() -> None:
    named = assess({"present": [], "absent": CLEAR})["because"]
    need = {*sign_groups.QUIET_THOUGHTS, *SECTIONS_NO}
    assert named == [{"sign": sign, "rule": "no_signs"} for sign in sorted(need)]


@pytest.mark.parametrize(
    ("opened", "missing"),
    [
        (["sf_active_suicidal"], ["sf_active_suicidal"]),
        (["pt_skills_not_sticking"], sorted(sign_groups.SECTION_ANSWERS["previous_treatment"])),
        (
            ["x_recent_suicide_attempt", "su_time_spent"],
            sorted(sign_groups.SECTION_ANSWERS["substance_use"] | {"x_recent_suicide_attempt"}),
        ),
    ],
)
def test_what_is_missing_is_named(opened, missing) -> None:
    answer = assess({"present": [], "absent": [sign for sign in CLEAR if sign not in opened]})
    assert answer["outcome"] == "not_enough_answers"
    assert answer["because"] == []
    assert answer["missing"] == missing


def test_goals_met_in_an_iop_makes_the_step_down_before_it_past() -> None:
    done = ["x_done_with_iop_goals", "pt_recent_residential_completion"]
    assert outcome(done, CLEAR) == "maintain_step_down"
    stable = ["x_stable_in_recovery", "pt_recent_residential_completion"]
    assert outcome(stable, CLEAR) == "iop_assess"


def test_now_and_then_is_support_enough_where_several_sessions_are_a_no() -> None:
    need, no = ["pt_weekly_therapy_not_enough"], [*CLEAR, "rd_willing_several_sessions"]
    assert outcome([*need, "rd_some_willingness"], no) == "iop_assess"
    assert outcome(need, no) == "iop_supports_missing"


@pytest.mark.parametrize(
    ("present", "denied", "conflict"),
    [
        (
            ["x_stable_in_recovery", *FOUR],
            [],
            ("doing_well_or_not", ["x_stable_in_recovery", *sorted(FOUR)], sorted(FOUR)),
        ),
        (  # of the riskier side, only what was checked
            ["lc_home_substance_free", "su_substances_where_i_live"],
            [],
            (
                "home_free_of_substances_or_not",
                ["lc_home_substance_free", "su_substances_where_i_live"],
                ["su_substances_where_i_live"],
            ),
        ),
        (
            ["rd_willing_several_sessions"],
            ["rd_some_willingness"],
            (
                "willing_or_not",
                ["rd_willing_several_sessions", "rd_some_willingness"],
                ["rd_some_willingness"],
            ),
        ),
        (
            ["su_hard_to_limit"],
            sorted(sign_groups.USES),
            (
                "no_use_or_use",
                [*sorted(sign_groups.USES), "su_hard_to_limit"],
                ["su_hard_to_limit"],
            ),
        ),
    ],
)
def test_a_contradiction_names_its_rule_and_both_sides(present, denied, conflict) -> None:
    found = assess({"present": present, "absent": denied})["conflicts"]
    assert [(one["rule"], one["signs"], one["counts"]) for one in found] == [conflict]


def test_of_several_last_uses_the_most_recent_counts_and_a_pair_of_noes_is_open() -> None:
    both = Findings(frozenset({"x_last_within_3_days", "x_last_over_30_days"}))
    assert settle(both)[0].present == {"x_last_within_3_days"}
    pair = frozenset({"lc_safe_place_to_live", "lc_home_unsafe"})
    assert settle(Findings(absent=pair))[0].absent == frozenset()
