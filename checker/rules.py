"""The decision: fourteen outcomes, most urgent first, and the first whose rule holds is given.

Read from top to bottom. Each rule takes the settled findings and returns why it holds: a list
of (sign, rule id), or None if it does not hold. No scores and no weights: two ideas that the
field's own criteria follow, in our own words, are that safety comes before need, and that
willingness, rides and money never change how much care is called for.
Open clinical questions are in `docs/decisions/`. The text of each rule says its condition in
words; the page "How the self-check decides" prints it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker import ids, sign_groups
from checker.conditions import (
    daily_use_that_ended,
    missing_support,
    mixed_with_pills,
    on_opioid_medicine,
    opioids_after_leaving,
    pills_may_have_stopped,
    unanswered_sections,
)
from checker.findings import Conflict, Findings, opioids_alone, pregnant_and_used, settle
from checker.reasons import Because, Why, because_of
from checker.safety_rows import doctor_first, emergency_now, higher_level_first, urgent_same_day
from checker.withdrawal_row import medical_withdrawal_first

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Decision:
    """An outcome, the answers that led to it, what is missing, and what contradicts.

    `also` are outcomes whose help goes along with this one: see `goes_along`.
    """

    outcome: str
    because: list[Because]
    missing: list[str]
    conflicts: list[Conflict]
    findings: Findings
    also: list[str]


# --- Rows 6 to 9: who the check is for, medicine, and whether there is enough to go on ---------


def teen_route(f: Findings) -> Why:
    """The person who needs help is under 18: the rest of this check is for adults."""
    return because_of("under_18", f.present & {sign_groups.UNDER_18}) or None


def loved_one_guidance(f: Findings) -> Why:
    """Someone else answers: second-hand answers do not place another person."""
    return because_of("about_loved_one", f.present & {sign_groups.LOVED_ONE}) or None


def opioid_medicine_first(f: Findings) -> Why:
    """Opioids: medicine for them can start this week, or the medicine there is can be adjusted.

    Medicine for opioid use that ran out or was stopped; or opioids in the last 30 days, without
    medicine or on top of it; or a pain pill or two, after medicine that ended with a doctor; or
    kratom or the like less than weekly, nothing else used, and needing more or being sick without
    it; or opioids before, no medicine, and just out of jail, a hospital, detox or residential
    treatment.
    """
    why = because_of("opioid_medicine_stopped", f.present & {sign_groups.MEDICINE_STOPPED})
    now = f.present & {sign_groups.OPIOIDS_NOW}
    why += because_of("opioids_on_top" if on_opioid_medicine(f) else "opioids_untreated", now)
    once_after_medicine = {sign_groups.OPIOIDS_ONCE, sign_groups.MEDICINE_ENDED}
    if f.present >= once_after_medicine:
        why += because_of("opioids_once_after_medicine", once_after_medicine)
    if opioids_alone(f) and sign_groups.KRATOM in f.present and not now:
        why += because_of("kratom_needs_more", {sign_groups.KRATOM, sign_groups.NEEDS_MORE})
    if opioids_after_leaving(f):
        left = f.present & (sign_groups.LEFT_INSTITUTION | {sign_groups.OPIOIDS_BEFORE})
        why += because_of("opioids_after_leaving", left)
    return why or None


def not_enough_answers(f: Findings) -> Why:
    """Something that matters was left open. An open answer is never read as no.

    A required safety sign is unanswered, or whether prescribed sedatives were stopped. Or: none of
    "in a program", "doing well" and "worth an assessment" applies, and at least one of the three
    parts (care before, mental health, substance use) has no answer about need.
    """
    return [] if missing_answers(f) else None


def missing_answers(f: Findings) -> list[str]:
    """Signs that stand unanswered between this person and an outcome of rows 10 to 14."""
    missing = sign_groups.SAFETY_GATE - f.answered
    missing |= {sign_groups.PRESCRIBED_STOPPED} if pills_may_have_stopped(f) else set()
    if not (stay_with_program(f) or maintain_step_down(f) or iop_assess(f)):
        missing |= {sign for section in unanswered_sections(f) for sign in section}
    return sorted(missing)


# --- Rows 10 to 14: how much care is worth asking about -----------------------------------------


def stay_with_program(f: Findings) -> Why:
    """In a program now, which helps or has just begun, and its goals are not met yet."""
    if sign_groups.IOP_GOALS_MET in f.present:
        return None
    return because_of("in_program", f.present & sign_groups.IN_PROGRAM) or None


def maintain_step_down(f: Findings) -> Why:
    """Doing well: stable for months, or most goals of an IOP met.

    And all of these: distress is not rising; at most one sign of need besides those of past care;
    no sign that care now is not enough, no sign of risk, not two problems at once; no recent step
    down (with the goals of an IOP met, that is past and does not count); each of the three parts is
    answered.
    """
    doing_well = f.present & {sign_groups.STABLE, sign_groups.IOP_GOALS_MET}
    # Someone who has done an IOP came from detox or residential care: that is past for them.
    goals_met = sign_groups.IOP_GOALS_MET in f.present
    just_stepped_down = f.present & sign_groups.STEP_DOWN and not goals_met
    against = sign_groups.CURRENT | sign_groups.RISK
    warning = f.present & (against | {sign_groups.CO_OCCURRING, sign_groups.RISING})
    others = f.need - sign_groups.PAST - sign_groups.STEP_DOWN
    if not doing_well or warning or just_stepped_down or len(others) > 1 or unanswered_sections(f):
        return None
    return because_of("doing_well", doing_well)


def iop_supports_missing(f: Findings) -> Why:
    """An IOP may fit once missing support is in place.

    Worth an assessment as below, and support is missing: trouble at home, or a no to a safe
    place, a ride, being well enough to travel, a group, or taking part.
    """
    need, missing = iop_assess(f), missing_support(f)
    return need + because_of("support_missing", missing) if need and missing else None


def iop_assess(f: Findings) -> Why:
    """A full assessment for an IOP is worth asking for. One of these is enough.

    Any sign that care now is not enough, of risk, or of a recent step down; or daily alcohol or
    sedatives until not long ago, with withdrawal over; or a sign of past care or two problems at
    once, and two or more signs of need in all; or three or more signs of need, one of them in daily
    life; or five or more signs of need.
    """
    need = f.need
    why = because_of("care_now_not_enough", need & sign_groups.CURRENT)
    why += because_of("risk_sign", need & sign_groups.RISK)
    why += because_of("step_down", need & sign_groups.STEP_DOWN - {sign_groups.WARD})
    why += because_of("step_down_ward", need & {sign_groups.WARD})
    if daily_use_that_ended(f) and sign_groups.LONG_AGO not in f.present:
        why += because_of("daily_use_ended", f.present & sign_groups.DAILY)
    if need & (sign_groups.PAST | {sign_groups.CO_OCCURRING}) and len(need) >= 2:
        why += because_of("past_or_both_and_more", need)
    elif need & sign_groups.FUNCTION and len(need) >= 3:
        why += because_of("daily_life_and_more", need)
    elif len(need) >= 5:
        why += because_of("five_signs", need)
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
    why = because_of("weekly_care_works", f.present & {sign_groups.WEEKLY_WORKS})
    why += because_of("few_signs", f.need)
    if daily_use_that_ended(f):
        why += because_of("daily_use_before", f.present & sign_groups.DAILY)
    why = why or because_of("no_signs", f.absent & sign_groups.NEED)
    return because_of("pills_and_alcohol", mixed_with_pills(f)) + why


_ROW_FUNCTIONS: tuple[Callable[[Findings], Why], ...] = (
    emergency_now,
    urgent_same_day,
    medical_withdrawal_first,
    higher_level_first,
    doctor_first,
    teen_route,
    loved_one_guidance,
    opioid_medicine_first,
    not_enough_answers,
    stay_with_program,
    maintain_step_down,
    iop_supports_missing,
    iop_assess,
    weekly_may_be_enough,
)
if len(_ROW_FUNCTIONS) != len(ids.OUTCOMES):
    raise ValueError(
        f"{len(ids.OUTCOMES)} outcomes in ids.py, {len(_ROW_FUNCTIONS)} functions in _ROW_FUNCTIONS"
    )
ROWS = dict(zip(ids.OUTCOMES, _ROW_FUNCTIONS, strict=True))
FIRST_FIVE = ids.OUTCOMES[:5]
# The step of these for today is the step about use while pregnant, too.
SPEAKS_OF_USE_IN_PREGNANCY = frozenset({"urgent_pregnant_withdrawal", "urgent_pregnant_opioids"})


def decide(findings: Findings) -> Decision:
    """The first outcome whose rule holds, most urgent first. Always one of the fourteen."""
    settled, conflicts = settle(findings)
    outcome, why = _first_row(settled, ids.OUTCOMES)
    missing = missing_answers(settled)
    return Decision(outcome, why, missing, conflicts, settled, goes_along(settled, outcome))


def _first_row(f: Findings, rows: tuple[str, ...]) -> tuple[str, list[Because]]:
    for outcome in rows:
        why = ROWS[outcome](f)
        if why is not None:
            return outcome, why
    raise AssertionError("the last rule holds for everyone")


def goes_along(f: Findings, outcome: str) -> list[str]:
    """Return outcomes whose help is shown together with an urgent one.

    - Rows 2 to 7: the pages for a teen, for someone answering for another, and for opioids, if
      they rank below `outcome`.
    - Rows 2 to 4: also "a doctor first", unless the outcome already covers the same signs.
    - Row 2: also withdrawal. It says itself whom a teen should tell, so the teen page is left out,
      unless someone else answers.
    - A teen who answers never gets the opioid page: its words are for adults.
    - Row 5, adults about themselves: also what rows 8 to 14 would say, but not weekly therapy
      where `_too_serious_for_weekly`.
    - Beside 911, or where the person who answers is hurt by the other one: nothing.
    """
    if outcome not in (*FIRST_FIVE[1:], "teen_route", "loved_one_guidance"):
        return []
    if sign_groups.HURT_BY_OTHER in f.present:
        return []
    along = [name for name in _routes(f, outcome) if ROWS[name](f) is not None]
    for_the_body = {reason.sign for reason in doctor_first(f) or ()}
    if _said_by(f, outcome) >= for_the_body:
        along = [name for name in along if name != "doctor_first"]
    about_self = not f.present & {sign_groups.UNDER_18, sign_groups.LOVED_ONE}
    if outcome == "doctor_first" and about_self:
        besides, _why = _first_row(f, ids.OUTCOMES[ids.OUTCOMES.index("opioid_medicine_first") :])
        if besides != "weekly_may_be_enough" or not _too_serious_for_weekly(f):
            along = [*along, *({besides} - set(along))]
    return along


def _routes(f: Findings, outcome: str) -> list[str]:
    """Return the outcomes below this one that may go along, if their rows hold."""
    routes = ["teen_route", "loved_one_guidance", "opioid_medicine_first"]
    if outcome in FIRST_FIVE[1:4]:
        routes = ["doctor_first", *routes]
    if outcome == "urgent_same_day":
        routes = ["medical_withdrawal_first", *routes]
        if sign_groups.LOVED_ONE not in f.present:
            routes.remove("teen_route")
    if sign_groups.UNDER_18 in f.present and sign_groups.LOVED_ONE not in f.present:
        routes.remove("opioid_medicine_first")  # its words are for adults; teens have their own
    below = ids.OUTCOMES[ids.OUTCOMES.index(outcome) + 1 :]
    return [name for name in routes if name in below]


def _said_by(f: Findings, outcome: str) -> set[str]:
    """The signs for which this outcome says what to do about the body.

    "In a day or two" does not stand beside "today" for the same answer; pain pills that ran out
    do: row 2 speaks of the thoughts beside them, and only row 5 of the call for the pills.
    """
    why = ROWS[outcome](f) or ()
    said = {reason.sign for reason in why if reason.rule != "thoughts_and_pain_pills"}
    if {reason.rule for reason in why} & SPEAKS_OF_USE_IN_PREGNANCY:
        said |= {"x_pregnant_now", sign_groups.USED_PREGNANT, *sign_groups.WITHIN_10_DAYS}
    return said


def _too_serious_for_weekly(f: Findings) -> bool:
    """Whether "weekly therapy is a good place to start" would be a second, calmer door here."""
    if f.present & (sign_groups.PREGNANT | sign_groups.NEW_BABY):
        return True
    may_be_the_heart = (
        sign_groups.HEALTH_PROBLEM in f.present and f.present & sign_groups.STRAINS_THE_HEART
    )
    own_care = f.present & sign_groups.NEEDS_ITS_OWN_CARE or pregnant_and_used(f)
    return bool(own_care or may_be_the_heart)
