"""A touch on an answer that means danger: the answer and the numbers to call are both in sight."""

from __future__ import annotations

import pytest

from tests.browser import walk

SIZES = [(360, 560), (360, 640), (375, 553), (390, 844), (320, 480), (320, 256), (844, 390)]
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


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize(("question", "answer", "before"), ANSWERS)
def test_neither_hides_the_other(phone, size, question, answer, before):
    page = phone(*size)
    walk.begin(page)
    screen = page.locator(f"section:has(fieldset[data-question={question}])")
    walk.go_to(page, screen.get_attribute("data-step"), walk.SAFE | before)
    card = page.locator(f"label[for=q-{question}-{answer}]")
    card.tap()
    page.wait_for_function("() => new Promise((done) => requestAnimationFrame(() => done(true)))")
    seen = page.evaluate(PLACES, f"q-{question}-{answer}")
    assert seen["above"] <= seen["card"][0] + 1
    assert seen["card"][1] <= seen["panel"][0] + 1
    assert seen["calls"][0] >= seen["above"]
    assert seen["calls"][1] <= seen["below"] + 1
