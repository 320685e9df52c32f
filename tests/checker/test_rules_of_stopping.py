"""Rules of stopping, of medicine that ran out and of a child who hurts: what each one names."""

import pytest

from checker.evaluate import assess
from tests.checker import roles

PROTECTED = ("rd_can_hold_self_harm_urges", "rd_can_reach_out")


@pytest.mark.parametrize(
    ("present", "denied", "because"),
    [
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
    absent = [sign for sign in roles.CLEAR if sign not in present] + denied
    found: dict[str, list[str]] = {}
    for reason in assess({"present": present, "absent": absent})["because"]:
        found.setdefault(reason["rule"], []).append(reason["sign"])
    assert found == because
