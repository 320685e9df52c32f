"""The check in each language, and its paper in the other one, the same in every engine."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from tests.browser.engines import steps
from tests.browser.engines.test_scenario import PRINTED
from tests.browser.traces import NO_TRACES, RESOURCES, TRACES
from tests.browser.walk import SAFE

BELOW = {"en": "", "es": "/es"}
FILE = "self-check/index.html"
ANSWERS = SAFE | {"thoughts": ["attempt"]}
SHOWN = (
    "() => [...document.querySelectorAll('[data-sheet]')]"
    ".filter((sheet) => sheet.getClientRects().length).map((sheet) => sheet.textContent)"
)
"""What is on paper: the text of each sheet that is printed."""


STEPS = (
    "() => document.querySelectorAll("
    "'[data-slot=result] .next-steps > li:not([data-private])').length"
)
STEPS_ON_PAPER = (
    "() => [...document.querySelectorAll('[data-sheet]')]"
    ".filter((sheet) => sheet.getClientRects().length)"
    ".map((sheet) => sheet.querySelectorAll('[data-slot=steps] li').length)"
)
"""How many steps each sheet has that is printed: as many as the result, in any language."""


@pytest.fixture(scope="module")
def said(built_site):
    """How each language says an answer that is given."""
    pages = {
        language: BeautifulSoup((built_site / below.strip("/") / FILE).read_text("utf-8"), "lxml")
        for language, below in BELOW.items()
    }
    return {name: page.select_one("[for=q-age-adult]").get_text() for name, page in pages.items()}


@pytest.mark.parametrize("other", [("en", "es"), ("es", "en")], ids=["English", "Spanish"])
def test_the_paper_is_printed_in_this_language_in_the_other_and_in_both(tab, site, said, other):
    own, foreign = other
    steps.begin(tab, site.address + BELOW[own])
    steps.wait_for_state(tab, "ready")
    loaded = tab.run(RESOURCES)
    del site.asked[:]
    site.stop()
    steps.walk(tab, ANSWERS)
    assert steps.finish(tab) == "urgent_same_day"
    on_screen = tab.run(STEPS)
    assert on_screen
    tab.run(PRINTED)
    for times, (way, languages) in enumerate(
        {
            ":not([data-to])": [own],
            f"[data-to={foreign}]": [foreign],
            "[data-to=all]": [*other],
        }.items()
    ):
        tab.run("(way) => document.querySelector(`[data-action=print]${way}`).click()", way)
        tab.until("(times) => seen.printed === times", times + 1)
        sheets = tab.run(SHOWN)
        assert len(sheets) == len(languages)
        for sheet, language in zip(sheets, languages, strict=True):
            assert said[language] in sheet
            assert not [one for name, one in said.items() if name != language and one in sheet]
        assert tab.run(STEPS_ON_PAPER) == [on_screen] * len(languages)
    assert tab.run("() => seen.errors") == []
    assert tab.run(TRACES) == NO_TRACES
    assert site.asked == []
    assert tab.run(RESOURCES) == loaded


def answered(items):
    """The codes of each answer by its question, in groups of questions too."""
    for item in items:
        if "answer" in item:
            yield item["linkId"], [one["valueCoding"]["code"] for one in item["answer"]]
        yield from answered(item.get("item", []))


def test_what_is_saved_is_in_the_language_of_the_form_with_the_same_codes(tab, site):
    linked = {}
    for language, below in BELOW.items():
        steps.begin(tab, site.address + below)
        steps.walk(tab, ANSWERS)
        steps.finish(tab)
        bundle = json.loads(tab.save("[data-action=download]"))
        questions, responses = (entry["resource"] for entry in bundle["entry"])
        assert questions["language"] == responses["language"] == language
        linked[language] = dict(answered(responses["item"]))
    assert linked["en"] == linked["es"] != {}
