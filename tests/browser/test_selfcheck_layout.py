"""Where things stand on the screen: what is read first, and what must never be covered."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import walk
from tests.browser.cases import CASES

BY_OUTCOME = {case.outcome: case.answers for case in CASES} | {
    "urgent_same_day": walk.example("thoughts_alone")["answers"],
    "iop_assess": walk.example("thoughts_protected")["answers"],
}
DANGERS = ["emergency_now", "urgent_same_day"]
RISKS = ["medical_withdrawal_first", "higher_level_first", "doctor_first"]


def open_result(page, outcome, without=()):
    answers = {name: given for name, given in BY_OUTCOME[outcome].items() if name not in without}
    walk.walk(page, answers)
    assert walk.finish(page) == outcome
    return page.locator(f"[data-outcome={outcome}]")


def top(locator):
    return locator.bounding_box()["y"]


def rows(locator):
    """On how many lines these stand."""
    return len({item.bounding_box()["y"] for item in locator.all()})


@pytest.mark.parametrize("outcome", ["medical_withdrawal_first", "weekly_may_be_enough"])
def test_without_a_safety_sign_the_next_step_comes_first_and_988_follows_in_one_row(page, outcome):
    sheet = open_result(page, outcome)
    help_988 = sheet.locator("[data-banner=crisis_988]")
    next_steps = sheet.locator("[data-part=next]")
    assert top(sheet.locator("h2")) < top(next_steps) < top(help_988)
    assert help_988.locator("a:visible").count() == 3
    assert rows(help_988.locator("a")) == 1


@pytest.mark.parametrize("outcome", ["emergency_now", "urgent_same_day", "iop_assess"])
def test_with_a_safety_sign_988_comes_before_the_next_step(page, outcome):
    sheet = open_result(page, outcome)
    assert top(sheet.locator("[data-banner=crisis_988]")) < top(sheet.locator("[data-part=next]"))


@pytest.mark.parametrize("outcome", DANGERS)
def test_beside_a_danger_nothing_leads_back_into_open_questions(page, outcome):
    sheet = open_result(page, outcome, without={"safe_for_now"})
    assert sheet.locator("[data-part=missing]").count() == 0


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize("outcome", RISKS)
def test_beside_a_risk_open_questions_are_named_only_if_one_is_about_safety(page, outcome, is_open):
    sheet = open_result(page, outcome, without={"safe_for_now", "feelings"} if is_open else ())
    assert sheet.locator("[data-banner=finish_safety]").count() == is_open
    assert sheet.locator("[data-part=missing]").count() == is_open


def test_a_doctor_first_result_names_the_safety_question_that_is_open(page):
    walk.walk(page, {**walk.example("daily_drinking")["answers"], "stopping": []})
    assert walk.finish(page) == "medical_withdrawal_first"
    page.locator("[data-banner=finish_safety]").wait_for()
    page.locator("[data-part=missing] [data-to=stopping]").click()
    assert walk.screen(page) == "stopping"


def test_every_result_names_the_same_pages_and_they_open_beside_it(page):
    walk.begin(page)
    lists = page.locator(walk.FORM).evaluate(
        "(form) => [...form.querySelectorAll('template[data-template^=outcome-]')]"
        ".map((t) => t.content.querySelector('[data-part=pages]').outerHTML)"
    )
    assert len(lists) == len(BY_OUTCOME)
    assert len(set(lists)) == 1


def test_a_page_that_may_help_opens_in_a_new_tab_and_the_result_stays(page):
    sheet = open_result(page, "teen_route")
    sheet.locator("[data-part=pages] summary").click()
    links = sheet.locator("[data-part=pages] a").all()
    assert links
    for link in links:
        with page.context.expect_page() as opened:
            link.click()
        expect(opened.value.locator("h1")).to_be_visible()
        assert opened.value.evaluate("() => [document.referrer, window.opener]") == ["", None]
        opened.value.close()
    expect(sheet).to_be_visible()


def test_where_the_advice_is_it_says_that_no_clinician_has_signed(page):
    sheet = open_result(page, "weekly_may_be_enough")
    expect(sheet.locator("[data-review]")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("[data-sheet]:not([lang]) [data-review]")).to_be_visible()


def test_start_can_be_seen_at_once_below_the_line_about_privacy(page):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("self-check/")
    start = page.locator("[data-action=start]")
    box = start.bounding_box()
    assert top(page.locator("[data-privacy]")) < box["y"]
    assert box["y"] + box["height"] < page.viewport_size["height"]


@pytest.mark.parametrize("width", [320, 360, 768, 1100, 1280])
def test_the_button_to_leave_covers_no_words(page, width):
    """At the very end of the page nothing lies behind it; a bar reaches from side to side."""
    page.set_viewport_size({"width": width, "height": 700})
    walk.begin(page)
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    leave = page.locator(".leave-bar").bounding_box()
    text = page.locator("main article").bounding_box()
    footer = page.locator(".site-footer").bounding_box()
    beside = leave["x"] >= text["x"] + text["width"]
    assert beside or (leave["x"] == 0 and leave["width"] == width)
    assert beside or footer["y"] + footer["height"] <= leave["y"] + 1


def test_the_rules_are_whole_on_paper_and_folded_on_the_screen(page):
    page.goto("about/this-check/")
    tables = page.locator("main details table")
    shown = "(all) => all.map((table) => table.checkVisibility({ contentVisibilityAuto: true }))"
    assert tables.count()
    assert not any(tables.evaluate_all(shown))
    page.emulate_media(media="print")
    # what is folded is laid out with the next frame, not at the change of medium
    page.wait_for_function(
        f"() => ({shown})([...document.querySelectorAll('main details table')]).every(Boolean)"
    )
