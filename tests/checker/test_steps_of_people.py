"""What the result says to people a physician and three readers at night thought up (decision 041).

Each row: answers beside those of everyone, the words that must be said, and those that must not.
"""

from __future__ import annotations

import pytest

from tests.checker.page_answer import answer, everything

PILLS = {"substances": ["alcohol", "sedatives_rx"]}
PEOPLE = {
    "a_glass_beside_gabapentin": (
        PILLS,
        ["it's safest not to drink", "Shaky without a drink?"],
        ["Don't stop either one suddenly", "four or more drinks", "make both safer"],
    ),
    "daily_until_detox_beside_pills": (
        PILLS | {"last_use": ["days_10"], "daily_alcohol": ["daily"], "left": ["detox"]},
        ["Don't stop either one suddenly", "four or more drinks"],
        ["it's safest not to drink"],
    ),
    "two_beers_beside_pain_pills": (
        {"substances": ["alcohol", "opioids_rx"]},
        ["it's safest not to drink", "Ask for naloxone (Narcan), too"],
        ["Don't stop either one suddenly"],
    ),
    "one_toast_twenty_days_ago": (
        PILLS | {"last_use": ["days_30"]},
        ["Before your next drink"],
        ["Say: I drink", "Call the doctor who prescribes your pills this week"],
    ),
    "pain_pills_and_gabapentin": (
        {"substances": ["opioids_rx", "sedatives_rx"]},
        ["Call the doctor who prescribes your pills this week", "sleep, anxiety or nerve pain"],
        ["Nothing you checked points to an IOP"],
    ),
    "beer_beside_methadone": (
        {
            "substances": ["alcohol", "opioid_medicine"],
            "care": ["now"],
            "care_now": ["stable"],
        },
        ["Does the clinic that gives you the medicine know you drink?", "tell your doctor"],
        ["You sound steady"],
    ),
    "whiskey_beside_the_husbands_pain_pills": (
        {"who": ["them"], "substances": ["alcohol", "opioids_rx"]},
        ["Help them call the doctor who prescribes their pain pills this week", "Ask for naloxone"],
        [],
    ),
    "sherry_beside_the_mothers_pills": (
        {"who": ["them"]} | PILLS,
        ["Help them call the doctor who prescribes their pills this week"],
        [],
    ),
    "teen_on_gabapentin_who_drinks": (
        {"age": ["under_18"]} | PILLS,
        ["Ask an adult to call the doctor who prescribes your pills this week"],
        [],
    ),
    "alcohol_poisoning_beside_pain_pills": (
        {"substances": ["alcohol", "opioids_rx"], "overdose": ["alcohol"]},
        ["Tell that doctor this, too: I drink"],
        [],
    ),
    "pregnant_three_a_night_and_klonopin": (
        {"health": ["pregnant"], "used_pregnant": ["yes"]} | PILLS,
        ["Drinking on most days", "Tell that doctor this, too: I drink"],
        ["Four or more drinks"],
    ),
    "shot_late_and_fentanyl_yesterday": (
        {
            "substances": ["opioids", "vivitrol"],
            "medicine_stopped": ["yes"],
            "opioids_recent": ["street"],
        },
        ["my shot is late, I've used opioids, and when last", "Don't use alone"],
        ["my shot is late, and since when"],
    ),
    "pregnant_on_the_shot": (
        {
            "health": ["pregnant"],
            "substances": ["vivitrol"],
            "care": ["now"],
            "care_now": ["stable"],
        },
        ["pregnant and on the shot"],
        ["the dose may need to change", "Methadone or buprenorphine is the recommended care"],
    ),
    "suboxone_stopped_and_used_since": (
        {
            "substances": ["opioids", "opioid_medicine"],
            "medicine_stopped": ["yes"],
            "opioids_recent": ["street"],
        },
        [
            "I've been without my medicine, and since when. Can I start again?",
            "If you've used since",
        ],
        ["I missed my medicine"],
    ),
    "ten_drinks_and_black_stool": (
        {"health": ["unstable"], "substances": ["alcohol"], "daily_alcohol": ["daily"]},
        ["Yellow skin or eyes"],
        [],
    ),
    "a_few_drinks_and_black_stool": (
        {"health": ["unstable"], "substances": ["alcohol"]},
        ["Yellow skin or eyes"],
        [],
    ),
    "pregnant_and_choked": (
        {"violence": ["yes"], "health": ["pregnant"]},
        ["Pregnant, and hit in the belly", "Did someone choke you?"],
        [],
    ),
    "girl_of_15_pregnant_and_choked": (
        {"age": ["under_18"], "violence": ["yes"], "health": ["pregnant"]},
        ["Pregnant, and hit in the belly", "Did someone choke you?"],
        [],
    ),
    "father_of_a_girl_whose_boyfriend_hits": (
        {"who": ["them"], "age": ["under_18"], "violence": ["yes"]},
        ["Hurt by someone at home? Call or text Childhelp"],
        ["Call the National Domestic Violence Hotline for advice"],
    ),
    "saturday_glasses_and_dry_january": (
        {"substances": ["alcohol"], "stopped": ["yes"]},
        ["Was it days in a row?", "Over 65, sick or alone?"],
        ["watch the next few days"],
    ),
    "brother_after_six_days": (
        {"who": ["them"], "substances": ["alcohol"], "stopped": ["yes"]},
        ["Did they drink for days in a row?"],
        ["don't push them to stop suddenly"],
    ),
    "mother_of_a_boy_after_three_days": (
        {"who": ["them"], "age": ["under_18"], "substances": ["alcohol"], "stopped": ["yes"]},
        ["Did they drink for days in a row?"],
        [],
    ),
    "boy_after_three_days": (
        {"age": ["under_18"], "substances": ["alcohol"], "stopped": ["yes"]},
        ["Drank for days in a row? Tell an adult"],
        [],
    ),
    "husband_hit_while_he_bathes_her": (
        {"who": ["them"], "managing": ["watched_years"], "violence_to_you": ["yes"]},
        ["Do they hit when you help them?", "National Domestic Violence Hotline"],
        ["Don't print or save"],
    ),
    "mother_with_dementia_and_sherry": (
        {"who": ["them"], "managing": ["watched_years"]} | PILLS,
        [],
        ["Pick a calm time", "You can't make an adult go"],
    ),
    "father_with_dementia_fell_and_is_drowsy": (
        {
            "who": ["them"],
            "managing": ["watched_years"],
            "health": ["fall"],
            "thoughts": ["rather_not_say"],
        },
        ["some people should go today"],
        [],
    ),
    "early_alzheimers_and_low": (
        {"managing": ["watched_years"], "feelings": ["low", "focus", "stress"]},
        ["the doctor who treats your memory"],
        [],
    ),
    "mother_who_cannot_say": (
        {"who": ["them"], "thoughts": ["rather_not_say"]},
        ["Tonight, if it's safe for you, lock up guns and pills"],
        [],
    ),
    "mother_who_says_none_of_these": (
        {"who": ["them"], "substances": ["alcohol"], "daily_alcohol": ["daily"]},
        [
            "Tonight, if it's safe for you, lock up guns and pills",
            "I'm worried about withdrawal if they stop",
        ],
        ["they want to stop safely"],
    ),
    "daughter_off_suboxone": (
        {
            "who": ["them"],
            "substances": ["alcohol", "opioid_medicine"],
            "medicine_stopped": ["yes"],
        },
        ["may have stopped, or they missed days", "Tonight, if it's safe for you, lock up"],
        ["They missed their medicine", "I missed my medicine"],
    ),
    "sister_who_wishes_to_be_dead": (
        {"who": ["them"], "thoughts": ["better_off_dead"]},
        ["Asking doesn't put the thought there. If yes, stay", "I'm staying close"],
        [],
    ),
    "teen_on_kratom": (
        {"age": ["under_18"], "substances": ["opioids"], "opioids_recent": ["kratom_often"]},
        ["this much a day", "Kratom and 7-OH act on the body", "Call 911, give naloxone, and stay"],
        ["Call 911 too, and stay"],
    ),
    "mother_of_a_teen_who_drinks": (
        {"who": ["them"], "age": ["under_18"], "substances": ["alcohol"]},
        ["A teen yourself? Don't touch a gun"],
        ["or have someone you trust hold on to them"],
    ),
    "teen_whose_boyfriend_reads_his_phone": (
        {"age": ["under_18"], "violence": ["yes"]},
        ["reads your phone? That counts", "a phone they don't check: Someone hurts, scares or"],
        ["Someone is hurting me", "Not from us: we never get your answers"],
    ),
    "fainted_on_adderall_and_eats_little": (
        {
            "substances": ["stimulants"],
            "health": ["eating", "fainted"],
        },
        ["pills like Adderall"],
        ["Say that you passed out, and name all you checked"],
    ),
    "ghb_round_the_clock": (
        {"substances": ["ghb"], "daily_ghb": ["daily"]},
        ["don't stop GHB on your own", "not in the morning"],
        [],
    ),
    "may_hurt_someone_and_has_guns": (
        {"violence_by_me": ["yes"]},
        ["Ask someone to keep guns and pills somewhere else"],
        ["Lock up guns"],
    ),
    "xanax_ran_out_and_drinks_daily": (
        PILLS | {"sedatives_rx_stopped": ["yes"], "daily_alcohol": ["daily"]},
        ["Tell that doctor that you drink, too. Don't stop drinking suddenly."],
        [],
    ),
    "kratom_beside_tramadol": (
        {"substances": ["opioids", "opioids_rx"], "opioids_recent": ["kratom_often"]},
        ["I take kratom, 7-OH or tianeptine, too"],
        ["take more, or other opioids, than planned"],
    ),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_what_this_person_reads(name):
    given, said, unsaid = PEOPLE[name]
    every = " ".join(everything(answer(given)))
    assert [part for part in said if part not in every] == []
    assert [part for part in unsaid if part in every] == []


def order(name, *parts):
    """The places of these words in what this person reads."""
    texts = everything(answer(PEOPLE[name][0]))
    return [next(place for place, text in enumerate(texts) if part in text) for part in parts]


FIRST_THINGS = {
    "girl_of_15_pregnant_and_choked": ("Childhelp", "choke you", "hit in the belly", "Say "),
    "father_of_a_girl_whose_boyfriend_hits": ("Hurt by someone at home?", "Are you a teen"),
    "ten_drinks_and_black_stool": ("Yellow skin", "don't stop"),
    "brother_after_six_days": ("Did they drink for days", "Pick a calm time"),
    "husband_hit_while_he_bathes_her": ("Do they hit when", "Hotline for yourself"),
    "father_with_dementia_fell_and_is_drowsy": ("very sleepy", "about suicide?"),
    "pregnant_and_choked": ("Hotline", "hit in the belly", "choke you"),
}


@pytest.mark.parametrize("name", FIRST_THINGS)
def test_what_cannot_wait_comes_first(name):
    places = order(name, *FIRST_THINGS[name])
    assert places == sorted(places)
