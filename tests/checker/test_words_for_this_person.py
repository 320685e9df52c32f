"""What people of decision 042 read, and what none of them reads twice or too calmly."""

from __future__ import annotations

import json

import pytest

from checker.browser_api import result
from checker.examples import EVERYONE
from checker.model import BANNERS, OUTCOMES

USES = {"overdose": ["no"], "use_effects": ["none"], "use_around": ["none"], "both": ["no"]}
DRINKS = USES | {
    "substances": ["alcohol"],
    "last_use": ["days_3"],
    "stopped": ["no"],
    "daily_alcohol": ["not_daily"],
    "stopping": ["none"],
}
KLONOPIN = {
    "substances": ["sedatives_rx"],
    "sedatives_rx_stopped": ["no"],
    "stopping": ["none"],
    "overdose": ["no"],
}
ENDED = {"substances": ["opioid_medicine"], "medicine_stopped": ["tapered"], "overdose": ["no"]}
TEEN = {"age": ["under_18"], "care_other": ["none"]}
THEM = {"who": ["them"], "violence_to_you": ["no"], "violence_by_them": ["no"]}
QUIET = {
    "thoughts": ["better_off_dead"],
    "hold_urges": ["hold"],
    "reach_out": ["would_call"],
    "means": ["no"],
}


def answer(*parts):
    form = EVERYONE | {key: given for part in parts for key, given in part.items()}
    return json.loads(result(json.dumps({"responses": form})))


def say(text, found):
    return text.get(found["audience"]) or text["me"]


def steps(found):
    told = OUTCOMES[found["outcome"]]["next_steps"]
    return [(say(told[place], found), told[place].get("lines", [])) for place in found["steps"]]


def title(found):
    outcome = OUTCOMES[found["outcome"]]
    variant = found["variant"]
    return say((outcome if variant is None else outcome["variants"][variant])["title"], found)


def note(found, name):
    return " ".join(
        say(BANNERS[name]["text"][place], found) for place in found["banner_texts"][name]
    )


def words(found):
    """All that the steps and notes say."""
    told = [text for text, _lines in steps(found)]
    return " ".join([title(found), *told, *(note(found, name) for name in found["banners"])])


WEED = {"substances": ["cannabis"]}


@pytest.mark.parametrize("beside", [{}, QUIET])
def test_a_teen_who_uses_weed_reads_of_weed_and_of_a_line_for_lgbtq_teens(beside):
    found = answer(TEEN, USES, WEED, beside)
    assert found["outcome"] == "teen_route"
    assert "Weed counts, too" in words(found)
    assert ["trevor"] in [lines for _text, lines in steps(found)]
    assert "Weed" not in words(answer(TEEN, beside))


def test_a_teen_in_danger_at_home_is_given_no_third_line():
    found = answer(TEEN, QUIET, {"violence": ["yes"]})
    assert ["trevor"] not in [lines for _text, lines in steps(found)]


@pytest.mark.parametrize("how", ["ran_out", "yes", "missed"])
def test_prescribed_pills_that_ran_out_stopped_or_were_missed_come_with_a_step_for_tonight(how):
    found = answer(KLONOPIN, {"sedatives_rx_stopped": [how]})
    assert found["outcome"] == "medical_withdrawal_first"
    (tonight,) = [one for one in steps(found) if one[0].startswith("Tonight")]
    assert "all at once" in tonight[0]
    assert "go to an emergency room" in tonight[0]
    assert tonight[1] == ["poison_help"]


def test_the_answer_names_which_of_the_three_it_was():
    quoted = {
        answer(KLONOPIN, {"sedatives_rx_stopped": [how]})["reasons"][0]["answer"]
        for how in ("ran_out", "yes", "missed")
    }
    assert len(quoted) == 3


@pytest.mark.parametrize("how", ["ran_out", "yes", "missed"])
def test_opioid_medicine_that_ran_out_stopped_or_was_missed_is_for_today(how):
    found = answer(ENDED, {"medicine_stopped": [how]})
    assert found["outcome"] == "opioid_medicine_first"
    assert "today" in title(found)


def test_a_drink_beside_klonopin_tonight_has_someone_to_call():
    both = {"substances": ["alcohol", "sedatives_rx"]}
    found = answer(DRINKS, KLONOPIN, both)
    (tonight,) = [one for one in steps(found) if one[0].startswith("Took both tonight?")]
    assert tonight[1] == ["poison_help"]
    later = answer(DRINKS, KLONOPIN, both, {"last_use": ["days_10"]})
    assert "Took both tonight?" not in words(later)


def test_medicine_that_ended_is_told_once_what_the_body_can_take():
    once = {"substances": ["opioids", "opioid_medicine"], "opioids_recent": ["pill_once"]}
    for found in (answer(ENDED), answer(USES, ENDED, once)):
        said = words(found)
        assert said.count("can take much less") <= 1
        assert said.count("used to handle") == 1


def test_kratom_now_and_then_is_no_break():
    kratom = USES | {"substances": ["opioids"], "opioids_recent": ["kratom_seldom"]}
    assert "lower_tolerance" not in answer(kratom)["banners"]
    assert "lower_tolerance" in answer(kratom, {"opioids_recent": ["none_lately"]})["banners"]


def test_a_title_is_no_calmer_than_the_step_for_today():
    found = answer({"thoughts": ["past_attempt"], "safe_for_now": ["rising"]})
    assert found["outcome"] == "weekly_may_be_enough"
    assert title(found).startswith("Tell one person today")
    assert "Tell one person today" in steps(found)[0][0]


def test_nearly_fainting_beside_something_that_strains_the_heart_is_for_a_doctor():
    used = {"substances": ["other"], "opioids_recent": ["none_lately"]}
    nearly = {"health": ["nearly_fainted"]}
    assert answer(TEEN, USES, used, nearly)["outcome"] == "doctor_first"
    assert answer(USES, {"substances": ["stimulants"]}, nearly)["outcome"] == "doctor_first"
    assert answer(nearly)["outcome"] == "weekly_may_be_enough"


def test_a_pill_on_top_of_the_vivitrol_shot_is_an_opioid():
    shot = {"substances": ["vivitrol", "other", "alcohol"], "medicine_stopped": ["no"]}
    alone = answer(DRINKS, shot, {"opioids_recent": ["none_lately"]})
    pill = answer(DRINKS, shot, {"opioids_recent": ["pill_once"]})
    assert "mixing_box" not in alone["banners"]
    assert "Opioids" in note(pill, "mixing_box")


def test_pregnant_and_on_medicine_or_prescribed_pills_the_ob_is_told():
    pregnant = {"health": ["pregnant"], "used_pregnant": ["no"]}
    steady = answer(ENDED, pregnant, {"medicine_stopped": ["no"]})
    assert "Ask the clinic and your OB to talk to each other" in words(steady)
    assert "Tell your OB or midwife this week" in words(answer(KLONOPIN, pregnant))


def test_low_mood_beside_pills_for_sleep_is_told_to_who_prescribes_them():
    said = "falls more likely, above all over 65"
    assert said in words(answer(KLONOPIN, {"feelings": ["low"]}))
    assert said not in words(answer({"feelings": ["low"]}))


@pytest.mark.parametrize("used", ["ghb", "stimulants"])
def test_no_good_news_beside_a_drug_that_can_kill(used):
    ghb = {"last_use": ["days_30"], "stopped": ["no"], "daily_ghb": ["not_daily"]}
    found = answer(USES, ghb, {"substances": [used], "stopping": ["none"]})
    assert found["outcome"] == "weekly_may_be_enough"
    assert title(found) != "Nothing you checked points to needing more care right now"


def test_a_relative_reads_of_methadone_and_a_drink():
    both = {"substances": ["alcohol", "opioid_medicine"], "medicine_stopped": ["no"]}
    assert "Alcohol on top of methadone" in words(answer(THEM, DRINKS, both))


def test_nobody_is_told_that_they_had_no_care():
    found = answer(
        {"care": ["now"], "care_now": ["stable"], "feelings": ["low", "anxious", "sleep"]}
    )
    told = OUTCOMES[found["outcome"]]["meaning"]
    meant = [told[place]["me"] for place in found["meaning"]]
    assert any(text.startswith("If you've had no care so far") for text in meant)
