"""Which banners come with which answers: each condition on people for whom it does and does not."""

from __future__ import annotations

import pytest

from checker import ids, sign_groups
from checker.banners import banners
from checker.findings import Findings
from checker.rules import decide
from tests.checker import roles

CALM = roles.CLEAR | {"x_violence_at_home"}


def shown(*yes: str, no: tuple[str, ...] = (), open_: tuple[str, ...] = ()) -> set[str]:
    absent = (CALM | set(no)) - set(yes) - set(open_)
    return set(banners(decide(Findings(frozenset(yes), absent))))


OVER = "x_last_over_30_days"
USES_OPIOIDS = ("x_uses_opioids", "x_opioids_last_30_days")
# banner: people who get it, and people who come close and do not
CASES: dict[str, tuple[list[tuple[str, ...]], list[tuple[str, ...]]]] = {
    "call_911": ([("sf_active_suicidal",)], [("x_recent_suicide_attempt",)]),
    "safety_box": (
        [
            *((sign,) for sign in roles.SIGNS["quiet"]),
            *(("x_past_self_harm",), ("x_past_attempt",), ("x_suicidal_thoughts_no_plan",)),
            *(("x_recent_suicide_attempt",), ("rd_cannot_stay_safe_between_sessions",)),
        ],
        [("mh_distress_rising",), ("x_unwanted_harm_images",)],
    ),
    "rising_box": (
        [("mh_distress_rising",), ("pt_crises_between_sessions",)],
        [("mh_distress_rising", "x_past_self_harm"), ("mh_anxiety_limits",)],
    ),
    "dv_box": (
        [
            *(("x_violence_at_home",), ("x_hurt_by_this_person",)),
            ("x_about_loved_one",),  # whether they hurt the one who answers is open
        ],
        # Home that isn't safe can be a street: beside a clear no, nobody reads of choking.
        [("lc_home_chaotic",), ("lc_home_unsafe",), ("x_hurts_someone_close",)],
    ),
    "do_not_stop_suddenly": (
        [
            *((sign,) for sign in roles.of("severe", "past_severe", "daily", "again")),
            *(("x_sedatives_as_prescribed",), ("x_opioids_as_prescribed",)),
        ],
        [("x_daily_alcohol_or_sedatives", OVER), ("x_uses_alcohol",)],
    ),
    "past_withdrawal": (
        [(sign, OVER) for sign in roles.SIGNS["past_severe"]],
        [("x_past_severe_withdrawal",), ("su_severe_withdrawal_risk", OVER)],
    ),
    "naloxone_medication": (
        [
            *(("x_uses_opioids",), ("x_uses_stimulants",), ("x_uses_other",)),
            *(("x_recent_overdose",), ("x_uses_opioids", "x_opioid_medicine")),
            ("x_left_institution_30_days", "x_opioids_before", "x_about_loved_one"),
        ],
        [
            ("x_left_institution_30_days", "x_opioids_before"),
            ("x_uses_cannabis",),
            ("x_opioids_before",),
            ("x_opioids_as_prescribed",),
        ],
    ),
    "mixing_box": (
        [
            *(("x_uses_opioids", "x_uses_alcohol"), ("x_opioid_medicine", "x_uses_sedatives")),
            ("x_uses_alcohol", "x_sedatives_as_prescribed"),
            ("x_opioid_medicine", "x_vivitrol", "x_uses_opioids", "x_uses_alcohol"),
        ],
        [
            *(("x_uses_opioids",), ("x_uses_stimulants", "x_uses_alcohol")),
            ("x_opioid_medicine", "x_vivitrol", "x_uses_alcohol"),
        ],
    ),
    "lower_tolerance": (
        [
            ("x_left_institution_30_days", "x_opioids_before"),
            ("su_detox_completed", "x_uses_opioids"),
            ("x_opioid_medicine_ended",),
        ],
        [USES_OPIOIDS, ("x_left_institution_30_days",)],
    ),
    "pregnancy_box": (
        [("x_pregnant_now",), ("x_baby_last_year",), ("x_pregnant",)],
        [("x_uses_alcohol",)],
    ),
    "unwanted_thoughts": ([("x_unwanted_harm_images",)], [("sf_active_homicidal",)]),
    "eating_care": ([("x_eating_problem",)], [("x_passed_out",)]),
    "second_hand": ([("x_about_loved_one",)], [("x_under_18",)]),
    "court_letter": ([("x_asked_by_court",)], [("lc_must_work_or_study",)]),
    "waiting_box": ([("x_waiting_for_care",)], [("x_in_program_now",)]),
    "dual_program": ([("mh_co_occurring",)], [("mh_anxiety_limits",)]),
    "sober_living": ([(sign,) for sign in roles.SIGNS["home_trouble"]], [("lc_pets_or_duties",)]),
    "housing_help": ([("lc_home_unsafe",)], [("lc_home_chaotic",)]),
    "cost_help": ([(sign,) for sign in roles.SIGNS["cost"]], [("lc_main_earner",)]),
}
BY_A_NO = {
    "transport_help": ("lc_reliable_transport", "lc_able_to_travel"),
    "group_concern": ("rd_open_to_one_to_one_and_group",),
    "readiness_box": ("rd_some_willingness", "rd_willing_several_sessions"),
}


@pytest.mark.parametrize("banner", CASES)
def test_a_banner_comes_with_its_answers_and_not_with_those_beside_them(banner):
    having, lacking = CASES[banner]
    for yes in having:
        assert banner in shown(*yes), yes
    for yes in lacking:
        assert banner not in shown(*yes), yes


@pytest.mark.parametrize(("banner", "signs"), BY_A_NO.items())
def test_a_banner_comes_with_a_no(banner, signs):
    for sign in signs:
        assert banner in shown(no=(sign,))
        assert banner not in shown(sign)


def test_violence_left_open_brings_its_note():
    assert "dv_box" not in shown()
    assert "dv_box" in shown(open_=("x_violence_at_home",))


def test_an_open_safety_question_is_named_unless_help_comes_first():
    assert "finish_safety" in shown(open_=("x_passed_out",))
    assert "finish_safety" not in shown("sf_active_suicidal", open_=("x_passed_out",))


def test_stopping_is_named_while_daily_use_is_not_ruled_out():
    left_open = ("x_daily_alcohol_or_sedatives",)
    assert "do_not_stop_suddenly" in shown("x_uses_alcohol", open_=left_open)
    assert "do_not_stop_suddenly" not in shown("x_uses_alcohol", OVER, open_=left_open)


DRINKS_OR_PILLS = ("x_uses_alcohol", "x_uses_sedatives", "x_uses_ghb")


@pytest.mark.parametrize("used", DRINKS_OR_PILLS)
@pytest.mark.parametrize("left_open", ["x_daily_alcohol_or_sedatives", *sorted(roles.of("severe"))])
def test_each_open_question_on_stopping_brings_the_note_to_whoever_drinks_or_takes_pills(
    used, left_open
):
    assert "do_not_stop_suddenly" in shown(used, open_=(left_open,))
    assert "do_not_stop_suddenly" not in shown(open_=(left_open,))
    assert "do_not_stop_suddenly" not in shown("x_uses_cannabis", open_=(left_open,))


def test_daily_use_since_detox_is_a_risk_until_it_is_over_30_days_ago():
    again = ("su_detox_completed", "x_using_again_since_detox")
    assert "do_not_stop_suddenly" in shown(*again)
    assert "do_not_stop_suddenly" not in shown(*again, OVER)


VIOLENCE = ("x_violence_at_home", "x_hurt_by_this_person", "x_hurts_someone_close")


@pytest.mark.parametrize("sign", VIOLENCE)
def test_beside_another_person_each_question_on_violence_counts_and_an_open_one_too(sign):
    assert "dv_box" not in shown("x_about_loved_one", no=VIOLENCE)
    assert "dv_box" in shown("x_about_loved_one", sign, no=VIOLENCE)
    assert "dv_box" in shown("x_about_loved_one", no=VIOLENCE, open_=(sign,))


OPIOIDS = ("x_uses_opioids", "x_opioids_last_30_days", "x_opioids_as_prescribed")
SEDATIVES = ("x_uses_sedatives", "x_uses_ghb", "x_sedatives_as_prescribed")


@pytest.mark.parametrize("one", [*OPIOIDS, "x_opioid_medicine"])
@pytest.mark.parametrize("other", ["x_uses_alcohol", *SEDATIVES])
def test_any_opioid_and_alcohol_or_a_sedative_are_a_mix(one, other):
    assert "mixing_box" in shown(one, other)
    assert "mixing_box" not in shown(one)
    assert "mixing_box" not in shown(other)


@pytest.mark.parametrize("sedative", SEDATIVES)
def test_any_sedative_and_alcohol_are_a_mix(sedative):
    assert "mixing_box" in shown(sedative, "x_uses_alcohol")
    assert "mixing_box" not in shown(sedative, "x_uses_stimulants")


def test_a_break_from_opioids_lowers_what_the_body_takes_unless_it_was_once():
    no = ("x_opioids_last_30_days",)
    assert "lower_tolerance" in shown("x_uses_opioids", no=no)
    assert "lower_tolerance" not in shown("x_uses_opioids", "x_opioids_once", no=no)
    assert "lower_tolerance" not in shown("x_uses_opioids", open_=no)
    assert "lower_tolerance" not in shown("x_uses_alcohol", no=no)


@pytest.mark.parametrize("left", ["x_left_institution_30_days", "su_detox_completed"])
@pytest.mark.parametrize("opioid", [*OPIOIDS[:2], "x_opioids_before"])
def test_each_way_out_beside_opioids_lowers_what_the_body_takes(left, opioid):
    assert "lower_tolerance" in shown(left, opioid)


@pytest.mark.parametrize(
    "sign", ["x_opioid_medicine", "x_opioid_medicine_ended", "x_recent_overdose"]
)
def test_medicine_for_opioids_and_an_overdose_bring_naloxone(sign):
    assert "naloxone_medication" in shown(sign)
    assert "naloxone_medication" not in shown()


def test_medicine_that_ran_out_brings_naloxone_beside_something_more_urgent():
    assert "naloxone_medication" in shown("x_opioid_medicine_stopped", "x_cannot_keep_fluids")


def test_sober_living_is_for_people_who_use():
    assert "sober_living" not in shown(
        "lc_home_chaotic", no=tuple(roles.of("alcohol", "sedatives", "other_use"))
    )


def test_no_use_is_known_by_those_noes_alone():
    f = Findings(frozenset({"lc_home_chaotic"}), frozenset(sign_groups.USES))
    assert "sober_living" not in banners(decide(f))


def test_a_contradiction_is_told():
    assert "conflict_notice" in shown("lc_safe_place_to_live", "lc_home_unsafe")
    assert "conflict_notice" not in shown("lc_home_unsafe")


def test_every_banner_has_its_cases():
    tested = {*CASES, *BY_A_NO, "crisis_988", "finish_safety", "conflict_notice"}
    assert tested == set(ids.BANNERS)
    assert "crisis_988" in shown()
