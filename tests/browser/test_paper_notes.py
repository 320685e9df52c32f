"""What a result says about staying safe is on the printed sheet, too, in each of its languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from site_config.translation import catalog
from tests.browser import walk
from tests.browser.test_result_length import CHECKS, open_result
from tests.browser.test_selfcheck_export import pages_of
from tests.browser.test_selfcheck_layout import BY_OUTCOME

MEDICINE_AFTER_REHAB = walk.SAFE | {
    "substances": ["alcohol", "opioid_medicine"],
    "last_use": ["longer"],
    "medicine_stopped": ["no"],
    "overdose": ["no"],
    "left": ["residential"],
    "opioids_before": ["yes"],
}
"""Nine days out of rehab, on medicine for opioid use."""
HIT = {"violence": ["yes"]}
TEXTS = """(notes) => notes.flatMap((note) => [...note.querySelectorAll('p[data-place]')])
  .filter((said) => said.checkVisibility())
  .map((said) => said.innerText.trim())"""
"""What the notes for paper say on the screen, in the voice that is seen."""
NOTES = "[data-slot=result] [data-on-paper]:not([data-private])"
OTHER = {"en": "es", "es": "en"}


def sheets(page, language):
    """The sheet in the page's language, and the one in the other."""
    page.evaluate("""() => document.querySelectorAll('[data-sheet]')
      .forEach((sheet) => { sheet.hidden = false; })""")
    page.emulate_media(media="print")
    own = page.locator("[data-sheet]:not([lang])")
    return own, page.locator(f"[data-sheet][lang={OTHER[language]}]")


def notes_of(page, answers, language="en"):
    walk.begin(page, CHECKS[language])
    walk.go_on(page, answers)
    walk.finish(page)
    return page.locator(NOTES).evaluate_all(TEXTS)


@pytest.mark.parametrize("language", CHECKS)
def test_what_keeps_a_person_alive_is_on_both_sheets_and_they_stay_one_page(page, root, language):
    said = notes_of(page, MEDICINE_AFTER_REHAB, language)
    assert len(said) >= 3, "naloxone, the medicine, and the break"
    assert pages_of(page) == 1
    own, other = sheets(page, language)
    in_own = own.inner_text()
    assert [words for words in said if words not in in_own] == []
    assert "988" in in_own
    spanish = catalog.read(root, "es").words
    to_other = spanish if language == "en" else {there: here for here, there in spanish.items()}
    in_other = other.inner_text()
    assert [words for words in said if to_other[words] not in in_other] == []
    assert "988" in in_other


def test_what_a_step_says_is_not_said_again_as_a_note(page):
    notes_of(page, BY_OUTCOME["medical_withdrawal_first"] | {"stopped": ["rather_not_say"]})
    own, _other = sheets(page, "en")
    steps = own.locator("[data-part=next] li").all_inner_texts()
    notes = own.locator("[data-slot=notes] p").all_inner_texts()
    assert steps
    assert [one for one in notes if any(one.strip() in step for step in steps)] == []


@pytest.mark.parametrize("included", [False, True])
@pytest.mark.parametrize("person", [walk.SAFE, walk.TEEN])
def test_notes_about_violence_are_on_paper_only_when_asked_for(page, person, included):
    thoughts = {"thoughts": ["no_plan"]}
    notes_of(page, person | HIT | thoughts)
    if included:
        page.locator("[data-private-choice] label").click()
    for sheet in sheets(page, "en"):
        notes = sheet.locator("[data-slot=notes]").inner_text()
        assert "988" in notes, "what else keeps them safe is there"
        assert ("1-800-799-7233" in sheet.inner_text()) == included
        told = re.findall("violen|scare|hurt|daño|miedo|1-800-799-7233", notes.lower())
        assert (len(told) > 0) == included


def test_a_result_with_nothing_to_note_has_no_such_part(page):
    assert notes_of(page, walk.example("typical")["answers"]) == []
    for sheet in sheets(page, "en"):
        expect(sheet.locator("[data-part=notes]")).to_have_count(0)


def test_who_is_hurt_is_warned_right_above_the_buttons_to_print(page):
    walk.walk(page, walk.SAFE | HIT)
    walk.finish(page)
    warning = page.locator("[data-private-warning]")
    expect(warning).to_be_visible()
    tools = page.locator("[data-action=print]").first.bounding_box()
    box = warning.bounding_box()
    assert 0 <= tools["y"] - (box["y"] + box["height"]) < 120


@pytest.mark.parametrize("answers", [{}, {"thoughts": ["attempt"]}])
def test_who_is_not_hurt_is_not_warned(page, answers):
    walk.walk(page, walk.SAFE | answers)
    walk.finish(page)
    expect(page.locator("[data-private-warning]")).to_be_hidden()


def test_a_questions_words_for_paper_stand_there_in_place_of_its_own(page):
    """A counselor who has not seen the list makes nothing of “Is any of this true?”."""
    page.goto("self-check/")
    page.locator("fieldset[data-question=thoughts] legend").evaluate("""(legend) => {
      legend.querySelector('template')?.remove();
      legend.insertAdjacentHTML('beforeend', '<template data-paper>Suicide, self-harm</template>');
    }""")
    page.locator("[data-action=start]:enabled").click()
    walk.go_on(page, walk.SAFE)
    expect(page.locator("[data-slot=answers] dt", has_text="Suicide, self-harm")).to_have_count(0)
    walk.finish(page)
    sheet, _other = sheets(page, "en")
    expect(sheet.locator("dt", has_text="Suicide, self-harm")).to_have_count(1)


REPEATED = """(sheet) => {
  const shown = [...sheet.querySelectorAll('.help-panel__ways a')]
    .filter((way) => way.checkVisibility())
    .map((way) => [way.getAttribute('href'), way.getBoundingClientRect().top]);
  return shown.filter(([way, top], place) => shown.slice(0, place)
    .some(([other, above]) => other === way && top - above < 440));
}"""
"""Buttons for one number that a phone of 640 pixels shows together, between its two bars."""
WITH_REPEATS = (
    "emergency_now",
    "urgent_same_day",
    "medical_withdrawal_first",
    "not_enough_answers",
)


@pytest.mark.parametrize("outcome", WITH_REPEATS)
def test_no_screen_of_a_result_has_two_buttons_for_one_number(page, outcome):
    sheet = open_result(page, outcome, BY_OUTCOME[outcome])
    assert sheet.evaluate(REPEATED) == []
    assert sheet.locator("a[href='tel:988']:visible, a[href='tel:911']:visible").count()


def test_a_hidden_button_is_on_paper_all_the_same(page):
    sheet = open_result(page, "emergency_now", BY_OUTCOME["emergency_now"])
    steps = sheet.locator("[data-slot=steps] > li:has(a[href='tel:911'])")
    assert steps.count() > sheet.locator("[data-slot=steps] a[href='tel:911']:visible").count()
    on_paper = sheets(page, "en")[0].locator("[data-part=next] li", has_text="Call 911 danger")
    assert on_paper.count() == 0
    calls = sheets(page, "en")[0].locator("[data-part=next] li", has_text="Call 911")
    assert calls.count() >= steps.count()


@pytest.mark.parametrize("included", [False, True])
@pytest.mark.parametrize("home", ["chaotic", "against"])
def test_steps_that_tell_what_home_is_like_are_on_paper_only_when_asked_for(page, home, included):
    walk.walk(page, walk.example("no_ride")["answers"] | {"home_safe": [home]})
    walk.finish(page)
    steps = page.locator("[data-slot=result]").text_content()
    assert "home makes it harder" in steps
    if included:
        page.locator("[data-private-choice] label").click()
    for sheet, told in zip(
        sheets(page, "en"), ["home makes it harder", "casa lo hace"], strict=True
    ):
        assert (told in sheet.inner_text()) == included


GIRL_WHO_IS_HIT = {
    "thoughts": ["better_off_dead"],
    "hold_urges": ["hold"],
    "reach_out": ["would_call"],
    "means": ["yes"],
    "violence": ["yes"],
}


def test_a_sheet_without_a_step_has_988_there_and_not_a_list_of_places_alone(page):
    walk.walk(page, walk.TEEN | GIRL_WHO_IS_HIT)
    assert walk.finish(page) == "emergency_now"
    for sheet in sheets(page, "en"):
        expect(sheet.locator("[data-part=next] > ul > li")).to_have_count(0)
        expect(sheet.locator("[data-part=next] .sc-sheet__alone")).to_contain_text("988")
        expect(sheet.locator("[data-part=next] .sc-sheet__alone")).to_be_visible()


def test_a_sheet_with_steps_does_not_say_it_again(page):
    open_result(page, "medical_withdrawal_first", BY_OUTCOME["medical_withdrawal_first"])
    expect(sheets(page, "en")[0].locator(".sc-sheet__alone")).to_be_hidden()
