"""The parts that the design gives the signs (`roles.py`) are the groups that the rules read."""

from __future__ import annotations

import pytest

from checker import sign_groups
from checker.evaluate import assess
from checker.findings import Findings
from checker.model import SIGNS
from checker.rules import decide
from tests.checker import roles


def test_the_parts_hold_all_107_signs_once():
    deciding = {s.id for s in SIGNS.values() if s.polarity != "info"}
    deciding |= set().union(*(roles.SIGNS[r] for r in ("minor", "loved_one", "cost", "notes")))
    assert len(roles.ALL) == 107
    assert set(roles.ALL) == deciding


GROUPS = [  # a group of the rules, and the parts of the design that it is made of
    (sign_groups.EMERGENCY, "emergency"),
    (sign_groups.URGENT, "urgent_gate cannot_stay_safe urgent"),
    (sign_groups.PROTECTION, "holds_urges reaches_out"),
    (sign_groups.SEVERE_WITHDRAWAL, "severe severe_gate"),
    (sign_groups.WITHDRAWAL, "severe severe_gate daily"),
    (sign_groups.HIGHER, "higher"),
    (sign_groups.SAFETY_GATE, "emergency urgent_gate cannot_stay_safe passive daily severe_gate"),
    (sign_groups.CURRENT, "current"),
    (sign_groups.PAST, "past"),
    (sign_groups.STEP_DOWN, "residential detox"),
    (sign_groups.RISK, "passive self_harm"),
    (sign_groups.FUNCTION, "function"),
    (sign_groups.NEED, "current past residential detox passive self_harm both function plain"),
    (sign_groups.HOME_TROUBLE, "home_trouble"),
    (sign_groups.SUPPORT_WANTED, "support"),
]


@pytest.mark.parametrize(("group", "parts"), GROUPS, ids=[parts for _, parts in GROUPS])
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
