"""Every state of the reduced space (`space.py`) ends as the second outcome table says."""

from __future__ import annotations

import os
from itertools import islice
from math import prod

import pytest

from checker.model import RULES
from checker.rules import Decision, decide
from tests.checker import roles
from tests.checker.slices import SLICES, states, states_of
from tests.checker.space import NO, OPEN, YES, State, findings

STEP = int(os.environ.get("STATES_STEP", "1"))  # `make mutants` takes every so many-th state


def withdrawal_now(s: State) -> bool:
    if s.ran_out == YES:  # has no date, and doesn't ask when the last drink was
        return True
    stopped_pills = s.prescribed == YES and s.stopped == YES and pills_count(s)
    signs = YES in (s.past_severe, s.severe, s.daily, s.daily_ghb) or stopped_pills
    none_used = s.alcohol == s.sedatives == s.ghb == s.prescribed == NO
    return signs and not none_used and not withdrawal_over(s)


def pills_count(s: State) -> bool:
    """Prescribed pills that go on say nothing; unless nothing else can be what was stopped."""
    means_them = s.stopped == YES and YES not in (s.alcohol, s.sedatives, s.ghb)
    return s.ran_out != NO or means_them


def withdrawal_over(s: State) -> bool:
    counted = s.prescribed if pills_count(s) else NO
    no_sedatives = s.sedatives == s.ghb == counted == NO
    long_ago = s.last == "over" or (s.last == "30d" and no_sedatives)
    lately = s.last in ("3d", OPEN) or (s.last == "10d" and s.past_severe == YES)
    return long_ago or (detox_holds(s) and not lately)


def detox_holds(s: State) -> bool:
    counted = s.prescribed if pills_count(s) else NO
    pills_stopped = YES in (s.sedatives, s.ghb, counted) and s.stopped == YES
    return s.detox == YES and s.again == NO and not pills_stopped


def daily_now(s: State) -> bool:
    some_used = not s.alcohol == s.sedatives == s.ghb == s.prescribed == NO
    return YES in (s.daily, s.daily_ghb) and some_used and not withdrawal_over(s)


def stopped_and_amount_open(s: State) -> bool:
    used = YES in (s.alcohol, s.sedatives, s.ghb)
    return used and s.stopped == YES and s.daily == OPEN and not withdrawal_over(s)


def daily_use_that_ended(s: State) -> bool:
    some_used = not s.alcohol == s.sedatives == s.ghb == s.prescribed == NO
    return YES in (s.daily, s.daily_ghb) and some_used and withdrawal_over(s) and s.last != "over"


def on_medicine(s: State) -> bool:
    return s.medicine == YES and YES not in (s.medicine_stopped, s.medicine_ended)


def opioids_first(s: State) -> bool:
    after_leaving = YES in (s.left, s.detox) and s.opioids_before == YES
    if s.once == s.medicine_ended == YES:
        return True
    return YES in (s.opioids_now, s.medicine_stopped) or (after_leaving and not on_medicine(s))


def is_emergency(s: State) -> bool:
    new_mother = s.psychosis == YES and s.baby == YES
    first_days = s.last == "3d" and s.stopped == YES and s.past_severe == YES
    return (
        s.emergency == YES
        or new_mother
        or (first_days and withdrawal_now(s) and not detox_holds(s))
        or unreal_after_stopping(s)
        or unsafe_with_means(s)
    )


def unreal_after_stopping(s: State) -> bool:
    """Voices or mania, something was stopped or ran out, and withdrawal may not be over."""
    stopped = YES in (s.stopped, s.ran_out)
    return s.psychosis == YES and stopped and (withdrawal_now(s) or stopped_and_amount_open(s))


def unsafe_with_means(s: State) -> bool:
    """A gun or pills at hand; and not sure to stay safe, or thoughts and one of two things more.

    Those are an attempt, violence, or a no to calling someone. (Denying both ways of being safe
    is open.)
    """
    thoughts = s.quiet == YES and (YES in (s.urgent, s.violence) or s.protection == "hold")
    return s.means == YES and (thoughts or s.protection == "unsafe")


def is_urgent(s: State) -> bool:
    if YES in (s.urgent, s.violence, s.psychosis, s.watched) or s.protection == "unsafe":
        return True
    if s.home_unsafe == YES and s.violence == OPEN:
        return True
    return body_is_urgent(s) or thoughts_are_urgent(s)


def body_is_urgent(s: State) -> bool:
    opioids = YES in (s.opioids_now, s.medicine_stopped)  # on top of medicine, too
    if s.pregnant == YES and (opioids or withdrawal_now(s)):
        return True
    used = YES in (s.opioids_now, s.medicine, s.medicine_ended, s.sedatives, s.ghb)
    used = used or (s.prescribed == s.alcohol == YES and s.last != "over")
    worse = YES in (s.eating, s.pregnant, s.doctor) or withdrawal_now(s)  # the doctor's is a fall
    return s.passed_out == YES and (used or bool(worse))


def thoughts_are_urgent(s: State) -> bool:
    if s.ward == s.history == s.rising == YES:
        return True
    not_ruled_out = s.protection != "both" or s.means != NO or s.who == "loved_one"
    beside = YES in (s.history, s.ward, s.baby, s.pregnant, s.medicine_stopped, s.opioids_now)
    return s.quiet == YES and (beside or not_ruled_out or daily_now(s))


def needs_a_doctor(s: State) -> bool:
    nearly = s.nearly_fainted == YES and YES in (s.pregnant, s.eating, s.baby)
    nearly = nearly or s.nearly_fainted == s.opioids_now == YES
    worse_after_birth = s.baby == s.rising == YES
    used = YES in (s.alcohol, s.sedatives, s.ghb)
    used_pregnant = s.pregnant == YES and s.last in ("3d", "10d") and used
    return YES in (s.doctor, s.passed_out, s.eating) or nearly or worse_after_birth or used_pregnant


def expected(s: State) -> str:
    """The table, read for the parts."""
    who = {"minor": "teen_route", "loved_one": "loved_one_guidance"}
    rows = (
        ("emergency_now", is_emergency(s)),
        ("urgent_same_day", is_urgent(s)),
        ("medical_withdrawal_first", s.again == YES and s.last != "over"),
        ("medical_withdrawal_first", withdrawal_now(s) or stopped_and_amount_open(s)),
        ("higher_level_first", s.higher == YES),
        ("doctor_first", needs_a_doctor(s)),
        (who.get(s.who, ""), s.who in who),
        ("opioid_medicine_first", opioids_first(s)),
        ("not_enough_answers", not gate_complete(s)),
    )
    return next((outcome for outcome, holds in rows if holds), expected_of_need(s))


def gate_complete(s: State) -> bool:
    """A pair denied on both sides (safe, and urges held) counts as unanswered."""
    gate = [s.emergency, s.urgent, s.psychosis, s.quiet, s.doctor, s.eating, s.passed_out]
    gate += [s.past_severe, s.severe, s.daily, s.again, s.opioids_now, s.higher, s.watched]
    gate += [s.medicine_stopped, s.daily_ghb]
    pills = s.prescribed == YES and s.ran_out == OPEN
    return OPEN not in gate and s.protection != "no" and not pills


def expected_of_need(s: State) -> str:
    step_downs = (s.residential == YES) + (s.detox == YES) + (s.ward == YES)
    current, quiet, both = s.current == YES, s.quiet == YES, s.both == YES
    rising = s.rising == YES
    total = current + s.past + step_downs + quiet + both + s.function + s.plain + rising
    stable = s.well in ("stable", "both") and total < 3
    done = s.well in ("goals_met", "both")
    care = s.care_answered or current or s.past > 0
    mind = s.mind_answered or both or s.function > 0 or s.plain > 2
    use = s.use_answered or s.plain > 0
    answered = care and mind and use
    calm = not (current or quiet or both or rising) and (done or not step_downs)
    few = s.function + s.plain + rising + both + current + quiet <= 1
    maintain = (stable or done) and calm and few and answered
    assess = current or quiet or step_downs or ((s.past or both) and total >= 2)
    assess = assess or (s.function and total >= 3) or total >= 5 or daily_use_that_ended(s)
    in_program = s.program == YES and not done
    if in_program:
        return "stay_with_program"
    if maintain:
        return "maintain_step_down"
    if assess:
        missing = s.support_missing or s.home_unsafe == YES
        return "iop_supports_missing" if missing else "iop_assess"
    return "weekly_may_be_enough" if answered else "not_enough_answers"


def promises(s: State, outcome: str) -> list[str]:
    """Those of the table's promises that this state breaks."""
    favorable = outcome in roles.FAVORABLE_OUTCOMES
    held = {
        "an emergency gives nothing else": not is_emergency(s) or outcome == "emergency_now",
        "opioids, with medicine or not, never give 10 to 14": not (opioids_first(s) and favorable),
        "a gun that is not ruled out beside thoughts never gives 3 to 14": s.quiet != YES
        or s.means == NO
        or outcome in roles.FIRST_FIVE[:2],
        "stopped, and how much left open, never gives 6 to 14": not stopped_and_amount_open(s)
        or outcome in roles.FIRST_FIVE,
        "withdrawal not over never gives 6 to 14": not withdrawal_now(s)
        or outcome in roles.FIRST_FIVE,
        "an open gate never gives 10 to 14": gate_complete(s) or not favorable,
        "thoughts never give 11 or 14": s.quiet != YES
        or outcome not in {"maintain_step_down", "weekly_may_be_enough"},
    }
    return [name for name, holds in held.items() if not holds]


ONE_SIGN_EACH = {  # parts of which the space holds another sign; test_rules.py has these rules
    *("urgent_suicidal_thoughts", "urgent_overdose", "urgent_fluids"),
    *("urgent_violence_to_you", "urgent_harm_to_someone", "doctor_health", "doctor_alcohol"),
    *("urgent_violence_by_teen", "emergency_violence_self_harm"),
    *("doctor_pain_pills", "thoughts_and_pain_pills"),
    *("doctor_pregnant_use", "kratom_needs_more"),
    *("thoughts_and_daily_life", "stopped_against_advice"),
}


def stray_rules(decision: Decision) -> list[str]:
    """Reasons of another outcome than this one, and those that no state should have."""
    given = {reason.rule for reason in decision.because}
    here = decision.outcome == "iop_supports_missing"  # says why as the rows below it do
    others = {rule for rule in given if RULES[rule]["outcome"] != decision.outcome and not here}
    return sorted(others | (given & ONE_SIGN_EACH))


def test_the_space_is_large():
    assert sum(prod(map(len, slice_.values())) for slice_ in SLICES) > 180_000


# One slice a test, so that the workers of a run share the walk.
@pytest.mark.parametrize("slice_", SLICES, ids=range(len(SLICES)))
def test_every_state_ends_as_the_table_says(slice_):
    wrong: list[tuple[object, State, str]] = []
    for s in islice(states_of(slice_), 0, None, STEP):
        decision = decide(findings(s))
        broken = [] if decision.outcome == (wanted := expected(s)) else [f"not {wanted}"]
        broken += promises(s, decision.outcome) + stray_rules(decision)
        wrong += [(one, s, decision.outcome) for one in broken]
    assert wrong[:3] == []


def test_every_outcome_and_every_rule_is_reached():
    reached = [decide(findings(s)) for s in islice(states(), 0, None, 23)]
    assert {decision.outcome for decision in reached} == set(roles.OUTCOMES)
    to_its_own = {
        reason.rule
        for decision in reached
        for reason in decision.because
        if RULES[reason.rule]["outcome"] == decision.outcome
    }
    assert to_its_own == set(RULES) - ONE_SIGN_EACH


def test_someone_under_18_is_routed_before_someone_who_answers_for_another():
    both = findings(State(who="minor"))
    both = type(both)(both.present | {"x_about_loved_one"}, both.absent)
    assert decide(both).outcome == "teen_route"
