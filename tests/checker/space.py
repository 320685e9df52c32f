"""The reduced space: states of a person by the parts of the table (`roles.py`).

One sign of each part stands for all of it. The whole product would be far too large, so it is
walked in slices: each varies the parts that one row of the table reads together, before a person
who is calm otherwise.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from checker.findings import Findings
from tests.checker import roles

if TYPE_CHECKING:
    from collections.abc import Iterator

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
FUNCTION = ("mh_anxiety_limits", "mh_mood_swings", "mh_depression_interferes")
PLAIN = ("su_friends_use", "su_frequent_triggers", "mh_isolating", "su_little_recovery_support")


def findings(s: State) -> Findings:
    """One sign for each part that the state names."""
    answers: dict[str, str] = dict.fromkeys(roles.GATE, NO)
    answers |= {sign: getattr(s, part) for part, sign in SINGLE.items()}
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
    return Findings(
        frozenset(sign for sign, answer in answers.items() if answer == YES),
        frozenset(sign for sign, answer in answers.items() if answer == NO),
    )


ANY, YES_NO, KNOWN = (NO, OPEN, YES), (NO, YES), (NO, OPEN)
SLICES: tuple[dict[str, tuple[object, ...]], ...] = (
    {  # prescribed sedatives that ran out, go on, or nobody says
        "prescribed": YES_NO,
        "ran_out": ANY,
        "alcohol": YES_NO,
        "sedatives": YES_NO,
        "stopped": ANY,
        "last": (OPEN, *LAST),
        "past_severe": YES_NO,
        "severe": YES_NO,
        "daily": YES_NO,
        "detox": YES_NO,
        "pregnant": YES_NO,
        "passed_out": YES_NO,
    },
    {  # stopping, the body and pregnancy
        "ran_out": (OPEN,),
        "alcohol": ANY,
        "sedatives": ANY,
        "prescribed": ANY,
        "stopped": ANY,
        "last": (OPEN, *LAST),
        "past_severe": ANY,
        "daily": ANY,
        "severe": YES_NO,
        "pregnant": YES_NO,
        "passed_out": YES_NO,
        "who": ("me", "loved_one"),
    },
    {  # detox, and what comes after it
        "detox": ANY,
        "again": ANY,
        "last": (OPEN, *LAST),
        "daily": ANY,
        "past_severe": YES_NO,
        "stopped": YES_NO,
        "sedatives": YES_NO,
        "prescribed": YES_NO,
        "who": ("me", "minor", "loved_one"),
        "residential": (OPEN, YES),
        "well": ("", "goals_met"),
    },
    {  # thoughts, their company, and new mothers
        "emergency": ANY,
        "urgent": ANY,
        "quiet": ANY,
        "history": YES_NO,
        "means": ANY,
        "protection": ("both", "hold", "no", "unsafe", "open"),
        "psychosis": YES_NO,
        "baby": YES_NO,
        "violence": YES_NO,
        "watched": YES_NO,
        "who": ("me", "minor", "loved_one"),
    },
    {  # doctor, more support, opioids, who
        "doctor": ANY,
        "eating": ANY,
        "passed_out": ANY,
        "nearly_fainted": YES_NO,
        "pregnant": YES_NO,
        "higher": ANY,
        "opioids_now": ANY,
        "opioids_before": YES_NO,
        "left": YES_NO,
        "medicine": YES_NO,
        "who": ("me", "minor", "loved_one"),
    },
    {  # need
        "current": YES_NO,
        "past": (0, 1, 2),
        "residential": (OPEN, YES),
        "both": (OPEN, YES),
        "function": (0, 1, 2),
        "plain": (0, 1, 3, 4),
        "rising": YES_NO,
        "program": YES_NO,
        "well": ("", "stable", "goals_met", "both", "weekly"),
        "support_missing": (False, True),
        "care_answered": (False, True),
        "use_answered": (False, True),
        "mind_answered": (False, True),
    },
    {  # out of detox or elsewhere, opioids, pregnancy
        "detox": ANY,
        "left": YES_NO,
        "opioids_now": ANY,
        "opioids_before": ANY,
        "medicine": ANY,
        "medicine_stopped": ANY,
        "medicine_ended": YES_NO,
        "pregnant": YES_NO,
        "quiet": YES_NO,
        "protection": ("both",),
        "who": ("me", "minor", "loved_one"),
    },
    {  # a home that is not safe, and new mothers who get worse
        "home_unsafe": ANY,
        "violence": ANY,
        "baby": YES_NO,
        "rising": YES_NO,
        "current": YES_NO,
        "plain": (0, 4),
        "well": ("", "stable"),
        "who": ("me", "minor", "loved_one"),
    },
    {  # GHB, and what else makes stopping a risk
        "ghb": ANY,
        "daily_ghb": ANY,
        "daily": ANY,
        "alcohol": YES_NO,
        "stopped": ANY,
        "last": (OPEN, *LAST),
        "detox": YES_NO,
        "past_severe": YES_NO,
        "passed_out": YES_NO,
        "pregnant": YES_NO,
    },
    {  # out of a ward, an earlier attempt, and worse
        "ward": ANY,
        "history": YES_NO,
        "rising": ANY,
        "quiet": YES_NO,
        "protection": ("both", "open"),
        "baby": YES_NO,
        "well": ("", "stable", "goals_met"),
        "plain": (0, 4),
        "who": ("me", "minor", "loved_one"),
    },
    {  # need beside quiet thoughts that are protected, and beside an open gate
        "quiet": YES_NO,
        "protection": ("both",),
        "means": ANY,
        "emergency": KNOWN,
        "higher": KNOWN,
        "past": (0, 1),
        "function": (0, 1, 2),
        "plain": (0, 4),
        "program": YES_NO,
        "well": ("", "stable", "goals_met"),
        "support_missing": (False, True),
    },
)


def states() -> Iterator[State]:
    """Every state of every slice."""
    for slice_ in SLICES:
        for values in product(*slice_.values()):
            yield State(**dict(zip(slice_, values, strict=True)))  # type: ignore[arg-type]
