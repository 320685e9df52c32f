"""Every state of the reduced space (`space.py`) ends as the table of the design says."""

from __future__ import annotations

import os
from itertools import islice
from typing import NamedTuple

import pytest

from checker.findings import Findings
from checker.model import RULES
from checker.rules import decide
from tests.checker import roles
from tests.checker.space import CALM, MUCH, NO, OPEN, SIZE, YES, Danger, Need, findings, states

STEP = int(os.environ.get("STATES_STEP", "1"))  # `make mutants` takes every so many-th state


def expected(d: Danger, n: Need) -> str:  # noqa: PLR0911 (as many as the table has rows)
    """The table of design.md §4, read for the parts."""
    over = d.detox == YES and d.again == NO and d.daily != YES
    if d.emergency == YES:
        return "emergency_now"
    if d.cannot_stay_safe == YES or d.urgent:
        return "urgent_same_day"
    if d.passive == YES and d.protection != "both":
        return "urgent_same_day"
    if d.again == YES or (YES in (d.severe, d.daily) and not over):
        return "medical_withdrawal_first"
    if d.higher:
        return "higher_level_first"
    if d.who != "me":
        return {"minor": "teen_route", "loved_one": "loved_one_guidance"}[d.who]
    if not gate_complete(d):
        return "not_enough_answers"
    return expected_of_need(d, n)


def gate_complete(d: Danger) -> bool:
    """A pair denied on both sides (safe, and urges held) counts as unanswered."""
    both_denied = d.cannot_stay_safe == NO and d.protection == "no"
    answers = (d.emergency, d.cannot_stay_safe, d.passive, d.severe, d.daily)
    return OPEN not in answers and not both_denied


def expected_of_need(d: Danger, n: Need) -> str:
    risk = n.self_harm or d.passive == YES
    step_downs = n.residential + (d.detox == YES)
    total = n.current + n.past + step_downs + n.self_harm + (d.passive == YES)
    total += n.both + n.function + n.plain
    care = n.care_answered or n.current or n.past or n.residential
    use = n.use_answered or n.plain or d.detox != OPEN
    stable = n.well in ("stable", "both") and total < 3
    done = n.well in ("goals_met", "both")
    calm = not (n.current or risk or n.both) and (done or not step_downs)
    if (stable or done) and calm and n.function + n.plain <= 1 and care and use:
        return "maintain_step_down"
    assess = n.current or risk or step_downs
    assess = assess or ((n.past or n.both) and total >= 2)
    assess = assess or (n.function and total >= 3) or total >= 5
    if assess:
        return "iop_supports_missing" if n.support_missing else "iop_assess"
    return "weekly_may_be_enough" if care and use else "not_enough_answers"


class Seen(NamedTuple):
    """What the walk through all states found."""

    size: int
    wrong: list[tuple[Danger, Need, str]]
    outcomes: dict[tuple[str, bool], set[str]]
    deciding: dict[str, set[str]]


def picture(d: Danger) -> str:
    """The most urgent thing about a state, for the statements below."""
    over = d.detox == YES and d.again == NO and d.daily != YES
    if d.emergency == YES:
        return "emergency"
    if d.cannot_stay_safe == YES or d.urgent:
        return "urgent"
    if d.again == YES or (YES in (d.severe, d.daily) and not over):
        return "withdrawal"
    if d.higher:
        return "higher"
    return "thoughts" if d.passive == YES else "calm"


@pytest.fixture(scope="module")
def seen() -> Seen:
    found = Seen(0, [], {}, {})
    size = 0
    for d, n in islice(states(), 0, None, STEP):
        size += 1
        decision = decide(findings(d, n))
        if decision.outcome != expected(d, n):
            found.wrong.append((d, n, decision.outcome))
        key = (picture(d), gate_complete(d))
        found.outcomes.setdefault(key, set()).add(decision.outcome)
        rules = {reason.rule for reason in decision.because}
        if len(rules) == 1 or "support_missing" in rules:
            for rule in rules:
                found.deciding.setdefault(rule, set()).add(decision.outcome)
    return found._replace(size=size)


def outcomes(seen: Seen, *pictures: str, gate: tuple[bool, ...] = (True, False)) -> set[str]:
    return set().union(*(seen.outcomes.get((p, g), set()) for p in pictures for g in gate))


def test_every_state_ends_as_the_table_says(seen):
    assert seen.size == -(-SIZE // STEP)
    assert seen.wrong == []


def test_an_emergency_sign_gives_nothing_but_emergency_now(seen):
    assert outcomes(seen, "emergency") == {"emergency_now"}


def test_urgent_withdrawal_and_higher_signs_never_give_8_to_11(seen):
    assert outcomes(seen, "urgent", "withdrawal", "higher") <= set(roles.FIRST_FOUR)


def test_an_incomplete_gate_never_gives_8_to_11(seen):
    pictures = {picture for picture, _ in seen.outcomes}
    assert not outcomes(seen, *pictures, gate=(False,)) & set(roles.FAVORABLE_OUTCOMES)


def test_thoughts_of_death_never_give_8_or_11(seen):
    found = outcomes(seen, "thoughts")
    assert not found & {"maintain_step_down", "weekly_may_be_enough"}


def test_every_outcome_is_reached(seen):
    assert outcomes(seen, *(p for p, _ in seen.outcomes)) == set(roles.OUTCOMES)


def test_every_rule_is_the_deciding_one_somewhere(seen):
    """Alone; but missing support decides between rows 9 and 10, so never without need."""
    assert sorted(seen.deciding) == sorted(RULES)
    for rule, reached in seen.deciding.items():
        assert RULES[rule]["outcome"] in reached


def test_someone_under_18_is_routed_before_someone_who_answers_for_another():
    both = findings(CALM._replace(who="minor"), MUCH)
    both = Findings(both.present | {"x_about_loved_one"}, both.absent)
    assert decide(both).outcome == "teen_route"
