"""The borders of rows 8 to 14: one sign more or less, and another outcome.

Each person says no to every question of safety and to one sign of need in each part.
"""

from __future__ import annotations

import pytest

from checker import sign_groups
from tests.checker.no_to_all import CLEAR, GATE_NO, PROTECTED, because_by_rule, outcome

MEDICINE, OPEN, GO_ON = "opioid_medicine_first", "not_enough_answers", "stay_with_program"
WELL, SUPPORT, ASSESS = "maintain_step_down", "iop_supports_missing", "iop_assess"
WEEKLY = "weekly_may_be_enough"

STABLE, GOALS_MET, IN_IOP = "x_stable_in_recovery", "x_done_with_iop_goals", "x_in_iop_helping"
NOT_ENOUGH, RELAPSES = "pt_weekly_therapy_not_enough", "pt_relapses_after_treatment"
ALONE, TIRED, DEPRESSED = "mh_isolating", "mh_sleep_affects_day", "mh_depression_interferes"
RISING, BOTH, HARM = "mh_distress_rising", "mh_co_occurring", "mh_self_harm_not_life_threatening"
FRIENDS, LIMIT, COPES = "su_friends_use", "su_hard_to_limit", "su_uses_to_cope"
DAILY, DETOX, LEFT = (
    "x_daily_alcohol_or_sedatives",
    "su_detox_completed",
    "x_left_institution_30_days",
)
BEFORE, OPIOIDS = "x_opioids_before", "x_opioids_last_30_days"
WEEKS, MONTHS = "x_last_11_to_30_days", "x_last_over_30_days"
NO_SEDATIVES = sorted(sign_groups.SEDATIVES)


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        # Doing well, with at most one sign of need besides those of past care, and no warning.
        ([STABLE], WELL),
        ([STABLE, ALONE], WELL),
        ([STABLE, RELAPSES, ALONE], WELL),
        ([STABLE, ALONE, TIRED], WEEKLY),
        ([STABLE, RISING], WEEKLY),
        ([STABLE, BOTH], WEEKLY),
        ([STABLE, NOT_ENOUGH], ASSESS),
        ([STABLE, HARM, *PROTECTED], ASSESS),
        ([STABLE, DETOX], ASSESS),
        ([GOALS_MET, DETOX], WELL),
        ([GOALS_MET, IN_IOP], WELL),
        ([GOALS_MET, IN_IOP, ALONE, TIRED], WEEKLY),
        # In a program, until its goals are met.
        ([IN_IOP, STABLE], GO_ON),
        ([IN_IOP, NOT_ENOUGH], GO_ON),
        (["x_in_program_now", NOT_ENOUGH], GO_ON),
        # How many signs of need are enough, and of which kind.
        ([RELAPSES], WEEKLY),
        ([RELAPSES, ALONE], ASSESS),
        ([BOTH], WEEKLY),
        ([BOTH, ALONE], ASSESS),
        ([DEPRESSED, ALONE], WEEKLY),
        ([DEPRESSED, ALONE, TIRED], ASSESS),
        ([ALONE, TIRED, FRIENDS, LIMIT], WEEKLY),
        ([ALONE, TIRED, FRIENDS, LIMIT, COPES], ASSESS),
        # Support that is missing is named only where there is need.
        (["lc_home_chaotic"], WEEKLY),
        ([NOT_ENOUGH, "lc_home_chaotic"], SUPPORT),
        # Opioids before, just out of somewhere, and no medicine.
        ([BEFORE], WEEKLY),
        ([LEFT], WEEKLY),
        ([BEFORE, LEFT], MEDICINE),
        ([BEFORE, DETOX], MEDICINE),
        ([BEFORE, LEFT, "x_opioid_medicine"], WEEKLY),
        # Prescribed sedatives, and "did they run out" left open.
        (["x_sedatives_as_prescribed", NOT_ENOUGH], OPEN),
    ],
)
def test_one_sign_more_or_less(present, expected):
    assert outcome(present, [*CLEAR, "x_means_at_hand"]) == expected


@pytest.mark.parametrize("sign", ["lc_reliable_transport", "lc_safe_place_to_live"])
def test_a_no_to_support_counts_beside_need_alone(sign):
    assert outcome([], [*CLEAR, sign]) == WEEKLY
    assert outcome([NOT_ENOUGH], [*CLEAR, sign]) == SUPPORT


@pytest.mark.parametrize(
    ("present", "expected"),
    [([STABLE], OPEN), ([GOALS_MET], OPEN), ([IN_IOP], GO_ON), ([NOT_ENOUGH], ASSESS), ([], OPEN)],
)
def test_three_parts_left_open_keep_only_a_calm_answer_back(present, expected):
    assert outcome(present, GATE_NO) == expected


@pytest.mark.parametrize("section", sorted(sign_groups.SECTION_ANSWERS))
def test_doing_well_wants_an_answer_in_each_part(section):
    left = [sign for sign in CLEAR if sign not in sign_groups.SECTION_ANSWERS[section]]
    assert outcome([STABLE], left) == OPEN


@pytest.mark.parametrize(
    ("present", "absent", "because"),
    [
        (
            [BEFORE, LEFT, OPIOIDS],
            [],
            {"opioids_untreated": [OPIOIDS], "opioids_after_leaving": [LEFT, BEFORE]},
        ),
        (
            [BEFORE, LEFT, "x_opioid_medicine_stopped"],
            [],
            {
                "opioid_medicine_stopped": ["x_opioid_medicine_stopped"],
                "opioids_after_leaving": [LEFT, BEFORE],
            },
        ),
        ([DAILY, WEEKS], NO_SEDATIVES, {"daily_use_ended": [DAILY]}),
        (
            [DAILY, WEEKS, NOT_ENOUGH],
            NO_SEDATIVES,
            {"care_now_not_enough": [NOT_ENOUGH], "daily_use_ended": [DAILY]},
        ),
        ([DAILY, MONTHS], [], {"daily_use_before": [DAILY]}),
        (
            [DAILY, MONTHS, ALONE, "x_weekly_care_working"],
            [],
            {
                "weekly_care_works": ["x_weekly_care_working"],
                "few_signs": [ALONE],
                "daily_use_before": [DAILY],
            },
        ),
        (
            [NOT_ENOUGH, DETOX, RELAPSES, ALONE],
            [],
            {
                "care_now_not_enough": [NOT_ENOUGH],
                "step_down": [DETOX],
                "past_or_both_and_more": [ALONE, RELAPSES],
            },
        ),
    ],
)
def test_no_reason_pushes_another_out(present, absent, because):
    no = [sign for sign in CLEAR if sign not in present]
    assert because_by_rule(present, no + absent) == because
