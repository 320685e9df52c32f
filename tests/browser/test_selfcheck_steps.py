"""Going through the questions: one screen at a time, forward, back, and without losing a word."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import walk

NO_USE = {"substances": ["none"]}
USE = {"substances": ["alcohol"]}
ME = {"who": ["me"], "age": ["adult"]}
CARE = {"care": ["now", "before"]}


def count(page):
    words = page.locator(".step-head__count").inner_text().split()
    return int(words[1]), int(words[3])


def test_the_first_question_does_not_wait_for_the_download(page):
    with walk.held_download(page):
        walk.begin(page)
        assert walk.screen(page) == "about"
        assert walk.state(page) == "loading"


def test_nothing_of_the_runtime_is_asked_for_before_start(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("self-check/")
    page.locator("[data-action=start]:enabled").wait_for()
    assert not [url for url in asked if walk.RUNTIME.search(url)]


def test_each_step_shows_one_screen_and_leads_the_focus_to_its_heading(page):
    walk.begin(page)
    for _ in range(4):
        focused = page.evaluate("() => document.activeElement.id")
        assert focused == f"step-{walk.screen(page)}"
        page.click("[data-action=next]")


def test_every_question_can_be_skipped(page):
    walk.begin(page)
    walk.click_through(page, {})
    assert walk.view(page) == "check"
    assert walk.checked(page) == []


@pytest.mark.parametrize(("answers", "fewer"), [(NO_USE, True), (USE | CARE, False), ({}, True)])
def test_progress_tells_the_truth_when_screens_fall_away(page, answers, fewer):
    walk.begin(page)
    expect(page.locator("#sc-count")).to_have_text("Step 1", use_inner_text=True)
    walk.answer_screen(page, ME | answers)
    _, total = count(page)
    steps = []
    while walk.screen(page):
        steps.append(count(page))
        walk.answer_screen(page, answers)
        page.click("[data-action=next]")
    last, told = steps[-1]
    assert [number for number, _ in steps] == list(range(1, len(steps) + 1))
    assert last == told
    assert (told < total) == fewer


def test_the_count_follows_an_answer_at_once(page):
    walk.begin(page)
    walk.go_to(page, "substances")
    _, before = count(page)
    walk.choose(page, "substances", "none")
    _, after = count(page)
    assert after < before


def test_a_question_shows_only_after_the_answer_that_asks_for_it(page):
    walk.begin(page)
    walk.go_to(page, "staying_safe")
    expect(walk.question(page, "reach_out")).to_be_hidden()
    page.click("[data-action=back]")
    walk.choose(page, "thoughts", "better_off_dead")
    page.click("[data-action=next]")
    expect(walk.question(page, "reach_out")).to_be_visible()


def test_none_of_these_stands_alone(page):
    walk.begin(page)
    walk.go_to(page, "danger")
    walk.choose(page, "danger_now", "medical", "immediate_danger", "none")
    assert walk.checked(page) == ["danger_now:none"]
    walk.choose(page, "danger_now", "medical")
    assert walk.checked(page) == ["danger_now:medical"]
    walk.choose(page, "danger_now", "immediate_danger")
    assert walk.checked(page) == ["danger_now:medical", "danger_now:immediate_danger"]


@pytest.mark.parametrize("way", ["button", "browser"])
def test_going_back_keeps_every_answer(page, way):
    walk.begin(page)
    walk.go_to(page, "substances", walk.SAFE)
    given = walk.checked(page)
    for wanted in ("body_and_home", "violence", "staying_safe", "thoughts", "danger", "about"):
        if way == "button":
            page.click("[data-action=back]")
        else:
            page.go_back()
        walk.comes_to(page, wanted)
    assert walk.checked(page) == given


def test_forward_in_the_browser_goes_forward(page):
    walk.begin(page)
    walk.go_to(page, "thoughts")
    for wanted in ("danger", "about"):
        page.go_back()
        walk.comes_to(page, wanted)
    page.go_forward()
    walk.comes_to(page, "danger")


def test_the_skip_link_is_not_taken_for_a_step(page):
    walk.begin(page)
    walk.go_to(page, "thoughts")
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#"))
    assert walk.screen(page) == "thoughts"
    page.click("[data-action=back]")
    expect(page).not_to_have_url(re.compile("#"))  # the link's own entry
    assert walk.screen(page) == "thoughts"
    page.click("[data-action=back]")
    walk.comes_to(page, "danger")


def test_change_leads_to_the_question_and_back_to_the_list(page):
    walk.begin(page)
    walk.click_through(page, walk.SAFE)
    page.locator("[data-action=change][data-to=age]").click()
    assert walk.screen(page) == "about"
    assert page.evaluate("() => document.activeElement.name") == "age"
    walk.choose(page, "age", "under_18")
    page.click("[data-action=next]")
    assert walk.view(page) == "check"
    assert "age:under_18" in walk.checked(page)


def test_a_changed_answer_leads_to_the_questions_that_it_opens(page):
    walk.begin(page)
    walk.click_through(page, walk.SAFE)
    page.locator("[data-action=change][data-to=substances]").click()
    walk.choose(page, "substances", "alcohol")
    met = []
    page.click("[data-action=next]")
    while walk.screen(page):
        met.append(walk.screen(page))
        page.click("[data-action=next]")
    assert met == ["stopping", "use"]


def test_the_list_shows_answers_that_count_and_open_questions(page):
    walk.begin(page)
    walk.click_through(page, USE | {"daily_alcohol": ["daily"], "age": ["adult"]})
    page.locator("[data-action=change][data-to=substances]").click()
    walk.choose(page, "substances", "none")
    page.click("[data-action=next]")
    rows = page.locator(".answers__row")
    asked = rows.locator("[data-action=change]").evaluate_all(
        "(all) => all.map((b) => b.dataset.to)"
    )
    assert "daily_alcohol" not in asked
    assert {"who", "age", "substances", "feelings"} <= set(asked)
    assert rows.filter(has=page.locator("[data-to=who]")).locator(".sc-open").count() == 1
    assert rows.filter(has=page.locator("[data-to=age]")).locator(".sc-open").count() == 0
    verbs = [page.locator(f"[data-to={name}] [data-slot=verb]").inner_text() for name in asked]
    assert verbs[asked.index("who")] != verbs[asked.index("age")]


@pytest.mark.parametrize(
    ("answers", "voice"),
    [
        ({"who": ["them"]}, "them"),
        ({"who": ["me"]}, "me"),
        ({"who": ["me"], "age": ["under_18"]}, "teen"),
    ],
)
def test_questions_speak_to_whoever_answers(page, answers, voice):
    walk.begin(page)
    walk.go_to(page, "danger", answers)
    assert page.locator(walk.FORM).get_attribute("data-audience") == voice
    shown = page.locator("[data-step=danger] [data-voice]:visible")
    voices = set(shown.evaluate_all("(all) => all.map((span) => span.dataset.voice)"))
    assert voices == {"them" if voice == "them" else "me"}
