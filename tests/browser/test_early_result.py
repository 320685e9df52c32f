"""The result before the last question: after danger, and where little is left to change it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from checker.evaluate import evaluate
from checker.model import QUESTIONS, SCREENS
from site_config.rendering.selfcheck_form import LAST_SAFETY_SCREEN
from tests.browser import walk
from tests.browser.cases import USES

NOW = "[data-action=finish-now]:visible"
PEOPLE = {"me": walk.SAFE, "teen": walk.TEEN, "them": walk.THEM}
STILL_DECIDES = {"substances", "stopping", "last_30_days", "care"}
"""The screens that the line for a teen and for another person names; their last is among them."""


def finish_now(page):
    """Ask for the result from the screen at hand; returns the outcome's id."""
    page.click(NOW)
    sheet = page.locator("section[data-outcome]")
    sheet.wait_for(timeout=walk.LOAD)
    return sheet.get_attribute("data-outcome")


def line(page, name):
    return page.locator(f"[data-way-out={name}]")


def test_a_dangerous_answer_leads_to_its_result_at_once(page):
    walk.begin(page)
    walk.go_to(page, "thoughts")
    expect(page.locator(NOW)).to_have_count(0)
    walk.choose(page, "thoughts", "plan")
    expect(page.locator("[data-question=thoughts] [data-crisis]")).to_be_visible()
    assert finish_now(page) == "emergency_now"
    page.click("[data-action=back]")
    walk.comes_to(page, "thoughts")
    assert walk.checked(page) == ["thoughts:plan"]


def test_later_screens_remember_a_dangerous_answer(page):
    walk.begin(page)
    walk.go_to(page, "violence")
    expect(line(page, "danger")).to_be_hidden()
    walk.choose(page, "violence", "yes")
    expect(line(page, "danger")).to_be_hidden()  # its own panel is open
    page.click("[data-action=next]")
    expect(line(page, "danger")).to_be_visible()
    assert finish_now(page) == "urgent_same_day"


def test_an_answer_taken_back_takes_the_line_along(page):
    walk.begin(page)
    walk.go_to(page, "staying_safe", {"thoughts": ["attempt"]})
    expect(line(page, "danger")).to_be_visible()
    page.click("[data-action=back]")
    walk.choose(page, "thoughts", "none")
    page.click("[data-action=next]")
    expect(line(page, "danger")).to_be_hidden()


@pytest.mark.parametrize("voice", PEOPLE)
def test_after_the_safety_screens_a_teen_and_a_relative_may_stop(page, voice):
    answers = PEOPLE[voice]
    walk.begin(page)
    walk.go_to(page, LAST_SAFETY_SCREEN, answers)
    expect(line(page, "late")).to_be_hidden()
    walk.go_to(page, "substances", answers)
    expect(line(page, "late")).to_be_visible(visible=voice != "me")
    if voice != "me":
        walk.go_to(page, "care", answers)
        expect(line(page, "late")).to_be_visible()
        outcome = {"teen": "teen_route", "them": "loved_one_guidance"}[voice]
        assert finish_now(page) == outcome


@pytest.mark.parametrize("voice", ["teen", "them"])
def test_what_that_line_says_is_true(voice):
    """An answer on another screen than those it names leaves the result as it is."""
    answers = USES | PEOPLE[voice] | {"substances": ["alcohol", "stimulants"]}
    before = evaluate({"responses": answers})["outcome"]
    names = [screen["id"] for screen in SCREENS]
    late = set(names[names.index(LAST_SAFETY_SCREEN) + 1 :])
    changed = {
        question.screen
        for question in QUESTIONS.values()
        for option in question.options
        if question.screen in late
        and evaluate({"responses": answers | {question.id: [option.id]}})["outcome"] != before
    }
    assert changed
    assert changed <= STILL_DECIDES


def test_a_result_asked_for_early_waits_for_a_slow_download(page):
    with walk.held_download(page) as release:
        walk.begin(page)
        walk.go_to(page, "danger")
        walk.choose(page, "danger_now", "medical")
        page.click(NOW)
        expect(page.locator(".wait h2")).to_be_focused()
        release()
        page.locator("[data-outcome=emergency_now]").wait_for(timeout=walk.LOAD)
