"""A center's own questionnaire: offered after a result, done on the device, taken along.

The site is built once more, with the made-up instrument of the tests dropped in. That its answers
count as they should is in test_instrument_parity.py.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from checker.instruments import OFFERED_AFTER
from tests.browser import walk
from tests.browser.instrument_walk import (
    ALONE,
    AWAKE,
    BEGIN,
    BY_OUTCOME,
    CALM,
    DARK,
    HIGH,
    IMPACT,
    LOW,
    OFFER,
    REST,
    TOTALS,
    WALK,
    WHY,
    answer,
    choose,
    step,
    to_result,
)
from tests.browser.journeys import JOURNEYS
from tests.questionnaire.instrument_files import NAME


@pytest.fixture
def page(instrument_page):
    """Every test here is on the site that has the instrument."""
    return instrument_page


def saved(page):
    """The resources of the saved file, by type; of those of the instrument."""
    with page.expect_download() as waiting:
        page.click("[data-action=download]")
    bundle = json.loads(Path(waiting.value.path()).read_text("utf-8"))
    return [entry["resource"] for entry in bundle["entry"]][2:]


def test_it_is_offered_to_adults_for_themselves_after_rows_8_to_14(page):
    offered = set()
    for (voice, outcome), answers in JOURNEYS.items():
        assert to_result(page, answers) == outcome
        assert page.locator(f"[data-instrument-said={NAME}]").count() <= 1
        if page.locator(OFFER).count():
            offered.add((voice, outcome))
    assert offered == {("me", outcome) for outcome in OFFERED_AFTER}


def test_one_item_at_a_time_with_back_and_the_steps_counted(page):
    to_result(page, BY_OUTCOME[CALM])
    page.click(BEGIN)
    assert step(page) == WALK
    expect(page.locator(f"[data-instrument={NAME}]:visible")).to_contain_text("Over the last week:")
    expect(page.locator("[data-step-total]")).to_have_text("4")
    choose(page, 0)
    page.click("[data-action=next]")
    assert step(page) == DARK
    choose(page, 1)  # opens one more
    expect(page.locator("[data-step-total]")).to_have_text("5")
    with walk.moved(page):
        page.click("[data-action=back]")
    assert step(page) == WALK
    assert page.locator(f"[data-instrument={NAME}]:visible input:checked").input_value() == "0"
    with walk.moved(page):
        page.go_back()
    page.locator(f"[data-outcome={CALM}]").wait_for(timeout=walk.LOAD)
    expect(page.locator(OFFER)).to_contain_text("You didn't finish Sample Week")


def test_only_what_fits_the_answers_is_asked(page):
    to_result(page, BY_OUTCOME[CALM])
    assert answer(page, LOW) == [WALK, DARK, REST, IMPACT]
    to_result(page, BY_OUTCOME[CALM])
    assert answer(page, HIGH) == [WALK, DARK, REST, AWAKE, WHY, ALONE, IMPACT]
    to_result(page, BY_OUTCOME[CALM])
    assert answer(page, HIGH | {AWAKE: 0}) == [WALK, DARK, REST, AWAKE, ALONE, IMPACT]


@pytest.mark.parametrize("outcome", sorted(OFFERED_AFTER))
def test_a_high_total_is_worth_an_assessment_only_beside_a_calm_result(page, outcome):
    for answers, is_high in ((LOW, False), (HIGH, True)):
        to_result(page, BY_OUTCOME[outcome])
        answer(page, answers)
        assert page.locator("[data-outcome]").get_attribute("data-outcome") == outcome
        said = page.locator(OFFER)
        expect(said).to_contain_text("You finished Sample Week")
        calm = outcome in {"stay_with_program", "maintain_step_down", "weekly_may_be_enough"}
        worth = "worth an assessment" in said.inner_text()
        assert worth == (is_high and calm)
        assert str(TOTALS["high"]) not in said.inner_text()


def test_paper_has_name_answers_total_range_band_and_cutoff_with_its_source(page):
    to_result(page, BY_OUTCOME[CALM])
    answer(page, HIGH)
    page.emulate_media(media="print")
    paper = page.locator(f"[data-sheet] [data-instrument-paper={NAME}]")
    expect(paper).to_be_visible()
    for words in (
        "Sample Week",
        "Total: 11",
        "possible: 0 to 15",
        "Band: many (10 to 15)",
        "Cut-off: 5 or higher",
        "Tests of this project, 2026, page 1",
        "Over the last week: How often did you take a walk?",
        "What kept you awake most?",
        "Worries",
    ):
        expect(paper).to_contain_text(words)
    assert "some (" not in paper.inner_text()
    assert paper.locator("dt").count() == len(HIGH)


def test_one_can_stop_at_any_item_and_go_on_where_it_was_left(page):
    to_result(page, BY_OUTCOME[CALM])
    page.click(BEGIN)
    choose(page, 0)
    page.click("[data-action=next]")
    page.get_by_role("button", name="Back to my result").click()
    page.locator(f"[data-outcome={CALM}]").wait_for(timeout=walk.LOAD)
    expect(page.locator("[data-part=instruments]")).to_be_focused()
    expect(page.locator("[data-part=instruments]")).to_be_in_viewport()
    page.get_by_role("button", name="Go on with Sample Week").click()
    assert step(page) == DARK


def test_an_unfinished_one_has_no_total_anywhere(page):
    to_result(page, BY_OUTCOME[CALM])
    answer(page, {item: place for item, place in HIGH.items() if item != WHY})
    expect(page.locator(OFFER)).to_contain_text("no total")
    assert "worth" not in page.locator(OFFER).inner_text()
    page.emulate_media(media="print")
    paper = page.locator(f"[data-instrument-paper={NAME}]")
    expect(paper).to_contain_text("Questions left open: 1.")
    assert "Total:" not in paper.inner_text()
    page.emulate_media(media="screen")
    (response,) = saved(page)
    assert response["status"] == "in-progress"


def test_the_saved_file_has_the_answers_and_the_total(page):
    to_result(page, BY_OUTCOME[CALM])
    answer(page, HIGH)
    response, observation = saved(page)
    assert response["questionnaire"] == "https://example.org/fhir/Questionnaire/sample-week|1.0"
    assert response["status"] == "completed"
    assert observation["valueQuantity"]["value"] == TOTALS["high"]


def test_a_safety_answer_opens_the_panel_at_once_and_stays_on_top_of_the_result(page):
    to_result(page, BY_OUTCOME[CALM])
    page.click(BEGIN)
    page.click("[data-action=next]")
    assert step(page) == DARK
    panel = page.locator(f"[data-instrument={NAME}]:visible [data-crisis]")
    expect(panel).to_be_hidden()
    choose(page, 2)
    expect(panel).to_be_visible()
    for way in ("tel:911", "tel:988", "tel:18006624357"):
        expect(panel.locator(f"a[href='{way}']")).to_be_visible()
    page.click("[data-action=next]")
    expect(page.locator("[data-way-out=danger]")).to_be_visible()
    page.locator("[data-way-out=danger] button").click()
    page.locator(f"[data-outcome={CALM}]").wait_for(timeout=walk.LOAD)
    top = page.locator(f"[data-instrument-danger={NAME}]")
    expect(top).to_be_in_viewport()
    assert top.bounding_box()["y"] < page.locator("#sc-result-title").bounding_box()["y"]


def change(page, name, option):
    """Change an answer of the check without walking there; ask for the result again."""
    press = """(id) => {
      document.getElementById(id).labels[0].click();
      document.querySelector('[data-action=finish]').click();
    }"""
    page.evaluate(press, f"q-{name}-{option}")
    sheet = page.locator("[data-outcome]")
    sheet.wait_for(timeout=walk.LOAD)
    return sheet.get_attribute("data-outcome")


def test_a_danger_in_the_check_puts_it_aside_and_a_correction_brings_it_back(page):
    to_result(page, BY_OUTCOME[CALM])
    answer(page, HIGH)
    assert change(page, "danger_now", "medical") == "emergency_now"
    assert page.locator("[data-instrument-said], [data-instrument-paper]").count() == 0
    assert len(saved(page)) == 0
    assert change(page, "danger_now", "none") == CALM
    expect(page.locator(OFFER)).to_contain_text("You finished Sample Week")


def test_clear_forgets_it(page):
    to_result(page, BY_OUTCOME[CALM])
    answer(page, HIGH)
    walk.clear(page)
    expect(page.locator("[data-action=start]")).to_be_visible()
    assert page.locator("[data-instrument], [data-instrument-said], [data-sheet]").count() == 0
    assert walk.checked(page) == []
    to_result(page, BY_OUTCOME[CALM])
    expect(page.locator(OFFER)).to_contain_text("Answer Sample Week")


def test_leaving_the_page_forgets_it(page):
    to_result(page, BY_OUTCOME[CALM])
    page.click(BEGIN)
    choose(page, 1)
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert page.locator("[data-instrument]").count() == 0
    assert walk.checked(page) == []


@pytest.mark.promise("nothing_kept")
def test_no_request_and_no_trace_from_the_offer_to_the_file(page):
    to_result(page, BY_OUTCOME[CALM])
    asked, told = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    answer(page, HIGH)
    saved(page)
    page.click(BEGIN)
    choose(page, 2)
    page.click("[data-action=back]")
    page.locator("[data-outcome]").wait_for(timeout=walk.LOAD)
    assert [url for url in asked if not url.startswith("blob:")] == []
    assert told == []
    traces = (
        "() => [history.state, localStorage.length, sessionStorage.length, document.cookie, name,"
        " location.hash, location.search]"
    )
    assert page.evaluate(traces) == [None, 0, 0, "", "", "", ""]


def test_an_offer_that_does_not_load_leaves_the_check_as_it_is(page):
    page.route("**/instruments.js", lambda route: route.abort())
    assert to_result(page, BY_OUTCOME[CALM]) == CALM
    assert page.locator(OFFER).count() == 0
