"""Row 3, a doctor before anyone stops: which signs each rule names."""

import pytest

from tests.checker.no_to_all import CLEAR, because_by_rule, outcome


@pytest.mark.parametrize(
    ("present", "denied", "because"),
    [
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
