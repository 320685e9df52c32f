"""People whom a table or its words sent to a wrong door (issue 13): what each must get now.

The outcome and the notes of each stand in `checker/examples.yml` and are checked there. Here is
what no outcome's name says: the place to turn, the warning, and the words that sent them wrong.
"""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest

from checker.browser_api import result
from checker.examples import EVERYONE, EXAMPLES
from checker.model import BANNERS, OUTCOMES
from tests.checker.test_chosen_words import shown
from tests.checker.test_first_steps import answer, steps

ANSWERS = {example["id"]: EVERYONE | example["answers"] for example in EXAMPLES}


class Door(NamedTuple):
    """What a person must get: the outcome, words somewhere on the result, and words nowhere."""

    outcome: str
    words: tuple[str, ...]
    never: tuple[str, ...] = ()


DOORS = {
    "stopped_two_days_ago": Door(
        "medical_withdrawal_first",
        ("first days after stopping", "emergency room today", "Call 911 for a seizure"),
        ("before you stop",),
    ),
    "fentanyl_mild": Door(
        "opioid_medicine_first", ("this week", "naloxone", "buprenorphine"), ("weekly visit",)
    ),
    "pregnant_and_opioids": Door(
        "urgent_same_day", ("Methadone or buprenorphine is the recommended care in pregnancy",)
    ),
    "pregnant_and_drinking": Door(
        "doctor_first",
        ("in the next day or two", "No amount of alcohol is known to be safe in pregnancy"),
    ),
    "faints_and_restricts": Door(
        "urgent_same_day", ("See a doctor today", "emergency room today"), ("IOP may fit",)
    ),
    "self_harm_declines": Door("urgent_same_day", ("988 today", "Don't be alone tonight")),
    "thoughts_alone": Door("urgent_same_day", ("988 today", "Don't be alone tonight")),
    "choked_by_boyfriend": Door(
        "urgent_same_day", ("Your own safety", "Strangling that leaves no mark")
    ),
    "sober_after_seizure": Door(
        "maintain_step_down", ("Tell each doctor and program",), ("before you stop",)
    ),
    "old_scars": Door("weekly_may_be_enough", ("It was a while ago",), ("today",)),
    "weed_and_vomiting": Door(
        "doctor_first", ("you use weed", "bad vomiting"), ("withdrawal", "sedatives", "drinks")
    ),
    "new_mother_pictures": Door(
        "iop_assess", ("Having them doesn't mean you'll act on them", "unwanted thoughts")
    ),
    "new_mother_voices": Door("emergency_now", ("Don't stay alone with the baby",)),
    "iop_week_six": Door("stay_with_program", ("your team", "still hard"), ("an IOP may fit",)),
    "no_place_to_live": Door("weekly_may_be_enough", ("211",)),
    "court_letter": Door(
        "weekly_may_be_enough", ("isn't a letter or an evaluation", "can do the evaluation")
    ),
    "diabetes_alone": Door("doctor_first", ("health problem",), ("day program", "live-in")),
    "worried_sister": Door("loved_one_guidance", ("Pick a calm time", "Therapy isn't enough")),
    # docs/decisions/038
    "kratom_daily": Door(
        "opioid_medicine_first",
        ("Say: I take kratom (or 7-OH, or tianeptine)", "Sick without it, and you're throwing up"),
        ("Say: I use opioids", "methadone clinic"),
    ),
    "pregnant_and_kratom": Door(
        "urgent_same_day",
        ("I'm pregnant, and I take kratom",),
        ("I use opioids", "next day or two"),
    ),
    "teen_and_kratom": Door("teen_route", ("I take kratom",), ("I use opioids",)),
    "vivitrol_and_wine": Door("weekly_may_be_enough", ("naloxone",), ("stop your breathing",)),
    "vivitrol_and_passed_out": Door(
        "urgent_same_day",
        ("emergency room today. Say that you're on the Vivitrol shot",),
        ("Passing out after opioids",),
    ),
    "three_drinks_and_klonopin": Door(
        "weekly_may_be_enough",
        ("Call the doctor who prescribes your pills this week", "it's safest not to drink"),
        ("Nothing you checked",),
    ),
    "oxycodone_and_xanax": Door("weekly_may_be_enough", ("ask for naloxone (Narcan)",)),
    "drank_for_four_days": Door(
        "weekly_may_be_enough",
        ("Was it days in a row?", "Go to an emergency room today. Confused"),
        ("good news",),
    ),
    "suboxone_ended_with_doctor": Door(
        "weekly_may_be_enough",
        ("You ended your medicine for opioid use", "a dose you used to handle can kill you"),
        ("I missed my medicine", "You take medicine for opioid use"),
    ),
    "suboxone_ended_and_heroin": Door(
        "opioid_medicine_first",
        ("I want to start buprenorphine or methadone",),
        ("Keep taking your medicine", "the dose may be too low"),
    ),
    "father_with_dementia": Door(
        "loved_one_guidance",
        ("Suddenly worse, more confused or very sleepy? Take them to an emergency room",),
        ("they make one call",),
    ),
    "teen_and_boyfriend": Door(
        "urgent_same_day", ("Someone you date? The National Domestic Violence Hotline",)
    ),
    "klonopin_ran_out": Door(
        "medical_withdrawal_first",
        ("See a doctor today", "call the doctor who prescribes them today"),
        ("tomorrow", "second or third day"),
    ),
    "bugs_after_stopping": Door(
        "emergency_now",
        ("this can be dangerous withdrawal", "then what you stopped, when, and what's new"),
        ("Talk to someone today", "Call your doctor"),
    ),
    "ativan_ran_out_and_voices": Door(
        "emergency_now",
        ("this can be dangerous withdrawal", "then what they stopped, when, and what's new"),
        ("care team now",),
    ),
    "fentanyl_and_wishes_dead": Door(
        "urgent_same_day",
        ("Talk to someone today", "Call or text 988 today", "Don't be alone tonight"),
    ),
    "kratom_and_wishes_dead": Door(
        "urgent_same_day", ("Call or text 988 today",), ("I use opioids",)
    ),
    "wine_ambien_and_passed_out": Door(
        "urgent_same_day",
        ("Pills and alcohol together can stop your breathing", "emergency room today"),
        ("in the next day or two", "today or tomorrow"),
    ),
    "drinks_daily_and_klonopin_is_lowered": Door(
        "medical_withdrawal_first",
        ("See a doctor before you stop", "don't stop all at once", "who lowers your pills today"),
        ("Stay with your doctor's plan", "Stay with the plan", "for the first days"),
    ),
    "klonopin_is_lowered_after_a_seizure": Door(
        "medical_withdrawal_first",
        ("Stay with your doctor's plan", "Tell the doctor who lowers it about that seizure"),
        ("before you stop", "for the first days", "who lowers your pills today"),
    ),
    "xanax_from_a_friend_on_weekends": Door(
        "weekly_may_be_enough",
        ("One thing to know about those pills", "can be fentanyl", "Don't use alone"),
        ("good news", "needing more care"),
    ),
    "methadone_ended_and_one_pill": Door(
        "opioid_medicine_first",
        ("Call the clinic today", "I ended my medicine, and I used once"),
        ("Nothing you checked", "I got out not long ago"),
    ),
}


@pytest.mark.parametrize("name", DOORS)
def test_each_gets_the_right_door_and_not_the_words_of_the_wrong_one(name: str) -> None:
    door, found = DOORS[name], answer(name)
    assert found["outcome"] == door.outcome
    every = " ".join(shown(found))
    assert [words for words in door.words if words not in every] == []
    assert [words for words in door.never if words in every] == []


# The crisis line whose button stands in the first step.
CALLS = {
    "self_harm_declines": "lifeline_988",
    "thoughts_alone": "lifeline_988",
    "choked_by_boyfriend": "dv_hotline",
    "new_mother_voices": "emergency_911",
    "no_place_to_live": "line_211",
    "pregnant_and_opioids": "maternal",
}


@pytest.mark.parametrize(("name", "line"), CALLS.items())
def test_the_first_step_has_the_number_to_call(name: str, line: str) -> None:
    found = answer(name)
    first = OUTCOMES[found["outcome"]]["next_steps"][found["steps"][0]]
    assert line in first["lines"]


@pytest.mark.parametrize(
    ("name", "skipped"),
    [("self_harm_declines", []), ("thoughts_alone", []), ("thoughts_alone", ["rather_not_say"])],
)
def test_silence_about_protection_is_no_protection(name: str, skipped: list[str]) -> None:
    form = ANSWERS[name] | {"hold_urges": skipped, "reach_out": skipped}
    assert json.loads(result(json.dumps({"responses": form})))["outcome"] == "urgent_same_day"


def test_notes_chosen_for_the_sixteen_are_about_what_they_checked() -> None:
    """Cannabis alone brings nothing on alcohol; old scars bring guns and pills all the same."""
    assert "do_not_stop_suddenly" not in answer("weed_and_vomiting")["banners"]
    assert "housing_help" in answer("no_place_to_live")["banners"]
    assert "sober_living" not in answer("no_place_to_live")["banners"]
    places = answer("old_scars")["banner_texts"]["safety_box"]
    words = " ".join(BANNERS["safety_box"]["text"][place]["me"] for place in places)
    assert "Lock up guns and pills" in words
    assert steps(answer("old_scars"))
