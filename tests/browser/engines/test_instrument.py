"""A center's own questionnaire, from the offer to the saved file, the same in every engine."""

from __future__ import annotations

import json

import pytest

from tests.browser.engines import steps
from tests.browser.engines.site import Site
from tests.browser.journeys import ADULTS
from tests.browser.traces import NO_TRACES, RESOURCES, TRACES
from tests.questionnaire.instrument_files import NAME

CALM = "weekly_may_be_enough"
ITEM = f".sc-steps:not([hidden]) [data-instrument={NAME}]:not([hidden])"
SAID = f"[data-instrument-said={NAME}]"
ANSWERS = {"1": 0, "2": 2, "3": 1, "4": 2, "5": 1, "6": 1, "7": 1}
TOTAL = 2 + 2 + 2 + 2 + 4 + 0


@pytest.fixture
def site(instrument_project):
    with Site(instrument_project / "site").serving() as served:
        yield served


def item(tab):
    return tab.run(f"() => document.querySelector('{ITEM}')?.dataset.item")


def test_it_is_answered_and_taken_along_without_a_request_or_a_trace(tab, site):
    steps.begin(tab, site.address)
    steps.walk(tab, ADULTS["me", CALM])
    assert steps.finish(tab) == CALM
    loaded = tab.run(RESOURCES)
    del site.asked[:]
    site.stop()
    tab.click(f"{SAID} button")
    steps.wait_to_see(tab, ITEM)
    met = []
    while now := item(tab):
        met.append(now)
        tab.click(f"label[for='q-{NAME}/{now}-{ANSWERS[now]}']")
        if now == "2":
            steps.wait_to_see(tab, f"{ITEM} [data-crisis] a[href='tel:988']")
        steps.press(tab, "next")
        tab.until(f"(before) => document.querySelector('{ITEM}')?.dataset.item !== before", now)
    assert met == list(ANSWERS)
    steps.wait_to_see(tab, f"[data-instrument-danger={NAME}] a[href='tel:988']")
    assert "worth an assessment" in tab.run(f"() => document.querySelector('{SAID}').textContent")
    bundle = json.loads(tab.save("[data-action=download]"))
    total = bundle["entry"][-1]["resource"]["valueQuantity"]["value"]
    assert total == TOTAL
    assert tab.run(TRACES) == NO_TRACES
    assert site.asked == []
    assert tab.run(RESOURCES) == loaded
    assert tab.run("() => window.seen?.errors ?? []") == []
