"""What a screen reader is told on each type of step: roles, names, states; words from the data."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from checker.browser_api import result
from checker.model import OUTCOMES, QUESTIONS, SCREENS
from tests.browser import walk

TITLES = {screen["id"]: screen["title"]["me"] for screen in SCREENS}
ROLES = {"one": "radio", "many": "checkbox"}


def node(role, name=None, *states, inside=()):
    """One line of a snapshot, and what it holds. A name is exact, or a pattern."""
    words = "" if name is None else f" /{name.pattern}/" if hasattr(name, "pattern") else None
    words = f" {json.dumps(name)}" if words is None else words
    line = f"{role}{words}{''.join(f' [{state}]' for state in states)}"
    return [f"- {quoted(line)}{':' if inside else ''}", *indented(inside)]


def quoted(line):
    return "'" + line.replace("'", "''") + "'"


def indented(nodes):
    return [f"  {line}" for inner in nodes for line in inner]


def snapshot(*nodes):
    return "\n".join(line for inner in nodes for line in inner)


def group(name, *chosen):
    """A question, with its options in order, and those that are chosen."""
    asked = QUESTIONS[name]
    options = [
        node(ROLES[asked.kind], option.text["me"], *(["checked"] if option.id in chosen else []))
        for option in asked.options
    ]
    return node("group", asked.text["me"], inside=options)


def heading(words, level=2):
    return node("heading", words, f"level={level}")


def button(words):
    return node("button", words)


HELP = node(
    "list",
    inside=[
        node("listitem", inside=[node("link", re.compile(f"^{words}"))])
        for words in ("Call 911", "Call 988", "Text 988", "Chat")
    ],
)


def within(*nodes):
    """In a paragraph."""
    return node("paragraph", inside=nodes)


STEP = (button("Next"), button("Back"))


def says(page, *nodes, at="main"):
    expect(page.locator(at)).to_match_aria_snapshot(snapshot(*nodes))


def test_the_start(page):
    page.goto("self-check/")
    page.locator("[data-action=start]:enabled").wait_for()
    says(
        page,
        heading("Take the self-check", 1),
        node(
            "region",
            "Before you start",
            inside=[within(button("Start"), button("Exit this page"))],
        ),
    )


def test_the_way_out_is_there_from_the_start_on(page):
    page.goto("self-check/")
    leave = page.get_by_role("button", name="Exit this page")
    page.locator("[data-action=start]:enabled").wait_for()
    expect(leave).to_have_count(1)
    expect(leave).to_be_visible()
    page.click("[data-action=start]")
    expect(page.locator("#step-about")).to_be_focused()
    expect(leave).to_have_count(1)
    expect(leave).to_be_visible()
    expect(leave).to_have_accessible_description(re.compile("Shift three times"))


def test_a_question_with_one_answer(page):
    walk.begin(page)
    walk.go_to(page, "violence")
    walk.choose(page, "violence", "no")
    step = [heading(TITLES["violence"]), group("violence", "no")]
    says(page, node("region", TITLES["violence"], inside=step), *STEP)


def test_a_question_with_many_answers(page):
    walk.begin(page)
    walk.go_to(page, "feelings")
    walk.choose(page, "feelings", "low", "sleep")
    step = [heading(TITLES["feelings"]), group("feelings", "low", "sleep")]
    says(page, node("region", TITLES["feelings"], inside=step), *STEP)


@pytest.mark.parametrize("answers", [("attempt",), ("attempt", "plan")])
def test_danger_is_announced_and_leads_to_help(page, answers):
    walk.begin(page)
    walk.go_to(page, "thoughts")
    panel = "[data-question=thoughts]"
    expect(page.locator(panel).get_by_role("alert")).to_have_count(0)
    walk.choose(page, "thoughts", *answers)
    alert = [
        heading("You can get help right now", 3),
        HELP,
        within(button("Show my result now")),
    ]
    says(page, node("alert", inside=alert), at=panel)
    expect(page.locator(panel).get_by_role("alert")).to_have_count(1)


def test_a_choice_that_clears_others_is_told_and_so_are_questions_that_it_opens(page):
    """Who sees the page sees both: an answer about suicide must not go away without a word."""
    told = page.get_by_role("status")
    walk.begin(page)
    walk.go_to(page, "thoughts")
    walk.choose(page, "thoughts", "no_plan", "self_harm")
    expect(told).to_be_empty()
    walk.choose(page, "thoughts", "none")
    expect(told).to_contain_text("other choices")
    walk.choose(page, "thoughts", "past_attempt")
    expect(told).to_contain_text("None of these", use_inner_text=True)
    walk.choose(page, "thoughts", "past_self_harm")
    expect(told).to_be_empty()
    walk.go_to(page, "last_30_days")
    walk.choose(page, "left", "none")
    walk.choose(page, "left", "ward")
    expect(told).to_contain_text("None of these", use_inner_text=True)
    expect(told).to_contain_text("more to answer below")
    page.click("[data-action=next]")
    expect(told).to_be_empty()


def test_after_danger_each_heading_says_how_to_get_help_at_once(page):
    walk.begin(page)
    walk.go_to(page, "violence", {"thoughts": ["attempt"]})
    asked = page.get_by_role("heading", name=TITLES["violence"])
    expect(asked).to_be_focused()
    expect(asked).to_have_accessible_description(re.compile("^Step .*988 or 911"))
    for way in ("tel:988", "tel:911"):
        expect(page.locator(f".sc-way-out:visible a[href='{way}']")).to_have_count(1)


def test_check_answers(page):
    walk.walk(page, {"who": ["me"]})
    question = {name: re.escape(QUESTIONS[name].text["me"]) for name in ("who", "age")}
    answers = [
        heading("Check your answers"),
        heading(TITLES["about"], 3),
        node("definition", inside=[button(re.compile(f"^Change ?: {question['who']}$"))]),
        node("definition", inside=[button(re.compile(f"^Answer ?: {question['age']}$"))]),
    ]
    says(page, node("region", "Check your answers", inside=answers), button("See my result"))


def test_waiting(page):
    with walk.held_download(page):
        walk.walk(page, walk.SAFE)
        page.click("[data-action=finish]")
        waiting = [heading("One moment"), within(node("progressbar", "Loading"))]
        says(page, node("region", "One moment", inside=waiting), button("Back"))
        expect(page.locator(".wait h2")).to_be_focused()


def test_a_failure_says_what_it_is_and_what_to_do(page):
    page.route(walk.RUNTIME, lambda route: route.abort())
    walk.walk(page, walk.SAFE)
    page.click("[data-action=finish]")
    title = "We can't show your result right now"
    expect(page.get_by_role("heading", name=title)).to_be_focused()
    says(
        page,
        node("region", title, inside=[heading(title), within(button("Try again"))]),
        node("region", "How to read your answers yourself", inside=[HELP]),
        node("region", "Your answers", inside=[heading("Your answers")]),
        button("Clear my answers"),
    )


def test_a_failure_during_the_steps_is_told_and_leaves_the_focus(page):
    page.route(walk.RUNTIME, lambda route: route.abort())
    walk.begin(page)
    failed = page.locator("[data-failed]")
    expect(failed).to_be_visible()
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.evaluate("() => document.activeElement.id") == "step-about"


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"danger_now": ["medical"]}, "emergency_now"),
        (walk.SAFE | {"managing": ["cannot"]}, "higher_level_first"),
    ],
)
def test_a_result(page, answers, outcome):
    walk.walk(page, {"who": ["me"]} | answers)
    walk.finish(page)
    assert page.evaluate("() => document.activeElement.dataset.outcome") == outcome
    page.get_by_text("Why this result").click()
    said = OUTCOMES[outcome]
    told = json.loads(result(json.dumps({"responses": {"who": ["me"]} | answers})))["steps"]
    steps = [
        node("listitem", inside=[[f"- text: {json.dumps(said['next_steps'][place]['me'])}"]])
        for place in told
    ]
    assert 1 < len(steps) < len(said["next_steps"])
    # Those that may wait are folded where there are two of them behind the first two.
    waits = [bool(said["next_steps"][place].get("later")) for place in told]
    folds = sum(waits[2:]) > 1
    steps = [one for at, one in enumerate(steps) if not (folds and at > 1 and waits[at])]
    title = heading(said["title"]["me"])
    is_emergency = outcome == "emergency_now"
    call = node("listitem", inside=[node("link", re.compile("^Call 911"))])
    top = [node("heading", "Call 911 now"), node("list", inside=[call])] if is_emergency else []
    folded = [heading("Why this result", 3), heading("The answers that led here", 4)]
    sheet = [
        *top,
        title,
        heading("What to do next", 3),
        node("list", inside=steps),
        node("group", inside=folded),
    ]
    says(page, node("region", said["title"]["me"], inside=sheet), button("Print"))


LEVELS = """() => [...document.querySelectorAll('main :is(h1, h2, h3, h4)')]
  .filter((e) => e.checkVisibility())
  .map((e) => [Number(e.tagName[1]), e.textContent.trim(), e.id])"""


@pytest.mark.parametrize(
    "answers", [walk.DANGER, {"thoughts": ["attempt"]}, {"managing": ["cannot"]}]
)
def test_who_moves_by_headings_meets_every_part_of_a_result(page, answers):
    """Each fold, the way to print, and nothing before the title that is below its level."""
    walk.walk(page, walk.SAFE | answers)
    walk.finish(page)
    found = [one for one in page.evaluate(LEVELS) if one[0] > 1]
    levels = [level for level, _, _ in found]
    title = [place for _, _, place in found].index("sc-result-title")
    assert set(levels[: title + 1]) == {2}
    assert all(below - above <= 1 for above, below in pairwise(levels))
    headings = {words for _, words, _ in found}
    folds = page.locator("section[data-outcome] summary:visible").all_text_contents()
    assert folds
    assert {words.strip() for words in folds} <= headings
    assert page.locator(".sc-private").get_by_role("heading").count() == 1
