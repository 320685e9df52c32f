"""A reader at one in the morning, as five people (decision 043): what each must find, and where.

A brother asleep on the couch after drink and pills, a girl who cuts and is hit at home, a man out
of jail, a mother who drinks, and a woman with wine and bad sleep.
"""

from __future__ import annotations

import pytest

from checker.findings import Findings
from checker.model import BANNERS, OUTCOMES
from checker.rules import ROWS
from tests.checker.page_answer import answer, everything

YES, UNSAID = ["yes"], ["rather_not_say"]
GIRL = {"age": ["under_18"], "thoughts": ["self_harm"], "means": YES, "violence": YES}
WOMAN = {"thoughts": ["self_harm"], "means": YES, "violence": YES}
MIKE = {"who": ["them"], "thoughts": ["better_off_dead"], "substances": ["alcohol", "sedatives"]}
JAIL = {"left": ["jail"], "opioids_before": YES}
NO_MEDICINE = JAIL | {"substances": ["opioid_medicine"], "medicine_stopped": YES}

PEOPLE = {
    "girl_who_cuts_and_is_hit": (
        GIRL,
        "urgent_same_day",
        ["here's who to tell today", "Put it out of reach", "I've been hurting myself"],
        ["I think about dying", "gun or pills", "call 911. Say"],
    ),
    "girl_who_is_not_sure_she_can_hold_off": (
        GIRL | {"hold_urges": UNSAID},
        "emergency_now",
        ["Say: someone here hurts or scares me, and I may hurt myself. Is there a gun? Say so"],
        ["I think about dying"],
    ),
    "girl_who_wishes_she_were_dead": (
        GIRL | {"thoughts": ["better_off_dead"]},
        "emergency_now",
        ["Say: someone here hurts or scares me, and I think about dying"],
        ["I may hurt myself", "there's a gun or pills"],
    ),
    "woman_who_cuts_and_is_hit": (
        WOMAN,
        "urgent_same_day",
        ["I've been hurting myself", "National Domestic Violence Hotline"],
        ["I think about dying"],
    ),
    "woman_who_cuts_is_hit_and_may_hit_back": (
        WOMAN | {"violence_by_me": YES},
        "emergency_now",
        ["I've hurt someone or I'm afraid I will, and I may hurt myself"],
        ["I think about dying"],
    ),
    "woman_who_cuts_is_hit_and_tried_once": (
        WOMAN | {"thoughts": ["self_harm", "past_attempt"]},
        "emergency_now",
        ["away from the gun"],
        [],
    ),
    "friend_who_cuts_and_hits_her": (
        {"who": ["them"], "thoughts": ["self_harm"], "means": YES, "violence_to_you": YES},
        "emergency_now",
        ["Say: they hurt themselves, and I'm afraid of them"],
        ["they talk of dying", "thinks of dying"],
    ),
    "girl_who_will_not_say_who_hurts_her": (
        GIRL | {"hold_urges": ["cannot_hold"], "violence": UNSAID},
        "emergency_now",
        ["get to an adult who's safe for you", "hand this phone to an adult who's safe for you"],
        ["into the room", "Ask an adult to"],
    ),
    "mike_who_may_act_with_a_gun": (
        MIKE | {"means": YES, "hold_urges": ["cannot_hold"]},
        "emergency_now",
        ["wake them now", "Not them. Keep the key or code", "keep the kids with you"],
        ["go out of the house together"],
    ),
    "mike_today_with_a_gun": (
        MIKE | {"means": YES, "hold_urges": ["hold"]},
        "urgent_same_day",
        ["wake them now", "Not them. Keep the key or code", "snores or gurgles strangely"],
        ["Asleep, drunk or high"],
    ),
    "mike_and_his_xanax_every_day": (
        MIKE | {"daily_pills": ["daily"]},
        "urgent_same_day",
        ["locking them up can bring on withdrawal"],
        ["Asleep, drunk or high"],
    ),
    "mike_sober_for_weeks": (
        MIKE | {"substances": ["alcohol"], "last_use": ["days_30"]},
        "urgent_same_day",
        ["are you thinking about suicide?"],
        ["wake them now"],
    ),
    "jail_stopped_his_suboxone": (
        NO_MEDICINE,
        "opioid_medicine_first",
        ["Get back on your medicine today", "I was on Suboxone or methadone until I left"],
        ["Call the clinic that gives you the medicine today"],
    ),
    "suboxone_ran_out_at_home": (
        {"substances": ["opioid_medicine"], "medicine_stopped": YES},
        "opioid_medicine_first",
        ["Call the clinic that gives you the medicine today"],
        ["until I left", "out here"],
    ),
    "jail_and_heroin_before": (
        JAIL | {"substances": ["opioids"]},
        "opioid_medicine_first",
        ["In withdrawal now, or close to using? Go to an emergency room"],
        [],
    ),
    "jail_and_no_place_to_live": (
        NO_MEDICINE | {"home_safe": ["no_place"]},
        "opioid_medicine_first",
        ["Call 211 and ask about shelter"],
        ["choked you", "Domestic Violence"],
    ),
    "jail_no_place_and_silent_on_violence": (
        JAIL | {"substances": ["opioids"], "home_safe": ["no_place"], "violence": UNSAID},
        "urgent_same_day",
        ["Domestic Violence Hotline"],
        [],
    ),
    "mother_who_drinks_beside_a_baby": (
        {"health": ["baby"], "substances": ["alcohol"], "daily_alcohol": ["daily"]},
        "medical_withdrawal_first",
        ["Don't sleep with the baby in your bed or on a couch", "Lay the baby in the crib"],
        [],
    ),
    "mother_who_does_not_drink": (
        {"health": ["baby"]},
        "weekly_may_be_enough",
        [],
        ["makes you sleepy"],
    ),
    "wine_most_nights_and_bad_sleep": (
        {"substances": ["alcohol"], "feelings": ["sleep"], "use_effects": ["to_cope"]},
        "weekly_may_be_enough",
        ["your drinking and your sleep together", "What you checked is real"],
        ["only a few signs"],
    ),
    "bad_sleep_and_no_wine": (
        {"feelings": ["sleep"]},
        "weekly_may_be_enough",
        [],
        ["your drinking"],
    ),
    "mother_who_drinks_daily_and_has_kids": (
        {
            "substances": ["alcohol"],
            "daily_alcohol": ["daily"],
            "duties": ["family", "work"],
        },
        "medical_withdrawal_first",
        ["Kids or family count on you?", "Need time off from work for this?"],
        ["Worried about work?"],
    ),
    "sister_who_was_not_asked_about_herself": (
        {"who": ["them"], "violence_to_you": UNSAID},
        "loved_one_guidance",
        ["Afraid of them? Don't confront them."],
        ["Declined the question"],
    ),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_what_this_person_finds_at_night(name):
    given, outcome, said, unsaid = PEOPLE[name]
    found = answer(given)
    assert found["outcome"] == outcome
    every = " ".join(everything(found))
    assert [part for part in said if part not in every] == []
    assert [part for part in unsaid if part in every] == []


HELD = frozenset(
    {
        *("mh_self_harm_not_life_threatening", "x_means_at_hand", "x_violence_at_home"),
        *("rd_can_hold_self_harm_urges", "rd_can_reach_out"),
    }
)


def test_self_harm_that_is_held_is_for_today():
    assert ROWS["emergency_now"](Findings(HELD)) is None
    assert ROWS["urgent_same_day"](Findings(HELD))


@pytest.mark.parametrize(
    "more",
    [
        *("x_suicidal_thoughts_no_plan", "mh_passive_suicidal_thoughts", "x_past_attempt"),
        *("x_left_psychiatric_ward", "x_recent_suicide_attempt", "x_hurts_someone_close"),
        *("x_about_loved_one", "x_hurt_by_this_person", "x_psychosis_or_mania_now"),
        "rd_cannot_stay_safe_between_sessions",
    ],
)
def test_with_anything_heavier_beside_it_it_stays_danger_now(more):
    whose = {"x_about_loved_one"} if more == "x_hurt_by_this_person" else set()
    assert ROWS["emergency_now"](Findings(HELD | {more} | whose))


@pytest.mark.parametrize("lost", ["rd_can_hold_self_harm_urges", "rd_can_reach_out"])
def test_without_both_protections_it_stays_danger_now(lost):
    assert ROWS["emergency_now"](Findings(HELD - {lost}))
    assert ROWS["emergency_now"](Findings(HELD - {lost}, frozenset({lost})))


THEM = {"who": ["them"], "substances": ["alcohol"]}
ASLEEP = {
    "urgent_same_day": THEM | {"thoughts": ["better_off_dead"]},
    "medical_withdrawal_first": THEM | {"daily_alcohol": ["daily"]},
    "higher_level_first": THEM | {"managing": ["cannot"]},
    "doctor_first": THEM | {"health": ["unstable"]},
    "teen_route": THEM | {"age": ["under_18"]},
    "loved_one_guidance": THEM,
    "emergency_now": THEM
    | {"thoughts": ["better_off_dead"], "means": YES, "reach_out": ["would_not_call"]},
}


DRINK: tuple[dict[str, list[str]], ...] = ({}, {"last_use": UNSAID})
OPIOIDS = (
    {"substances": ["opioids"], "opioids_recent": ["street"]},
    {"substances": ["opioids"], "opioids_recent": UNSAID},
)


@pytest.mark.parametrize(
    ("outcome", "used"),
    [
        *((outcome, used) for outcome in ASLEEP for used in DRINK),
        # Opioids alone are not a matter of that row.
        *((o, used) for o in ASLEEP if o != "medical_withdrawal_first" for used in OPIOIDS),
    ],
)
def test_whoever_may_sleep_off_a_drink_or_pills_is_woken_in_step_one_or_two(outcome, used):
    found = answer(ASLEEP[outcome] | used)
    assert found["outcome"] == outcome
    steps = [OUTCOMES[outcome]["next_steps"][place] for place in found["steps"]]
    woken = [place for place, step in enumerate(steps) if "wake them now" in str(step)]
    assert woken in ([0], [1])
    assert "Call 911, and give naloxone" in str(steps[woken[0]])
    every = " ".join(everything(found))
    assert every.count("wake them now") == 1


@pytest.mark.parametrize(
    "more",
    [{"violence_to_you": YES}, {"last_use": ["days_10"]}, {"who": ["me"]}],
    ids=["who_is_hurt", "days_ago", "oneself"],
)
def test_nobody_else_is_told_to_wake_anyone(more):
    assert "wake them now" not in " ".join(everything(answer(THEM | more)))


@pytest.mark.parametrize("violence", [YES, UNSAID])
@pytest.mark.parametrize("thoughts", ["better_off_dead", "self_harm"])
def test_a_teen_who_may_be_hurt_has_childhelps_number_beside_911(violence, thoughts):
    hurt = {"thoughts": [thoughts], "hold_urges": ["cannot_hold"], "violence": violence}
    found = answer(GIRL | hurt)
    assert found["outcome"] == "emergency_now"
    texts = [BANNERS["dv_box"]["text"][place] for place in found["banner_texts"]["dv_box"]]
    assert ["childhelp"] in [text.get("lines") for text in texts]
