"""The decision: eleven outcomes, most urgent first, and the first whose rule holds is given.

Read from top to bottom. Each rule takes the settled findings and returns why it holds: a list
of (sign, rule id), or None if it does not hold. No scores and no weights: two ideas that the
field's own criteria follow, in our own words, are that safety comes before need, and that
willingness, rides and money never change how much care is called for.
Open clinical questions are in `docs/decisions/`. The text of each rule says its condition in
words; the page "How this check decides" prints it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from checker import sign_groups
from checker.findings import Conflict, Findings, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Because(NamedTuple):
    """One answer that led to the outcome, and the rule by which it did."""

    sign: str
    rule: str


Why = list[Because] | None


@dataclass(frozen=True)
class Decision:
    """An outcome, the answers that led to it, what is missing, and what contradicts."""

    outcome: str
    because: list[Because]
    missing: list[str]
    conflicts: list[Conflict]
    findings: Findings


def _because(rule: str, signs: Iterable[str]) -> list[Because]:
    return [Because(sign, rule) for sign in sorted(signs)]


# --- Rows 1 to 4: safety first, for everyone ------------------------------------------------


def emergency_now(f: Findings) -> Why:
    """Danger to life now: any sign of it."""
    return _because("emergency_sign", f.present & sign_groups.EMERGENCY) or None


def urgent_same_day(f: Findings) -> Why:
    """Someone should speak with the person today.

    Any sign that cannot wait; or thoughts of being better off dead, unless the person says both
    that they can hold back urges and that they would call someone.
    """
    urgent = _because("urgent_sign", f.present & sign_groups.URGENT)
    if sign_groups.PASSIVE_THOUGHTS in f.present and not f.present >= sign_groups.PROTECTION:
        urgent += _because("thoughts_without_protection", {sign_groups.PASSIVE_THOUGHTS})
        urgent += _because("thoughts_without_protection", f.absent & sign_groups.PROTECTION)
    return urgent or None


def medical_withdrawal_first(f: Findings) -> Why:
    """Stopping may be dangerous, so a doctor comes before any program.

    Daily use again since detox; or any withdrawal sign, unless withdrawal is over: detox is
    finished, "daily use again" is answered with no, and nothing is taken daily now.
    """
    if sign_groups.USED_SINCE_DETOX in f.present:
        why = _because("used_since_detox", {sign_groups.USED_SINCE_DETOX})
        return why + _because("withdrawal_risk", f.present & sign_groups.WITHDRAWAL)
    if withdrawal_is_over(f):
        return None
    return _because("withdrawal_risk", f.present & sign_groups.WITHDRAWAL) or None


def withdrawal_is_over(f: Findings) -> bool:
    """Detox is finished, use has not begun again, and nothing is taken daily now."""
    detox_done = sign_groups.DETOX_DONE in f.present and sign_groups.DETOX_DONE not in f.absent
    return (
        detox_done
        and sign_groups.USED_SINCE_DETOX in f.absent
        and sign_groups.DAILY_USE not in f.present
    )


def higher_level_first(f: Findings) -> Why:
    """More support than an IOP gives should be asked about first: any sign of that."""
    return _because("needs_more_than_iop", f.present & sign_groups.HIGHER) or None


# --- Rows 5 to 7: who the check is for, and whether it has enough to go on --------------------


def teen_route(f: Findings) -> Why:
    """The person who needs help is under 18: the rest of this check is for adults."""
    return _because("under_18", f.present & {"x_under_18"}) or None


def loved_one_guidance(f: Findings) -> Why:
    """Someone else answers: second-hand answers do not place another person."""
    return _because("about_loved_one", f.present & {"x_about_loved_one"}) or None


def not_enough_answers(f: Findings) -> Why:
    """Something that matters was left open. An open answer is never read as no.

    A safety sign that must be answered is open; or neither of "doing well" and "worth an
    assessment" holds below, and of one of the three parts (care before, mental health, substance
    use) no sign of need is answered at all.
    """
    return [] if missing_answers(f) else None


def missing_answers(f: Findings) -> list[str]:
    """Signs that stand unanswered between this person and an outcome of rows 8 to 11."""
    missing = sign_groups.SAFETY_GATE - f.answered
    if not (maintain_step_down(f) or iop_assess(f)):
        missing |= {sign for section in unanswered_sections(f) for sign in section}
    return sorted(missing)


def unanswered_sections(f: Findings) -> list[frozenset[str]]:
    """The need signs of each need section in which not one is answered."""
    return [signs for signs in sign_groups.NEED_BY_SECTION.values() if not signs & f.answered]


# --- Rows 8 to 11: how much care is worth asking about ----------------------------------------


def maintain_step_down(f: Findings) -> Why:
    """Doing well: stable for months, or most goals of an IOP met.

    And all of these: at most one sign of need besides those of past care; no sign that care now
    is not enough, no sign of risk, not two problems at once; no step down lately (with the goals
    of an IOP met, that is past and does not count); each of the three parts is answered.
    """
    doing_well = f.present & {sign_groups.STABLE, sign_groups.IOP_GOALS_MET}
    # Someone who has done an IOP came from detox or residential care: that is past for them.
    just_stepped_down = (
        f.present & sign_groups.STEP_DOWN and sign_groups.IOP_GOALS_MET not in f.present
    )
    warning = f.present & (sign_groups.CURRENT | sign_groups.RISK | {sign_groups.CO_OCCURRING})
    others = f.need - sign_groups.PAST - sign_groups.STEP_DOWN
    if not doing_well or warning or just_stepped_down or len(others) > 1 or unanswered_sections(f):
        return None
    return _because("doing_well", doing_well)


def iop_supports_missing(f: Findings) -> Why:
    """An IOP may fit, if what is missing is put right.

    Worth an assessment as below, and support is missing: trouble at home, or a no to a safe
    place, a ride, being well enough to travel, a group, or taking part.
    """
    need, missing = iop_assess(f), missing_support(f)
    return need + _because("support_missing", missing) if need and missing else None


def missing_support(f: Findings) -> frozenset[str]:
    """Trouble at home that is present, and support that is answered with no."""
    return (f.present & sign_groups.HOME_TROUBLE) | (f.absent & sign_groups.SUPPORT_WANTED)


def iop_assess(f: Findings) -> Why:
    """A full assessment for an IOP is worth asking for. One of these is enough.

    Any sign that care now is not enough, of risk, or of a step down lately; or a sign of past
    care or two problems at once, and two or more signs of need in all; or three or more signs of
    need, one of them in daily life; or five or more signs of need.
    """
    need = f.need
    why = _because("care_now_not_enough", need & sign_groups.CURRENT)
    why += _because("risk_sign", need & sign_groups.RISK)
    why += _because("step_down", need & sign_groups.STEP_DOWN)
    if need & (sign_groups.PAST | {sign_groups.CO_OCCURRING}) and len(need) >= 2:
        why += _because("past_or_both_and_more", need)
    elif need & sign_groups.FUNCTION and len(need) >= 3:
        why += _because("daily_life_and_more", need)
    elif len(need) >= 5:
        why += _because("five_signs", need)
    return _first_reason_each(why) or None


def _first_reason_each(why: list[Because]) -> list[Because]:
    """Each sign once, by the first rule that named it."""
    first: dict[str, Because] = {}
    for reason in why:
        first.setdefault(reason.sign, reason)
    return list(first.values())


def weekly_may_be_enough(f: Findings) -> Why:
    """All else: few signs of need or none.

    The safety signs that must be answered are, and at least one sign of need in each of the three
    parts.
    """
    why = _because("weekly_care_works", f.present & {sign_groups.WEEKLY_WORKS})
    why += _because("few_signs", f.need)
    return why or _because("no_signs", f.absent & sign_groups.NEED)


ROWS: dict[str, Callable[[Findings], Why]] = {
    "emergency_now": emergency_now,
    "urgent_same_day": urgent_same_day,
    "medical_withdrawal_first": medical_withdrawal_first,
    "higher_level_first": higher_level_first,
    "teen_route": teen_route,
    "loved_one_guidance": loved_one_guidance,
    "not_enough_answers": not_enough_answers,
    "maintain_step_down": maintain_step_down,
    "iop_supports_missing": iop_supports_missing,
    "iop_assess": iop_assess,
    "weekly_may_be_enough": weekly_may_be_enough,
}


def decide(findings: Findings) -> Decision:
    """The first outcome whose rule holds, most urgent first. Always one of the eleven."""
    settled, conflicts = settle(findings)
    for outcome, rule in ROWS.items():
        why = rule(settled)
        if why is not None:
            missing = missing_answers(settled)
            return Decision(outcome, why, missing, conflicts, settled)
    raise AssertionError("the last rule holds for everyone")
