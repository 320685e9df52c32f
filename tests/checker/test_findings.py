"""What the findings say before any row is asked: how need adds up, and what contradicts."""

import pytest

from checker import sign_groups
from checker.evaluate import assess
from checker.findings import OPPOSITES, Findings, settle
from tests.checker.no_to_all import CLEAR, GATE_NO, SECTIONS_NO, outcome


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        (["su_hard_to_limit", "mh_sleep_affects_day"], "weekly_may_be_enough"),
        (["pt_past_treatment_too_short"], "weekly_may_be_enough"),
        (["pt_past_treatment_too_short", "mh_sleep_affects_day"], "iop_assess"),
        (["mh_co_occurring", "mh_sleep_affects_day"], "iop_assess"),
        (["mh_anxiety_limits", "mh_sleep_affects_day"], "weekly_may_be_enough"),
        (["mh_anxiety_limits", "mh_sleep_affects_day", "su_hard_to_limit"], "iop_assess"),
        (
            ["mh_isolating", "mh_sleep_affects_day", "su_hard_to_limit", "su_time_spent"],
            "weekly_may_be_enough",
        ),
        (
            [
                "mh_isolating",
                "mh_sleep_affects_day",
                "su_hard_to_limit",
                "su_time_spent",
                "su_friends_use",
            ],
            "iop_assess",
        ),
        (["pt_misses_appointments", "su_withdrawal_mild_moderate"], "weekly_may_be_enough"),
    ],
)
def test_how_need_adds_up(need: list[str], expected: str) -> None:
    others = [sign for sign in CLEAR if sign not in need]
    assert outcome(need, [*others, "mh_concentration_decisions", "pt_skills_not_sticking"]) == (
        expected
    )


@pytest.mark.parametrize("pair", [("lc_safe_place_to_live", "lc_home_unsafe")])
def test_a_pair_denied_on_both_sides_is_unanswered(pair: tuple[str, str]) -> None:
    need = ["pt_weekly_therapy_not_enough"]
    assert outcome(need, [*CLEAR, pair[0]]) == "iop_supports_missing"
    assert outcome(need, [*CLEAR, *pair]) == "iop_assess"


def test_denying_both_ways_of_being_safe_leaves_the_gate_open() -> None:
    assert outcome([], [*CLEAR, "rd_can_hold_self_harm_urges"]) == "not_enough_answers"


@pytest.mark.parametrize("pair", OPPOSITES, ids=sorted)
def test_denying_nothing_but_a_pair_answers_nothing(pair: frozenset[str]) -> None:
    assert settle(Findings(absent=pair))[0].answered == frozenset()


def test_doing_well_does_not_count_beside_three_signs_of_need() -> None:
    """Two of them are of past care, which "doing well" alone would allow."""
    need = ["pt_past_treatment_too_short", "pt_relapses_after_treatment", "mh_isolating"]
    answer = assess({"present": ["x_stable_in_recovery", *need], "absent": CLEAR})
    assert answer["outcome"] == "iop_assess"
    assert [conflict["counts"] for conflict in answer["conflicts"]] == [sorted(need)]


@pytest.mark.parametrize(
    ("present", "absent", "rule"),
    [
        (["lc_safe_place_to_live", "lc_home_unsafe"], [], "home_safe_or_not"),
        (
            ["lc_home_substance_free", "su_substances_where_i_live"],
            [],
            "home_free_of_substances_or_not",
        ),
        (["su_withdrawal_mild_moderate", "su_delirium_tremens"], [], "withdrawal_mild_or_severe"),
        (
            ["rd_can_hold_self_harm_urges", "rd_cannot_stay_safe_between_sessions"],
            [],
            "urges_held_or_not",
        ),
        (
            ["x_weekly_care_working", "pt_use_continues_in_therapy"],
            [],
            "weekly_care_works_or_not",
        ),
        (
            ["x_stable_in_recovery", "mh_isolating", "su_friends_use", "su_time_spent"],
            [],
            "doing_well_or_not",
        ),
        (["rd_willing_several_sessions"], ["rd_some_willingness"], "willing_or_not"),
    ],
)
def test_a_contradiction_is_named_by_its_rule(present, absent, rule) -> None:
    """The first sign does not count; the others do."""
    conflicts = assess({"present": present, "absent": absent})["conflicts"]
    dropped, *counts = present + absent
    assert conflicts == [{"rule": rule, "signs": [dropped, *counts], "counts": counts}]


def test_a_denied_detox_answers_no_section() -> None:
    """But where someone has just been is no answer on need."""
    absent = [*GATE_NO, *SECTIONS_NO[:2], "pt_recent_detox_completion"]
    assert outcome([], absent) == "not_enough_answers"


def test_an_alias_counts_once_and_keeps_its_name() -> None:
    answer = assess({"present": ["pt_recent_detox_completion"], "absent": CLEAR})
    assert answer["outcome"] == "iop_assess"
    assert {"sign": "pt_recent_detox_completion", "rule": "step_down"} in answer["because"]


def test_emergency_signs_are_those_of_the_file(engine_data) -> None:
    emergency = {sign["id"] for sign in engine_data["signs"] if sign["safety"] == "emergency"}
    assert emergency == sign_groups.EMERGENCY
