"""For everyone: the keyboard alone, forced colors, browsers that do not know all of our CSS."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import walk


def open_danger(page):
    walk.begin(page)
    walk.go_to(page, "thoughts")
    walk.choose(page, "thoughts", "attempt")


def press_until(page, test, key="Tab"):
    """Press a key until the focus is where this test wants it."""
    for _ in range(60):
        if page.evaluate(f"() => {{ const at = document.activeElement; return {test}; }}"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"the keyboard never reached {test}")


def test_the_keyboard_alone_reaches_a_result(page):
    page.goto("self-check/")
    press_until(page, "at.dataset.action === 'start'")
    page.keyboard.press("Enter")
    press_until(page, "at.name === 'who'")
    page.keyboard.press("Space")
    press_until(page, "at.dataset.action === 'next'")
    page.keyboard.press("Enter")
    press_until(page, "at.name === 'danger_now'")
    page.keyboard.press("Space")
    while walk.screen(page):
        press_until(page, "at.dataset.action === 'next'")
        page.keyboard.press("Enter")
    press_until(page, "at.dataset.action === 'finish'")
    page.keyboard.press("Enter")
    page.locator("[data-outcome=emergency_now]").wait_for(timeout=walk.LOAD)


@pytest.mark.parametrize("size", [(320, 780), (320, 640), (320, 540), (320, 450), (640, 300)])
def test_the_danger_panel_is_in_sight_and_hides_no_focus(page, size):
    """From a tall phone to a small one in a browser with bars above and below, or on its side."""
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    open_danger(page)
    for way in page.locator("[data-question=thoughts] [data-crisis] a:visible").all():
        expect(way).to_be_in_viewport(ratio=1)
    focus_is_free_of_the_panel(page)


def focus_is_free_of_the_panel(page):
    for value in ("attempt", "self_harm", "none", "rather_not_say"):
        press_until(page, f"at.id === 'q-thoughts-{value}'")
        assert not page.evaluate(COVERED), value


COVERED = """() => {
  const card = document.activeElement.labels[0].getBoundingClientRect();
  const question = document.activeElement.closest('fieldset');
  const panel = question.querySelector('[data-crisis]').getBoundingClientRect();
  return card.bottom > panel.top && card.top < panel.bottom;
}"""


@pytest.mark.parametrize("value", ["attempt", "none"])
def test_change_leads_to_the_chosen_answer_and_the_panel_does_not_cover_it(page, value):
    page.set_viewport_size({"width": 360, "height": 640})
    walk.begin(page)
    walk.walk(page, walk.SAFE | {"thoughts": [value]})
    page.click("[data-action=change][data-to=thoughts]")
    assert page.evaluate("() => document.activeElement.id") == f"q-thoughts-{value}"
    assert not page.evaluate(COVERED)


STYLE = """([selector, pseudo, names]) => {
  const style = getComputedStyle(document.querySelector(selector), pseudo || undefined);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
}"""


def style(page, selector, *names, pseudo=""):
    """Computed values of the first element that fits."""
    return page.evaluate(STYLE, [selector, pseudo, list(names)])


def card(name, value):
    return f"label[for=q-{name}-{value}]"


def has_edge(page, selector):
    """Whether a line goes round it in another color than what lies behind."""
    found = style(
        page, selector, "border-top-width", "border-top-style", "border-top-color", "color"
    )
    return (
        float(found["border-top-width"].removesuffix("px")) >= 1
        and found["border-top-style"] == "solid"
        and found["border-top-color"] != style(page, "body", "background-color")["background-color"]
    )


@pytest.fixture
def forced(browser, site_url):
    """A phone whose owner chose a few strong colors for all sites."""
    with browser.new_context(
        base_url=site_url, viewport={"width": 360, "height": 780}, forced_colors="active"
    ) as context:
        page = context.new_page()
        walk.begin(page)
        yield page


def test_forced_colors_show_what_is_chosen(forced):
    walk.choose(forced, "who", "me")
    dot = style(forced, card("who", "me"), "border-top-width", pseudo="::before")
    empty = style(forced, card("who", "them"), "border-top-width", pseudo="::before")
    assert dot != empty
    walk.go_to(forced, "thoughts")
    walk.choose(forced, "thoughts", "attempt")
    tick = style(forced, card("thoughts", "attempt"), "border-right-width", pseudo="::after")
    assert tick["border-right-width"] == "4px"
    chosen, other = card("thoughts", "attempt"), card("thoughts", "plan")
    edge = "border-top-width", "border-top-color"
    assert style(forced, chosen, *edge) != style(forced, other, *edge)
    assert has_edge(forced, other)


def test_forced_colors_show_the_focus_on_what_is_chosen_and_on_what_is_not(forced):
    walk.choose(forced, "who", "them")
    press_until(forced, "at.dataset.action === 'next'")
    left = style(forced, card("who", "them"), "outline-style")
    assert left == {"outline-style": "none"}
    assert style(forced, "[data-action=next]", "outline-style")["outline-style"] == "solid"
    press_until(forced, "at.id === 'q-who-them'", key="Shift+Tab")
    focused = style(forced, card("who", "them"), "outline-style", "outline-width")
    assert focused == {"outline-style": "solid", "outline-width": "3px"}


def test_forced_colors_show_danger_and_every_way_to_help(forced):
    walk.go_to(forced, "thoughts")
    walk.choose(forced, "thoughts", "attempt")
    panel = "[data-question=thoughts] [data-crisis]"
    for part in (panel, f"{panel} .help-panel__way", "[data-action=leave]", "[data-action=next]"):
        assert has_edge(forced, part), part
    assert has_edge(forced, ".step-head__bar")


def test_danger_and_leaving_work_where_has_is_not_known(page):
    """Firefox 112 to 120 run the check and drop every rule with :has()."""
    dropped = []

    def without_has(route):
        css = route.fetch().text()
        dropped.append(css.count(":has("))
        route.fulfill(body=css.replace(":has(", ":unknown("), content_type="text/css")

    page.route("**/*.css", without_has)
    open_danger(page)
    assert sum(dropped)
    panel = page.locator("[data-question=thoughts] [data-crisis]")
    expect(panel).to_be_in_viewport()
    focus_is_free_of_the_panel(page)
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    leave = page.locator(".leave-bar").bounding_box()
    footer = page.locator(".site-footer").bounding_box()
    assert footer["y"] + footer["height"] <= leave["y"] + 1
