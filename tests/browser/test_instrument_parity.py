"""A center's own questionnaire counts in the browser as it does here, for generated answers."""

from __future__ import annotations

import json
import random
import subprocess
import sys

import pytest

from tests.browser import walk
from tests.browser.instrument_walk import (
    ALONE,
    AWAKE,
    BY_OUTCOME,
    CALM,
    DARK,
    IMPACT,
    REST,
    WALK,
    WHY,
    to_result,
)
from tests.browser.test_parity import LANGUAGES, START
from tests.questionnaire.instrument_files import NAME

ENGINE = """
import json, sys
from checker.browser_api import result
for line in sys.stdin:
    print(json.dumps(json.loads(result(line)), ensure_ascii=False, separators=(",", ":")))
"""
ANSWERS = """async (all) => {
  const said = [];
  for (const one of all) said.push(JSON.stringify(await window.checker.evaluate(one)));
  return said;
}"""
OPTIONS = {WALK: 3, DARK: 3, REST: 2, AWAKE: 3, WHY: 2, ALONE: 2, IMPACT: 2}


@pytest.fixture
def page(instrument_page):
    """Every test here is on the site that has the instrument."""
    return instrument_page


def generated(seed, count):
    """Answers to any of the items, also to those that are not asked."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    for _ in range(count):
        yield {
            item: chance.randrange(options)
            for item, options in OPTIONS.items()
            if chance.random() < chance.choice((0.3, 0.9, 1))
        }


def as_responses(base, answers):
    return base | {f"{NAME}/{item}": [str(place)] for item, place in answers.items()}


def scored_here(project, people, languages):
    """What the engine of `project` answers to each person, in a Python of its own."""
    lines = "".join(json.dumps({"responses": one, "languages": languages}) + "\n" for one in people)
    command = [sys.executable, "-c", ENGINE]
    done = subprocess.run(
        command, cwd=project, input=lines, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_python_in_the_browser_scores_as_python_here(page, instrument_project):
    people = [
        as_responses(BY_OUTCOME[outcome], answers)
        for outcome in sorted(BY_OUTCOME)
        for answers in generated(outcome, 40)
    ]
    page.goto("/self-check/")
    here = scored_here(instrument_project, people, page.evaluate(LANGUAGES))
    page.evaluate(START)
    there = page.evaluate(ANSWERS, people)
    assert here == there
    found = [json.loads(line)["instruments"][0] for line in here]
    assert {one["state"] for one in found} == {"open", "unfinished", "finished"}


ON_THE_PAGE = """(answers) => {
  const given = { ...answers };
  const met = [];
  const seen = () => [...document.querySelectorAll('[data-instrument]')].find((e) => !e.hidden);
  document.querySelector('[data-instrument-said] button').click();
  while (document.querySelector('form').dataset.view === 'steps') {
    const { item } = seen().dataset;
    met.push(item);
    const input = seen().querySelectorAll('input')[given[item]];
    if (input && !input.checked) input.labels[0].click();
    document.querySelector('[data-action=next]').click();
  }
  return met;
}"""


def test_the_page_asks_what_python_counts(page, instrument_project):
    """The order of the steps is the page's own; that it agrees is shown by generated answers."""
    chances = [answers for answers in generated("steps", 25) if answers]
    walks, people = [], []
    for answers in chances:
        to_result(page, BY_OUTCOME[CALM])
        met = page.evaluate(ON_THE_PAGE, answers)
        page.locator("[data-outcome]").wait_for(timeout=walk.LOAD)
        given = {item: place for item, place in answers.items() if item in met}
        walks.append((answers, met))
        people.append(as_responses(BY_OUTCOME[CALM], given))
    for (answers, met), line in zip(
        walks, scored_here(instrument_project, people, ["en"]), strict=True
    ):
        (said,) = json.loads(line)["instruments"]
        assert [item for item, _ in said["answers"]] == [item for item in met if item in answers]
        assert said["skipped"] == len([item for item in met if item not in answers])
