"""A center's own questionnaire: offered after a result, done on the device, taken along.

The site is built once more, with the made-up instrument of the tests dropped in.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from checker.instruments import OFFERED_AFTER
from tests import project_copy
from tests.browser import states, walk
from tests.browser.journeys import ADULTS, JOURNEYS
from tests.browser.test_parity import START
from tests.questionnaire.instrument_files import NAME, drop_in
from tests.server import serve

OFFER = f"[data-instrument-said={NAME}]"
BEGIN = f"{OFFER} button"
BY_OUTCOME = {outcome: answers for (_, outcome), answers in ADULTS.items()}
CALM = "weekly_may_be_enough"

WALK, DARK, REST, AWAKE, WHY, ALONE, IMPACT = map(str, range(1, 8))
LOW = {WALK: 2, DARK: 0, REST: 0, IMPACT: 0}
HIGH = {WALK: 0, DARK: 1, REST: 1, AWAKE: 2, WHY: 1, ALONE: 1, IMPACT: 1}
TOTALS = {"low": 0, "high": 2 + 1 + 2 + 2 + 4 + 0}


@pytest.fixture(scope="module")
def project(root, built_site, tmp_path_factory):
    assert built_site
    copy = project_copy.make(root, tmp_path_factory.mktemp("instrument"))
    drop_in(copy)
    project_copy.built(copy)
    return copy


@pytest.fixture(scope="module")
def own_url(project):
    with serve(project / "site") as address:
        yield address


@pytest.fixture
def page(browser, own_url):
    context = browser.new_context(base_url=own_url, viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()


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


def test_python_in_the_browser_scores_as_python_here(page, project):
    people = [
        as_responses(BY_OUTCOME[outcome], answers)
        for outcome in sorted(BY_OUTCOME)
        for answers in generated(outcome, 40)
    ]
    lines = "".join(json.dumps({"responses": one}) + "\n" for one in people)
    command = [sys.executable, "-c", ENGINE]
    done = subprocess.run(
        command, cwd=project, input=lines, capture_output=True, text=True, check=True
    )
    here = done.stdout.splitlines()
    page.goto("/self-check/")
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


def test_the_page_asks_what_python_counts(page, project):
    """The order of the steps is the page's own; that it agrees is shown by generated answers."""
    chances = [answers for answers in generated("steps", 25) if answers]
    for answers in chances:
        to_result(page, BY_OUTCOME[CALM])
        met = page.evaluate(ON_THE_PAGE, answers)
        page.locator("[data-outcome]").wait_for(timeout=walk.LOAD)
        given = {item: place for item, place in answers.items() if item in met}
        line = json.dumps({"responses": as_responses(BY_OUTCOME[CALM], given)})
        done = subprocess.run(
            [sys.executable, "-c", ENGINE],
            cwd=project,
            input=line,
            capture_output=True,
            text=True,
            check=True,
        )
        (said,) = json.loads(done.stdout)["instruments"]
        assert [item for item, _ in said["answers"]] == [item for item in met if item in answers]
        assert said["skipped"] == len([item for item in met if item not in answers])
