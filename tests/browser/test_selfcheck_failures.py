"""When something does not work: a plain message, the guide, crisis lines, and no lost answer."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import walk

NO_WASM = "delete globalThis.WebAssembly"
# A real worker that ends whenever it is asked, as on a phone that is short of memory.
ENDS_WHEN_ASKED = """
window.ends = 0;
window.Worker = class extends Worker {
  postMessage(message, ...rest) {
    if (message.type !== 'evaluate') return super.postMessage(message, ...rest);
    queueMicrotask(() => { window.ends += 1; this.dispatchEvent(new ErrorEvent('error')); });
  }
};
"""
UNTIL_REPLACED_ONCE = """() => new Promise((done) => {
  const look = () => (ends === 2 ? done() : requestAnimationFrame(look));
  look();
})"""


def crisis_lines_show(page):
    for way in ("tel:911", "tel:988", "sms:988"):
        expect(page.locator(f"[data-guide] a[href='{way}']")).to_be_visible()


def test_a_broken_download_is_said_and_nothing_is_lost(page):
    page.route(walk.RUNTIME, lambda route: route.abort())
    walk.begin(page)
    expect(page.locator(f"{walk.FORM}[data-state=failed]")).to_be_visible()
    expect(page.locator("[data-failure=network]")).to_be_visible()
    crisis_lines_show(page)
    walk.choose(page, "who", "them")
    page.click("[data-action=next]")
    assert walk.screen(page) == "danger"
    assert walk.checked(page) == ["who:them"]


def test_asking_for_the_result_then_shows_the_answers_and_the_guide(page):
    page.route(walk.RUNTIME, lambda route: route.fulfill(status=404))
    walk.walk(page, walk.SAFE)
    page.click("[data-action=finish]")
    expect(page.locator("[data-failed] h2")).to_be_focused()
    expect(page.locator("[data-slot=failed-answers] .answers__row").first).to_be_visible()
    crisis_lines_show(page)
    page.unroute(walk.RUNTIME)
    page.click("[data-action=retry]")
    page.locator("[data-outcome]").wait_for(timeout=walk.LOAD)
    assert walk.state(page) == "ready"


def test_a_browser_that_cannot_run_it_is_told_so(page):
    page.add_init_script(NO_WASM)
    walk.begin(page)
    expect(page.locator("[data-failure=unsupported]")).to_be_visible()
    crisis_lines_show(page)


def test_a_changed_file_is_refused(page):
    page.route("**/runtime/*.zip", lambda route: route.fulfill(body="not what was built"))
    walk.begin(page)
    expect(page.locator(f"{walk.FORM}[data-state=failed]")).to_be_visible()


def test_the_wait_for_a_slow_download_is_explained_and_ends_by_itself(page):
    with walk.held_download(page) as release:
        walk.walk(page, walk.SAFE)
        page.click("[data-action=finish]")
        expect(page.locator(".wait h2")).to_be_focused()
        release()
        page.locator("[data-outcome]").wait_for(timeout=walk.LOAD)


def test_reading_ahead_gives_up_where_it_fails_and_the_person_is_still_answered(page):
    page.add_init_script(ENDS_WHEN_ASKED)
    walk.begin(page)
    page.evaluate(UNTIL_REPLACED_ONCE)
    walk.go_on(page, walk.SAFE)
    page.click("[data-action=finish]")
    expect(page.locator("[data-failure=other]")).to_be_visible(timeout=walk.LOAD)
    assert page.evaluate("() => ends") == 4  # twice unasked at first, twice when asked for
    crisis_lines_show(page)


def test_going_back_from_the_wait_does_not_bring_a_late_result(page):
    page.add_init_script(walk.NOTE_ANSWERS)
    with walk.held_download(page) as release:
        walk.walk(page, walk.SAFE)
        page.click("[data-action=finish]")
        page.click("[data-action=back]")
        assert walk.view(page) == "check"
        release()
        page.evaluate(walk.UNTIL_ANSWERED)
    assert walk.state(page) == "ready"
    assert walk.view(page) == "check"


def test_without_its_script_the_page_becomes_a_list(page):
    page.route("**/selfcheck.js", lambda route: route.abort())
    page.goto("self-check/")
    expect(page.locator("[data-step=bring]")).to_be_visible()
    crisis_lines_show(page)


@pytest.fixture
def plain(browser, site_url):
    """A phone whose browser runs no script."""
    context = browser.new_context(
        base_url=site_url, viewport={"width": 360, "height": 780}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto("self-check/")
    yield page
    context.close()


def test_without_scripts_every_question_and_the_guide_can_be_read(plain):
    questions = plain.locator("fieldset[data-question]")
    assert questions.count() > 20
    for field in questions.all():
        expect(field).to_be_visible()
    crisis_lines_show(plain)
    for button in plain.locator("[data-action]").all():
        expect(button).to_be_hidden()


def test_without_scripts_danger_opens_the_panel_at_once(plain):
    panel = plain.locator("[data-question=danger_now] [data-crisis]")
    expect(panel).to_be_hidden()
    walk.choose(plain, "danger_now", "medical")
    expect(panel).to_be_in_viewport()
    for way in ("tel:911", "tel:988", "sms:988"):
        link = panel.locator(f"a[href='{way}']")
        assert link.bounding_box()["height"] >= 44
    assert panel.locator("a[href^=https]").count()


def test_every_dangerous_answer_opens_its_panel(plain):
    for danger in plain.locator("[data-danger]").all():
        name, value = danger.get_attribute("name"), danger.get_attribute("value")
        walk.choose(plain, name, value)
        expect(plain.locator(f"[data-question={name}] [data-crisis]")).to_be_visible()


def test_without_scripts_the_words_turn_to_the_other_person(plain):
    walk.choose(plain, "who", "them")
    expect(plain.locator("[data-step=danger] [data-voice=me]:visible")).to_have_count(0)
