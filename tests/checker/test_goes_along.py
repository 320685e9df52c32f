"""Which help goes along with a result, so that the most urgent answer doesn't swallow the rest.

`also` of the smallest people who differ in one answer. They say no to all else.
"""

from __future__ import annotations

import pytest

from checker import sign_groups
from checker.evaluate import assess
from checker.rules import FIRST_FIVE
from tests.checker.no_to_all import CLEAR, GATE_NO

FLUIDS, WISH, HIT = "x_cannot_keep_fluids", "mh_passive_suicidal_thoughts", "x_violence_at_home"
AFRAID = "x_hurt_by_this_person"
DAILY, HIGHER = "x_daily_alcohol_or_sedatives", "x_iop_tried_not_enough"
FALL, ILL, EATING = "x_fall_or_head_injury", "x_unstable_medical_condition", "x_eating_problem"
POISONED, PAIN_PILLS = "x_alcohol_poisoning", "x_pain_pills_stopped"
PREGNANT, USED_PREGNANT = "x_pregnant_now", "x_used_while_pregnant"
FAINTED, METH, OTHER_DRUG = "x_passed_out", "x_uses_stimulants", "x_uses_other"
OPIOIDS, MEDICINE_GAP = "x_opioids_last_30_days", "x_opioid_medicine_stopped"
TEEN, RELATIVE = "x_under_18", "x_about_loved_one"
NEED, TROUBLE, WELL = "pt_weekly_therapy_not_enough", "lc_home_chaotic", "x_stable_in_recovery"

EMERGENCY, URGENT, WITHDRAWAL, MORE, DOCTOR = FIRST_FIVE
TEENS, FAMILY, MEDICINE = "teen_route", "loved_one_guidance", "opioid_medicine_first"
OPEN, WEEKLY = "not_enough_answers", "weekly_may_be_enough"
ASSESS, SUPPORT, GO_ON = "iop_assess", "iop_supports_missing", "stay_with_program"

TABLE = [
    # Nothing stands beside 911, and nothing on helping the one who hurts.
    ("sf_active_suicidal", DAILY, FALL, OPIOIDS, TEEN, RELATIVE, EMERGENCY, []),
    (AFRAID, RELATIVE, TEEN, FALL, DAILY, OPIOIDS, URGENT, []),
    # Row 2 alone, and with each kind of help that it carries.
    (FLUIDS, URGENT, []),
    (FLUIDS, NEED, URGENT, []),
    (FLUIDS, HIGHER, URGENT, []),
    (FLUIDS, DAILY, URGENT, [WITHDRAWAL]),
    (FLUIDS, FALL, URGENT, [DOCTOR]),
    (FLUIDS, OPIOIDS, URGENT, [MEDICINE]),
    (FLUIDS, RELATIVE, URGENT, [FAMILY]),
    (FLUIDS, TEEN, URGENT, []),
    (FLUIDS, TEEN, RELATIVE, URGENT, [TEENS, FAMILY]),
    (FLUIDS, DAILY, FALL, OPIOIDS, URGENT, [WITHDRAWAL, DOCTOR, MEDICINE]),
    (FLUIDS, DAILY, FALL, OPIOIDS, TEEN, URGENT, [WITHDRAWAL, DOCTOR]),
    (
        *(FLUIDS, DAILY, FALL, OPIOIDS, TEEN, RELATIVE, URGENT),
        [WITHDRAWAL, DOCTOR, TEENS, FAMILY, MEDICINE],
    ),
    # "In a day or two" doesn't stand beside "today" for the same answer, but does for another.
    (FAINTED, METH, URGENT, []),
    (FAINTED, EATING, URGENT, []),
    (FAINTED, METH, FALL, URGENT, []),  # an emergency room today, for the head, too
    (FAINTED, PREGNANT, USED_PREGNANT, URGENT, [DOCTOR]),
    (PREGNANT, OPIOIDS, USED_PREGNANT, URGENT, [MEDICINE]),
    (PREGNANT, DAILY, USED_PREGNANT, URGENT, [WITHDRAWAL]),
    (PREGNANT, MEDICINE_GAP, USED_PREGNANT, URGENT, [DOCTOR, MEDICINE]),
    (PREGNANT, OPIOIDS, USED_PREGNANT, ILL, URGENT, [DOCTOR, MEDICINE]),
    (PREGNANT, PAIN_PILLS, URGENT, []),
    (WISH, PAIN_PILLS, URGENT, [DOCTOR]),
    # Rows 3 and 4 carry a doctor and the first step for opioids; a teen gets the people for a teen.
    (DAILY, WITHDRAWAL, []),
    (DAILY, HIGHER, WITHDRAWAL, []),
    (DAILY, FALL, WITHDRAWAL, [DOCTOR]),
    (DAILY, OPIOIDS, WITHDRAWAL, [MEDICINE]),
    (DAILY, TEEN, WITHDRAWAL, [TEENS]),
    (DAILY, TEEN, OPIOIDS, FALL, WITHDRAWAL, [DOCTOR, TEENS]),
    (DAILY, TEEN, RELATIVE, OPIOIDS, WITHDRAWAL, [TEENS, FAMILY, MEDICINE]),
    (HIGHER, MORE, []),
    (HIGHER, NEED, MORE, []),
    (HIGHER, FALL, MORE, [DOCTOR]),
    (HIGHER, OPIOIDS, RELATIVE, MORE, [FAMILY, MEDICINE]),
    # Row 5 says besides what the rows below would say to an adult about themselves.
    (FALL, NEED, DOCTOR, [ASSESS]),
    (FALL, NEED, TROUBLE, DOCTOR, [SUPPORT]),
    (FALL, "x_in_iop_helping", DOCTOR, [GO_ON]),
    (FALL, WELL, DOCTOR, ["maintain_step_down"]),
    (FALL, OPIOIDS, NEED, DOCTOR, [MEDICINE]),
    # A second, calmer door beside "see a doctor" is left out, but for a health problem.
    (FALL, DOCTOR, []),
    (PAIN_PILLS, DOCTOR, []),
    (FAINTED, DOCTOR, []),
    (FALL, NEED, DOCTOR, [ASSESS]),
    (FALL, TEEN, NEED, DOCTOR, [TEENS]),
    (FALL, RELATIVE, NEED, DOCTOR, [FAMILY]),
    (FALL, TEEN, OPIOIDS, DOCTOR, [TEENS]),
    (FALL, RELATIVE, OPIOIDS, DOCTOR, [FAMILY, MEDICINE]),
    # But weekly therapy is no good place to start beside these. An assessment still is.
    (EATING, DOCTOR, []),
    (EATING, NEED, DOCTOR, [ASSESS]),
    (POISONED, DOCTOR, []),
    (PREGNANT, USED_PREGNANT, DOCTOR, []),
    (PREGNANT, USED_PREGNANT, NEED, DOCTOR, [ASSESS]),
    (ILL, DOCTOR, [WEEKLY]),
    (ILL, METH, DOCTOR, []),
    (ILL, OTHER_DRUG, DOCTOR, []),
    (ILL, METH, NEED, DOCTOR, [ASSESS]),
    (FALL, METH, DOCTOR, []),
    # Rows 6 and 7 carry what comes below them; the words on medicine are for adults.
    (TEEN, TEENS, []),
    (TEEN, OPIOIDS, TEENS, []),
    (TEEN, RELATIVE, OPIOIDS, TEENS, [FAMILY, MEDICINE]),
    (RELATIVE, FAMILY, []),
    (RELATIVE, OPIOIDS, FAMILY, [MEDICINE]),
    # Nothing goes along from row 8 on.
    (OPIOIDS, NEED, MEDICINE, []),
    (NEED, TROUBLE, SUPPORT, []),
]


def answer(present, absent=CLEAR):
    return assess({"present": list(present), "absent": [s for s in absent if s not in present]})


@pytest.mark.parametrize("row", TABLE, ids=lambda row: "-".join(row[:-2]))
def test_what_goes_along(row):
    *present, outcome, also = row
    found = answer(present)
    assert (found["outcome"], found["also"]) == (outcome, also)


def test_a_doctor_and_open_answers_stand_side_by_side():
    found = answer([FALL], [sign for sign in GATE_NO if sign != DAILY])
    assert (found["outcome"], found["also"]) == (DOCTOR, [OPEN])


@pytest.mark.parametrize("sign", sorted(sign_groups.DOCTOR - {FAINTED, USED_PREGNANT}))
@pytest.mark.parametrize("urgent", [FLUIDS, HIT, DAILY, HIGHER])
def test_no_sign_for_a_doctor_is_lost_in_something_more_urgent(urgent, sign):
    assert DOCTOR in answer([urgent, sign])["also"]
