"""The reduced space: states of a person by the parts of the table (`roles.py`).

One sign of each part stands for all of it. Which states are tried: `slices.py`.
"""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from checker.findings import Findings
from tests.checker import roles

YES, NO, OPEN = "yes", "no", "open"
LAST = {
    "3d": "x_last_within_3_days",
    "10d": "x_last_4_to_10_days",
    "30d": "x_last_11_to_30_days",
    "over": "x_last_over_30_days",
}


class State(NamedTuple):
    """What a person has answered; the defaults are calm, safe and well."""

    emergency: str = NO
    urgent: str = NO
    violence: str = NO
    home_unsafe: str = OPEN
    psychosis: str = NO
    baby: str = NO
    quiet: str = NO
    # "both", "hold" (would not call), "no" (cannot hold), "unsafe" (not sure to stay safe), "open"
    protection: str = "open"
    history: str = NO
    ward: str = NO
    means: str = NO
    pregnant: str = NO
    passed_out: str = NO
    eating: str = NO
    nearly_fainted: str = NO
    doctor: str = NO
    alcohol: str = YES
    sedatives: str = NO
    ghb: str = NO
    prescribed: str = NO
    ran_out: str = NO  # the prescribed ones
    last: str = OPEN  # or one of LAST
    stopped: str = NO
    past_severe: str = NO
    severe: str = NO
    daily: str = NO
    daily_ghb: str = NO
    detox: str = OPEN
    again: str = NO
    opioids_now: str = NO
    opioids_before: str = NO
    once: str = NO
    left: str = NO
    medicine: str = NO
    medicine_stopped: str = NO
    medicine_ended: str = NO
    higher: str = NO
    watched: str = NO
    who: str = "me"  # "minor", "loved_one"
    current: str = NO
    past: int = 0
    residential: str = OPEN
    both: str = OPEN
    function: int = 0
    plain: int = 0
    rising: str = NO
    program: str = NO
    well: str = ""  # "stable", "goals_met", "both", "weekly"
    care_answered: bool = True
    mind_answered: bool = True
    use_answered: bool = True
    support_missing: bool = False


SINGLE = {
    "emergency": "sf_active_suicidal",
    "urgent": "x_recent_suicide_attempt",
    "violence": "x_violence_at_home",
    "home_unsafe": "lc_home_unsafe",
    "psychosis": "x_psychosis_or_mania_now",
    "baby": "x_baby_last_year",
    "quiet": "mh_passive_suicidal_thoughts",
    "history": "x_past_attempt",
    "ward": "x_left_psychiatric_ward",
    "means": "x_means_at_hand",
    "pregnant": "x_pregnant_now",
    "passed_out": "x_passed_out",
    "eating": "x_eating_problem",
    "nearly_fainted": "x_nearly_fainted",
    "doctor": "x_fall_or_head_injury",
    "alcohol": "x_uses_alcohol",
    "sedatives": "x_uses_sedatives",
    "ghb": "x_uses_ghb",
    "prescribed": "x_sedatives_as_prescribed",
    "ran_out": "x_sedatives_rx_stopped",
    "stopped": "x_stopped_using",
    "past_severe": "x_past_severe_withdrawal",
    "severe": "su_severe_withdrawal_risk",
    "daily": "x_daily_alcohol_or_sedatives",
    "daily_ghb": "x_daily_ghb",
    "detox": "su_detox_completed",
    "again": "x_using_again_since_detox",
    "opioids_now": "x_opioids_last_30_days",
    "opioids_before": "x_opioids_before",
    "once": "x_opioids_once",
    "left": "x_left_institution_30_days",
    "medicine": "x_opioid_medicine",
    "medicine_stopped": "x_opioid_medicine_stopped",
    "medicine_ended": "x_opioid_medicine_ended",
    "higher": "x_iop_tried_not_enough",
    "watched": "mh_needs_24h_supervision",
    "current": "pt_weekly_therapy_not_enough",
    "residential": "pt_recent_residential_completion",
    "both": "mh_co_occurring",
    "rising": "mh_distress_rising",
    "program": "x_in_iop_helping",
}
_single_answers = attrgetter(*SINGLE)
FUNCTION = ("mh_anxiety_limits", "mh_mood_swings")
PLAIN = ("su_friends_use", "su_frequent_triggers", "mh_isolating", "su_little_recovery_support")


def findings(s: State) -> Findings:
    """One sign for each part that the state names."""
    answers: dict[str, str] = dict.fromkeys(roles.GATE, NO)
    answers |= zip(SINGLE.values(), _single_answers(s), strict=True)
    hold = {"both": YES, "hold": YES, "no": NO, "unsafe": NO, "open": OPEN}
    answers["rd_can_hold_self_harm_urges"] = hold[s.protection]
    answers["rd_can_reach_out"] = {"both": YES, "hold": NO}.get(s.protection, OPEN)
    if s.protection == "unsafe":
        answers["rd_cannot_stay_safe_between_sessions"] = YES
    if s.last in LAST:
        answers[LAST[s.last]] = YES
    answers["x_under_18"] = YES if s.who == "minor" else NO
    answers["x_about_loved_one"] = YES if s.who == "loved_one" else OPEN
    answers |= dict.fromkeys(roles.SIGNS["past"][: s.past], YES)
    answers |= dict.fromkeys(FUNCTION[: s.function], YES)
    answers |= dict.fromkeys(PLAIN[: s.plain], YES)
    answers["x_stable_in_recovery"] = YES if s.well in ("stable", "both") else NO
    answers["x_done_with_iop_goals"] = YES if s.well in ("goals_met", "both") else OPEN
    answers["x_weekly_care_working"] = YES if s.well == "weekly" else OPEN
    answers["pt_skills_not_sticking"] = NO if s.care_answered else OPEN
    if not s.care_answered and s.current == NO:
        answers["pt_weekly_therapy_not_enough"] = OPEN
    answers["mh_sleep_affects_day"] = NO if s.mind_answered else OPEN
    answers["su_time_spent"] = NO if s.use_answered else OPEN
    answers["lc_reliable_transport"] = NO if s.support_missing else YES
    said: dict[str, list[str]] = {YES: [], NO: [], OPEN: []}
    for sign, answer in answers.items():
        said[answer].append(sign)
    return Findings(frozenset(said[YES]), frozenset(said[NO]))
