"""Each row of the outcome table, by the smallest findings that reach it."""

import pytest

from checker import sign_groups
from checker.evaluate import assess
from checker.findings import OPPOSITES, Findings, settle
from checker.model import SIGNS

GATE_NO = sorted(sign_groups.SAFETY_GATE)
# One need sign of each section answered with no.
SECTIONS_NO = ["pt_skills_not_sticking", "mh_sleep_affects_day", "su_time_spent"]
CLEAR = [*GATE_NO, *SECTIONS_NO]


def outcome(present, absent):
    given = {"present": present, "absent": [sign for sign in absent if sign not in present]}
    return assess(given)["outcome"]


@pytest.mark.parametrize(
    ("present", "absent", "expected"),
    [
        (["sf_active_suicidal", "x_stable_in_recovery"], [], "emergency_now"),
        (["x_violence_at_home"], CLEAR, "urgent_same_day"),
        (["mh_passive_suicidal_thoughts"], CLEAR, "urgent_same_day"),
        (["mh_passive_suicidal_thoughts", "rd_can_reach_out"], CLEAR, "urgent_same_day"),
        (["x_daily_alcohol_or_sedatives"], CLEAR, "medical_withdrawal_first"),
        (["su_detox_completed", "x_using_again_since_detox"], CLEAR, "medical_withdrawal_first"),
        (["x_iop_tried_not_enough"], CLEAR, "higher_level_first"),
        (["x_under_18"], CLEAR, "teen_route"),
        (["x_about_loved_one"], CLEAR, "loved_one_guidance"),
        (["pt_weekly_therapy_not_enough"], GATE_NO[1:], "not_enough_answers"),
        ([], GATE_NO, "not_enough_answers"),
        (["x_stable_in_recovery"], CLEAR, "maintain_step_down"),
        (["pt_weekly_therapy_not_enough", "lc_home_chaotic"], CLEAR, "iop_supports_missing"),
        (["pt_weekly_therapy_not_enough"], GATE_NO, "iop_assess"),
        ([], CLEAR, "weekly_may_be_enough"),
    ],
)
def test_each_row_is_reached(present: list[str], absent: list[str], expected: str) -> None:
    assert outcome(present, absent) == expected


FOUR = ("mh_isolating", "mh_sleep_affects_day", "su_friends_use", "su_hard_to_limit")


@pytest.mark.parametrize(
    ("present", "denied", "because"),
    [
        (
            ["sf_immediate_danger", "sf_active_suicidal", "x_recent_overdose"],
            [],
            {"emergency_sign": ["sf_active_suicidal", "sf_immediate_danger"]},
        ),
        (
            ["x_recent_overdose", "mh_passive_suicidal_thoughts"],
            ["rd_can_reach_out"],
            {
                "urgent_sign": ["x_recent_overdose"],
                "thoughts_without_protection": ["mh_passive_suicidal_thoughts", "rd_can_reach_out"],
            },
        ),
        (
            ["x_using_again_since_detox", "x_past_severe_withdrawal"],
            [],
            {
                "used_since_detox": ["x_using_again_since_detox"],
                "withdrawal_risk": ["x_past_severe_withdrawal"],
            },
        ),
        (
            ["su_withdrawal_seizures", "x_daily_alcohol_or_sedatives"],
            [],
            {"withdrawal_risk": ["su_withdrawal_seizures", "x_daily_alcohol_or_sedatives"]},
        ),
        (
            ["x_unstable_medical_condition", "mh_needs_24h_supervision"],
            [],
            {"needs_more_than_iop": ["mh_needs_24h_supervision", "x_unstable_medical_condition"]},
        ),
        (["x_under_18", "x_about_loved_one"], [], {"under_18": ["x_under_18"]}),
        (["x_about_loved_one"], [], {"about_loved_one": ["x_about_loved_one"]}),
        (
            ["x_stable_in_recovery", "x_done_with_iop_goals", "pt_recent_residential_completion"],
            [],
            {"doing_well": ["x_done_with_iop_goals", "x_stable_in_recovery"]},
        ),
        (
            ["pt_crises_between_sessions", "lc_home_chaotic"],
            ["lc_reliable_transport"],
            {
                "care_now_not_enough": ["pt_crises_between_sessions"],
                "support_missing": ["lc_home_chaotic", "lc_reliable_transport"],
            },
        ),
        (["mh_self_harm_not_life_threatening"], [], "risk_sign"),
        (["pt_recent_residential_completion", "su_detox_completed"], [], "step_down"),
        (["pt_past_treatment_too_short", "mh_isolating"], [], "past_or_both_and_more"),
        (["mh_co_occurring", "mh_isolating"], [], "past_or_both_and_more"),
        (["mh_anxiety_limits", *FOUR[:2]], [], "daily_life_and_more"),
        ([*FOUR, "su_uses_to_cope"], [], "five_signs"),
        (  # each sign once, by the first rule that names it
            ["mh_self_harm_not_life_threatening", "pt_past_treatment_too_short"],
            [],
            {
                "risk_sign": ["mh_self_harm_not_life_threatening"],
                "past_or_both_and_more": ["pt_past_treatment_too_short"],
            },
        ),
        (
            ["pt_crises_between_sessions", "mh_anxiety_limits", "mh_isolating"],
            [],
            {
                "care_now_not_enough": ["pt_crises_between_sessions"],
                "daily_life_and_more": ["mh_anxiety_limits", "mh_isolating"],
            },
        ),
        (
            ["mh_self_harm_not_life_threatening", *FOUR],
            [],
            {"risk_sign": ["mh_self_harm_not_life_threatening"], "five_signs": sorted(FOUR)},
        ),
        (
            ["x_weekly_care_working", "mh_isolating"],
            [],
            {"weekly_care_works": ["x_weekly_care_working"], "few_signs": ["mh_isolating"]},
        ),
    ],
)
def test_each_rule_names_the_signs_that_it_read(present, denied, because) -> None:
    """A rule's name alone stands for all signs present, by that rule."""
    wanted = because if isinstance(because, dict) else {because: sorted(present)}
    absent = [sign for sign in CLEAR if sign not in present] + denied
    named = assess({"present": present, "absent": absent})["because"]
    found: dict[str, list[str]] = {}
    for reason in named:
        found.setdefault(reason["rule"], []).append(reason["sign"])
    assert found == wanted


def test_nothing_ticked_names_the_need_that_was_denied() -> None:
    named = assess({"present": [], "absent": CLEAR})["because"]
    need = {"mh_passive_suicidal_thoughts", *SECTIONS_NO}
    assert named == [{"sign": sign, "rule": "no_signs"} for sign in sorted(need)]


@pytest.mark.parametrize(
    ("opened", "missing"),
    [
        (["sf_active_suicidal"], ["sf_active_suicidal"]),
        (["pt_skills_not_sticking"], sorted(sign_groups.NEED_BY_SECTION["previous_treatment"])),
        (
            ["x_recent_suicide_attempt", "su_time_spent"],
            sorted(sign_groups.NEED_BY_SECTION["substance_use"] | {"x_recent_suicide_attempt"}),
        ),
    ],
)
def test_what_is_missing_is_named(opened, missing) -> None:
    answer = assess({"present": [], "absent": [sign for sign in CLEAR if sign not in opened]})
    assert answer["outcome"] == "not_enough_answers"
    assert answer["because"] == []
    assert answer["missing"] == missing


def test_finished_detox_is_the_exception_for_past_withdrawal() -> None:
    past = ["x_past_severe_withdrawal", "su_detox_completed"]
    no_use = [*CLEAR, "x_using_again_since_detox"]
    assert outcome(past, no_use) == "iop_assess"
    assert outcome(past, CLEAR) == "medical_withdrawal_first", "use since detox is unanswered"
    daily = [*past, "x_daily_alcohol_or_sedatives"]
    assert outcome(daily, no_use) == "medical_withdrawal_first"


def test_protective_answers_are_the_exception_for_passive_thoughts() -> None:
    thoughts = ["mh_passive_suicidal_thoughts", *sign_groups.PROTECTION]
    assert outcome(thoughts, CLEAR) == "iop_assess"
    unsafe = [*thoughts, "rd_cannot_stay_safe_between_sessions"]
    assert outcome(unsafe, CLEAR) == "urgent_same_day"


def test_goals_met_in_an_iop_makes_the_step_down_before_it_past() -> None:
    done = ["x_done_with_iop_goals", "pt_recent_residential_completion"]
    assert outcome(done, CLEAR) == "maintain_step_down"
    stable = ["x_stable_in_recovery", "pt_recent_residential_completion"]
    assert outcome(stable, CLEAR) == "iop_assess"


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


def test_an_alias_that_is_denied_answers_its_section() -> None:
    absent = [*GATE_NO, *SECTIONS_NO[:2], "pt_recent_detox_completion"]
    assert outcome([], absent) == "weekly_may_be_enough"


def test_an_alias_counts_once_and_keeps_its_name() -> None:
    answer = assess({"present": ["pt_recent_detox_completion"], "absent": CLEAR})
    assert answer["outcome"] == "iop_assess"
    assert {"sign": "pt_recent_detox_completion", "rule": "step_down"} in answer["because"]


def test_emergency_signs_are_those_of_the_file() -> None:
    assert {s.id for s in SIGNS.values() if s.safety == "emergency"} == sign_groups.EMERGENCY
