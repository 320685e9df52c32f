"""Rows 1, 2, 4 and 5, safety first: which signs each rule names."""

import pytest

from tests.checker.no_to_all import CLEAR, PROTECTED, because_by_rule, outcome


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
            ["x_passed_out", "x_fall_or_head_injury"],
            [],
            {"urgent_fainting_fall": ["x_fall_or_head_injury", "x_passed_out"]},
        ),
        (
            ["x_left_psychiatric_ward", "mh_depression_interferes", "x_past_attempt"],
            [],
            {
                "ward_worse_after_attempt": [
                    *("mh_depression_interferes", "x_left_psychiatric_ward", "x_past_attempt"),
                ]
            },
        ),
        (  # pregnant: also on top of medicine, and pain pills that ran out
            ["x_pregnant_now", "x_opioid_medicine", "x_opioids_last_30_days"],
            ["x_opioid_medicine_stopped"],
            {"urgent_pregnant_opioids": ["x_opioids_last_30_days", "x_pregnant_now"]},
        ),
        (
            ["x_pregnant_now", "x_pain_pills_stopped"],
            [],
            {"urgent_pregnant_withdrawal": ["x_pain_pills_stopped", "x_pregnant_now"]},
        ),
        (
            ["x_pregnant_now", "x_opioid_medicine", "x_opioid_medicine_stopped"],
            [],
            {"urgent_pregnant_medicine": ["x_opioid_medicine_stopped", "x_pregnant_now"]},
        ),
        (
            ["mh_passive_suicidal_thoughts", *PROTECTED, "x_opioid_medicine_stopped"],
            ["x_means_at_hand"],
            {
                "thoughts_and_medicine": [
                    "mh_passive_suicidal_thoughts",
                    "x_opioid_medicine_stopped",
                ]
            },
        ),
        (
            ["x_left_psychiatric_ward", "mh_distress_rising", "x_past_attempt"],
            [],
            {
                "ward_worse_after_attempt": [
                    "mh_distress_rising",
                    "x_left_psychiatric_ward",
                    "x_past_attempt",
                ]
            },
        ),
        (
            ["x_under_18", "x_about_loved_one", "x_hurt_by_this_person"],
            [],
            {"urgent_violence_by_teen": ["x_hurt_by_this_person"]},
        ),
        (
            ["x_about_loved_one", "x_hurt_by_this_person"],
            [],
            {"urgent_violence_to_you": ["x_hurt_by_this_person"]},
        ),
    ],
)
def test_each_rule_names_the_signs_that_it_read(present, denied, because) -> None:
    absent = [sign for sign in CLEAR if sign not in present] + denied
    assert because_by_rule(present, absent) == because


def test_protective_answers_are_the_exception_for_passive_thoughts() -> None:
    thoughts = ["mh_passive_suicidal_thoughts", *PROTECTED]
    assert outcome(thoughts, [*CLEAR, "x_means_at_hand"]) == "iop_assess"
    assert outcome(thoughts, CLEAR) == "urgent_same_day"  # a gun is not ruled out
    unsafe = [*thoughts, "rd_cannot_stay_safe_between_sessions"]
    assert outcome(unsafe, CLEAR) == "urgent_same_day"
