"""The parts that the table gives the signs (`roles.py`) are the groups that the rules read."""

from __future__ import annotations

import pytest

from checker import ids, sign_groups
from checker.findings import Findings
from checker.model import SIGNS
from checker.rules import decide
from tests.checker import roles


def test_the_parts_hold_every_deciding_sign_once():
    deciding = {s.id for s in SIGNS.values() if s.polarity != "info" or s.section == "added"}
    deciding |= {"x_uninsured"}
    assert len(roles.ALL) == len(set(roles.ALL))
    assert set(roles.ALL) == deciding


GROUPS = [  # a group of the rules, and the parts of the table that it is made of
    (sign_groups.EMERGENCY, "emergency"),
    (sign_groups.URGENT, "urgent psychosis cannot_stay_safe violence watched"),
    (sign_groups.QUIET_THOUGHTS, "quiet"),
    (sign_groups.PROTECTION, "holds_urges reaches_out"),
    (sign_groups.HISTORY, "history ward"),
    (sign_groups.SEVERE_WITHDRAWAL, "severe past_severe"),
    (sign_groups.PAST_SEVERE, "past_severe"),
    (sign_groups.WITHDRAWAL, "severe past_severe daily prescribed"),
    (sign_groups.HIGHER, "higher"),
    (sign_groups.DOCTOR, "doctor passed_out eating"),
    (sign_groups.USES, "alcohol sedatives other_use"),
    (
        sign_groups.SAFETY_GATE,
        " ".join(r for r in roles.ROLES if set(roles.SIGNS[r]) <= roles.GATE),
    ),
    (sign_groups.CURRENT, "current"),
    (sign_groups.PAST, "past"),
    (sign_groups.STEP_DOWN, "residential ward detox"),
    (sign_groups.FUNCTION, "function low"),
    (sign_groups.NEED, " ".join(roles.NEED_PARTS)),
    (sign_groups.IN_PROGRAM, "in_program"),
    (sign_groups.HOME_TROUBLE, "home_trouble"),
    (sign_groups.SUPPORT_WANTED, "support"),
]


@pytest.mark.parametrize(("group", "parts"), GROUPS)
def test_a_group_of_the_rules_is_made_of_the_parts_of_the_table(group, parts):
    assert group == roles.of(*parts.split()) - {"pt_recent_detox_completion"}


def backgrounds() -> list[tuple[set[str], set[str]]]:
    every = set(roles.CLEAR)
    return [
        (set(), every),
        (set(), set()),
        ({"mh_anxiety_limits", "mh_concentration_decisions"}, every),
        ({"pt_past_treatment_too_short"}, every),
        ({"x_stable_in_recovery"}, every),
        ({"x_done_with_iop_goals", "x_using_again_since_detox"}, every),
        ({"mh_passive_suicidal_thoughts", "rd_can_reach_out"}, every | {"x_means_at_hand"}),
    ]


def ends(sign: str, present: set[str], absent: set[str]) -> str:
    """The outcome with this sign present too."""
    yes = present | {sign}
    no = {s for s in absent if s not in yes and SIGNS[s].alias_of not in yes}
    return decide(Findings(frozenset(yes), frozenset(no))).outcome


NO_PART = ("duties", "cost", "notes", "strengths", "not_need", "mild", "substance_free")


@pytest.mark.parametrize("role", NO_PART)
def test_signs_without_a_part_change_no_outcome(role):
    for sign in roles.SIGNS[role]:
        for present, absent in backgrounds():
            without = decide(Findings(frozenset(present), frozenset(absent - present))).outcome
            assert ends(sign, present, absent) == without, (sign, present)


# Signs of these parts differ in something: which rule, which section, which support.
DIFFER = {"support", "home_trouble", "last", "other_use", "old_inputs", "violence", "urgent"}


@pytest.mark.parametrize("role", sorted(set(roles.SIGNS) - DIFFER))
def test_signs_of_one_part_are_interchangeable(role):
    """Each sign in place of the first of its part, in states before which it matters."""
    first, *others = roles.SIGNS[role]
    for sign in others:
        for present, absent in backgrounds():
            if not {first, sign} & present:
                same = ends(first, present, absent)
                assert ends(sign, present, absent) == same, (sign, present)


@pytest.mark.parametrize("sign", [*roles.SIGNS["violence"], *roles.SIGNS["urgent"]])
def test_each_urgent_sign_alone_is_a_matter_for_today(sign):
    assert ends(sign, set(), set(roles.CLEAR)) == "urgent_same_day"


@pytest.mark.parametrize("sign", roles.SIGNS["home_trouble"])
def test_each_trouble_at_home_is_missing_support(sign):
    absent = roles.CLEAR - {"pt_weekly_therapy_not_enough"} | {"x_violence_at_home"}
    assert ends(sign, {"pt_weekly_therapy_not_enough"}, set(absent)) == "iop_supports_missing"


@pytest.mark.parametrize("sign", roles.SIGNS["support"])
def test_each_support_denied_is_missing_support(sign):
    assert ends("pt_weekly_therapy_not_enough", set(), roles.CLEAR | {sign}) == (
        "iop_supports_missing"
    )


def test_now_and_then_is_no_missing_support():
    absent = roles.CLEAR | {"rd_willing_several_sessions"}
    assert ends("pt_weekly_therapy_not_enough", {"rd_some_willingness"}, absent) == "iop_assess"


def test_old_inputs_are_read_and_asked_by_nobody():
    assert set(roles.SIGNS["old_inputs"]) == ids.OLD_INPUTS
    both = {"x_pregnant", "x_psychosis_or_mania_now"}
    assert decide(Findings(frozenset(both), roles.CLEAR - both)).outcome == "emergency_now"
