"""The first step of people whose life may hang on it, and what none of their results may say."""

from __future__ import annotations

import json

import pytest

from checker.browser_api import result
from checker.examples import EVERYONE, EXAMPLES
from checker.model import OUTCOMES
from tests.checker.test_chosen_words import shown

PEOPLE = {example["id"]: EVERYONE | example["answers"] for example in EXAMPLES}


def answer(name):
    return json.loads(result(json.dumps({"responses": PEOPLE[name]})))


def steps(found, outcome=None):
    """What the result says to do, in the person's own voice; also of an outcome beside it."""
    places = found["also_steps"][outcome] if outcome else found["steps"]
    said = OUTCOMES[outcome or found["outcome"]]["next_steps"]
    return [said[place].get(found["audience"]) or said[place]["me"] for place in places]


FIRST = {
    "sober_and_pills_ran_out": "call the doctor who prescribes them today",
    "sober_seizure_and_pills_ran_out": "emergency room today, even if you feel fine",
    "relapse_last_night": "Tell one person today that you drank",
    "relapse_last_night_after_dts": "call a doctor or a clinic today",
    "stopped_drinking_and_pills": "Stopped both drinking and pills",
    "stopped_drinking_yesterday_alone": "no one to stay with you? Go to an emergency room today",
    "pregnant_methadone_and_fentanyl": "I take my medicine, and I still use",
    "pregnant_pain_pills_ran_out": "Call your OB or labor and delivery now",
    "pregnant_and_low": "I'm pregnant, and I'm not OK",
    "attempt_this_week": "emergency room now, even if you feel fine",
    "attempt_last_month": "in the last week, and no doctor has checked you?",
    "teen_not_safe_with_gun": "hand this phone to an adult",
    "suicidal_and_stopped_drinking": "emergency room today. Say what you stopped",
    "wife_afraid_of_gun": "Get out if you can do it safely, and call 911 from there",
    "wife_afraid": "Domestic Violence Hotline for yourself",
    "teen_hit_suicidal_gun": "Get out of the house, or to a neighbor, and call 911",
    "suicidal_gun_not_held": "Call 911 if you may act on it. If you can wait to talk, call or",
    "choked_by_boyfriend": "Domestic Violence Hotline for yourself",
    "teen_suicidal": "Go to one adult now",
    "teen_hit_at_home": "Childhelp",
    "seizure_before_day_six": "emergency room today, even if you feel fine",
    "suboxone_and_fentanyl": "Tell the clinic today, or this week at the latest",
    "pain_pills_cut_off": "Call the doctor who prescribes your pain pills today",
    "pregnant_and_opioids": "OB or labor and delivery today",
    "pregnant_and_drinking": "you can stop today",
    "new_mother_worse": "I had a baby, and I'm getting worse",
    "sister_wishes_dead": "are you thinking about suicide?",
    "home_scares_her": "Domestic Violence Hotline",
    "hits_his_wife": "With a small child? Don't leave them alone",
    "opioids_passed_out": "can be an overdose, even if you woke up by yourself",
    "fell_and_drinks_daily": "Hit your head and you drink every day? Go to an emergency room today",
    "suboxone_ran_out": "I've been without my medicine, and since when. Can I start again?",
    "vivitrol_and_heroin": "Call the clinic that gives you the Vivitrol shot today",
    "pregnant_suboxone_ran_out": "I'm pregnant, and I missed my medicine",
    "pregnant_no_water": "labor and delivery or go to an emergency room today. Say: I'm pregnant",
    "mother_of_violent_teen": "Get yourself and other children into another room, or out",
    "mother_suddenly_confused": "Suddenly confused? Take them to an emergency room today",
    "worse_out_of_ward": "Call or text 988 today, and call the hospital's team",
    "ghb_stopped": "Go to an emergency room now, even if you feel fine. Say: I used GHB every day",
    "seizure_before_declines_when": "Go to an emergency room today, even if you feel fine",
    "seizure_before_declines_stopped": "cut down in the last ten days? Go to an emergency room",
    "taper_with_doctor": "Stay with the plan your doctor made",
    "pain_pills_more_than_told": "Tell the doctor who prescribes your pain pills that you",
    "new_mother_low": "Tell your OB, midwife or doctor this week",
    "attempt_before_and_worse": "Tell one person today how bad it gets",
    "goals_met_and_drinks": "Tell your IOP team before you step down: I still drink or use",
    "safety_skipped": "Call or text 988 now",
    # Both drink, and may lie asleep: no one who can't be woken can be asked (test_at_night.py).
    "brother_better_off_without_him": "wake them now",
    "brother_thoughts_unknown": "wake them now",
    "friend_thoughts_unknown": "Ask them today, in plain words: are you thinking about suicide?",
    "hits_his_wife_wishes_dead_gun": "Leave the house now, without the gun",
    "son_hits_wishes_dead_gun": "Get yourself, and anyone they may hurt, out first",
    "afraid_of_hurting_baby": "With a small child? Don't leave them alone",
    "iop_and_wishes_dead": "Call your program today, before the next session. Say: Sometimes",
    "iop_and_self_harm": "Call your program today, before the next session. Say: I've been",
    "new_program_out_of_ward": "You're not long out of the ward or ER. Call your program today",
    "fell_and_does_not_drink": "you take a blood thinner or you're over 65? Go to an",
    "er_for_thoughts_last_week": "Ask for one this week",
    "cocaine_and_chest": "Chest pain after meth, cocaine or pills like Adderall",
    "daily_drinking": "Until you've seen a doctor: don't stop all at once",
    "age_and_home_open": "Under 18?",
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
    "age_and_home_open",
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
    assert "take it away now" in found[1]
    assert "Lock up guns" not in " ".join(found)


@pytest.mark.parametrize("name", ["daily_and_wishes_dead", "not_managing_and_wishes_dead"])
def test_wishes_to_be_dead_are_for_today_beside_whatever_else(name):
    found = answer(name)
    assert found["outcome"] == "urgent_same_day"
    assert "Call or text 988 today" in steps(found)[0]


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


def title(found, outcome):
    """What stands above an outcome that goes along."""
    said, place = OUTCOMES[outcome], found["also_variants"][outcome]
    words = said["title"] if place is None else said["variants"][place]["title"]
    return words.get(found["audience"]) or words["me"]


def test_a_day_or_two_is_no_title_beside_today():
    found = answer("not_safe_and_yellow")
    assert found["also"] == ["doctor_first"]
    assert title(found, "doctor_first") == "Tell a doctor today about your body, too"


def test_help_for_the_one_who_hurts_is_called_from_a_safe_place():
    every = " ".join(steps(answer("hurt_by_manic_husband")))
    assert "out of touch with what's real" in every
    assert "From a place where you're safe, call 911 and say so" in every
    assert "stay with them" not in every


def test_a_parent_of_a_violent_teen_is_not_told_to_leave_the_child():
    found = answer("mother_of_violent_teen")
    words = " ".join([*steps(found)[:2], *shown(found)[:2]])
    assert "pediatrician" in words
    assert "want to leave" not in words


def test_a_pregnancy_is_in_the_title_only_where_it_is_the_reason():
    assert shown(answer("pregnant_and_hit"))[0].startswith("Your safety comes first")


TONIGHT = "Until you've seen a doctor: don't stop all at once, above all"


def test_a_daily_drinker_reads_what_to_do_tonight_and_never_to_drink():
    every = steps(answer("daily_drinking"))
    assert TONIGHT in every[0]
    assert "If you feel ill" not in " ".join(every)
    assert "shaking, sweating, throwing up" in every[1]
    assert "Is it night?" in every[1]
    for name in ("stopped_two_days_ago", "taper_with_doctor", "ghb_stopped"):
        assert TONIGHT not in " ".join(steps(answer(name))), name


@pytest.mark.parametrize("name", ["in_iop_and_drinks_daily", "goals_met_and_drinks"])
def test_whoever_is_in_a_program_is_not_sent_to_look_for_one(name):
    every = " ".join(steps(answer(name)))
    assert "team" in every
    assert "would an IOP make sense" not in every


def test_kratom_is_named_where_it_was_checked():
    kratom = "I take kratom (or 7-OH, or tianeptine)"
    assert kratom in " ".join(steps(answer("kratom_daily")))
    assert kratom not in " ".join(steps(answer("fentanyl_mild")))


def test_weed_is_named_to_whoever_vomits_under_today():
    assert "Say that you use weed, too" in " ".join(steps(answer("weed_and_no_water")))


def test_vivitrol_has_its_own_plan_and_nobody_reads_of_a_dose_too_low():
    on_top = "the plan may need a change"
    shot, film = (
        " ".join(shown(answer(n))) for n in ("vivitrol_and_heroin", "suboxone_and_fentanyl")
    )
    assert on_top not in shot
    assert on_top in film
    assert "too low" not in shot + film


def test_voices_and_pregnancy_are_named_where_their_answer_is_open():
    assert "tell your OB or midwife" in " ".join(steps(answer("pregnant_declines_use")))
    form = EVERYONE | {"safe_for_now": ["rather_not_say"]}
    declined = json.loads(result(json.dumps({"responses": form})))
    assert "Hearing voices that scare you?" in steps(declined)[1]


def test_a_mother_reads_of_guns_only_beside_thoughts():
    assert "gun" not in " ".join(steps(answer("mother_suddenly_confused")))
