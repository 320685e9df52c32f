"""Rows 1 to 5, safety first: which signs each rule names."""

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
        (  # still drinking, and hasn't stopped: no emergency room today
            ["su_withdrawal_seizures", "x_last_within_3_days"],
            ["x_stopped_using"],
            {"withdrawal_risk": ["su_withdrawal_seizures"]},
        ),
        (
            ["su_withdrawal_seizures", "x_last_within_3_days"],
            [],
            {"severe_before_open": ["su_withdrawal_seizures"]},
        ),
        (
            ["su_withdrawal_seizures", "x_stopped_using"],
            [],
            {"severe_before_open": ["su_withdrawal_seizures"]},
        ),
        (
            ["su_withdrawal_seizures", "x_stopped_using", "x_last_4_to_10_days"],
            [],
            {"severe_before_days_4_to_10": ["su_withdrawal_seizures"]},
        ),
        (  # still drinks every day
            ["su_withdrawal_seizures", "x_daily_alcohol_or_sedatives", "x_last_within_3_days"],
            ["x_stopped_using"],
            {
                "daily_use": ["x_daily_alcohol_or_sedatives"],
                "severe_before_daily": ["su_withdrawal_seizures"],
            },
        ),
        (  # the same, going slowly with a doctor
            [
                *("su_withdrawal_seizures", "x_daily_alcohol_or_sedatives", "x_tapering"),
                "x_last_within_3_days",
            ],
            ["x_stopped_using"],
            {
                "daily_use": ["x_daily_alcohol_or_sedatives"],
                "withdrawal_risk": ["su_withdrawal_seizures"],
            },
        ),
        (  # out of detox: today, and no longer 911
            [
                *("x_stopped_using", "x_last_within_3_days", "su_delirium_tremens"),
                "su_detox_completed",
            ],
            ["x_using_again_since_detox"],
            {"severe_before_detox": ["su_delirium_tremens"]},
        ),
        (
            ["su_needs_24h_withdrawal_care", "su_severe_withdrawal_risk", "x_stopped_using"],
            [],
            {
                "stopped_against_advice": ["su_needs_24h_withdrawal_care"],
                "withdrawal_risk": ["su_severe_withdrawal_risk"],
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
        (  # whenever the last drink was, pills that ran out are a risk by themselves
            ["x_sedatives_as_prescribed", "x_sedatives_rx_stopped", "x_last_over_30_days"],
            [],
            {"pills_stopped": ["x_sedatives_rx_stopped"]},
        ),
        (
            ["x_sedatives_rx_stopped", "x_last_over_30_days", "su_withdrawal_seizures"],
            [],
            {
                "severe_before_pills": ["su_withdrawal_seizures"],
                "pills_stopped": ["x_sedatives_rx_stopped"],
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
        (  # with sedatives left open, three weeks are not over, and no matter for today
            ["su_withdrawal_seizures", "x_stopped_using", "x_last_11_to_30_days"],
            [],
            {"withdrawal_risk": ["su_withdrawal_seizures"]},
        ),
        (
            ["su_withdrawal_seizures", "x_last_11_to_30_days"],
            [],
            {"withdrawal_risk": ["su_withdrawal_seizures"]},
        ),
        (
            ["x_daily_ghb", "x_stopped_using", "x_last_within_3_days"],
            [],
            {"ghb_stopped": ["x_daily_ghb", "x_stopped_using"], "daily_use": ["x_daily_ghb"]},
        ),
        (
            ["x_daily_ghb", "x_stopped_using"],
            [],
            {"ghb_stopped": ["x_daily_ghb", "x_stopped_using"], "daily_use": ["x_daily_ghb"]},
        ),
        (
            ["x_daily_ghb", "x_stopped_using", "x_last_4_to_10_days"],
            [],
            {"daily_use": ["x_daily_ghb"]},
        ),
        (
            ["x_daily_ghb", "x_last_within_3_days"],
            ["x_stopped_using"],
            {"daily_use": ["x_daily_ghb"]},
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


def test_finished_detox_is_the_exception_for_past_withdrawal() -> None:
    past = ["x_past_severe_withdrawal", "su_detox_completed", "x_last_11_to_30_days"]
    assert outcome(past, CLEAR) == "iop_assess"
    unanswered = [sign for sign in CLEAR if sign != "x_using_again_since_detox"]
    assert outcome(past, unanswered) == "medical_withdrawal_first"
    for lately in (["x_last_4_to_10_days"], ["x_last_within_3_days"], []):
        assert outcome([*past[:2], *lately], CLEAR) == "medical_withdrawal_first"
    again = [*past, "x_using_again_since_detox"]
    assert outcome(again, CLEAR) == "medical_withdrawal_first"


def test_protective_answers_are_the_exception_for_passive_thoughts() -> None:
    thoughts = ["mh_passive_suicidal_thoughts", *PROTECTED]
    assert outcome(thoughts, [*CLEAR, "x_means_at_hand"]) == "iop_assess"
    assert outcome(thoughts, CLEAR) == "urgent_same_day"  # a gun is not ruled out
    unsafe = [*thoughts, "rd_cannot_stay_safe_between_sessions"]
    assert outcome(unsafe, CLEAR) == "urgent_same_day"
