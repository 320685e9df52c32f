"""How a test goes through a center's own questionnaire, from the offer to the result."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import states, walk
from tests.browser.journeys import ADULTS
from tests.questionnaire.instrument_files import NAME

OFFER = f"[data-instrument-said={NAME}]"
BEGIN = f"{OFFER} button"
BY_OUTCOME = {outcome: answers for (_, outcome), answers in ADULTS.items()}
CALM = "weekly_may_be_enough"

WALK, DARK, REST, AWAKE, WHY, ALONE, IMPACT = map(str, range(1, 8))
LOW = {WALK: 2, DARK: 0, REST: 0, IMPACT: 0}
HIGH = {WALK: 0, DARK: 1, REST: 1, AWAKE: 2, WHY: 1, ALONE: 1, IMPACT: 1}
TOTALS = {"low": 0, "high": 2 + 1 + 2 + 2 + 4 + 0}


def to_result(page, answers):
    states.hurry(page, answers)
    return walk.finish(page)


def step(page):
    """The item that shows."""
    shown = page.locator(f"[data-instrument={NAME}]:visible")
    expect(shown).to_have_count(1)
    return shown.get_attribute("data-item")


def choose(page, place):
    page.locator(f"[data-instrument={NAME}]:visible label").nth(place).click()


def answer(page, answers):
    """From the offer to the result: give these answers, skip the others; return the items met."""
    page.click(BEGIN)
    met = []
    while page.locator(f"[data-instrument={NAME}]:visible").count():
        met.append(step(page))
        if met[-1] in answers:
            choose(page, answers[met[-1]])
        page.click("[data-action=next]")
    page.locator("[data-outcome]").wait_for(timeout=walk.LOAD)
    return met
