"""Answers at the form that contradict each other: both are shown, and the careful one counts."""

from __future__ import annotations

import json

import pytest

from checker import ids
from checker.browser_api import result
from checker.examples import EVERYONE

DRINKS = {
    "substances": ["alcohol"],
    "last_use": ["days_3"],
    "stopped": ["no"],
    "daily_alcohol": ["not_daily"],
    "stopping": ["none"],
}
OPIOIDS = {"substances": ["opioids"], "opioids_recent": ["none_lately"]}
USES = {"overdose": ["no"], "use_effects": ["none"], "use_around": ["none"], "both": ["no"]}
DETOX = {"left": ["detox"], "detox_since": ["not_daily"], "opioids_before": ["no"]}
IN_CARE = {"care": ["now"]}
NEEDS_MORE = {"use_effects": ["needs_more"]}
QUIET = {
    "thoughts": ["better_off_dead"],
    "hold_urges": ["hold"],
    "reach_out": ["would_call"],
    "means": ["no"],
}

# What a person answers, the contradiction, one word of each answer, and where the result ends.
PAIRS = [
    ({**IN_CARE, "care_now": ["still_using"]}, "no_use_or_use", "None", "still drink", 9),
    (DETOX, "no_use_or_use", "None", "Finished detox", 9),
    (
        {**DRINKS, **DETOX, "detox_since": ["daily"], "last_use": ["longer"]},
        *("last_use_or_again", "Longer ago", "detox didn't cover", 3),
    ),
    (
        {**DRINKS, "health": ["pregnant"], "used_pregnant": ["no"]},
        *("pregnant_use_or_not", "while pregnant? No", "Last 3 days", 5),
    ),
    (
        {**DRINKS, "health": ["pregnant"], "used_pregnant": ["no"], "last_use": ["days_10"]},
        *("pregnant_use_or_not", "while pregnant? No", "4 to 10 days", 5),
    ),
    ({**OPIOIDS, "overdose": ["alcohol"]}, "alcohol_or_not", "Beer", "Alcohol poisoning", 5),
    ({**OPIOIDS, **NEEDS_MORE}, "opioids_or_not", "None of them", "feel sick without", 9),
    (
        {**OPIOIDS, **NEEDS_MORE, "opioids_recent": ["pill_once"]},
        *("opioids_or_not", "a pain pill or two", "feel sick without", 9),
    ),
    (
        {**IN_CARE, "care_now": ["iop_helping", "iop_not_enough"]},
        *("program_helps_or_not", "program helps", "isn't enough", 4),
    ),
    (
        {**IN_CARE, "care_now": ["iop_new", "goals_met"]},
        *("goals_met_or_not", "met most of my IOP goals", "New in an IOP", 10),
    ),
    (
        {**IN_CARE, "care_now": ["goals_met", "iop_not_enough"]},
        *("goals_met_or_not", "met most of my IOP goals", "isn't enough", 4),
    ),
    (
        {**IN_CARE, "care_now": ["stable"], "safe_for_now": ["rising"]},
        *("doing_well_or_not", "done well for months", "worse every week", 14),
    ),
    (
        {**IN_CARE, **OPIOIDS, "care_now": ["stable"], "opioids_recent": ["street"]},
        *("doing_well_or_not", "done well for months", "Heroin", 8),
    ),
    (
        {**IN_CARE, **DRINKS, "care_now": ["stable"], "overdose": ["yes"]},
        *("doing_well_or_not", "done well for months", "Overdose", 2),
    ),
    (
        {**IN_CARE, "care_now": ["stable"], "left": ["ward"], "opioids_before": ["no"]},
        *("doing_well_or_not", "done well for months", "Psych ward", 13),
    ),
    (
        {**IN_CARE, "care_now": ["stable"], "feelings": ["low", "anxious", "sleep"]},
        *("doing_well_or_not", "done well for months", "Too down", 13),
    ),
    (
        {**IN_CARE, "care_now": ["works", "same_or_worse"]},
        *("weekly_care_works_or_not", "a group helps", "same or worse", 13),
    ),
    (
        {**DRINKS, "stopping": ["mild", "seizure"]},
        *("withdrawal_mild_or_severe", "A few bad days", "Seizure", 3),
    ),
    (
        {**QUIET, "safe_for_now": ["cannot_stay_safe"]},
        *("urges_held_or_not", "can you hold off", "not sure I can stay safe", 2),
    ),
    (
        {**DRINKS, "use_around": ["at_home"], "strengths": ["free"]},
        *("home_free_of_substances_or_not", "No alcohol or drugs at home", "drugs at home", 14),
    ),
]
# Two answers that both may be true: no note asks anyone to take one back.
BOTH_TRUE = {
    "light drink, and doing well": {**IN_CARE, **DRINKS, "care_now": ["stable"]},
    "drank every day until last year": {
        **(DRINKS | {"daily_alcohol": ["daily"], "last_use": ["longer"]})
    },
    "a drink before the pregnancy": {
        **(DRINKS | {"health": ["pregnant"], "used_pregnant": ["no"], "last_use": ["days_30"]})
    },
    "on Suboxone, sick without it": {
        **(OPIOIDS | NEEDS_MORE | {"substances": ["opioids", "opioid_medicine"]}),
        "medicine_stopped": ["no"],
    },
    "drinks, too: it may be the drink": {
        **(DRINKS | OPIOIDS | NEEDS_MORE | {"substances": ["alcohol", "opioids"]})
    },
    "weed each day since detox": {
        **(DRINKS | DETOX | {"detox_since": ["daily"], "last_use": ["longer"]}),
        "substances": ["alcohol", "cannabis"],
    },
    "Klonopin as prescribed, and detox": {
        **(DETOX | {"substances": ["sedatives_rx"], "stopping": ["none"]}),
        "sedatives_rx_stopped": ["no"],
    },
    "an IOP that helps, and its goals met": {**IN_CARE, "care_now": ["iop_helping", "goals_met"]},
}


def answer(given):
    uses = {} if given.get("substances", ["none"]) == ["none"] else USES
    return json.loads(result(json.dumps({"responses": EVERYONE | uses | given})))


@pytest.mark.parametrize(("given", "rule", "one", "other", "row"), PAIRS)
def test_both_answers_are_shown_and_the_careful_one_counts(given, rule, one, other, row):
    found = answer(given)
    (note,) = [note for note in found["conflict_notes"] if note["rule"] == rule]
    assert one in note["text"]
    assert other in note["text"]
    assert "conflict_notice" in found["banners"]
    assert found["outcome"] == ids.OUTCOMES[row - 1]


@pytest.mark.parametrize("name", BOTH_TRUE)
def test_what_can_both_be_true_is_no_contradiction(name):
    assert answer(BOTH_TRUE[name])["conflict_notes"] == []


def test_a_pregnant_woman_who_drank_this_week_reads_of_her_doctor_and_of_nothing_calmer():
    found = answer(DRINKS | {"health": ["pregnant"], "used_pregnant": ["no"]})
    assert found["also"] == []
    assert "finish_safety" not in found["banners"]
    declined = answer(DRINKS | {"health": ["pregnant"], "used_pregnant": ["rather_not_say"]})
    assert declined["outcome"] == "doctor_first"


def test_kratom_now_and_then_with_needing_more_leads_to_a_doctor_this_week():
    kratom = OPIOIDS | {"opioids_recent": ["kratom_seldom"]}
    needs_more, not_more = answer(kratom | NEEDS_MORE), answer(kratom)
    assert needs_more["outcome"] == "opioid_medicine_first"
    assert {reason["rule"] for reason in needs_more["because"]} == {"kratom_needs_more"}
    assert not_more["outcome"] == "weekly_may_be_enough"
    drinks = answer(DRINKS | kratom | NEEDS_MORE | {"substances": ["alcohol", "opioids"]})
    assert drinks["outcome"] == "weekly_may_be_enough"
