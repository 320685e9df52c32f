"""What is left behind, by clearing, reloading, going back or leaving the page: nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import walk


def test_clear_forgets_everything(page):
    walk.walk(page, walk.SAFE)
    with walk.ended_worker(page):
        walk.finish(page)
    walk.clear(page)
    expect(page.locator("[data-action=start]")).to_be_visible()
    assert walk.checked(page) == []
    assert walk.state(page) == "idle"
    assert page.locator("[data-outcome], .answers__row, [data-sheet]").count() == 0
    page.click("[data-action=start]")
    assert walk.screen(page) == "about"


def test_start_right_after_clear_starts_and_back_leads_to_the_start(page):
    page.goto("help-now/")
    walk.walk(page, walk.DANGER)
    walk.finish(page)
    with walk.moved(page):
        page.evaluate(walk.PRESS_AND_LOOK, ["[data-action=clear]", "[data-action=start]"])
    assert walk.screen(page) == "about"
    page.click("[data-action=next]")
    for wanted in ("[data-step=about]", "[data-action=start]"):
        page.go_back()
        expect(page.locator(wanted)).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile("/help-now/$"))


def test_answers_leave_no_mark_on_the_browser(page):
    page.goto("self-check/")
    before = page.evaluate("() => [location.href, document.title]")
    walk.walk(page, walk.SAFE | {"thoughts": ["attempt"]})
    walk.finish(page)
    assert page.evaluate("() => [location.href, document.title]") == before
    traces = (
        "() => [history.state, localStorage.length, sessionStorage.length, document.cookie, name]"
    )
    assert page.evaluate(traces) == [None, 0, 0, "", ""]


def test_coming_back_shows_an_empty_form(page):
    walk.begin(page)
    walk.go_to(page, "thoughts", walk.SAFE)
    page.goto("help-now/")
    page.go_back()
    expect(page.locator("[data-action=start]")).to_be_visible()
    assert walk.checked(page) == []


def test_reloading_shows_an_empty_form(page):
    walk.begin(page)
    walk.go_to(page, "thoughts", walk.SAFE)
    page.reload()
    expect(page.locator("[data-action=start]")).to_be_visible()
    assert walk.checked(page) == []


@pytest.mark.parametrize("event", ["pagehide", "pageshow"])
def test_a_page_that_the_browser_keeps_in_memory_is_emptied(page, event):
    walk.begin(page)
    walk.go_to(page, "thoughts", walk.SAFE)
    # Playwright turns the browser's own page cache off: these are the events that it would send.
    with walk.ended_worker(page):
        page.evaluate(
            "(e) => dispatchEvent(new PageTransitionEvent(e, { persisted: true }))", event
        )
    expect(page.locator("[data-action=start]")).to_be_visible()
    assert walk.checked(page) == []


@pytest.fixture
def neutral(page):
    """Stands in for the site that Leave opens: this machine has no way to it."""
    page.goto("self-check/")
    address = page.locator(walk.FORM).get_attribute("data-leave-url")
    page.context.route(address, lambda route: route.fulfill(body="the weather"))
    return address


@pytest.mark.parametrize("way", ["button", "keys", "dialog"])
def test_after_leaving_back_leads_to_what_was_open_before_the_check(page, neutral, way):
    page.goto("iop/")
    walk.begin(page)
    walk.go_to(page, "thoughts", walk.SAFE)
    if way == "keys":
        for _ in range(3):
            page.keyboard.press("Shift")
    elif way == "dialog":
        page.click("[data-help]:visible")
        page.click("dialog [data-action=leave]")
    else:
        page.click(".leave-bar [data-action=leave]")
    page.wait_for_url(neutral)
    page.go_back()
    page.wait_for_url("**/iop/")
    page.evaluate("() => history.forward()")
    page.wait_for_url(neutral)


def test_shift_is_counted_aloud_and_only_when_pressed_alone(page):
    walk.begin(page)
    status = page.locator("[data-status]")
    page.keyboard.press("Shift")
    expect(status).to_contain_text("two more")
    page.keyboard.press("Shift")
    expect(status).to_contain_text("once more")
    page.keyboard.press("Shift+Tab")
    expect(status).to_contain_text("stay")
    assert walk.screen(page) == "about"
