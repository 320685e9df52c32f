"""The whole reduced space: signs grouped by their part, every combination that the rules can tell.

The 107 signs are 34 parts (`roles.py`); signs of one part are interchangeable (last test), so one
of each stands for all. The rules read danger first (rows 1 to 6) and need only when none of these
holds, so the space is walked in two slices: every state of danger before two opposite pictures of
need, and every state of need behind each way in which danger can be out of the way.
"""

from __future__ import annotations

import os
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

import pytest

from checker import sets
from checker.answer import assess
from checker.banners import banners
from checker.data import RULES, SIGNS
from checker.findings import Findings
from checker.rules import decide
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


SIZE = 2 * 104_976 + 5 * 23_040
STEP = int(os.environ.get("STATES_STEP", "1"))  # `make mutants` takes every so many-th state


def states() -> Iterator[tuple[Danger, Need]]:
    yield from product(DANGERS, (LITTLE, MUCH))
    yield from product(SAFE, NEEDS)


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


def test_the_parts_hold_all_107_signs_once():
    deciding = {s.id for s in SIGNS.values() if s.polarity != "info"}
    deciding |= set().union(*(roles.SIGNS[r] for r in ("minor", "loved_one", "cost", "notes")))
    assert len(roles.ALL) == 107
    assert set(roles.ALL) == deciding


GROUPS = [  # a group of the rules, and the parts of the design that it is made of
    (sets.EMERGENCY, "emergency"),
    (sets.URGENT, "urgent_gate cannot_stay_safe urgent"),
    (sets.PROTECTION, "holds_urges reaches_out"),
    (sets.SEVERE_WITHDRAWAL, "severe severe_gate"),
    (sets.WITHDRAWAL, "severe severe_gate daily"),
    (sets.HIGHER, "higher"),
    (sets.SAFETY_GATE, "emergency urgent_gate cannot_stay_safe passive daily severe_gate"),
    (sets.CURRENT, "current"),
    (sets.PAST, "past"),
    (sets.STEP_DOWN, "residential detox"),
    (sets.RISK, "passive self_harm"),
    (sets.FUNCTION, "function"),
    (sets.NEED, "current past residential detox passive self_harm both function plain"),
    (sets.HOME_TROUBLE, "home_trouble"),
    (sets.SUPPORT_WANTED, "support"),
]


@pytest.mark.parametrize(("group", "parts"), GROUPS, ids=lambda value: str(value)[:40])
def test_a_group_of_the_rules_is_made_of_the_parts_of_the_design(group, parts):
    signs = {sign for part in parts.split() for sign in roles.SIGNS[part]}
    assert group == signs - {"pt_recent_detox_completion"}


NO_PART = ("duties", "cost", "notes", "strengths", "not_need", "mild", "substance_free")


@pytest.mark.parametrize("role", NO_PART)
def test_signs_without_a_part_change_no_outcome(role):
    for sign in roles.SIGNS[role]:
        for present, absent in backgrounds():
            without = decide(Findings(frozenset(present), frozenset(absent - present))).outcome
            assert ends(sign, present, absent) == without, (sign, present)


INTERCHANGEABLE = sorted(set(roles.SIGNS) - {"support", "home_trouble"})


@pytest.mark.parametrize("role", INTERCHANGEABLE)
def test_signs_of_one_part_are_interchangeable(role):
    """Each sign in place of the first of its part, in states before which it matters."""
    first, *others = roles.SIGNS[role]
    for sign in others:
        for present, absent in backgrounds():
            if not {first, sign} & present:
                same = ends(first, present, absent)
                assert ends(sign, present, absent) == same, (sign, present)


@pytest.mark.parametrize("sign", roles.SIGNS["home_trouble"])
def test_each_trouble_at_home_is_missing_support(sign):
    absent = roles.CLEAR - {"pt_weekly_therapy_not_enough"}
    assert ends(sign, {"pt_weekly_therapy_not_enough"}, absent) == "iop_supports_missing"


@pytest.mark.parametrize("sign", roles.SIGNS["support"])
def test_each_support_denied_is_missing_support(sign):
    assert ends("pt_weekly_therapy_not_enough", set(), roles.CLEAR | {sign}) == (
        "iop_supports_missing"
    )


def backgrounds() -> list[tuple[set[str], set[str]]]:
    every = set(roles.CLEAR)
    return [
        (set(), every),
        (set(), set()),
        ({"mh_anxiety_limits"}, every),
        ({"mh_anxiety_limits", "mh_concentration_decisions"}, every),
        ({"mh_concentration_decisions", "su_hard_to_limit"}, every),
        ({"pt_past_treatment_too_short"}, every),
        ({"x_stable_in_recovery"}, every),
        ({"x_done_with_iop_goals", "x_using_again_since_detox"}, every),
        ({"x_past_severe_withdrawal", "su_detox_completed"}, {*every, "x_using_again_since_detox"}),
        ({"mh_passive_suicidal_thoughts", "rd_can_reach_out"}, every),
        ({"su_hard_to_limit", "su_friends_use", "su_uses_to_cope", "su_frequent_triggers"}, every),
    ]


def ends(sign: str, present: set[str], absent: set[str]) -> str:
    """The outcome with this sign present too; a finished detox has its sign and its alias."""
    yes = present | {sign}
    no = {s for s in absent if s not in yes and SIGNS[s].alias_of not in yes}
    return str(assess({"present": sorted(yes), "absent": sorted(no)})["outcome"])


def test_someone_under_18_is_routed_before_someone_who_answers_for_another():
    both = findings(CALM._replace(who="minor"), MUCH)
    both = Findings(both.present | {"x_about_loved_one"}, both.absent)
    assert decide(both).outcome == "teen_route"


BROUGHT_BY = {  # banner: the signs that bring it
    "call_911": set(roles.SIGNS["emergency"]),
    "safety_box": {
        "mh_passive_suicidal_thoughts",
        "mh_self_harm_not_life_threatening",
        "mh_distress_rising",
        "pt_crises_between_sessions",
        "x_recent_suicide_attempt",
        "rd_cannot_stay_safe_between_sessions",
    },
    "dv_box": {"x_violence_at_home"},
    "do_not_stop_suddenly": {
        sign for role in ("severe", "severe_gate", "daily", "again") for sign in roles.SIGNS[role]
    },
    "naloxone_medication": {"x_opioids_no_medication", "x_recent_overdose"},
    "pregnancy_box": {"x_pregnant"},
    "second_hand": {"x_about_loved_one"},
    "dual_program": {"mh_co_occurring"},
    "sober_living": {"lc_home_unsafe", "lc_home_chaotic", "lc_home_undermines_recovery"},
    "cost_help": {"x_uninsured", "in_cannot_afford_residential"},
}
BROUGHT_BY_A_NO = {
    "transport_help": {"lc_reliable_transport", "lc_able_to_travel"},
    "group_concern": {"rd_open_to_one_to_one_and_group"},
    "readiness_box": {"rd_some_willingness", "rd_willing_several_sessions"},
}


@pytest.mark.parametrize("sign", roles.ALL)
def test_each_sign_alone_brings_its_banners_and_no_other(sign):
    present = Findings(frozenset({sign}), roles.CLEAR - {sign})
    denied = Findings(frozenset(), roles.CLEAR | {sign})
    yes = {banner for banner, signs in BROUGHT_BY.items() if sign in signs}
    no = {banner for banner, signs in BROUGHT_BY_A_NO.items() if sign in signs}
    assert set(banners(decide(present))) == yes | {"crisis_988"}
    assert set(banners(decide(denied))) - {"finish_safety"} == no | {"crisis_988"}
