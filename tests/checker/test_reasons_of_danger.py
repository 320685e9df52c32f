"""Rows 1 to 5: each rule names the answers that it read, and no reason pushes another out."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import pytest

from checker import ids
from checker.findings import Findings
from checker.model import RULES
from checker.rules import ROWS
from checker.sign_groups import THOUGHTS_OF_DYING

WISH, THINKS = "mh_passive_suicidal_thoughts", "x_suicidal_thoughts_no_plan"
DAILY, STOPPED = "x_daily_alcohol_or_sedatives", "x_stopped_using"
MEANS, UNSAFE = "x_means_at_hand", "rd_cannot_stay_safe_between_sessions"
PREGNANT, FAINTED, EATS = "x_pregnant_now", "x_passed_out", "x_eating_problem"


class Case(NamedTuple):
    """The answers that a rule reads and names; `beside` it reads, and does not name."""

    rule: str
    named: tuple[str, ...]
    beside: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    left_open: tuple[str, ...] = ()


CASES = (
    Case("emergency_sign", ("sf_active_suicidal",)),
    Case("emergency_new_mother", ("x_psychosis_or_mania_now", "x_baby_last_year")),
    Case("emergency_first_days", ("x_last_within_3_days", STOPPED, "x_past_severe_withdrawal")),
    Case("emergency_unreal_withdrawal", ("x_psychosis_or_mania_now", STOPPED, DAILY)),
    Case("emergency_unreal_withdrawal", ("x_psychosis_or_mania_now", "x_sedatives_rx_stopped")),
    Case(
        "emergency_unreal_withdrawal",
        ("x_psychosis_or_mania_now", STOPPED),
        beside=("x_uses_alcohol",),
        left_open=(DAILY,),
    ),
    Case("emergency_means", (UNSAFE, MEANS)),
    Case("emergency_means", (WISH, "x_recent_suicide_attempt", MEANS)),
    Case("emergency_means", (WISH, "rd_can_reach_out", MEANS), no=("rd_can_reach_out",)),
    Case("emergency_means", (THINKS, "x_about_loved_one", MEANS)),
    Case("emergency_means", (THINKS, MEANS), left_open=("rd_can_reach_out",)),
    Case("emergency_violence_means", (WISH, "x_violence_at_home", MEANS)),
    Case("emergency_violence_means", (WISH, "x_hurt_by_this_person", MEANS)),
    Case(
        "emergency_violence_self_harm",
        ("mh_self_harm_not_life_threatening", "x_violence_at_home", MEANS),
        left_open=tuple(THOUGHTS_OF_DYING),
    ),
    Case("urgent_not_safe", (UNSAFE,)),
    Case("urgent_attempt", ("x_recent_suicide_attempt",)),
    Case("urgent_suicidal_thoughts", (THINKS,)),
    Case("urgent_unreal", ("x_psychosis_or_mania_now",)),
    Case("urgent_overdose", ("x_recent_overdose",)),
    Case("urgent_violence", ("x_violence_at_home",)),
    Case("urgent_harm_to_someone", ("x_hurts_someone_close",)),
    Case("urgent_fluids", ("x_cannot_keep_fluids",)),
    Case("urgent_watched", ("mh_needs_24h_supervision",)),
    Case("urgent_fainting", (FAINTED, EATS)),
    Case("urgent_fainting", (FAINTED, PREGNANT)),
    Case("urgent_fainting", (FAINTED, DAILY)),
    Case("urgent_fainting_use", (FAINTED, "x_uses_stimulants")),
    Case("urgent_fainting_use", (FAINTED, "x_sedatives_as_prescribed", "x_uses_alcohol")),
    Case("urgent_fainting_fall", (FAINTED, "x_fall_or_head_injury")),
    Case("urgent_pregnant_withdrawal", (PREGNANT, DAILY)),
    Case("urgent_pregnant_opioids", (PREGNANT, "x_opioids_last_30_days")),
    Case("urgent_pregnant_medicine", (PREGNANT, "x_opioid_medicine_stopped")),
    Case(
        "ward_worse_after_attempt",
        ("x_left_psychiatric_ward", "x_past_attempt", "mh_distress_rising"),
    ),
    Case(
        "ward_worse_after_attempt",
        ("x_left_psychiatric_ward", "x_past_attempt", "mh_depression_interferes"),
    ),
    Case("thoughts_and_history", (WISH, "x_past_attempt")),
    Case("thoughts_and_history", (THINKS, "x_left_psychiatric_ward")),
    Case("thoughts_and_means", (WISH, MEANS)),
    Case("thoughts_means_open", (WISH,), left_open=(MEANS,)),
    Case("thoughts_after_birth", (WISH, "x_baby_last_year")),
    Case("thoughts_second_hand", (WISH, "x_about_loved_one")),
    Case("thoughts_and_pain_pills", (WISH, "x_pain_pills_stopped")),
    Case("thoughts_and_medicine", (THINKS, "x_opioid_medicine_stopped")),
    Case("thoughts_and_opioids", (WISH, "x_opioids_last_30_days")),
    Case("thoughts_and_drinking", (WISH, DAILY)),
    Case("thoughts_and_drinking", (WISH, "x_alcohol_poisoning")),
    Case("thoughts_and_daily_life", (WISH, "su_cannot_take_part_in_daily_life")),
    Case("thoughts_not_safe_no_call", (WISH, UNSAFE, "rd_can_reach_out"), no=("rd_can_reach_out",)),
    Case("thoughts_not_safe_no_call", (THINKS, UNSAFE), left_open=("rd_can_reach_out",)),
    Case("thoughts_without_protection", (WISH, "rd_can_reach_out"), no=("rd_can_reach_out",)),
    Case("home_unsafe_violence_open", ("lc_home_unsafe",), left_open=("x_violence_at_home",)),
    Case("urgent_withdrawal", (STOPPED, DAILY), beside=("x_cannot_keep_fluids",)),
    Case("used_since_detox", ("x_using_again_since_detox",)),
    Case("ghb_stopped", ("x_daily_ghb", STOPPED), beside=("x_last_within_3_days",)),
    Case("daily_use", (DAILY,)),
    Case("pills_stopped", ("x_sedatives_as_prescribed",), beside=(STOPPED,)),
    Case("withdrawal_risk", ("su_severe_withdrawal_risk",)),
    Case(
        "severe_before_open",
        ("su_delirium_tremens",),
        beside=("x_last_4_to_10_days",),
        left_open=(STOPPED,),
    ),
    Case(
        "severe_before_open",
        ("su_delirium_tremens",),
        beside=("x_last_within_3_days",),
        left_open=(STOPPED,),
    ),
    Case("severe_before_pills", ("su_withdrawal_seizures",), beside=("x_sedatives_rx_stopped",)),
    Case(
        "severe_before_days_4_to_10",
        ("su_withdrawal_seizures",),
        beside=("x_last_4_to_10_days", STOPPED),
        left_open=("x_last_within_3_days",),
    ),
    Case(
        "severe_before_detox",
        ("su_withdrawal_seizures",),
        beside=("su_detox_completed", "x_last_4_to_10_days"),
        no=("x_using_again_since_detox",),
        left_open=("x_sedatives_as_prescribed",),  # beside "stopped", it undoes the detox
    ),
    Case(
        "severe_before_daily",
        ("su_withdrawal_seizures",),
        beside=(DAILY, "x_last_within_3_days"),
        no=(STOPPED,),
    ),
    Case("stopped_against_advice", ("su_needs_24h_withdrawal_care",), beside=(STOPPED,)),
    Case("stopped_amount_open", (STOPPED,), beside=("x_uses_alcohol",), left_open=(DAILY,)),
    Case("needs_more_than_iop", ("x_iop_tried_not_enough",)),
    Case("doctor_health", ("x_unstable_medical_condition",)),
    Case("doctor_fainting", (FAINTED,)),
    Case("doctor_fainting", ("x_nearly_fainted",), beside=(EATS,)),
    Case("doctor_eating", (EATS,)),
    Case("doctor_fall", ("x_fall_or_head_injury",)),
    Case("doctor_pregnant_use", ("x_used_while_pregnant",)),
    Case(
        "doctor_pregnant_recent",
        (PREGNANT, "x_last_within_3_days"),
        beside=("x_uses_alcohol",),
        left_open=("x_used_while_pregnant",),
    ),
    Case("doctor_alcohol", ("x_alcohol_poisoning",)),
    Case("doctor_pain_pills", ("x_pain_pills_stopped",)),
    Case("doctor_after_birth", ("x_baby_last_year", "mh_distress_rising")),
)
BY_TEENS_AGE = {"urgent_violence_to_you", "urgent_violence_by_teen"}  # test_rules_of_stopping.py
FIRST_FIVE = ids.OUTCOMES[:5]


def row(case: Case) -> str:
    return str(RULES[case.rule]["outcome"])


def yes(case: Case) -> set[str]:
    return {*case.named, *case.beside} - set(case.no)


def reasons(outcome: str, cases: tuple[Case, ...]) -> dict[str, set[str]]:
    """What the row says of someone with the answers of all these cases."""
    present = frozenset().union(*map(yes, cases))
    f = Findings(present, frozenset(sign for case in cases for sign in case.no))
    found: dict[str, set[str]] = {}
    for because in ROWS[outcome](f) or ():
        found.setdefault(because.rule, set()).add(because.sign)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.named[0]}")
def test_each_rule_names_what_it_read_and_nothing_else(case: Case) -> None:
    assert reasons(row(case), (case,))[case.rule] == set(case.named)


def agree(one: Case, other: Case) -> bool:
    """Whether one person can give the answers of both."""
    given = yes(one) | yes(other)
    return not given & {*one.no, *other.no, *one.left_open, *other.left_open}


ONE_AT_A_TIME = {
    *("severe_before_open", "severe_before_pills", "severe_before_days_4_to_10"),
    *("severe_before_detox", "severe_before_daily"),
}
"""Each speaks of the same seizure; one of them says so."""


@pytest.mark.parametrize("outcome", FIRST_FIVE)
def test_no_reason_pushes_another_out(outcome: str) -> None:
    lost = []
    for one, other in combinations([case for case in CASES if row(case) == outcome], 2):
        if agree(one, other) and not {one.rule, other.rule} <= ONE_AT_A_TIME:
            found = reasons(outcome, (one, other))
            lost += [
                (one.rule, other.rule, case.rule)
                for case in (one, other)
                if not set(case.named) <= found.get(case.rule, set())
            ]
    assert lost == []


def test_every_rule_of_danger_has_its_case() -> None:
    wanted = {rule for rule, said in RULES.items() if said["outcome"] in FIRST_FIVE}
    assert wanted == {case.rule for case in CASES} | BY_TEENS_AGE


@pytest.mark.parametrize("half", [(STOPPED,), (DAILY,)])
def test_withdrawal_goes_along_with_today_only_if_it_is_known_and_was_stopped(half) -> None:
    f = Findings(frozenset({"x_cannot_keep_fluids", *half}))
    rules = {because.rule for because in ROWS["urgent_same_day"](f) or ()}
    assert rules == {"urgent_fluids"}


def test_no_alcohol_and_no_sedatives_is_enough_to_rule_withdrawal_out() -> None:
    no = frozenset(
        {"x_uses_alcohol", "x_uses_sedatives", "x_uses_ghb", "x_sedatives_as_prescribed"}
    )
    assert ROWS["medical_withdrawal_first"](Findings(frozenset({DAILY}), no)) is None
    for sign in no:
        assert ROWS["medical_withdrawal_first"](Findings(frozenset({DAILY}), no - {sign}))


def test_eleven_days_are_enough_only_where_each_sedative_is_a_no() -> None:
    weeks = frozenset({DAILY, "x_last_11_to_30_days"})
    no = frozenset({"x_uses_sedatives", "x_uses_ghb", "x_sedatives_as_prescribed"})
    assert ROWS["medical_withdrawal_first"](Findings(weeks, no)) is None
    for sign in no:
        assert ROWS["medical_withdrawal_first"](Findings(weeks, no - {sign})), sign
