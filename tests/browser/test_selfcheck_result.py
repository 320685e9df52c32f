"""The result, what it shows first, what can be taken along, and what is left behind: nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from checker.model import CONFLICTS, EVERYONE, OUTCOMES, QUESTIONS, WISHES
from tests.browser import walk

DANGER = {"danger_now": ["medical"]}

# Python is asked by the page's own code; this notes which of its questions has been answered.
NOTE_ANSWERS = """
window.asked = window.answered = 0;
window.Worker = class extends Worker {
  constructor(script) {
    super(script);
    this.addEventListener('message', ({ data }) => { window.answered = data.id ?? 0; });
  }
  postMessage(message, ...rest) {
    window.asked = message.id ?? 0;
    super.postMessage(message, ...rest);
  }
};
"""
UNTIL_ANSWERED = """() => new Promise((done) => {
  const look = () => (asked && asked === answered ? done() : requestAnimationFrame(look));
  look();
})"""
PRESS_AND_LOOK = """(press) => {
  for (const selector of press) document.querySelector(selector).click();
  return document.querySelector('section[data-outcome]')?.dataset.outcome;
}"""


def test_the_result_of_the_answers_as_they_stand_is_there_before_it_is_asked_for(page):
    page.add_init_script(NOTE_ANSWERS)
    walk.walk(page, walk.TEEN)
    page.evaluate(UNTIL_ANSWERED)
    assert page.evaluate(PRESS_AND_LOOK, ["[data-action=finish]"]) == "teen_route"


def test_what_was_read_ahead_is_not_shown_for_other_answers(page):
    page.add_init_script(NOTE_ANSWERS)
    walk.begin(page)
    walk.go_to(page, "danger", walk.SAFE)
    page.evaluate(UNTIL_ANSWERED)
    changed = ["#q-danger_now-medical", "[data-step=danger] [data-action=finish-now]"]
    assert page.evaluate(PRESS_AND_LOOK, changed) is None
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
    walk.walk(page, DANGER)
    assert walk.finish(page) == "emergency_now"
    sheet = page.locator("[data-outcome=emergency_now]")
    banners = sheet.locator("[data-banner]").evaluate_all(
        "(all) => all.map((b) => b.dataset.banner)"
    )
    assert banners[:2] == ["call_911", "crisis_988"]
    call = sheet.locator("a[href='tel:911']").first.bounding_box()
    assert call["y"] < sheet.locator("h2").bounding_box()["y"]
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


def test_paper_shows_the_persons_words(page):
    """That it names no outcome is shown for every result in test_selfcheck_states.py."""
    walk.walk(page, walk.SAFE | {"thoughts": ["no_plan"]})
    walk.finish(page)
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang])")
    expect(paper).to_be_visible()
    expect(page.locator("[data-outcome]")).to_be_hidden()
    seen = page.locator("body").inner_text()
    assert page.locator("label[for=q-thoughts-no_plan] [data-voice=me]").text_content() in seen
    private = [name for name in walk.SAFE if is_private(name)]
    assert paper.locator("dt").count() == len(walk.SAFE) - len(private)
    steps = page.locator("[data-outcome] .next-steps > li:not([data-private])")
    assert paper.locator("[data-part=next] > ul > li").count() == steps.count() > 0


def is_private(name):
    return QUESTIONS[name].screen == "violence" or name == "home_safe"


@pytest.mark.parametrize("included", [False, True])
def test_answers_about_violence_leave_the_page_only_when_asked_for(page, tmp_path, included):
    person = walk.example("unsafe_home")
    walk.walk(page, person["answers"])
    assert walk.finish(page) == person["outcome"]
    choice = page.locator("[data-private-choice]")
    expect(choice).to_be_visible()
    if included:
        choice.locator("label").click()
    with page.expect_download() as saved:
        page.click("[data-action=download]")
    saved.value.save_as(tmp_path / "file")
    links = [g["linkId"] for g in response_in(tmp_path / "file")["item"]]
    assert ("violence" in links) == included
    answered = [i["linkId"] for g in response_in(tmp_path / "file")["item"] for i in g["item"]]
    assert ("taking_part/home_safe" in answered) == included
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang])").inner_text()
    question = page.locator("fieldset[data-question=violence] legend [data-voice=me]")
    assert (question.text_content() in paper) == included
    assert ("How is home?" in paper) == included
    assert ("Call 911 if it gets worse" in paper) == included, "this step alone would tell"
    assert ("1-800-799-7233" in paper) == included
    assert "911" in paper


@pytest.mark.parametrize("home", ["afraid", "unsafe", "no_place"])
def test_that_home_is_unsafe_is_never_on_paper_unasked(page, home):
    walk.walk(page, walk.EVERYONE | {"home_safe": [home]})
    walk.finish(page)
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang])").inner_text()
    assert "How is home?" not in paper
    assert page.locator(f"label[for=q-home_safe-{home}]").text_content().strip() not in paper
    assert "Domestic Violence" not in paper


def test_a_reason_that_names_violence_among_others_is_not_on_paper_unasked(page):
    answers = {"thoughts": ["better_off_dead"], "means": ["yes"], "violence": ["yes"]}
    walk.walk(page, walk.SAFE | answers)
    assert walk.finish(page) == "emergency_now"
    assert "violence" in page.locator("[data-slot=result]").text_content()
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang])").inner_text()
    assert "violence" not in paper
    assert "hurts" not in paper
    assert "Call 911 now" in paper


def response_in(file):
    bundle = json.loads(file.read_text("utf-8"))
    return bundle["entry"][1]["resource"]


def test_a_result_without_such_answers_does_not_speak_of_them(page):
    answers = {name: given for name, given in walk.SAFE.items() if not is_private(name)}
    walk.walk(page, answers)
    walk.finish(page)
    expect(page.locator("[data-private-choice]")).to_be_hidden()


def pages_of(page):
    paper = page.pdf(format="Letter", print_background=False)
    assert re.findall(rb"/Title \((.*?)\)", paper) == [page.title().encode()]
    return len(re.findall(rb"/Type\s*/Page\b", paper))


def test_a_usual_result_fits_on_one_sheet_of_paper(page):
    walk.walk(page, walk.example("typical")["answers"])
    walk.finish(page)
    assert pages_of(page) == 1


def test_all_answers_fit_on_two_sheets_of_paper(page):
    answers = {
        name: [o.id for o in asked.options if not o.exclusive][: 1 if asked.kind == "one" else None]
        for name, asked in QUESTIONS.items()
    }
    walk.walk(page, answers)
    walk.finish(page)
    assert 1 <= pages_of(page) <= 2


def test_print_opens_the_browsers_dialog(page):
    page.add_init_script("window.print = () => document.documentElement.setAttribute('data-p', '')")
    walk.walk(page, DANGER)
    walk.finish(page)
    page.click("[data-action=print]")
    expect(page.locator("html[data-p]")).to_have_count(1)


def test_where_a_browser_cannot_print_no_button_offers_it(page):
    page.add_init_script("delete Window.prototype.print; window.print = undefined")
    walk.walk(page, DANGER)
    walk.finish(page)
    expect(page.locator("[data-action=download]")).to_be_visible()
    expect(page.locator("[data-action=print]")).to_have_count(0)


def test_the_file_holds_the_answers_and_its_name_says_nothing(page):
    walk.walk(page, walk.SAFE | {"thoughts": ["attempt"]})
    walk.finish(page)
    with page.expect_download() as waiting:
        page.click("[data-action=download]")
    saved = waiting.value
    assert saved.suggested_filename == "checklist.json"
    text = Path(saved.path()).read_text("utf-8")
    labels = {words for outcome in OUTCOMES.values() for words in outcome["title"].values()}
    assert [label for label in {*OUTCOMES, *labels} if label in text] == []
    bundle = json.loads(text)
    kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
    assert kinds == ["Questionnaire", "QuestionnaireResponse"]
    assert "attempt" in json.dumps(bundle["entry"][1])


def test_clear_forgets_everything(page):
    walk.walk(page, walk.SAFE)
    with walk.ended_worker(page):
        walk.finish(page)
    walk.clear(page)
    expect(page.locator("[data-action=start]")).to_be_visible()
    assert walk.checked(page) == []
    assert walk.state(page) == "idle"
    assert page.locator("[data-outcome], .answers__row, [data-sheet]").count() == 0
    page.click("[data-action=start]")
    assert walk.screen(page) == "about"


def test_start_right_after_clear_starts_and_back_leads_to_the_start(page):
    page.goto("help-now/")
    walk.walk(page, DANGER)
    walk.finish(page)
    with walk.moved(page):
        page.evaluate(PRESS_AND_LOOK, ["[data-action=clear]", "[data-action=start]"])
    assert walk.screen(page) == "about"
    page.click("[data-action=next]")
    for wanted in ("[data-step=about]", "[data-action=start]"):
        page.go_back()
        expect(page.locator(wanted)).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile("/help-now/$"))


def test_answers_leave_no_mark_on_the_browser(page):
    page.goto("self-check/")
    before = page.evaluate("() => [location.href, document.title]")
    walk.walk(page, walk.SAFE | {"thoughts": ["attempt"]})
    walk.finish(page)
    assert page.evaluate("() => [location.href, document.title]") == before
    traces = (
        "() => [history.state, localStorage.length, sessionStorage.length, document.cookie, name]"
    )
    assert page.evaluate(traces) == [None, 0, 0, "", ""]


def test_coming_back_shows_an_empty_form(page):
    walk.begin(page)
    walk.go_to(page, "thoughts", walk.SAFE)
    page.goto("help-now/")
    page.go_back()
    expect(page.locator("[data-action=start]")).to_be_visible()
    assert walk.checked(page) == []


def test_reloading_shows_an_empty_form(page):
    walk.begin(page)
    walk.go_to(page, "thoughts", walk.SAFE)
    page.reload()
    expect(page.locator("[data-action=start]")).to_be_visible()
    assert walk.checked(page) == []


@pytest.mark.parametrize("event", ["pagehide", "pageshow"])
def test_a_page_that_the_browser_keeps_in_memory_is_emptied(page, event):
    walk.begin(page)
    walk.go_to(page, "thoughts", walk.SAFE)
    # Playwright turns the browser's own page cache off: these are the events that it would send.
    with walk.ended_worker(page):
        page.evaluate(
            "(e) => dispatchEvent(new PageTransitionEvent(e, { persisted: true }))", event
        )
    expect(page.locator("[data-action=start]")).to_be_visible()
    assert walk.checked(page) == []


@pytest.fixture
def neutral(page):
    """Stands in for the site that Leave opens: this machine has no way to it."""
    page.goto("self-check/")
    address = page.locator(walk.FORM).get_attribute("data-leave-url")
    page.context.route(address, lambda route: route.fulfill(body="the weather"))
    return address


@pytest.mark.parametrize("way", ["button", "keys", "dialog"])
def test_after_leaving_back_leads_to_what_was_open_before_the_check(page, neutral, way):
    page.goto("iop/")
    walk.begin(page)
    walk.go_to(page, "thoughts", walk.SAFE)
    if way == "keys":
        for _ in range(3):
            page.keyboard.press("Shift")
    elif way == "dialog":
        page.click("[data-help]:visible")
        page.click("dialog [data-action=leave]")
    else:
        page.click(".leave-bar [data-action=leave]")
    page.wait_for_url(neutral)
    page.go_back()
    page.wait_for_url("**/iop/")
    page.evaluate("() => history.forward()")
    page.wait_for_url(neutral)


def test_shift_is_counted_aloud_and_only_when_pressed_alone(page):
    walk.begin(page)
    status = page.locator("[data-status]")
    page.keyboard.press("Shift")
    expect(status).to_contain_text("two more")
    page.keyboard.press("Shift")
    expect(status).to_contain_text("once more")
    page.keyboard.press("Shift+Tab")
    expect(status).to_contain_text("stay")
    assert walk.screen(page) == "about"
