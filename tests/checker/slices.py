"""The states of the reduced space (`space.py`) that are tried.

The whole product would be far too large, so it is walked in slices: each varies the parts that
one row of the table reads together, before a person who is calm otherwise.
"""

from __future__ import annotations

from itertools import chain, product
from typing import TYPE_CHECKING

from tests.checker.space import LAST, NO, OPEN, YES, State

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    {  # voices or mania after stopping
        "psychosis": YES_NO,
        "alcohol": YES_NO,
        "sedatives": YES_NO,
        "prescribed": YES_NO,
        "ran_out": ANY,
        "stopped": ANY,
        "last": (OPEN, *LAST),
        "daily": ANY,
        "past_severe": YES_NO,
        "detox": YES_NO,
        "who": ("me", "loved_one"),
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
    {  # quiet thoughts beside drinking, for someone who can hold off and would call
        "quiet": YES_NO,
        "protection": ("both",),
        "alcohol": YES_NO,
        "sedatives": YES_NO,
        "daily": ANY,
        "daily_ghb": YES_NO,
        "ran_out": YES_NO,
        "stopped": ANY,
        "last": (OPEN, *LAST),
        "detox": YES_NO,
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
        "once": YES_NO,
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


def states_of(slice_: dict[str, tuple[object, ...]]) -> Iterator[State]:
    """Every state of a slice."""
    for values in product(*slice_.values()):
        yield State(**dict(zip(slice_, values, strict=True)))  # type: ignore[arg-type]


def states() -> Iterator[State]:
    """Every state of every slice."""
    return chain.from_iterable(map(states_of, SLICES))
