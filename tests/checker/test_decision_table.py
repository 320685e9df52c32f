"""The page for the clinician: everything that decides is on it, in order, to be read as a table."""

from __future__ import annotations

import re

import pytest

from checker import decision_table
from checker.examples import EXAMPLES
from checker.explain import say
from checker.model import BANNERS, CONFLICTS, OUTCOMES, QUESTIONS, RULES, SCREENS, SOURCES, VERSION
from checker.responses import audience
from checker.rules import ROWS
from tests.checker import clinicians_page
from tests.checker.clinicians_page import codes, section


@pytest.fixture(scope="module")
def page():
    return clinicians_page.read()


def test_every_result_is_named_first_in_plain_words(page):
    named = [item.get_text() for item in section(page, "The results, most urgent").select("li")]
    assert named == [OUTCOMES[outcome]["title"]["me"] for outcome in ROWS]


def test_outcomes_stand_in_the_order_in_which_they_are_tried(page):
    titles = [h.get_text() for h in page.find_all("h3") if h.get_text()[0].isdigit()]
    assert titles == [
        f"{number}. {OUTCOMES[outcome]['title']['me']}"
        for number, outcome in enumerate(ROWS, start=1)
    ]


def test_each_outcome_has_its_condition_in_words_and_its_rules(page):
    for number, (outcome, rule) in enumerate(ROWS.items(), start=1):
        part = section(page, f"{number}. ")
        words = part.get_text(" ")
        assert rule.__doc__.split("\n")[0] in words
        own = {rule["id"] for rule in RULES.values() if rule["outcome"] == outcome}
        assert codes(part) == own | {outcome}


def test_every_question_is_there_with_its_answers_and_signs(page):
    part = section(page, "The questions")
    asked = [strong.get_text() for strong in part.select("p > strong")]
    assert asked == [
        QUESTIONS[name].text["me"] for screen in SCREENS for name in screen["questions"]
    ]
    answers = [item.get_text() for item in part.find_all("li")]
    options = [option for question in QUESTIONS.values() for option in question.options]
    assert len(answers) == len(options)
    for answer, option in zip(answers, options, strict=True):
        assert answer.startswith(option.text["me"])
        assert all(sign in answer for sign in option.present)


@pytest.mark.parametrize(
    ("question", "option", "says"),
    [
        ("thoughts", "hurting_others", "Danger to life now (sf_active_homicidal)"),
        ("thoughts", "none", "no to all of these"),
        ("thoughts", "rather_not_say", "says nothing"),
        ("group", "not_group", "no to this"),
        ("violence", "no", "no to this"),
    ],
)
def test_an_answer_says_what_it_settles(page, question, option, says):
    asked = QUESTIONS[question]
    chosen = next(o for o in asked.options if o.id == option)
    title = next(s for s in page.find_all("strong") if s.get_text() == asked.text["me"])
    answers = title.find_next("ul").find_all("li")
    assert f"{chosen.text['me']}: {says}" in [item.get_text() for item in answers]


def test_a_conditional_question_says_when_it_is_asked(page):
    text = section(page, "The questions").get_text(" ")
    conditional = sum(question.shown_if is not None for question in QUESTIONS.values())
    assert text.count("Asked only after") == conditional


def test_every_note_and_contradiction_is_explained(page):
    notes = section(page, "The notes on top")
    assert codes(notes) == set(BANNERS)
    readings = section(page, "Answers that do not fit").get_text(" ")
    assert all(conflict["text"]["me"] in readings for conflict in CONFLICTS.values())


def test_every_worked_example_shows_what_the_check_says(page):
    told = section(page, "Worked examples").find_all("li")
    for example in EXAMPLES:
        item = next(li for li in told if li.get_text().strip().startswith(example["story"]))
        voice = audience(example["answers"])
        assert say(OUTCOMES[example["outcome"]]["title"], voice) in item.get_text()
        for banner in example["banners"]:
            assert say(BANNERS[banner]["title"], voice) in item.get_text()


def test_every_source_of_a_rule_is_listed(page):
    listed = section(page, "Sources").get_text(" ")
    for source in SOURCES.values():
        assert source["title"] in listed
    assert {rule["source"] for rule in RULES.values()} == {*SOURCES, "house_rule"}


def test_until_a_clinician_has_signed_the_page_says_so(monkeypatch):
    assert VERSION in decision_table.markdown()
    monkeypatch.setattr(decision_table, "REVIEWER", None)
    assert "not yet reviewed by a clinician" in decision_table.markdown()
    monkeypatch.setattr(decision_table, "REVIEWER", {"name": "Made Up", "credential": "LCSW"})
    assert "not yet reviewed" not in decision_table.markdown()
    assert "Made Up, LCSW" in decision_table.markdown()


def test_the_page_names_no_phone_number(page):
    """988 and 911 apart: numbers come from crisis_lines.yml, where somebody has checked them."""
    for link in page.find_all("a"):  # addresses of sources hold digits
        link.extract()
    words = re.sub(r"https?://\S+", "", page.get_text(" "))
    assert not re.findall(r"\d{3}[-. ]\d{4}", words)
