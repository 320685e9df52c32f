"""For everyone: axe on each state, the keyboard alone, cards and links wide enough for a thumb."""

from __future__ import annotations

import pytest

from tests.browser import walk

RULES = "o => axe.run(document, o).then((r) => r.violations.map((v) => [v.id, v.nodes[0].html]))"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def axe(root):
    return (root / "node_modules/axe-core/axe.min.js").read_text("utf-8")


@pytest.fixture(params=["light", "dark"])
def seen(browser, site_url, request):
    """A phone's page in each color scheme."""
    context = browser.new_context(
        base_url=site_url, viewport={"width": 360, "height": 780}, color_scheme=request.param
    )
    yield context.new_page()
    context.close()


def faults(page, axe):
    page.evaluate(axe)
    return page.evaluate(RULES, {"runOnly": TAGS})


def open_start(page):
    page.goto("self-check/")
    page.locator("[data-action=start]:enabled").wait_for()


def open_danger(page):
    walk.begin(page)
    walk.go_to(page, "thoughts")
    walk.choose(page, "thoughts", "attempt")


def open_check(page):
    walk.walk(page, walk.SAFE)


def open_wait(page):
    page.route(walk.RUNTIME, lambda _route: None)
    walk.walk(page, walk.SAFE)
    page.click("[data-action=finish]")


def open_failure(page):
    page.route(walk.RUNTIME, lambda route: route.abort())
    walk.walk(page, walk.SAFE)
    page.click("[data-action=finish]")
    page.locator(f"{walk.FORM}[data-view=failed]").wait_for()


def open_emergency(page):
    walk.walk(page, {"danger_now": ["medical"]})
    walk.finish(page)


def open_result(page):
    walk.walk(page, walk.SAFE | {"thoughts": ["self_harm"], "hold_urges": ["hold"]})
    walk.finish(page)


STATES = [open_start, open_danger, open_check, open_wait, open_failure, open_emergency, open_result]


@pytest.mark.parametrize("open_state", STATES)
def test_axe_finds_nothing(seen, axe, open_state):
    open_state(seen)
    assert faults(seen, axe) == []


@pytest.mark.parametrize("open_state", STATES)
def test_a_narrow_phone_never_scrolls_sideways(page, open_state):
    page.set_viewport_size({"width": 320, "height": 640})
    open_state(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("open_state", STATES)
def test_everything_to_touch_is_at_least_44_pixels_high(page, open_state):
    open_state(page)
    low = page.locator(f"{walk.FORM} label, {walk.FORM} button, {walk.FORM} .help-panel__way")
    heights = [(item.inner_text(), item.bounding_box()) for item in low.all() if item.is_visible()]
    assert heights
    assert [text for text, box in heights if box["height"] < 44] == []


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


def test_the_focus_is_not_hidden_behind_the_danger_panel(page):
    open_danger(page)
    for value in ("attempt", "self_harm", "none", "rather_not_say"):
        press_until(page, f"at.id === 'q-thoughts-{value}'")
        covered = page.evaluate(
            "() => { const card = document.activeElement.labels[0].getBoundingClientRect();"
            " const panel = document.activeElement.closest('fieldset')"
            ".querySelector('[data-crisis]').getBoundingClientRect();"
            " return card.bottom > panel.top && card.top < panel.bottom; }"
        )
        assert not covered, value
