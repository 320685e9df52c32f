"""What a frightened person must not read: another's words, a stay beside danger, a calmer door."""

from __future__ import annotations

import pytest

from checker.model import OUTCOMES
from tests.checker.page_answer import explained
from tests.checker.test_chosen_words import shown
from tests.checker.test_first_steps import answer, steps

ASK = "Ask them today, in plain words: are you thinking about suicide?"


def every(name):
    return " ".join(shown(answer(name)))


def test_nobody_is_told_to_say_suicide_who_did_not_check_it():
    assert "I have thoughts of suicide" in every("suicidal_no_plan")
    for name in ("thoughts_alone", "attempt_last_month"):
        assert "I have thoughts of suicide" not in every(name), name
    assert "Sometimes I wish I were dead" in every("thoughts_alone")
    assert "I tried to end my life not long ago" in every("attempt_last_month")


@pytest.mark.parametrize("name", ["hits_his_wife_wishes_dead_gun", "son_hits_wishes_dead_gun"])
def test_nobody_stays_beside_thoughts_a_gun_and_violence(name):
    words = every(name)
    for stays in ("stay with them", "Stay with someone", "take guns", "Lock up", "take it away"):
        assert stays not in words


def test_no_parent_is_told_to_leave_a_baby():
    words = every("afraid_of_hurting_baby")
    assert "leave for the night" not in words
    assert "another adult" in words
    assert "if no child is left alone: leave for the night" in every("hits_his_wife")


@pytest.mark.parametrize("name", ["brother_thoughts_unknown", "friend_thoughts_unknown"])
def test_an_open_question_on_suicide_about_another_is_asked_today_once(name):
    found = answer(name)
    beside = [step for outcome in found["also"] for step in steps(found, outcome)]
    assert [ASK in step for step in [*steps(found), *beside]].count(True) == 1


def test_a_question_on_suicide_that_was_answered_is_not_called_open():
    assert "You can't know from the outside" not in every("worried_sister")
    assert "You can't know from the outside" not in every("sister_wishes_dead")


def test_an_attempt_that_a_doctor_has_seen_is_not_sent_to_911():
    found = steps(answer("attempt_this_week"))
    assert "Has a doctor checked you since then?" in found[1]
    assert not [step for step in found if step.startswith("Call 911 now")]


@pytest.mark.parametrize("name", ["iop_and_wishes_dead", "iop_and_self_harm"])
def test_a_program_hears_today_of_wishes_to_be_dead_and_self_harm(name):
    words = every(name)
    assert words.startswith("Tell your program today how bad it gets")
    assert "is what the program is for" not in words


@pytest.mark.parametrize(
    "name", ["cocaine_and_chest", "alcohol_poisoning", "pregnant_and_drinking"]
)
def test_no_weekly_therapy_beside_a_heart_or_an_eating_problem(name):
    assert "weekly_may_be_enough" not in answer(name)["also"]


def test_no_note_on_thoughts_without_a_plan_beside_911():
    assert "safety_box" not in answer("suicidal_gun_not_held")["banners"]


@pytest.mark.parametrize("name", ["voices_for_years"])
def test_medicine_for_voices_that_ran_out_is_asked_about(name):
    assert "Stopped or ran out of your medicine for mood or voices?" in every(name)


def test_drinking_that_is_hard_to_limit_is_named():
    assert "Tell a doctor how much you drink" in every("wine_hard_to_limit")
    assert "Tell a doctor how much you drink" not in every("busy_parent")


def test_a_first_depression_reads_of_weekly_therapy_in_the_title():
    assert every("first_depression").startswith("Ask for an assessment: weekly therapy or an IOP")
    assert every("typical").startswith("Ask for a full assessment: an IOP may fit")


def test_the_program_that_someone_is_in_helps_first_after_a_ward():
    assert "Call your program today or tomorrow" in steps(answer("new_program_out_of_ward"))[0]


# docs/decisions/038
FOR_ANOTHER = {"who": ["them"], "violence_to_you": ["no"], "violence_by_them": ["no"]}
DRINKS_DAILY = {
    "substances": ["alcohol"],
    "last_use": ["days_3"],
    "stopped": ["no"],
    "daily_alcohol": ["daily"],
    "stopping": ["none"],
    "overdose": ["no"],
}


def test_the_parent_of_a_teen_reads_first_what_to_do_and_a_friend_after_it():
    cuts = {"thoughts": ["self_harm"], "hold_urges": ["hold"], "reach_out": ["would_call"]}
    found = explained(**FOR_ANOTHER, **cuts, age=["under_18"], means=["no"], care_other=["none"])
    assert "without blame" in steps(found)[0]
    every_step = steps(found) + [step for name in found["also"] for step in steps(found, name)]
    assert sum("Are you a teen yourself?" in step for step in every_step) == 1


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"left": ["ward"], "opioids_before": ["no"]}, "Ask for one this week"),
        ({"care": ["now"], "care_now": ["same_or_worse"]}, "would an IOP make sense for me?"),
        (DRINKS_DAILY | {"stopped": ["yes"], "last_use": ["days_30"]}, "medicine for cravings"),
        ({"care": ["before"], "care_before": ["residential"]}, "You haven't been out for long"),
    ],
)
def test_a_missing_ride_takes_no_step_away(answers, words):
    with_ride, without = explained(**answers), explained(**answers, ride=["no"])
    assert [with_ride["outcome"], without["outcome"]] == ["iop_assess", "iop_supports_missing"]
    for found in (with_ride, without):
        assert words in " ".join(steps(found))


def test_stimulants_are_named_beside_days_without_sleep():
    found = explained(safe_for_now=["no_sleep_high"], substances=["stimulants"], overdose=["no"])
    assert "Meth, cocaine and the like can do this" in " ".join(steps(found))
    assert "Meth, cocaine" not in " ".join(steps(explained(safe_for_now=["no_sleep_high"])))


def test_the_signs_of_an_overdose_come_before_the_calls_of_the_morning():
    both = DRINKS_DAILY | {"substances": ["alcohol", "opioids"], "opioids_recent": ["street"]}
    found = explained(**FOR_ANOTHER, **both, care_other=["none"])
    assert found["outcome"] == "medical_withdrawal_first"
    assert "blue or gray lips" in steps(found)[0]
    assert "blue or gray lips, call 911, give naloxone" not in " ".join(
        steps(found, "loved_one_guidance")
    )


def test_use_in_pregnancy_has_no_second_calmer_door_beside_today():
    assert "doctor_first" not in answer("pregnant_and_kratom")["also"]
    assert "doctor_first" not in answer("pregnant_and_opioids")["also"]


@pytest.mark.parametrize(("last", "when"), [("days_3", "now"), ("days_10", "today or tomorrow")])
def test_now_is_said_of_the_first_days_after_pills_alone(last, when):
    pills = {"substances": ["sedatives"], "stopped": ["yes"], "daily_pills": ["daily"]}
    found = explained(**pills, last_use=[last], stopping=["none"], overdose=["no"])
    assert shown(found)[0].startswith(f"See a doctor {when}")


def test_a_drink_long_ago_is_no_drink_beside_pills():
    pills = {"substances": ["alcohol", "sedatives_rx"], "sedatives_rx_stopped": ["no"]}
    calm = {"stopped": ["no"], "daily_alcohol": ["not_daily"], "stopping": ["none"]}
    rest = {"overdose": ["no"], "use_effects": ["none"], "use_around": ["none"], "both": ["no"]}
    for last, said in (("days_10", True), ("longer", False)):
        words = " ".join(shown(explained(**pills, **calm, **rest, last_use=[last])))
        assert ("Say: I drink about this much" in words) is said


def test_whoever_takes_nothing_but_methadone_reads_of_no_pills():
    clinic = "Does the clinic that gives you the medicine know"
    methadone = {"substances": ["opioid_medicine"], "medicine_stopped": ["no"], "overdose": ["no"]}
    assert clinic not in " ".join(steps(explained(**methadone)))
    both = methadone | {"substances": ["opioid_medicine", "sedatives_rx"]}
    found = explained(**both, sedatives_rx_stopped=["no"], stopping=["none"])
    assert clinic in steps(found)[0]


@pytest.mark.parametrize(
    ("name", "outcome", "title"),
    [
        ("pregnant_and_gabapentin_ran_out", "medical_withdrawal_first", "ran out or were cut fast"),
        ("suboxone_ran_out_and_wishes_dead", "opioid_medicine_first", "Call the clinic"),
    ],
)
def test_what_goes_along_is_true_of_what_ran_out(name, outcome, title):
    """Beside row 2 no reason of the other row is read: its words hold by their signs."""
    found = answer(name)
    variant = found["also_variants"][outcome]
    assert title in OUTCOMES[outcome]["variants"][variant]["title"]["me"]
    assert "before you stop" not in " ".join(steps(found, outcome))
