"""The reduced space: every combination of answers that the rules can tell.

The 107 signs are 34 parts (`roles.py`); signs of one part are interchangeable (`test_roles.py`), so
one of each stands for all. The rules read danger first (rows 1 to 6) and need only when none of
these holds, so the space is walked in two slices: every state of danger before two opposite
pictures of need, and every state of need behind each way in which danger can be out of the way.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from checker.findings import Findings
from tests.checker import roles

if TYPE_CHECKING:
    from collections.abc import Iterator

YES, NO, OPEN = "yes", "no", "open"


class Danger(NamedTuple):
    """Rows 1 to 6."""

    emergency: str
    cannot_stay_safe: str
    urgent: bool
    passive: str
    protection: str  # "both", "hold" (would not call), "no" (cannot hold), "open"
    severe: str
    daily: str
    detox: str
    again: str
    higher: bool
    who: str  # "me", "minor", "loved_one"


class Need(NamedTuple):
    """Rows 7 to 11."""

    current: bool
    past: int
    residential: bool
    self_harm: bool
    both: bool
    function: bool
    plain: int
    well: str  # "", "stable", "goals_met", "both", "weekly" (weekly care works)
    care_answered: bool
    use_answered: bool
    support_missing: bool


DANGERS = [
    Danger._make(values)
    for values in product(
        (NO, OPEN, YES),
        (NO, OPEN, YES),
        (False, True),
        (NO, OPEN, YES),
        ("both", "hold", "no", "open"),
        (NO, OPEN, YES),
        (NO, OPEN, YES),
        (NO, OPEN, YES),
        (NO, OPEN, YES),
        (False, True),
        ("me", "minor", "loved_one"),
    )
]
NEEDS = [
    Need._make(values)
    for values in product(
        (False, True),
        (0, 1, 2),
        (False, True),
        (False, True),
        (False, True),
        (False, True),
        range(6),
        ("", "stable", "goals_met", "both", "weekly"),
        (False, True),
        (False, True),
        (False, True),
    )
]
CALM = Danger(
    emergency=NO,
    cannot_stay_safe=NO,
    urgent=False,
    passive=NO,
    protection="open",
    severe=NO,
    daily=NO,
    detox=OPEN,
    again=OPEN,
    higher=False,
    who="me",
)
SAFE = [  # every way in which rows 1 to 6 do not hold, and one with an open gate
    CALM,
    CALM._replace(passive=YES, protection="both"),
    CALM._replace(severe=YES, detox=YES, again=NO),
    CALM._replace(passive=YES, protection="both", detox=YES, again=NO),
    CALM._replace(emergency=OPEN),
]
LITTLE = Need(
    current=False,
    past=0,
    residential=False,
    self_harm=False,
    both=False,
    function=False,
    plain=0,
    well="",
    care_answered=True,
    use_answered=True,
    support_missing=False,
)
MUCH = Need(
    current=True,
    past=2,
    residential=True,
    self_harm=True,
    both=True,
    function=True,
    plain=5,
    well="both",
    care_answered=True,
    use_answered=True,
    support_missing=True,
)

PLAIN = (
    "su_hard_to_limit",
    "su_friends_use",
    "su_uses_to_cope",
    "su_frequent_triggers",
    "su_needs_structure_to_stop",
)


def findings(d: Danger, n: Need) -> Findings:
    """One sign for each part that the state names."""
    answers: dict[str, str] = dict.fromkeys(roles.GATE - {"sf_active_suicidal"}, NO)
    answers["sf_active_suicidal"] = d.emergency
    answers["rd_cannot_stay_safe_between_sessions"] = d.cannot_stay_safe
    answers["x_violence_at_home"] = YES if d.urgent else OPEN
    answers["mh_passive_suicidal_thoughts"] = d.passive
    hold = {"both": YES, "hold": YES, "no": NO, "open": OPEN}
    answers["rd_can_hold_self_harm_urges"] = hold[d.protection]
    answers["rd_can_reach_out"] = {"both": YES, "hold": NO}.get(d.protection, OPEN)
    answers["x_past_severe_withdrawal"] = d.severe
    answers["x_daily_alcohol_or_sedatives"] = d.daily
    answers["su_detox_completed"] = d.detox
    answers["x_using_again_since_detox"] = d.again
    answers["mh_needs_24h_supervision"] = YES if d.higher else OPEN
    answers["x_under_18"] = YES if d.who == "minor" else NO
    answers["x_about_loved_one"] = YES if d.who == "loved_one" else OPEN
    answers["pt_weekly_therapy_not_enough"] = YES if n.current else OPEN
    answers |= dict.fromkeys(roles.SIGNS["past"][: n.past], YES)
    answers["pt_recent_residential_completion"] = YES if n.residential else OPEN
    answers["mh_self_harm_not_life_threatening"] = YES if n.self_harm else OPEN
    answers["mh_co_occurring"] = YES if n.both else OPEN
    answers["mh_anxiety_limits"] = YES if n.function else OPEN
    answers |= dict.fromkeys(PLAIN[: n.plain], YES)
    answers["x_stable_in_recovery"] = YES if n.well in ("stable", "both") else NO
    answers["x_done_with_iop_goals"] = YES if n.well in ("goals_met", "both") else OPEN
    answers["x_weekly_care_working"] = YES if n.well == "weekly" else OPEN
    answers["pt_skills_not_sticking"] = NO if n.care_answered else OPEN
    answers["su_time_spent"] = NO if n.use_answered else OPEN
    answers["lc_reliable_transport"] = NO if n.support_missing else YES
    return Findings(
        frozenset(sign for sign, answer in answers.items() if answer == YES),
        frozenset(sign for sign, answer in answers.items() if answer == NO),
    )


def states() -> Iterator[tuple[Danger, Need]]:
    """The two slices."""
    yield from product(DANGERS, (LITTLE, MUCH))
    yield from product(SAFE, NEEDS)


SIZE = 2 * 104_976 + 5 * 23_040
