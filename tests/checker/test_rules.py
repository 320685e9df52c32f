"""Each row of the outcome table, by the smallest findings that reach it."""

import pytest

from checker import sign_groups
from checker.evaluate import assess
from tests.checker.no_to_all import CLEAR, GATE_NO, SECTIONS_NO, outcome


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


@pytest.mark.parametrize("thought", sorted(sign_groups.THOUGHTS))
@pytest.mark.parametrize("violence", sorted(sign_groups.VIOLENCE))
def test_thoughts_a_gun_and_violence_by_or_against_anyone_are_an_emergency(thought, violence):
    together = {thought, violence, "x_means_at_hand"}
    answer = assess({"present": sorted(together | set(PROTECTED)), "absent": []})
    assert answer["outcome"] == "emergency_now"
    rules = {reason["sign"] for reason in answer["because"] if "violence" in reason["rule"]}
    assert rules == together
    for missing in together - {violence}:
        fewer = sorted(together - {missing} | set(PROTECTED))
        assert assess({"present": fewer, "absent": []})["outcome"] == "urgent_same_day"


PROTECTED = ("rd_can_hold_self_harm_urges", "rd_can_reach_out")
FOUR = ("mh_isolating", "mh_sleep_affects_day", "su_friends_use", "su_hard_to_limit")


@pytest.mark.parametrize(
    ("present", "denied", "because"),
    [
        (
            ["sf_immediate_danger", "sf_active_suicidal", "x_recent_overdose"],
            [],
            {"emergency_sign": ["sf_active_suicidal", "sf_immediate_danger"]},
        ),
        (
            ["x_recent_overdose", "mh_passive_suicidal_thoughts"],
            ["rd_can_reach_out", "x_means_at_hand"],
            {
                "urgent_overdose": ["x_recent_overdose"],
                "thoughts_without_protection": ["mh_passive_suicidal_thoughts", "rd_can_reach_out"],
            },
        ),
        (
            ["x_using_again_since_detox", "x_past_severe_withdrawal"],
            [],
            {
                "used_since_detox": ["x_using_again_since_detox"],
                "severe_before_open": ["x_past_severe_withdrawal"],
            },
        ),
        (
            ["su_withdrawal_seizures", "x_daily_alcohol_or_sedatives"],
            [],
            {
                "daily_use": ["x_daily_alcohol_or_sedatives"],
                "severe_before_open": ["su_withdrawal_seizures"],
            },
        ),
        (
            ["x_unstable_medical_condition", "su_cannot_take_part_in_daily_life"],
            [],
            {"needs_more_than_iop": ["su_cannot_take_part_in_daily_life"]},
        ),
        (["mh_needs_24h_supervision"], [], {"urgent_watched": ["mh_needs_24h_supervision"]}),
        (
            ["x_alcohol_poisoning", "x_pain_pills_stopped"],
            [],
            {
                "doctor_alcohol": ["x_alcohol_poisoning"],
                "doctor_pain_pills": ["x_pain_pills_stopped"],
            },
        ),
        (
            ["x_unstable_medical_condition", "x_used_while_pregnant"],
            [],
            {
                "doctor_health": ["x_unstable_medical_condition"],
                "doctor_pregnant_use": ["x_used_while_pregnant"],
            },
        ),
        (
            ["x_psychosis_or_mania_now", "x_baby_last_year"],
            [],
            {"emergency_new_mother": ["x_baby_last_year", "x_psychosis_or_mania_now"]},
        ),
        (
            ["x_stopped_using", "x_last_within_3_days", "su_delirium_tremens"],
            [],
            {
                "emergency_first_days": [
                    "su_delirium_tremens",
                    "x_last_within_3_days",
                    "x_stopped_using",
                ]
            },
        ),
        (
            ["x_sedatives_as_prescribed", "x_stopped_using"],
            [],
            {"pills_stopped": ["x_sedatives_as_prescribed"]},
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
    named = assess({"present": present, "absent": absent})["because"]
    found: dict[str, list[str]] = {}
    for reason in named:
        found.setdefault(reason["rule"], []).append(reason["sign"])
    assert found == wanted


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


def test_finished_detox_is_the_exception_for_past_withdrawal() -> None:
    past = ["x_past_severe_withdrawal", "su_detox_completed"]
    assert outcome(past, CLEAR) == "iop_assess"
    unanswered = [sign for sign in CLEAR if sign != "x_using_again_since_detox"]
    assert outcome(past, unanswered) == "medical_withdrawal_first"
    again = [*past, "x_using_again_since_detox"]
    assert outcome(again, CLEAR) == "medical_withdrawal_first"


def test_protective_answers_are_the_exception_for_passive_thoughts() -> None:
    thoughts = ["mh_passive_suicidal_thoughts", *sign_groups.PROTECTION]
    assert outcome(thoughts, [*CLEAR, "x_means_at_hand"]) == "iop_assess"
    assert outcome(thoughts, CLEAR) == "urgent_same_day"  # a gun is not ruled out
    unsafe = [*thoughts, "rd_cannot_stay_safe_between_sessions"]
    assert outcome(unsafe, CLEAR) == "urgent_same_day"


def test_goals_met_in_an_iop_makes_the_step_down_before_it_past() -> None:
    done = ["x_done_with_iop_goals", "pt_recent_residential_completion"]
    assert outcome(done, CLEAR) == "maintain_step_down"
    stable = ["x_stable_in_recovery", "pt_recent_residential_completion"]
    assert outcome(stable, CLEAR) == "iop_assess"
