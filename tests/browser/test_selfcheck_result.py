"""The result: when it is read, and what it shows first."""

from __future__ import annotations

from playwright.sync_api import expect

from checker.examples import EVERYONE
from checker.model import CONFLICTS, OUTCOMES, QUESTIONS, WISHES
from tests.browser import walk


def test_the_result_of_the_answers_as_they_stand_is_there_before_it_is_asked_for(page):
    page.add_init_script(walk.NOTE_ANSWERS)
    walk.walk(page, walk.TEEN)
    page.evaluate(walk.UNTIL_ANSWERED)
    assert page.evaluate(walk.PRESS_AND_LOOK, ["[data-action=finish]"]) == "teen_route"


def test_what_was_read_ahead_is_not_shown_for_other_answers(page):
    page.add_init_script(walk.NOTE_ANSWERS)
    walk.begin(page)
    walk.go_to(page, "danger", walk.SAFE)
    page.evaluate(walk.UNTIL_ANSWERED)
    changed = ["#q-danger_now-medical", "[data-step=danger] [data-action=finish-now]"]
    assert page.evaluate(walk.PRESS_AND_LOOK, changed) is None
    sheet = page.locator("section[data-outcome]")
    sheet.wait_for(timeout=walk.LOAD)
    assert sheet.get_attribute("data-outcome") == "emergency_now"


def test_the_result_names_the_answers_that_led_to_it(page):
    walk.walk(page, walk.SAFE | {"thoughts": ["no_plan"]})
    assert walk.finish(page) == "urgent_same_day"
    reason = page.locator("[data-because=x_suicidal_thoughts_no_plan]")
    card = page.locator("label[for=q-thoughts-no_plan] [data-voice=me]")
    assert reason.text_content() == card.text_content()
    assert page.evaluate("() => document.activeElement.dataset.outcome") == "urgent_same_day"


def test_nothing_stands_above_help_when_a_life_is_at_risk(page):
    walk.walk(page, walk.DANGER)
    assert walk.finish(page) == "emergency_now"
    sheet = page.locator("[data-outcome=emergency_now]")
    banners = sheet.locator("[data-banner]").evaluate_all(
        "(all) => all.map((b) => b.dataset.banner)"
    )
    assert banners[:2] == ["call_911", "crisis_988"]
    call = sheet.locator("a[href='tel:911']").first.bounding_box()
    assert call["y"] < sheet.locator(".result__title").bounding_box()["y"]
    assert call["y"] + call["height"] < page.viewport_size["height"]
    assert not sheet.locator("a[href^=http]").filter(has_text="FindTreatment").count()


def test_a_result_about_another_person_speaks_of_them(page):
    walk.walk(page, walk.THEM)
    assert walk.finish(page) == "loved_one_guidance"
    expect(page.locator("[data-outcome] [data-voice=me]:visible")).to_have_count(0)
    expect(page.locator("[data-banner=second_hand]")).to_be_visible()


def test_open_questions_can_be_gone_to_from_the_result(page):
    answers = {name: given for name, given in walk.SAFE.items() if name != "thoughts"}
    walk.walk(page, answers)
    assert walk.finish(page) == "not_enough_answers"
    expect(page.locator("[data-banner=finish_safety]")).to_be_visible()
    page.locator("[data-part=missing] [data-to=thoughts]").click()
    assert walk.screen(page) == "thoughts"


def test_the_result_says_what_does_not_fit_and_what_would_have_changed_it(page):
    answers = {"care": ["now"], "care_now": ["works", "same_or_worse"], "ride": ["no"]}
    walk.walk(page, EVERYONE | answers)
    assert walk.finish(page) == "iop_supports_missing"
    reading = CONFLICTS["weekly_care_works_or_not"]["text"]["me"]
    options = {option.id: option.text["me"] for option in QUESTIONS["care_now"].options}
    conflict = page.locator("[data-part=conflicts]")
    for words in (reading, *(options[name] for name in answers["care_now"])):
        expect(conflict).to_contain_text(words)
    ride, better = WISHES["lc_reliable_transport"]["text"]["me"], OUTCOMES["iop_assess"]["title"]
    would_change = page.locator("[data-slot=change]")
    expect(would_change).to_contain_text(f"If {ride}, the result would be: {better['me']}")
    conflict.locator("[data-to=care_now]").click()
    assert walk.screen(page) == "care_now"


def test_the_worker_ends_with_the_result_and_a_change_needs_no_request(page):
    walk.walk(page, walk.TEEN)
    with walk.ended_worker(page):
        assert walk.finish(page) == "teen_route"
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.click("[data-action=back]")
    page.locator("[data-action=change][data-to=thoughts]").click()
    walk.choose(page, "thoughts", "plan")
    page.click("[data-action=next]")
    assert walk.finish(page) == "emergency_now"
    assert [url for url in asked if not url.startswith("blob:")] == []


def test_a_changed_answer_takes_the_old_result_away(page):
    walk.walk(page, walk.TEEN)
    walk.finish(page)
    page.go_back()
    page.go_back()
    walk.choose(page, "care_other", "same_or_worse")
    expect(page.locator("[data-outcome]")).to_have_count(0)
    page.go_forward()
    expect(page.locator(f"{walk.FORM}[data-view=check]")).to_be_visible()
    with walk.moved(page):
        page.evaluate("() => history.forward()")
    assert walk.view(page) == "check"
