"""In a real browser, with real Pyodide, by clicking: every outcome, its reasons, every banner."""

from __future__ import annotations

import pytest

from checker.model import BANNERS as ALL_BANNERS
from checker.model import OUTCOMES, QUESTIONS
from tests.browser import walk
from tests.browser.cases import BANNERS, CASES


@pytest.fixture(scope="module")
def tab(browser, site_url):
    """One tab for all cases: each one clears it, as the next person at a shared computer does."""
    context = browser.new_context(base_url=site_url, viewport={"width": 360, "height": 780})
    context.set_default_timeout(walk.LOAD)
    yield context.new_page()
    context.close()


def begin(page):
    """Start with no answers: by Clear where a result is open, else on a fresh page."""
    if page.locator("[data-outcome]").count():
        walk.clear(page)
        page.click("[data-action=start]")
    else:
        walk.begin(page)


def words_of(name, voice):
    """What stands beside the option, for `question:option`."""
    question, option = name.split(":")
    options = QUESTIONS[question].options
    text = next(o.text for o in options if o.id == option)
    return text.get(voice) or text["me"]


def test_the_cases_leave_no_outcome_and_no_banner_out():
    assert {case.outcome for case in CASES} == set(OUTCOMES)
    assert set(ALL_BANNERS) == BANNERS


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_clicking_reaches_each_outcome_with_its_reasons_and_banners(tab, case):
    begin(tab)
    walk.click_through(tab, case.answers)
    chosen = set(walk.checked(tab))
    assert walk.finish(tab) == case.outcome
    sheet = tab.locator(f"[data-outcome={case.outcome}]")

    shown = sheet.locator("[data-because]").evaluate_all(
        "(all) => all.map((reason) => [reason.dataset.because, reason.textContent])"
    )
    reasons = dict(shown)
    assert len(shown) == len(reasons)
    assert set(reasons) == set(case.because)
    voice = tab.locator(walk.FORM).get_attribute("data-audience")
    for sign, name in case.because.items():
        assert words_of(name, voice) in reasons[sign]
        assert name in chosen

    for fold in sheet.locator("details:has([data-banner]) > summary").all():
        fold.click()
    banners = sheet.locator("[data-banner]:visible")
    assert {b.get_attribute("data-banner") for b in banners.all()} == case.banners | {"crisis_988"}
