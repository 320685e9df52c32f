"""Rows 1, 2, 4 and 5 of the decision: safety first, for everyone.

Row 3 is in `withdrawal_row.py`. How a rule answers: `rules.py`, which tries them in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import sign_groups
from checker.conditions import (
    detox_holds,
    heavy_drinking_or_daily_pills,
    stopped_and_amount_open,
    withdrawal_now,
)
from checker.findings import pregnant_and_used
from checker.reasons import because_of, by_rule

if TYPE_CHECKING:
    from checker.findings import Findings
    from checker.reasons import Because, Why


def emergency_now(f: Findings) -> Why:
    """Danger to life now.

    Any sign of it; or new voices or mania within a year after a birth; or the first three days
    after stopping, while withdrawal is not over, with a seizure or delirium in an earlier one and
    without a finished detox; or
    new voices or mania after stopping, or after prescribed sedatives ran out, while withdrawal is
    not over, or how much it was is open; or
    a gun or pills at hand, and: not sure to stay safe, or an attempt in the last months beside
    thoughts, or thoughts and a no to holding off urges or to calling someone, or thoughts of
    suicide told by someone else or unless both of these are a yes; or thoughts, a gun or pills at
    hand, and violence against the person or by them, unless all there is to it is self-harm, by
    someone who is hurt and hurts nobody, says that both are a yes, and has no attempt, no
    psychiatric ward and no new voices to tell of.
    """
    why = because_of("emergency_sign", f.present & sign_groups.EMERGENCY)
    if sign_groups.PSYCHOSIS in f.present and f.present & sign_groups.NEW_BABY:
        both = {sign_groups.PSYCHOSIS} | (f.present & sign_groups.NEW_BABY)
        why += because_of("emergency_new_mother", both)
    just_stopped = {"x_last_within_3_days", sign_groups.STOPPED}
    severe_before = withdrawal_now(f) & sign_groups.PAST_SEVERE
    if f.present >= just_stopped and severe_before and not detox_holds(f):
        why += because_of("emergency_first_days", just_stopped | severe_before)
    why += because_of("emergency_unreal_withdrawal", _unreal_after_stopping(f))
    why += because_of("emergency_means", _unsafe_with_means(f))
    return why + because_of(_violence_rule(f), _violence_with_means(f)) or None


def _unreal_after_stopping(f: Findings) -> set[str]:
    """Voices, mania or the like after stopping: delirium until shown otherwise; empty without."""
    stopped = f.present & {sign_groups.STOPPED, sign_groups.PRESCRIBED_STOPPED}
    withdrawal = withdrawal_now(f)
    if sign_groups.PSYCHOSIS not in f.present or not stopped:
        return set()
    if not withdrawal and not stopped_and_amount_open(f):
        return set()
    return {sign_groups.PSYCHOSIS, *stopped, *withdrawal}


def _unsafe_with_means(f: Findings) -> set[str]:
    """A gun or pills at hand, and what makes them a danger for now; empty without them."""
    thoughts = f.present & sign_groups.THOUGHTS
    unsafe = set(f.present & {sign_groups.NOT_SAFE})
    if thoughts:
        beside = f.present & {sign_groups.ATTEMPT} | f.absent & sign_groups.PROTECTION
        unsafe |= thoughts | beside if beside else set()
    # Thoughts of suicide weigh more than wishes to be dead: here both protections must be a yes,
    # and nobody can vouch for another.
    suicidal = f.present & {sign_groups.SUICIDAL}
    other = f.present & {sign_groups.LOVED_ONE}
    if suicidal and (other or not f.present >= sign_groups.PROTECTION):
        unsafe |= suicidal | other
    if sign_groups.MEANS not in f.present or not unsafe:
        return set()
    return unsafe | {sign_groups.MEANS}


def _violence_with_means(f: Findings) -> set[str]:
    """Thoughts, a gun or pills at hand, and violence by or against the person; empty otherwise."""
    thoughts = f.present & sign_groups.THOUGHTS
    violence = f.present & sign_groups.VIOLENCE
    if not (thoughts and violence and sign_groups.MEANS in f.present) or _held_self_harm(f):
        return set()
    return {*thoughts, *violence, sign_groups.MEANS}


def _violence_rule(f: Findings) -> str:
    """Nobody is told to say that they think of dying who checked self-harm alone."""
    dying = f.present & sign_groups.THOUGHTS_OF_DYING
    return "emergency_violence_means" if dying else "emergency_violence_self_harm"


def _held_self_harm(f: Findings) -> bool:
    """Self-harm alone, by someone who is hurt, can hold off urges and would call someone.

    "Something else you've thought of using" may be a razor then. Nobody can vouch for another, and
    whoever may hurt someone, or has an attempt, a ward or voices to tell of, isn't read that way.
    """
    heavier = sign_groups.THOUGHTS_OF_DYING | sign_groups.HISTORY
    heavier |= {sign_groups.ATTEMPT, sign_groups.NOT_SAFE, sign_groups.PSYCHOSIS}
    heavier |= {sign_groups.LOVED_ONE} | sign_groups.VIOLENCE - {"x_violence_at_home"}
    return not f.present & heavier and f.present >= sign_groups.PROTECTION


def urgent_same_day(f: Findings) -> Why:
    """Someone should talk with the person today.

    Any sign that cannot wait. Or: passed out, with an eating problem, a pregnancy, withdrawal
    that is not over, or a bad fall or a hit to the head, or with opioids, medicine for them that
    ended, too, pills, stimulants or something else used, or alcohol beside prescribed pills every
    day; pregnant, with withdrawal that is not over, with pain pills that ran out, with opioids,
    on top of medicine for them, too, or with such medicine that ran out; worse every week or too
    low for work or people, just out of a psychiatric ward and with an earlier attempt; thoughts
    or self-harm, not sure to stay safe, and no yes to calling someone; thoughts or self-harm,
    with an earlier attempt, a psychiatric ward just left, or pain pills or medicine for opioid
    use that ran out; quiet thoughts or self-harm, pregnant or in the year after a birth, or told
    by someone else, or with a gun or pills at hand or not ruled out, or unless the person says
    both that they can hold off urges and that they would call someone; quiet thoughts or
    self-harm, and opioids in the last 30 days, daily alcohol or pills while withdrawal is not
    over, alcohol poisoning, or a day that can't be managed even with help; home not safe, and the
    question on violence open.
    """
    rules = dict(sign_groups.URGENT_RULES)
    if sign_groups.UNDER_18 in f.present:  # a parent can't leave a child, so other people can help
        rules[sign_groups.HURT_BY_OTHER] = "urgent_violence_by_teen"
    urgent = by_rule(rules, f.present & sign_groups.URGENT)
    urgent += _urgent_body(f) + _urgent_thoughts(f)
    if sign_groups.HOME_UNSAFE in f.present and "x_violence_at_home" not in f.answered:
        urgent += because_of("home_unsafe_violence_open", {sign_groups.HOME_UNSAFE})
    return urgent + _urgent_withdrawal(f, urgent) or None


def _urgent_withdrawal(f: Findings, urgent: list[Because]) -> list[Because]:
    """Withdrawal after stopping goes along with another reason for today, and is not lost in it.

    Violence apart: then a safe place comes first, and the doctor goes along as usual.
    """
    signs = withdrawal_now(f)
    stopped = f.present & {sign_groups.STOPPED, sign_groups.PRESCRIBED_STOPPED}
    others = {reason.sign for reason in urgent} - sign_groups.VIOLENCE - {sign_groups.HOME_UNSAFE}
    if not others or not stopped or not signs:
        return []
    return because_of("urgent_withdrawal", signs | stopped)


def _urgent_body(f: Findings) -> list[Because]:
    pregnant, withdrawal = f.present & sign_groups.PREGNANT, withdrawal_now(f)
    found: list[Because] = []
    worse = (f.present & {sign_groups.EATING}) | pregnant | withdrawal
    if sign_groups.PASSED_OUT in f.present and worse:
        found += because_of("urgent_fainting", {sign_groups.PASSED_OUT} | worse)
    if f.present >= (both := {sign_groups.PASSED_OUT, sign_groups.FALL}):
        found += because_of("urgent_fainting_fall", both)
    used = (f.present & sign_groups.PASSING_OUT_IS_DANGER) | _pills_and_drinks(f)
    if sign_groups.PASSED_OUT in f.present and used:
        found += because_of("urgent_fainting_use", {sign_groups.PASSED_OUT} | used)
    stops = withdrawal | (f.present & {sign_groups.PAIN_PILLS_STOPPED})
    if pregnant and stops:
        found += because_of("urgent_pregnant_withdrawal", pregnant | stops)
    opioids = f.present & {sign_groups.OPIOIDS_NOW}
    if pregnant and opioids:
        found += because_of("urgent_pregnant_opioids", pregnant | opioids)
    if pregnant and (medicine := f.present & {sign_groups.MEDICINE_STOPPED}):
        found += because_of("urgent_pregnant_medicine", pregnant | medicine)
    return found


def _pills_and_drinks(f: Findings) -> frozenset[str]:
    """Prescribed pills every day and alcohol in the last 30 days, or when is open; empty without.

    The body doesn't know who paid for the pills.
    """
    both = frozenset({sign_groups.PRESCRIBED_SEDATIVE, sign_groups.ALCOHOL})
    sober = sign_groups.LONG_AGO in f.present
    return frozenset() if sober or not f.present >= both else both


def _urgent_thoughts(f: Findings) -> list[Because]:
    thoughts = f.present & sign_groups.THOUGHTS
    found: list[Because] = []
    worse = f.present & {sign_groups.RISING, sign_groups.LOW}
    if f.present >= sign_groups.HISTORY and worse:
        found += because_of("ward_worse_after_attempt", sign_groups.HISTORY | worse)
    if thoughts and sign_groups.NOT_SAFE in f.present and sign_groups.REACH_OUT not in f.present:
        unsafe = {sign_groups.NOT_SAFE} | (f.absent & {sign_groups.REACH_OUT})
        found += because_of("thoughts_not_safe_no_call", thoughts | unsafe)
    if thoughts and (history := f.present & sign_groups.HISTORY):
        found += because_of("thoughts_and_history", thoughts | history)
    if thoughts and (pills := f.present & {sign_groups.PAIN_PILLS_STOPPED}):
        found += because_of("thoughts_and_pain_pills", thoughts | pills)
    if thoughts and (medicine := f.present & {sign_groups.MEDICINE_STOPPED}):
        found += because_of("thoughts_and_medicine", thoughts | medicine)
    return found + _quiet_thoughts(f)


def _quiet_thoughts(f: Findings) -> list[Because]:
    """What makes quiet thoughts or self-harm a matter for today; thoughts of suicide always are."""
    found: list[Because] = []
    quiet = f.present & sign_groups.QUIET_THOUGHTS
    if not quiet:
        return found
    if sign_groups.MEANS in f.present:
        found += because_of("thoughts_and_means", quiet | {sign_groups.MEANS})
    if sign_groups.MEANS not in f.answered:
        found += because_of("thoughts_means_open", quiet)
    if birth := f.present & (sign_groups.PREGNANT | sign_groups.NEW_BABY):
        found += because_of("thoughts_after_birth", quiet | birth)
    if other := f.present & {sign_groups.LOVED_ONE}:
        found += because_of("thoughts_second_hand", quiet | other)
    if opioids := f.present & {sign_groups.OPIOIDS_NOW}:
        found += because_of("thoughts_and_opioids", quiet | opioids)
    if drinks := heavy_drinking_or_daily_pills(f):
        found += because_of("thoughts_and_drinking", quiet | drinks)
    if cannot := f.present & {sign_groups.CANNOT_MANAGE}:
        found += because_of("thoughts_and_daily_life", quiet | cannot)
    if not f.present >= sign_groups.PROTECTION:
        denied = f.absent & sign_groups.PROTECTION
        found += because_of("thoughts_without_protection", quiet | denied)
    return found


def higher_level_first(f: Findings) -> Why:
    """More support than an IOP gives should be asked about first: any sign of that."""
    return because_of("needs_more_than_iop", f.present & sign_groups.HIGHER) or None


def doctor_first(f: Findings) -> Why:
    """A doctor should look in the next day or two.

    A health problem that is new, worse or untreated, passing out, an eating problem, a fall or a
    blow to the head, use while pregnant, alcohol poisoning, pain pills that ran out or were cut
    fast; or nearly fainting with a pregnancy, a birth in the last year, an eating problem,
    stimulants, something else or opioids in the last 30 days; or pregnant, with alcohol, pills or
    GHB in the last ten days; or worse every week in the year after a birth.
    """
    why = by_rule(sign_groups.DOCTOR_RULES, f.present & sign_groups.DOCTOR)
    worse = f.present & (
        sign_groups.PREGNANT | sign_groups.NEW_BABY | sign_groups.NEARLY_FAINTING_BESIDE
    )
    if sign_groups.NEARLY_FAINTED in f.present and worse:
        why += because_of("doctor_fainting", {sign_groups.NEARLY_FAINTED})
    if pregnant_and_used(f) and sign_groups.USED_PREGNANT not in f.present:
        recent = f.present & sign_groups.WITHIN_10_DAYS
        why += because_of("doctor_pregnant_recent", {"x_pregnant_now"} | recent)
    birth = f.present & sign_groups.NEW_BABY
    if birth and sign_groups.RISING in f.present:
        why += because_of("doctor_after_birth", birth | {sign_groups.RISING})
    return why or None
