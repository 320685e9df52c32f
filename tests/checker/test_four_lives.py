"""What four lives of the eleventh round read, and in which order (decision 046)."""

from __future__ import annotations

import json

import pytest

from checker.browser_api import result
from checker.examples import EVERYONE
from checker.model import OUTCOMES
from tests.checker.page_answer import answer, everything

MOTHER = {"thoughts": ["unwanted_images"], "health": ["baby"], "violence_by_me": ["yes"]}
VOICES = {"safe_for_now": ["unreal"], "substances": ["stimulants"]}
SOBER_20_DAYS = {
    "substances": ["alcohol"],
    "last_use": ["days_30"],
    "use_effects": ["to_cope"],
    "use_around": ["little_support"],
}
HUSBAND = {"who": ["them"], "health": ["baby"], "safe_for_now": ["rising"]}
WORRIED = {"who": ["them"], "thoughts": ["self_harm"]}
READS = {
    "a_mother_with_pictures": (
        MOTHER,
        ["I haven't hurt anyone", "you think you may act", "another adult"],
        ["You can start with: I hurt someone"],
    ),
    "pictures_and_no_birth": (
        MOTHER | {"health": ["none"]},
        ["Say: I have pictures in my head", "get some distance", "Call 911 if you can't stop"],
        ["Maternal"],
    ),
    "no_pictures": (
        MOTHER | {"thoughts": ["none"]},
        ["You can start with: I hurt someone, or I'm afraid I will"],
        ["pictures"],
    ),
    "pictures_and_new_voices": (
        MOTHER | {"health": ["none"], "safe_for_now": ["unreal"]},
        ["With a small child? Don't leave them alone"],
        ["I haven't hurt anyone"],
    ),
    "voices_on_meth_and_a_neighbor": (
        VOICES | {"violence": ["yes"]},
        ["ask for a team that comes to you", "a tight chest", "Did someone choke you? Say so"],
        ["adult protective services", "even with no mark."],
    ),
    "voices_and_a_husband_who_hits": (
        {"safe_for_now": ["unreal"], "violence": ["yes"]},
        ["Did someone choke you? Go to an emergency room today", "adult protective services"],
        ["a tight chest"],
    ),
    "wine_and_xanax": (
        {"substances": ["alcohol", "sedatives"], "duties": ["work"]},
        ["don't drive or run machines", "Nurse, doctor, pilot or driver?"],
        [],
    ),
    "no_job": ({"duties": ["family"]}, [], ["Nurse, doctor", "Worried about who finds out?"]),
    "nurse_on_fentanyl": (
        {"substances": ["opioids"], "opioids_recent": ["street"], "duties": ["earner"]},
        ["away from your own work", "Worried about who finds out?"],
        [],
    ),
    "sober_and_wants_to_drink": (SOBER_20_DAYS, ["Want to drink tonight?"], []),
    "sober_and_steady": (
        SOBER_20_DAYS | {"use_effects": ["none"], "use_around": ["none"]},
        [],
        ["Want to drink tonight?"],
    ),
    "husband_of_a_new_mother": (
        HUSBAND,
        ["Say who had the baby and when", "Don't leave them alone with the baby"],
        ["no cash"],
    ),
    "a_mother_whose_girl_cuts": (WORRIED, ["Lock up what they cut"], []),
    "meth_in_a_car": (
        {
            "substances": ["stimulants"],
            "use_effects": ["despite_harm", "needs_structure"],
            "feelings": ["disrupts"],
            "home_safe": ["no_place"],
        },
        ["A safe place and care", "carry naloxone"],
        ["a little extra support"],
    ),
}


@pytest.mark.parametrize("name", READS)
def test_what_this_person_reads(name):
    given, said, unsaid = READS[name]
    found = answer(given)
    every = " ".join([*everything(found), title(found)])
    assert [part for part in said if part not in every] == []
    assert [part for part in unsaid if part in every] == []


def title(found):
    outcome = OUTCOMES[found["outcome"]]
    if found["variant"] is not None:
        outcome = outcome["variants"][found["variant"]]
    return outcome["title"].get(found["audience"]) or outcome["title"]["me"]


FIRST_THINGS = {
    "a_mother_with_pictures": ("I haven't hurt anyone", "Childhelp"),
    "voices_on_meth_and_a_neighbor": ("No ride?", "a tight chest", "Say what you took", "Hotline"),
}


@pytest.mark.parametrize("name", FIRST_THINGS)
def test_what_cannot_wait_comes_first(name):
    texts = everything(answer(READS[name][0]))
    places = [
        next(place for place, text in enumerate(texts) if part in text)
        for part in FIRST_THINGS[name]
    ]
    assert places == sorted(places)


def test_a_mother_reaches_a_line_for_mothers_before_one_on_abuse():
    found = answer(MOTHER)
    steps = [OUTCOMES["urgent_same_day"]["next_steps"][place] for place in found["steps"]]
    lines = [line for step in steps for line in step.get("lines", ())]
    assert lines.index("maternal") < lines.index("childhelp")
    assert found["outcome"] == "urgent_same_day"


def test_an_open_question_on_treatment_is_no_open_safety_question():
    answered = HUSBAND | {"violence_to_you": ["no"], "violence_by_them": ["no"]}
    without = {name: given for name, given in EVERYONE.items() if name != "care_other"} | answered
    found = json.loads(result(json.dumps({"responses": without})))
    assert "x_iop_tried_not_enough" not in {*found["findings"]["absent"]}
    assert "finish_safety" not in found["banners"]
    opened = {name: given for name, given in without.items() if name != "managing"}
    assert "finish_safety" in json.loads(result(json.dumps({"responses": opened})))["banners"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_pictures_stand_on_paper_under_words_of_their_own(language):
    given = EVERYONE | {"thoughts": ["unwanted_images", "past_self_harm"]}
    asked = {"responses": given, "languages": ["en" if language == "es" else "es", language]}
    answers = json.loads(result(json.dumps(asked)))["papers"][language]["answers"]
    suicide, pictures = [entry for entry in answers if entry["id"] == "thoughts"]
    assert len(suicide["answers"]) == len(pictures["answers"]) == 1
    assert suicide["question"] != pictures["question"]
    only = {"responses": given | {"thoughts": ["unwanted_images"]}, "languages": asked["languages"]}
    (alone,) = [
        entry
        for entry in json.loads(result(json.dumps(only)))["papers"][language]["answers"]
        if entry["id"] == "thoughts"
    ]
    assert alone == pictures


def test_what_stood_out_names_no_suicide_beside_pictures_alone():
    found = answer({"thoughts": ["unwanted_images"], "feelings": ["anxious", "sleep", "stress"]})
    (paper,) = {r["paper"] for r in found["reasons"] if r["option"] == "unwanted_images"}
    assert paper.startswith("I have pictures of harm")
