"""The first step of people whose life may hang on it, and what none of their results may say."""

from __future__ import annotations

import json

import pytest

from checker.browser_api import result
from checker.model import EVERYONE, EXAMPLES, OUTCOMES
from tests.checker.test_words_for_this_person import shown

PEOPLE = {example["id"]: EVERYONE | example["answers"] for example in EXAMPLES}


def answer(name):
    return json.loads(result(json.dumps({"responses": PEOPLE[name]})))


def steps(found, outcome=None):
    """What the result says to do, in the person's own voice; also of an outcome beside it."""
    places = found["also_steps"][outcome] if outcome else found["steps"]
    said = OUTCOMES[outcome or found["outcome"]]["next_steps"]
    return [said[place].get(found["audience"]) or said[place]["me"] for place in places]


FIRST = {
    "attempt_this_week": "emergency room now, even if you feel fine",
    "attempt_last_month": "In the last few days",
    "teen_not_safe_with_gun": "hand this phone to an adult",
    "suicidal_and_stopped_drinking": "emergency room today. Say what you stopped",
    "wife_afraid_of_gun": "Get out if you can do it safely, and call 911 from there",
    "wife_afraid": "Domestic Violence Hotline for yourself",
    "teen_hit_suicidal_gun": "Get out of the house, or to a neighbor, and call 911",
    "suicidal_gun_not_held": "Call 911 now",
    "choked_by_boyfriend": "Domestic Violence Hotline for yourself",
    "teen_suicidal": "Go to one adult now",
    "teen_hit_at_home": "Childhelp",
    "seizure_before_day_six": "emergency room today, even if you feel fine",
    "suboxone_and_fentanyl": "Tell the clinic or doctor who gives you the medicine",
    "pain_pills_cut_off": "Call the doctor who prescribes your pain pills today",
    "pregnant_and_opioids": "OB or labor and delivery today",
    "pregnant_and_drinking": "you can stop today",
    "new_mother_worse": "I had a baby, and I'm getting worse",
    "sister_wishes_dead": "are you thinking about suicide?",
    "home_scares_her": "Domestic Violence Hotline",
    "hits_his_wife": "Get some distance now",
    "opioids_passed_out": "can be an overdose, even if you woke up by yourself",
    "fell_and_drinks_daily": "Hit your head and you drink every day? Go to an emergency room today",
    "suboxone_ran_out": "I missed my medicine, and since when. Don't take your old dose",
    "vivitrol_and_heroin": "Call the clinic that gives you the Vivitrol shot today",
    "pregnant_suboxone_ran_out": "I'm pregnant, and I missed my medicine",
    "safety_skipped": "Call or text 988 now",
}


@pytest.mark.parametrize("name", FIRST)
def test_the_first_step_is_the_one_that_cannot_wait(name):
    assert FIRST[name].lower() in steps(answer(name))[0].lower()


@pytest.mark.parametrize("name", ["wife_afraid", "choked_by_boyfriend"])
def test_whoever_is_hurt_reads_of_their_own_safety_alone(name):
    found = answer(name)
    assert found["also"] == []
    every = " ".join(steps(found))
    assert "choke" in every
    assert "Don't try to take a gun" in every
    for words in ("calm time", "on your side", "no cash", "Lock up", "Ask them in plain words"):
        assert words not in every


@pytest.mark.parametrize("name", [e["id"] for e in EXAMPLES if e["outcome"] == "emergency_now"])
def test_nothing_stands_beside_911(name):
    assert answer(name)["also"] == []


@pytest.mark.parametrize("name", ["teen_hit_at_home"])
def test_a_child_who_is_hit_is_never_sent_to_a_parent(name):
    found = answer(name)
    words = " ".join(steps(found)[:2] + shown(found)[:2])
    assert "like a parent" not in words
    assert "At home" not in words


@pytest.mark.parametrize("name", ["teen_suicidal", "teen_hit_at_home"])
def test_a_teen_is_told_today_what_if_there_is_no_one_and_who_finds_out(name):
    every = " ".join(steps(answer(name)))
    assert "any time" not in every
    assert "No adult, or they don't get it?" in every
    assert "Who finds out?" in every


def test_withdrawal_is_not_lost_in_another_reason_for_today():
    found = answer("suicidal_and_stopped_drinking")
    beside = " ".join(steps(found, "medical_withdrawal_first"))
    assert "Call 911 for a seizure" in beside
    assert "tomorrow at the latest" not in beside


NOT_CALM = ("good news", "You sound steady", "Nothing you checked points to needing more care")
NEVER_CALM = [
    *("suboxone_and_fentanyl", "pain_pills_cut_off", "no_place_to_live", "hits_his_wife"),
    *("pint_until_twelve_days_ago", "xanax_declines_stopped", "out_of_opioid_detox"),
]


@pytest.mark.parametrize("name", NEVER_CALM)
def test_no_calm_words_for_these(name):
    words = " ".join(shown(answer(name)))
    assert not [calm for calm in NOT_CALM if calm in words]


def test_whoever_is_afraid_of_someone_with_a_gun_is_not_told_to_stay():
    every = " ".join(steps(answer("wife_afraid_of_gun")))
    assert "stay with them" not in every
    assert "take guns and pills away" not in every


def test_a_gun_that_is_there_gets_stronger_words_than_one_to_lock_up():
    found = steps(answer("suicidal_no_plan"))
    assert "take them away now" in found[1]
    assert "Lock up guns" not in " ".join(found)


@pytest.mark.parametrize("name", ["daily_and_wishes_dead", "not_managing_and_wishes_dead"])
def test_wishes_to_be_dead_are_for_today_beside_whatever_else(name):
    assert "Tell one person today" in " ".join(steps(answer(name))[:2])


@pytest.mark.parametrize("name", ["fell_and_drinks_daily", "yellow_and_drinks_daily"])
def test_the_body_is_not_lost_in_something_more_urgent(name):
    assert answer(name)["also"] == ["doctor_first"]


def test_pain_pills_are_named_beside_dark_thoughts():
    beside = " ".join(steps(answer("pain_pills_and_wishes_dead"), "doctor_first"))
    assert "Call the doctor who prescribes your pain pills today" in beside


def test_the_mother_of_someone_on_fentanyl_reads_first_what_an_overdose_looks_like():
    found = answer("son_on_fentanyl")
    assert "blue or gray lips" in steps(found)[0]
    beside = " ".join(steps(found, "opioid_medicine_first"))
    assert "don't use alone" not in beside
    assert "They can say: I use opioids" in beside


def test_a_day_or_two_does_not_stand_beside_today_for_the_same_answer():
    assert answer("opioids_passed_out")["also"] == ["opioid_medicine_first"]
