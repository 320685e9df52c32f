"""A touch on an answer that means danger: the answer and the numbers to call are both in sight."""

from __future__ import annotations

import pytest

from tests.browser import walk

SIZES = [
    *((360, 560), (360, 640), (375, 553), (390, 844), (320, 480), (320, 256), (844, 390)),
    (195, 800),
]
ANSWERS = [
    ("thoughts", "plan", {}),
    ("violence", "yes", {}),
    ("hold_urges", "cannot_hold", {"thoughts": ["self_harm"]}),
]
PLACES = """(id) => {
  const place = (part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return [top, bottom];
  };
  const card = document.querySelector(`label[for=${id}]`);
  const panel = card.closest('fieldset').querySelector('[data-crisis]');
  return {
    card: place(card),
    panel: place(panel),
    calls: place(panel.querySelector('a[href="tel:988"]')),
    above: place(document.querySelector('.crisis-bar'))[1],
    below: place(document.querySelector('.leave-bar'))[0],
  };
}"""
BARS = """(card) => {
  const { top, bottom } = card.getBoundingClientRect();
  return {
    card: [top, bottom],
    above: document.querySelector('.crisis-bar').getBoundingClientRect().bottom,
    below: document.querySelector('.leave-bar').getBoundingClientRect().top,
  };
}"""
AFTER_DOUBLE_PRESS = "(then) => performance.now() - then > 600"
"""A touch right after "Next", at the same place, is taken for its second half."""


@pytest.fixture
def phone(browser, site_url):
    """Opens a touch screen of a size."""
    contexts = []

    def open_phone(width, height):
        context = browser.new_context(
            base_url=site_url,
            viewport={"width": width, "height": height},
            has_touch=True,
            is_mobile=True,
        )
        contexts.append(context)
        return context.new_page()

    yield open_phone
    for context in contexts:
        context.close()


def tap(page, card, place):
    """Touch an answer where it stands: right below the bar, or right above the lower one."""
    move = "([top, bottom]) => scrollBy({ top: %s, behavior: 'instant' })"
    seen = card.evaluate(BARS)
    to = f"top - {seen['above']} - 2" if place == "high" else f"bottom - {seen['below']} + 2"
    page.evaluate(move % to, seen["card"])
    seen = card.evaluate(BARS)
    top, bottom = max(seen["card"][0], seen["above"]), min(seen["card"][1], seen["below"])
    page.touchscreen.tap(card.bounding_box()["x"] + 60, (top + bottom) / 2)


def in_sight(page, ticked, place):
    question, answer, before = ticked
    walk.begin(page)
    screen = page.locator(f"section:has(fieldset[data-question={question}])")
    walk.go_to(page, screen.get_attribute("data-step"), walk.SAFE | before)
    page.wait_for_function(AFTER_DOUBLE_PRESS, arg=page.evaluate("() => performance.now()"))
    tap(page, page.locator(f"label[for=q-{question}-{answer}]"), place)
    page.locator(f"#q-{question}-{answer}:checked").wait_for(state="attached")
    page.wait_for_function("() => new Promise((done) => requestAnimationFrame(() => done(true)))")
    seen = page.evaluate(PLACES, f"q-{question}-{answer}")
    assert seen["above"] <= seen["card"][0] + 1
    assert seen["card"][1] <= seen["panel"][0] + 1
    assert seen["calls"][0] >= seen["above"]
    assert seen["calls"][1] <= seen["below"] + 1


@pytest.mark.parametrize("place", ["high", "low"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("ticked", ANSWERS, ids=lambda ticked: ticked[0])
def test_neither_hides_the_other(phone, size, ticked, place):
    in_sight(phone(*size), ticked, place)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_nor_where_our_fonts_did_not_load(phone, size):
    page = phone(*size)
    page.route("**/*.woff2", lambda route: route.abort())
    in_sight(page, ("violence", "yes", {}), "low")
