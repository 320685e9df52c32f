"""What people get whom a physician thought up, and would not sign for (decision 044).

Each row: answers beside those of everyone, the row, words in the title, words of the first step,
words somewhere, and words nowhere.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from checker.model import OUTCOMES
from tests.checker.page_answer import answer, everything


class Person(NamedTuple):
    """What one of them answers, and must read."""

    given: dict[str, list[str]]
    outcome: str
    title: str
    first: str
    said: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


DRINKS = {"substances": ["alcohol"], "daily_alcohol": ["daily"]}
STOPPED = DRINKS | {"stopped": ["yes"], "stopping": ["none"]}
OUT_OF_DETOX = STOPPED | {"left": ["detox"]}
WISHES = {"thoughts": ["better_off_dead"]}
STREET = {"substances": ["opioids"], "opioids_recent": ["street"]}
ALL_SEVERE = {"stopping": ["seizure", "confused", "watched"]}
ER_FINE = "emergency room today, even if you feel fine"

PEOPLE = {
    # 1: finished detox, and a drink since
    "detox_dts_last_drink_yesterday": Person(
        OUT_OF_DETOX | {"stopping": ["confused"]},
        "medical_withdrawal_first",
        ER_FINE,
        "or call the detox that treated you now",
        unsaid=("an IOP may fit", "tomorrow at the latest", "Call 911 now"),
    ),
    "detox_all_severe_last_drink_yesterday": Person(
        OUT_OF_DETOX | ALL_SEVERE, "medical_withdrawal_first", ER_FINE, ER_FINE
    ),
    "detox_dts_going_on": Person(
        OUT_OF_DETOX | {"stopping": ["confused"], "stopped": ["no"]},
        "medical_withdrawal_first",
        ER_FINE,
        ER_FINE,
        unsaid=("If the doctor says you can stop at home",),
    ),
    "detox_seizure_last_drink_day_six": Person(
        OUT_OF_DETOX | {"stopping": ["seizure"], "last_use": ["days_10"]},
        "medical_withdrawal_first",
        "Call the detox that treated you today",
        "No answer? Or sick in any way? Go to an emergency room",
        unsaid=("tomorrow",),
    ),
    "detox_seizure_slowly_day_six": Person(
        OUT_OF_DETOX | {"stopping": ["seizure"], "last_use": ["days_10"], "stopped": ["tapered"]},
        "medical_withdrawal_first",
        "Call the detox that treated you today",
        "Call the detox that treated you today",
        unsaid=("Call that doctor tomorrow",),
    ),
    "detox_no_trouble_last_drink_yesterday": Person(
        OUT_OF_DETOX,
        "medical_withdrawal_first",
        "the first days after stopping are the risky ones",
        "emergency room today",
        said=("call the place that treated you today, too",),
    ),
    "detox_no_trouble_day_six": Person(
        OUT_OF_DETOX | {"last_use": ["days_10"]},
        "iop_assess",
        "an IOP may fit",
        "You drank or took pills every day",
    ),
    "detox_seizure_three_weeks": Person(
        OUT_OF_DETOX | {"stopping": ["seizure"], "last_use": ["days_30"]},
        "iop_assess",
        "an IOP may fit",
        "You drank or took pills every day",
    ),
    "mother_says_so_of_her_son_out_of_detox": Person(
        OUT_OF_DETOX | {"who": ["them"], "stopping": ["seizure"]},
        "medical_withdrawal_first",
        "even if they feel fine",
        "call the detox that treated them now",
    ),
    # 2: pregnancy and birth
    "pregnant_and_fell": Person(
        {"health": ["pregnant", "fall"]},
        "doctor_first",
        "call labor and delivery or your OB today",
        "the baby moves less? Call labor and delivery now",
        said=("Knocked out, or can't remember it?",),
    ),
    "pregnant_with_a_health_problem": Person(
        {"health": ["pregnant", "unstable"]},
        "doctor_first",
        "call labor and delivery",
        "a bad headache or trouble seeing",
    ),
    "gave_birth_with_a_health_problem": Person(
        {"health": ["baby", "unstable"]},
        "doctor_first",
        "some signs can't wait",
        "Say that you gave birth, and when",
    ),
    "gave_birth_and_nearly_fainted": Person(
        {"health": ["baby", "nearly_fainted"]},
        "doctor_first",
        "some signs can't wait",
        "Heavy bleeding",
    ),
    "pregnant_teen_who_nearly_fainted": Person(
        {"age": ["under_18"], "health": ["pregnant", "nearly_fainted"]},
        "doctor_first",
        "tell an adult, and call labor and delivery today",
        "Tell an adult, but don't wait for one",
    ),
    # 3: passed out and hit the head
    "passed_out_and_fell": Person(
        {"health": ["fainted", "fall"]},
        "urgent_same_day",
        "Go to an emergency room today: you passed out",
        "I passed out, and I fell or hit my head",
        unsaid=("in the next day or two", "today or tomorrow"),
    ),
    "fell_only": Person(
        {"health": ["fall"]},
        "doctor_first",
        "some people should go today",
        "blood thinner",
        said=("Knocked out, or can't remember it?",),
    ),
    # 4: against a doctor's advice, or very sick before
    "doctor_said_day_and_night_stopped_yesterday": Person(
        STOPPED | {"stopping": ["watched"]},
        "medical_withdrawal_first",
        ER_FINE,
        "A doctor said you need day-and-night care to stop",
        unsaid=("tomorrow",),
    ),
    "very_sick_before_stopped_yesterday": Person(
        STOPPED | {"stopping": ["severe"]},
        "medical_withdrawal_first",
        "Sick or shaky now?",
        "no one to stay with you? Go to an emergency room",
        said=("Was it only before, and you feel fine? Call a doctor",),
        unsaid=("tomorrow",),
    ),
    # 5: can't hold off, would call no one
    "would_call_no_one": Person(
        WISHES | {"hold_urges": ["cannot_hold"], "reach_out": ["would_not_call"]},
        "urgent_same_day",
        "Go to an emergency room now",
        "Don't be alone until then. Call 911 if you may act",
        said=("Call or text 988",),
    ),
    "teen_who_would_call_no_one": Person(
        WISHES
        | {"age": ["under_18"], "hold_urges": ["cannot_hold"], "reach_out": ["would_not_call"]},
        "urgent_same_day",
        "Get an adult to take you to an emergency room now",
        "No adult, or you may act? Call 911",
    ),
    "brother_who_would_call_no_one": Person(
        WISHES | {"who": ["them"], "hold_urges": ["cannot_hold"], "reach_out": ["would_not_call"]},
        "urgent_same_day",
        "Take them to an emergency room now",
        "Take them to an emergency room now",
    ),
    "cannot_hold_and_would_call": Person(
        WISHES | {"hold_urges": ["cannot_hold"]},
        "urgent_same_day",
        "988 is a good start",
        "Call or text 988 today",
        unsaid=("Go to an emergency room now, or have someone take you",),
    ),
    # 6: wishes to be dead, and drinking, a poisoning, or a day that can't be managed
    "wishes_and_daily_drinking": Person(
        WISHES | DRINKS,
        "urgent_same_day",
        "Talk to someone today",
        "Call or text 988 today",
        said=("don't stop all at once",),
    ),
    "self_harm_and_alcohol_poisoning": Person(
        {"thoughts": ["self_harm"], "substances": ["alcohol"], "overdose": ["alcohol"]},
        "urgent_same_day",
        "Talk to someone today",
        "I've been hurting myself",
        said=("about the alcohol poisoning", "Was it on purpose, even in part?"),
        unsaid=("in the next day or two",),
    ),
    "wishes_and_cannot_manage": Person(
        WISHES | {"managing": ["cannot"]},
        "urgent_same_day",
        "Talk to someone today",
        "Call or text 988 today",
        said=("can't do daily things, even with help",),
    ),
    "wishes_and_sober_for_weeks": Person(
        WISHES | DRINKS | {"last_use": ["longer"]}, "iop_assess", "Tell one person today", "Tell"
    ),
    "alcohol_poisoning_alone": Person(
        {"substances": ["alcohol"], "overdose": ["alcohol"]},
        "doctor_first",
        "See a doctor in the next day or two",
        "I had alcohol poisoning",
        said=("Was it on purpose, even in part?",),
    ),
    # 7: injects
    "fentanyl_and_a_health_problem": Person(
        STREET | {"health": ["unstable"]},
        "doctor_first",
        "See a doctor",
        "Do you inject, and have a fever",
    ),
    "kratom_and_a_health_problem": Person(
        STREET | {"health": ["unstable"], "opioids_recent": ["kratom_often"]},
        "doctor_first",
        "See a doctor",
        "Call a doctor",
        unsaid=("Do you inject",),
    ),
    # 8: drinks every day, and a seizure before
    "drinks_daily_and_seizure": Person(
        DRINKS | {"stopping": ["seizure"]},
        "medical_withdrawal_first",
        "don't stop at home",
        "don't stop all at once",
        said=("I need doctors day and night",),
        unsaid=("If the doctor says you can stop at home", "I'm worried about withdrawal"),
    ),
    "wishes_drinks_daily_and_dts": Person(
        WISHES | DRINKS | {"stopping": ["confused"]},
        "urgent_same_day",
        "Talk to someone today",
        "988",
        said=("don't stop at home. Ask for a detox with doctors day and night",),
        unsaid=("If the doctor says you can stop at home",),
    ),
    # 9: methadone or Suboxone missed
    "methadone_missed": Person(
        {"substances": ["opioid_medicine"], "medicine_stopped": ["yes"]},
        "opioid_medicine_first",
        "Call the clinic",
        "Say if it's methadone or Suboxone, and when you last had it",
        unsaid=("start buprenorphine again",),
    ),
    # 10: one pill from a friend
    "one_percocet": Person(
        {"substances": ["opioids"], "opioids_recent": ["pill_once"]},
        "weekly_may_be_enough",
        "One thing to know about those pills",
        "Don't use alone, and keep naloxone",
        said=("can be fentanyl",),
        unsaid=("Nothing you checked",),
    ),
    # 11: passed out on something that is no opioid
    "fainted_on_inhalants": Person(
        {"health": ["fainted"], "substances": ["other"]},
        "urgent_same_day",
        "Go to an emergency room today",
        "your heart or your breathing",
        unsaid=("Passing out after opioids or pills",),
    ),
    "teen_fainted_on_inhalants": Person(
        {"age": ["under_18"], "health": ["fainted"], "substances": ["other"]},
        "urgent_same_day",
        "Go to an emergency room today",
        "your heart or your breathing",
    ),
    "numb_legs_on_nitrous": Person(
        {"health": ["unstable"], "substances": ["other"]},
        "doctor_first",
        "See a doctor",
        "Numb or weak legs or hands",
    ),
    # 13: three a night
    "three_a_night": Person(
        {"substances": ["alcohol"]},
        "weekly_may_be_enough",
        "Nothing you checked points to an IOP",
        "Talk with a doctor",
        said=("on most days, or four or more at once? Tell your doctor how much",),
        unsaid=("good news",),
    ),
    # 14, 15: eating
    "eats_little_and_nearly_fainted": Person(
        {"health": ["eating", "nearly_fainted"]},
        "doctor_first",
        "Get checked today",
        "heart tracing",
        said=("Diabetes, or on insulin?",),
        unsaid=("today or tomorrow", "Call a doctor tomorrow"),
    ),
    "not_eating_and_low": Person(
        {"health": ["eating"], "feelings": ["low"]},
        "doctor_first",
        "about eating",
        "eat very little",
        said=("I feel low, and I hardly eat",),
    ),
    # 17: out of a ward
    "out_of_a_ward_attempt_before_and_low": Person(
        {"left": ["ward"], "thoughts": ["past_attempt"], "feelings": ["low"]},
        "urgent_same_day",
        "Talk to someone today",
        "call the hospital's team",
    ),
    "out_of_a_ward": Person(
        {"left": ["ward"], "feelings": ["anxious", "sleep"]},
        "iop_assess",
        "get a visit within a week",
        "Call the hospital's team",
        unsaid=("After rehab or detox", "residential treatment or detox"),
    ),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_this_person_gets_the_row_the_title_and_the_first_step(name):
    person = PEOPLE[name]
    found = answer(person.given)
    title, lead, *steps = everything(found)
    assert found["outcome"] == person.outcome
    if "pregnant" in person.given.get("health", ()):
        assert "weekly_may_be_enough" not in found["also"]
    assert person.title in title
    assert person.first in steps[0]
    every = " ".join([title, lead, *steps, *(reason["why"] for reason in found["reasons"])])
    assert [part for part in person.said if part not in every] == []
    assert [part for part in person.unsaid if part in every] == []


@pytest.mark.parametrize("voice", ["me", "them", "teen"])
def test_no_word_of_any_result_is_about_the_size_of_a_dose(voice):
    said = [step.get(voice) or step["me"] for o in OUTCOMES.values() for step in o["next_steps"]]
    said += [
        v["lead"].get(voice) or v["lead"]["me"]
        for o in OUTCOMES.values()
        for v in o.get("variants", ())
    ]
    for words in (
        "too low",
        "change the dose",
        "take less",
        "take much less or",
        "start buprenorphine again",
    ):
        assert [text for text in said if words in text] == []
