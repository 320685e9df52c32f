"""Conditions that several rules share, each as a truth table of settled findings."""

from __future__ import annotations

import pytest

from checker import conditions, sign_groups
from checker.findings import Findings

ALCOHOL = "x_daily_alcohol_or_sedatives"
PILLS = "x_sedatives_as_prescribed"
JUST_OUT = "x_opioids_before x_left_institution_30_days"


def of(yes: str = "", no: str = "") -> Findings:
    """Findings from two lists of sign ids, with spaces between."""
    return Findings(frozenset(yes.split()), frozenset(no.split()))


@pytest.mark.parametrize(
    ("yes", "no", "signs"),
    [
        (ALCOHOL, "", {ALCOHOL}),
        ("su_withdrawal_seizures", "", {"su_withdrawal_seizures"}),
        (PILLS, "", set()),  # going on with them is no withdrawal
        (f"{PILLS} x_stopped_using", "", {PILLS}),
        (f"{PILLS} {ALCOHOL}", "", {ALCOHOL}),
        ("su_withdrawal_mild_moderate", "", set()),
        # none of them with every substance answered no; one left open is not enough for that
        ("su_withdrawal_seizures", " ".join(sorted(sign_groups.ALCOHOL_OR_SEDATIVES)), set()),
        ("su_withdrawal_seizures", "x_uses_alcohol", {"su_withdrawal_seizures"}),
    ],
)
def test_which_withdrawal_signs_count(yes, no, signs):
    assert conditions.withdrawal_signs(of(yes, no)) == signs


@pytest.mark.parametrize(
    ("yes", "no", "over"),
    [
        ("", "", False),
        ("x_last_over_30_days", "", True),
        ("x_last_11_to_30_days", "", False),
        ("x_last_11_to_30_days", "x_uses_sedatives", False),
        ("x_last_11_to_30_days", " ".join(sorted(sign_groups.SEDATIVES)), True),
        ("x_last_4_to_10_days", " ".join(sorted(sign_groups.SEDATIVES)), False),
        ("su_detox_completed", "", False),
        # finished detox counts only once the last drink is known to be days ago
        ("su_detox_completed", "x_using_again_since_detox", False),
        ("su_detox_completed x_last_4_to_10_days", "x_using_again_since_detox", True),
        (
            "su_detox_completed x_last_4_to_10_days su_withdrawal_seizures",
            "x_using_again_since_detox",
            False,
        ),
        (
            "su_detox_completed x_last_11_to_30_days su_withdrawal_seizures",
            "x_using_again_since_detox",
            True,
        ),
        # no drink and no pill of one's own: the last one isn't asked about
        (
            "su_detox_completed su_delirium_tremens",
            " ".join(["x_using_again_since_detox", *sign_groups.LAST_USE]),
            True,
        ),
        ("su_detox_completed x_using_again_since_detox", "", False),
        # the two ids of one fact disagree: detox does not count as done
        ("su_detox_completed", "su_detox_completed x_using_again_since_detox", False),
        ("su_detox_completed x_last_within_3_days", "x_using_again_since_detox", False),
        (
            "su_detox_completed x_last_within_3_days x_stopped_using",
            "x_using_again_since_detox",
            False,
        ),
        # detox from alcohol says nothing of pills that were stopped
        (
            f"su_detox_completed x_last_11_to_30_days x_stopped_using {PILLS}",
            "x_using_again_since_detox",
            False,
        ),
        (
            f"su_detox_completed x_last_11_to_30_days {PILLS}",
            "x_using_again_since_detox",
            True,
        ),
    ],
)
def test_when_withdrawal_is_over(yes, no, over):
    found = of(yes, no)
    assert bool(conditions.withdrawal_is_over(found)) is over
    daily = Findings(found.present | {ALCOHOL}, found.absent)
    assert (ALCOHOL in conditions.withdrawal_now(daily)) is not over
    assert conditions.daily_use_that_ended(daily) is over


@pytest.mark.parametrize(
    ("yes", "no", "open_"),
    [
        ("x_uses_alcohol x_stopped_using", "", True),
        ("x_uses_ghb x_stopped_using", "", True),
        ("x_uses_cannabis x_stopped_using", "", False),
        ("x_uses_alcohol", "", False),
        ("x_uses_alcohol x_stopped_using", ALCOHOL, False),
        (f"x_uses_alcohol x_stopped_using {ALCOHOL}", "", False),
        ("x_uses_alcohol x_stopped_using x_last_over_30_days", "", False),
    ],
)
def test_stopped_while_the_amount_is_open(yes, no, open_):
    assert conditions.stopped_and_amount_open(of(yes, no)) is open_


ADVICE = "su_needs_24h_withdrawal_care"


@pytest.mark.parametrize(
    ("yes", "against"),
    [
        (f"{ADVICE} x_stopped_using", True),
        (f"{ADVICE} x_stopped_using x_last_within_3_days", True),
        (f"{ADVICE} x_stopped_using x_last_4_to_10_days", True),
        (f"{ADVICE} x_sedatives_rx_stopped x_last_11_to_30_days", True),
        (f"{ADVICE} x_stopped_using x_last_11_to_30_days", False),
        (f"{ADVICE} x_last_within_3_days", False),
        ("su_severe_withdrawal_risk x_stopped_using", False),
    ],
)
def test_stopped_where_a_doctor_said_only_with_day_and_night_care(yes, against):
    assert bool(conditions.stopped_against_advice(of(yes))) is against


@pytest.mark.parametrize(
    ("yes", "named"),
    [
        (ALCOHOL, {ALCOHOL}),
        (f"{ALCOHOL} x_last_over_30_days", set()),
        ("x_alcohol_poisoning", {"x_alcohol_poisoning"}),
        ("su_withdrawal_seizures", set()),
    ],
)
def test_heavy_drinking_or_pills_every_day(yes, named):
    assert conditions.heavy_drinking_or_daily_pills(of(yes)) == named


@pytest.mark.parametrize(
    ("yes", "no", "may_have"),
    [
        (PILLS, "", True),
        (PILLS, "x_sedatives_rx_stopped", False),
        (f"{PILLS} x_sedatives_rx_stopped", "", False),
        (f"{PILLS} x_stopped_using x_last_over_30_days", "", True),  # that speaks of the last drink
        ("", "", False),
    ],
)
def test_prescribed_pills_that_may_have_stopped(yes, no, may_have):
    assert conditions.pills_may_have_stopped(of(yes, no)) is may_have


@pytest.mark.parametrize(
    ("yes", "protected", "just_out"),
    [
        (JUST_OUT, False, True),
        (f"{JUST_OUT} x_opioid_medicine", True, False),
        (
            f"{JUST_OUT} x_opioid_medicine x_opioid_medicine_stopped",
            False,
            True,
        ),
        ("x_opioids_before", False, False),
        ("x_left_institution_30_days", False, False),
    ],
)
def test_medicine_protects_until_it_runs_out(yes, protected, just_out):
    assert conditions.on_opioid_medicine(of(yes)) is protected
    assert conditions.opioids_after_leaving(of(yes)) is just_out


@pytest.mark.parametrize(
    ("yes", "no", "missing"),
    [
        ("", "", set()),
        ("lc_home_chaotic", "", {"lc_home_chaotic"}),
        ("", "lc_reliable_transport", {"lc_reliable_transport"}),
        ("lc_reliable_transport", "lc_home_chaotic", set()),
        ("", "rd_willing_several_sessions", {"rd_willing_several_sessions"}),
        ("rd_some_willingness", "rd_willing_several_sessions", set()),
    ],
)
def test_which_support_is_missing(yes, no, missing):
    assert conditions.missing_support(of(yes, no)) == missing


def test_one_answer_closes_its_section_of_need_and_no_other():
    assert len(conditions.unanswered_sections(of())) == len(sign_groups.SECTION_ANSWERS)
    for section, signs in sign_groups.SECTION_ANSWERS.items():
        others = [s for name, s in sign_groups.SECTION_ANSWERS.items() if name != section]
        for sign in signs:
            assert conditions.unanswered_sections(of(sign)) == others
            assert conditions.unanswered_sections(of("", sign)) == others
