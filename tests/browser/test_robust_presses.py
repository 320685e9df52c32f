"""What tired, shaking or hurried hands do: double presses, Shift within other keys, no script."""

from __future__ import annotations

import time
from functools import partial

import pytest
from playwright.sync_api import expect

from tests.browser import states, walk


@pytest.fixture
def phone(browser, site_url):
    with browser.new_context(
        base_url=site_url, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    ) as context:
        yield context.new_page()


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def tap_twice(page, locator):
    """Two taps at one place, 150 ms apart by the screen's own clock, however slow this machine is.

    So by DevTools, which says when each touch was; Playwright's taps come when they come.
    """
    locator.scroll_into_view_if_needed()
    x, y = middle(locator)
    touch = page.context.new_cdp_session(page)
    start = time.time()
    for at in (0, 0.15):
        for kind, points, later in (("touchStart", [{"x": x, "y": y}], 0), ("touchEnd", [], 0.04)):
            touch.send(
                "Input.dispatchTouchEvent",
                {"type": kind, "touchPoints": points, "timestamp": start + at + later},
            )


@pytest.mark.parametrize("steps", range(6))
def test_a_double_tap_on_next_goes_one_step_and_answers_nothing(phone, steps):
    walk.begin(phone)
    for _ in range(steps):
        phone.keyboard.press("Tab")  # a key between two presses: the next press is a new one
        phone.locator("[data-action=next]").evaluate("(button) => button.click()")
    before = walk.screen(phone)
    tap_twice(phone, phone.locator("[data-action=next]"))
    expect(phone.locator(f"[data-step={before}]")).to_be_hidden()
    names = phone.locator("[data-step]").evaluate_all("(all) => all.map((s) => s.dataset.step)")
    assert names.index(walk.screen(phone)) >= names.index(before) + 1
    assert walk.checked(phone) == []


def test_a_double_tap_on_start_answers_nothing(phone):
    phone.goto("self-check/")
    start = phone.locator("[data-action=start]:enabled")
    start.wait_for()
    tap_twice(phone, start)
    expect(phone.locator("[data-step]").first).to_be_visible()
    assert walk.checked(phone) == []


def click_twice(page, locator):
    """A double click: the second press lands on whatever has come under the pointer."""
    locator.scroll_into_view_if_needed()
    page.mouse.dblclick(*middle(locator))


@pytest.fixture(params=["two taps", "a double click"])
def hasty(request, browser, site_url):
    """A page, and how a tired or shaking hand presses a button on it."""
    by_touch = request.param == "two taps"
    width, height = (360, 740) if by_touch else (1366, 768)
    with browser.new_context(
        base_url=site_url,
        viewport={"width": width, "height": height},
        has_touch=by_touch,
        is_mobile=by_touch,
    ) as context:
        page = context.new_page()
        yield page, partial(tap_twice if by_touch else click_twice, page)


@pytest.mark.parametrize("screen", ["about", "danger", "violence"])
def test_a_double_press_on_next_never_answers_what_comes(hasty, screen):
    page, press_twice = hasty
    states.hurry(page, {}, screen)
    press_twice(page.locator("[data-action=next]"))
    expect(page.locator(f"[data-step={screen}]")).to_be_hidden()
    assert walk.checked(page) == []


def test_a_double_press_on_back_goes_one_step_back(hasty):
    page, press_twice = hasty
    states.hurry(page, {}, "danger")
    before = walk.screen(page)
    page.locator("[data-action=next]").evaluate("(button) => button.click()")
    press_twice(page.locator("[data-action=back]"))
    walk.comes_to(page, before)
    assert walk.checked(page) == []


COUNT_PRESSES = """(form) => {
  window.pressed = 0;
  form.addEventListener('click', ({ target }) => { window.pressed += target === form ? 0 : 1; });
}"""


@pytest.mark.parametrize("action", ["change", "finish", "ask-clear"])
def test_a_double_press_on_the_list_of_answers_changes_none(hasty, action):
    page, press_twice = hasty
    states.hurry(page, walk.TEEN)
    given = walk.checked(page)
    page.locator(walk.FORM).evaluate(COUNT_PRESSES)
    press_twice(page.locator(f"[data-action={action}]:visible").first)
    if action == "ask-clear":
        expect(page.locator("dialog[data-dialog=clear]")).to_be_visible()
    elif action == "finish":
        page.locator("[data-outcome]").wait_for(timeout=walk.LOAD)
    else:
        assert walk.screen(page)
    assert page.evaluate("() => pressed") == 1
    assert walk.checked(page) == given


def test_a_double_press_on_clear_does_not_start_again(hasty):
    page, press_twice = hasty
    states.hurry(page, walk.TEEN)
    page.locator("[data-action=ask-clear]:visible").evaluate("(button) => button.click()")
    page.locator(walk.FORM).evaluate(COUNT_PRESSES)
    press_twice(page.locator("[data-action=clear]"))
    expect(page.locator("[data-action=start]")).to_be_visible()
    assert page.evaluate("() => pressed") == 1
    assert walk.view(page) == "start"
    assert walk.checked(page) == []


def test_the_keyboard_may_be_as_quick_as_it_likes(page):
    walk.begin(page)
    page.locator("[data-action=next]").focus()
    before = walk.screen(page)
    page.keyboard.press("Enter")
    page.locator("[data-action=next]").focus()
    page.keyboard.press("Enter")
    names = page.locator("[data-step]").evaluate_all("(all) => all.map((s) => s.dataset.step)")
    assert names.index(walk.screen(page)) >= names.index(before) + 2


@pytest.mark.parametrize("other", ["Alt", "Control", "Meta"])
def test_shift_within_other_keys_does_not_leave(page, other):
    walk.begin(page)
    page.keyboard.down(other)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.keyboard.up(other)
    assert walk.view(page) == "steps"
    assert page.evaluate("() => document.body.hidden") is False


def test_shift_with_the_wheel_does_not_leave(page):
    walk.begin(page)
    for _ in range(3):
        page.keyboard.down("Shift")
        page.mouse.wheel(0, 1)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done(true)))")
        page.keyboard.up("Shift")
    assert walk.view(page) == "steps"


def test_a_check_whose_script_is_missing_says_so(page):
    page.route("**/templates.js", lambda route: route.abort())
    page.goto("self-check/")
    expect(page.locator("[data-action=start]")).to_be_disabled()
    expect(page.locator(".sc-slow")).to_be_visible()
    expect(page.locator(".sc-slow a")).to_have_attribute("href", "")


def test_any_module_that_does_not_arrive_is_noticed(page, root):
    """The one above waits for the words; here it is seen that they will come for each module."""
    page.goto("self-check/")
    page.locator("[data-action=start]:enabled").wait_for()
    asked = page.evaluate(
        "() => performance.getEntriesByType('resource').map((e) => e.name)"
        ".filter((name) => name.endsWith('.js')).map((name) => name.split('/selfcheck/')[1])"
    )
    modules = [f"page/{file.name}" for file in (root / "checker/browser/page").glob("*.js")]
    assert set(modules) - set(asked) == {"page/instruments.js"}
    for module in asked:
        page.route(f"**/selfcheck/{module}", lambda route: route.abort())
        page.goto("self-check/")
        expect(page.locator("[data-action=start]"), module).to_be_disabled()
        words = page.locator(".sc-slow")
        assert words.evaluate("(e) => e.getAnimations().length") == 1, module
        page.unroute(f"**/selfcheck/{module}")


def test_a_check_whose_script_is_there_says_nothing_of_it(page):
    page.goto("self-check/")
    page.locator("[data-action=start]:enabled").wait_for()
    expect(page.locator(".sc-slow")).to_be_hidden()
    assert page.locator(".sc-slow").evaluate("(e) => e.getAnimations().length") == 0


@pytest.mark.parametrize("height", [560, 640, 740])
def test_a_danger_does_not_make_the_page_jump(phone, height):
    phone.set_viewport_size({"width": 360, "height": height})
    walk.begin(phone)
    walk.go_to(phone, "violence", walk.SAFE)
    yes = phone.locator("label[for=q-violence-yes]")
    yes.scroll_into_view_if_needed()
    before = yes.bounding_box()["y"]
    phone.touchscreen.tap(*middle(yes))
    expect(walk.question(phone, "violence").locator("[data-crisis]")).to_be_visible()
    assert abs(yes.bounding_box()["y"] - before) < 8
