"""Row 3 of the decision: stopping may be dangerous, so a doctor comes before any program.

How a rule answers: `rules.py`. When withdrawal counts as over: `conditions.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import sign_groups
from checker.conditions import (
    detox_holds,
    stopped_against_advice,
    stopped_and_amount_open,
    withdrawal_now,
)
from checker.reasons import because_of

if TYPE_CHECKING:
    from checker.findings import Findings
    from checker.reasons import Because, Why


def medical_withdrawal_first(f: Findings) -> Why:
    """Stopping may be dangerous, so a doctor comes before any program.

    Daily use again since detox, unless the last drink or sedative is over 30 days ago; or any
    withdrawal sign, unless withdrawal is over; or alcohol or sedatives stopped, withdrawal not
    known to be over, and the question whether it was every day left open. An emergency room today
    after a seizure or delirium, stopped 4 to 10 days ago or when is open, or a last drink of these
    days after a finished detox, or prescribed sedatives that ran out or were cut fast, whenever the
    last drink was; so too after stopping where a doctor said "only with day-and-night care"; and
    now for GHB every day that was
    stopped in the last three days or when is open.
    """
    why: list[Because] = []
    if sign_groups.USED_SINCE_DETOX in f.present and sign_groups.LONG_AGO not in f.present:
        why += because_of("used_since_detox", {sign_groups.USED_SINCE_DETOX})
    signs = withdrawal_now(f)
    why += because_of("ghb_stopped", _ghb_stopped(f, signs))
    why += because_of("daily_use", signs & sign_groups.DAILY)
    pills = {sign_groups.PRESCRIBED_SEDATIVE, sign_groups.PRESCRIBED_STOPPED}
    why += because_of("pills_stopped", signs & pills)
    severe = signs & sign_groups.PAST_SEVERE
    rule = _severe_before(f)
    why += because_of(rule, severe)
    advice = stopped_against_advice(f)
    why += because_of("stopped_against_advice", advice)
    others = signs & sign_groups.SEVERE_WITHDRAWAL - severe - advice
    why += because_of("withdrawal_risk", others)
    if stopped_and_amount_open(f):
        why += because_of("stopped_amount_open", {sign_groups.STOPPED})
    return why or None


def _ghb_stopped(f: Findings, signs: frozenset[str]) -> set[str]:
    """GHB every day, stopped in the last three days or nobody knows when; empty otherwise."""
    stopped = sign_groups.STOPPED in f.present and sign_groups.DAILY_GHB in signs
    recent = "x_last_within_3_days" in f.present or not f.present & set(sign_groups.LAST_USE)
    return {sign_groups.DAILY_GHB, sign_groups.STOPPED} if stopped and recent else set()


def _severe_before(f: Findings) -> str:
    """Which rule a seizure or delirium in an earlier withdrawal falls under.

    "When was the last one" or "did you stop" left open is not read as a no.
    """
    if sign_groups.PRESCRIBED_STOPPED in f.present:
        return "severe_before_pills"
    if detox_holds(f):
        return "severe_before_detox"
    last = f.present & set(sign_groups.LAST_USE)
    if sign_groups.STOPPED in f.present:
        if "x_last_4_to_10_days" in last:
            return "severe_before_days_4_to_10"
        return "withdrawal_risk" if last else "severe_before_open"
    recent = not last or last & {"x_last_within_3_days", "x_last_4_to_10_days"}
    if sign_groups.STOPPED not in f.answered:
        return "severe_before_open" if recent else "withdrawal_risk"
    goes_on = withdrawal_now(f) & sign_groups.DAILY and "x_tapering" not in f.present
    return "severe_before_daily" if goes_on else "withdrawal_risk"
