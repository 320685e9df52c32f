"""The form is as short as its start page says: worked out from the words on each path."""

from __future__ import annotations

import pytest

from checker.examples import EVERYONE, EXAMPLES
from site_config.questionnaire import reading_time

# Issue 13 promised six minutes and four: a typical person, someone well, for another, a teen.
LONGEST = {"me": 6, "well": 4, "them": 4, "teen": 4}
# With the optional last step.
MOST_SCREENS = {"me": 15, "well": 12, "them": 10, "teen": 10}


@pytest.fixture(scope="module")
def people():
    return {example["id"]: EVERYONE | example["answers"] for example in EXAMPLES}


@pytest.mark.parametrize("who", LONGEST)
def test_no_path_is_longer_than_promised(engine_data, people, who):
    answers = people[reading_time.PATHS[who]]
    assert reading_time.path_minutes(engine_data, answers) <= LONGEST[who]
    assert len(reading_time.screens(engine_data, answers)) <= MOST_SCREENS[who]


def test_the_page_is_told_what_was_worked_out(engine_data):
    stated = engine_data["minutes"]
    assert stated == reading_time.minutes(engine_data, {"everyone": EVERYONE, "examples": EXAMPLES})
    assert set(stated) == set(LONGEST)


def test_only_the_words_that_a_person_sees_count(engine_data):
    """A question that is not asked costs nothing; each one that is costs its words and a tap."""
    without = reading_time.path_minutes(engine_data, EVERYONE | {"substances": ["none"]})
    with_drinks = reading_time.path_minutes(engine_data, EVERYONE | {"substances": ["alcohol"]})
    added = [
        question
        for question in engine_data["questions"]
        if (question["shown_if"] or {}).get("question") == "substances"
        and "alcohol" in question["shown_if"]["options"]
    ]
    assert with_drinks - without > len(added) * reading_time.SECONDS_A_CHOICE / 60


def test_the_optional_step_is_not_part_of_the_minutes(engine_data):
    asked = reading_time.path(engine_data, EVERYONE)
    assert asked[-1]["screen"] == reading_time.OPTIONAL_SCREEN
    rest = [q for q in asked if q["screen"] != reading_time.OPTIONAL_SCREEN]
    words = sum(len(t.split()) for t in reading_time.shown_texts(engine_data, rest, "me"))
    expected = words / 200 + len(rest) * 3 / 60
    assert reading_time.path_minutes(engine_data, EVERYONE) == pytest.approx(expected)


def test_someone_answering_for_another_meets_nine_or_ten_steps(engine_data, people):
    for substances in (["none"], ["alcohol"], ["opioids", "alcohol", "sedatives"]):
        answers = people["worried_sister"] | {"substances": substances}
        assert 9 <= len(reading_time.screens(engine_data, answers)) <= 10
