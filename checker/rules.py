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
from typing import TYPE_CHECKING, NamedTuple

from checker import ids, sign_groups
from checker.conditions import (
    daily_use_that_ended,
    missing_support,
    opioids_after_leaving,
    pills_may_have_stopped,
    stopped_and_amount_open,
    unanswered_sections,
    withdrawal_now,
)
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
    """An outcome, the answers that led to it, what is missing, and what contradicts.

    `also` are outcomes whose help goes along with this one: see `goes_along`.
    """

    outcome: str
    because: list[Because]
    missing: list[str]
    conflicts: list[Conflict]
    findings: Findings
    also: list[str]


def _because(rule: str, signs: Iterable[str]) -> list[Because]:
    return [Because(sign, rule) for sign in sorted(signs)]


def _by_rule(rules: dict[str, str], signs: Iterable[str]) -> list[Because]:
    return [Because(sign, rules[sign]) for sign in sorted(signs)]


# --- Rows 1 to 5: safety first, for everyone ------------------------------------------------


def emergency_now(f: Findings) -> Why:
    """Danger to life now.

    Any sign of it; or new voices or mania within a year after a birth; or the first three days
    after stopping, while withdrawal is not over, with a seizure or delirium in an earlier one; or
    a gun or pills at hand, and: not sure to stay safe, or an attempt in the last months beside
    thoughts, or thoughts and a no to holding off urges or to calling someone.
    """
    why = _because("emergency_sign", f.present & sign_groups.EMERGENCY)
    if sign_groups.PSYCHOSIS in f.present and f.present & sign_groups.NEW_BABY:
        both = {sign_groups.PSYCHOSIS} | (f.present & sign_groups.NEW_BABY)
        why += _because("emergency_new_mother", both)
    just_stopped = {"x_last_within_3_days", sign_groups.STOPPED}
    severe_before = withdrawal_now(f) & sign_groups.PAST_SEVERE
    if f.present >= just_stopped and severe_before:
        why += _because("emergency_first_days", just_stopped | severe_before)
    return why + _because("emergency_means", _unsafe_with_means(f)) or None


def _unsafe_with_means(f: Findings) -> set[str]:
    """A gun or pills at hand, and what makes them a danger for now; empty without them."""
    thoughts = f.present & sign_groups.THOUGHTS
    unsafe = set(f.present & {sign_groups.NOT_SAFE})
    if thoughts:
        beside = f.present & {sign_groups.ATTEMPT} | f.absent & sign_groups.PROTECTION
        unsafe |= thoughts | beside if beside else set()
    if sign_groups.MEANS not in f.present or not unsafe:
        return set()
    return unsafe | {sign_groups.MEANS}


def urgent_same_day(f: Findings) -> Why:
    """Someone should talk with the person today.

    Any sign that cannot wait. Or: passed out, with an eating problem, a pregnancy or withdrawal
    that is not over; pregnant, with withdrawal that is not over or with opioids and no medicine for
    them; thoughts or self-harm, with an earlier attempt or a psychiatric ward just left; quiet
    thoughts or self-harm in the year after a birth, or told by someone else, or with a gun or pills
    at hand or not ruled out, or unless the person says both that they can hold off urges and that
    they would call someone; home not safe, and the question on violence open.
    """
    urgent = _by_rule(sign_groups.URGENT_RULES, f.present & sign_groups.URGENT)
    urgent += _urgent_body(f) + _urgent_thoughts(f)
    if sign_groups.HOME_UNSAFE in f.present and "x_violence_at_home" not in f.answered:
        urgent += _because("home_unsafe_violence_open", {sign_groups.HOME_UNSAFE})
    return urgent + _urgent_withdrawal(f, urgent) or None


def _urgent_withdrawal(f: Findings, urgent: list[Because]) -> list[Because]:
    """Withdrawal after stopping goes along with another reason for today, and is not lost in it.

    Violence apart: then a safe place comes first, and the doctor goes along as usual.
    """
    stopped, signs = sign_groups.STOPPED, withdrawal_now(f)
    others = {reason.sign for reason in urgent} - sign_groups.VIOLENCE - {sign_groups.HOME_UNSAFE}
    if not others or stopped not in f.present or not signs:
        return []
    return _because("urgent_withdrawal", signs | {stopped})


def _urgent_body(f: Findings) -> list[Because]:
    pregnant, withdrawal = f.present & sign_groups.PREGNANT, withdrawal_now(f)
    found: list[Because] = []
    worse = (f.present & {sign_groups.EATING}) | pregnant | withdrawal
    if sign_groups.PASSED_OUT in f.present and worse:
        found += _because("urgent_fainting", {sign_groups.PASSED_OUT} | worse)
    if pregnant and withdrawal:
        found += _because("urgent_pregnant_withdrawal", pregnant | withdrawal)
    opioids = f.present & {sign_groups.OPIOIDS_NOW}
    if pregnant and opioids and sign_groups.OPIOID_MEDICINE not in f.present:
        found += _because("urgent_pregnant_opioids", pregnant | opioids)
    return found


def _urgent_thoughts(f: Findings) -> list[Because]:
    thoughts = f.present & sign_groups.THOUGHTS
    quiet = f.present & sign_groups.QUIET_THOUGHTS
    found: list[Because] = []
    if thoughts and (history := f.present & sign_groups.HISTORY):
        found += _because("thoughts_and_history", thoughts | history)
    if quiet and sign_groups.MEANS in f.present:
        found += _because("thoughts_and_means", quiet | {sign_groups.MEANS})
    if quiet and sign_groups.MEANS not in f.answered:
        found += _because("thoughts_means_open", quiet)
    if quiet and (birth := f.present & sign_groups.NEW_BABY):
        found += _because("thoughts_after_birth", quiet | birth)
    if quiet and (other := f.present & {sign_groups.LOVED_ONE}):
        found += _because("thoughts_second_hand", quiet | other)
    if quiet and not f.present >= sign_groups.PROTECTION:
        denied = f.absent & sign_groups.PROTECTION
        found += _because("thoughts_without_protection", quiet | denied)
    return found


def medical_withdrawal_first(f: Findings) -> Why:
    """Stopping may be dangerous, so a doctor comes before any program.

    Daily use again since detox, unless the last drink or sedative is over 30 days ago; or any
    withdrawal sign, unless withdrawal is over; or alcohol or sedatives stopped, withdrawal not
    known to be over, and the question whether it was every day left open.
    """
    why: list[Because] = []
    if sign_groups.USED_SINCE_DETOX in f.present and "x_last_over_30_days" not in f.present:
        why += _because("used_since_detox", {sign_groups.USED_SINCE_DETOX})
    signs = withdrawal_now(f)
    why += _because("daily_use", signs & {sign_groups.DAILY_USE})
    why += _because("pills_stopped", signs & {sign_groups.PRESCRIBED_SEDATIVE})
    days_4_to_10 = f.present >= {"x_last_4_to_10_days", sign_groups.STOPPED}
    late = signs & sign_groups.PAST_SEVERE if days_4_to_10 else frozenset()
    why += _because("severe_before_days_4_to_10", late)
    why += _because("withdrawal_risk", signs & sign_groups.SEVERE_WITHDRAWAL - late)
    if stopped_and_amount_open(f):
        why += _because("stopped_amount_open", {sign_groups.STOPPED})
    return why or None


def higher_level_first(f: Findings) -> Why:
    """More support than an IOP gives should be asked about first: any sign of that."""
    return _because("needs_more_than_iop", f.present & sign_groups.HIGHER) or None


def doctor_first(f: Findings) -> Why:
    """A doctor should look in the next day or two.

    A health problem that is new, worse or untreated, passing out, an eating problem, a fall or a
    blow to the head, use while pregnant, alcohol poisoning, pain pills that ran out or were cut
    fast; or nearly fainting with a pregnancy or an eating problem; or worse every week in the year
    after a birth.
    """
    why = _by_rule(sign_groups.DOCTOR_RULES, f.present & sign_groups.DOCTOR)
    worse = f.present & (sign_groups.PREGNANT | {sign_groups.EATING})
    if sign_groups.NEARLY_FAINTED in f.present and worse:
        why += _because("doctor_fainting", {sign_groups.NEARLY_FAINTED})
    birth = f.present & sign_groups.NEW_BABY
    if birth and sign_groups.RISING in f.present:
        why += _because("doctor_after_birth", birth | {sign_groups.RISING})
    return why or None


# --- Rows 6 to 9: who the check is for, medicine, and whether there is enough to go on ---------


def teen_route(f: Findings) -> Why:
    """The person who needs help is under 18: the rest of this check is for adults."""
    return _because("under_18", f.present & {"x_under_18"}) or None


def loved_one_guidance(f: Findings) -> Why:
    """Someone else answers: second-hand answers do not place another person."""
    return _because("about_loved_one", f.present & {"x_about_loved_one"}) or None


def opioid_medicine_first(f: Findings) -> Why:
    """Opioids: medicine for them can start this week, or the medicine there is can be adjusted.

    Opioids in the last 30 days, without medicine or on top of it; or opioids before, no medicine,
    and just out of jail, a hospital, detox or residential treatment.
    """
    now = f.present & {sign_groups.OPIOIDS_NOW}
    on_top = sign_groups.OPIOID_MEDICINE in f.present
    why = _because("opioids_on_top" if on_top else "opioids_untreated", now)
    if opioids_after_leaving(f):
        left = f.present & (sign_groups.LEFT_INSTITUTION | {sign_groups.OPIOIDS_BEFORE})
        why += _because("opioids_after_leaving", left)
    return why or None


def not_enough_answers(f: Findings) -> Why:
    """Something that matters was left open. An open answer is never read as no.

    A safety sign that must be answered is open, or whether prescribed sedatives were stopped; or
    none of "in a program", "doing well" and "worth
    an assessment" holds below, and of one of the three parts (care before, mental health, substance
    use) no sign of need is answered at all.
    """
    return [] if missing_answers(f) else None


def missing_answers(f: Findings) -> list[str]:
    """Signs that stand unanswered between this person and an outcome of rows 10 to 14."""
    missing = sign_groups.SAFETY_GATE - f.answered
    missing |= {sign_groups.STOPPED} if pills_may_have_stopped(f) else set()
    if not (stay_with_program(f) or maintain_step_down(f) or iop_assess(f)):
        missing |= {sign for section in unanswered_sections(f) for sign in section}
    return sorted(missing)


# --- Rows 10 to 14: how much care is worth asking about -----------------------------------------


def stay_with_program(f: Findings) -> Why:
    """In a program now, which helps or has just begun, and its goals are not met yet."""
    if sign_groups.IOP_GOALS_MET in f.present:
        return None
    return _because("in_program", f.present & sign_groups.IN_PROGRAM) or None


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
    return _because("doing_well", doing_well)


def iop_supports_missing(f: Findings) -> Why:
    """An IOP may fit, if what is missing is put right.

    Worth an assessment as below, and support is missing: trouble at home, or a no to a safe
    place, a ride, being well enough to travel, a group, or taking part.
    """
    need, missing = iop_assess(f), missing_support(f)
    return need + _because("support_missing", missing) if need and missing else None


def iop_assess(f: Findings) -> Why:
    """A full assessment for an IOP is worth asking for. One of these is enough.

    Any sign that care now is not enough, of risk, or of a recent step down; or daily alcohol or
    sedatives until not long ago, with withdrawal over; or a sign of past care or two problems at once, and two or more signs of need in all; or three or more signs of
    need, one of them in daily life; or five or more signs of need.
    """
    need = f.need
    why = _because("care_now_not_enough", need & sign_groups.CURRENT)
    why += _because("risk_sign", need & sign_groups.RISK)
    why += _because("step_down", need & sign_groups.STEP_DOWN)
    if daily_use_that_ended(f) and "x_last_over_30_days" not in f.present:
        why += _because("daily_use_ended", {sign_groups.DAILY_USE})
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
    if daily_use_that_ended(f):
        why += _because("daily_use_before", {sign_groups.DAILY_USE})
    return why or _because("no_signs", f.absent & sign_groups.NEED)


_RULES: tuple[Callable[[Findings], Why], ...] = (
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
ROWS = dict(zip(ids.OUTCOMES, _RULES, strict=True))
FIRST_FIVE = ids.OUTCOMES[:5]


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
    """Outcomes whose help an urgent one carries, so that it does not swallow the rest.

    Rows 2 to 5 carry the people for a teen, the help for someone answering for another, and the
    first step where opioids are untreated; so do rows 6 and 7 of what comes below them. Row 2
    carries withdrawal, too, and says itself whom a teen tells; a teen reads of medicine in the
    words for teens. "A doctor first" says besides what
    the rows below it would say to an adult about themselves. Nothing stands beside 911, and nothing
    on helping the other person beside the safety of someone whom they hurt.
    """
    if outcome not in (*FIRST_FIVE[1:], "teen_route", "loved_one_guidance"):
        return []
    if "x_hurt_by_this_person" in f.present:
        return []
    below = ids.OUTCOMES[ids.OUTCOMES.index(outcome) + 1 :]
    routes = ["teen_route", "loved_one_guidance", "opioid_medicine_first"]
    if outcome == "urgent_same_day":
        routes = ["medical_withdrawal_first", *routes]
        if sign_groups.LOVED_ONE not in f.present:
            routes.remove("teen_route")
    if "x_under_18" in f.present and sign_groups.LOVED_ONE not in f.present:
        routes.remove("opioid_medicine_first")  # its words are for adults; teens have their own
    along = [name for name in routes if name in below and ROWS[name](f) is not None]
    about_self = not f.present & {"x_under_18", "x_about_loved_one"}
    if outcome == "doctor_first" and about_self:
        besides, _why = _first_row(f, ids.OUTCOMES[ids.OUTCOMES.index("opioid_medicine_first") :])
        along = [*along, *({besides} - set(along))]
    return along
