"""What a small phone shows without a scroll: help beside danger, the hotline, Start, the focus."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import our_font, states, walk

HEIGHTS = [560, 640, 844]
HOTLINE = "tel:18007997233"
WAYS = ("tel:911", "tel:988", "sms:988")
LANGUAGES = ("", "es/")
ROOM = 24
"""Pixels below Start: a browser's own bars grow, and a system's letters are wider than ours."""
SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
AFTER_HEADING = """(heading) => [...document.querySelectorAll('main a[href]')]
  .find((link) => heading.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING)
  .getAttribute('href')"""


@pytest.fixture
def page(page):
    return our_font.awaited(page)


def sized(page, width, height):
    page.set_viewport_size({"width": width, "height": height})


def in_letters(page, size):
    """The browser's own letters, as a person sets them for all sites, in pixels."""
    sizes = {"standard": size, "fixed": size}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})


def lower_edge(part):
    box = part.bounding_box()
    return box["y"] + box["height"]


def in_sight(page, part):
    for way in WAYS:
        expect(page.locator(f"{part} a[href^='{way}']").first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("height", HEIGHTS)
def test_beside_danger_help_is_in_sight_while_python_loads_and_when_it_never_comes(page, height):
    sized(page, 360, height)
    with walk.held_download(page):
        states.hurry(page, {}, "thoughts")
        walk.choose(page, "thoughts", "plan")
        page.click("[data-action=finish-now]:visible")
        expect(page.locator(".wait h2")).to_be_focused()
        in_sight(page, ".wait")
    expect(page.locator("[data-failed] h2")).to_be_focused(timeout=walk.LOAD)
    in_sight(page, "[data-failed]")


def test_without_danger_the_wait_is_only_a_wait(page):
    with walk.held_download(page):
        states.hurry(page, walk.SAFE)
        page.click("[data-action=finish]")
        expect(page.locator(".wait h2")).to_be_focused()
        expect(page.locator(".wait a[href='tel:988']")).to_be_hidden()


@pytest.mark.parametrize("height", [640, 844])
def test_after_violence_the_hotline_comes_first_and_on_the_first_screen(page, height):
    sized(page, 360, height)
    states.hurry(page, walk.SAFE | {"violence": ["yes"]})
    assert walk.finish(page) == "urgent_same_day"
    calls = page.locator("[data-outcome] a[href^='tel:']:visible")
    assert calls.first.get_attribute("href") == HOTLINE
    expect(calls.first).to_be_in_viewport(ratio=1)


def test_the_guide_for_reading_it_oneself_names_the_hotline(page):
    page.route("**/selfcheck.js", lambda route: route.abort())
    page.goto("self-check/")
    expect(page.locator(f"[data-guide] a[href='{HOTLINE}']").first).to_be_visible()


@pytest.mark.parametrize("language", ["", "es/"])
@pytest.mark.parametrize(("width", "height"), [(360, 560), (375, 553), (360, 640)])
def test_start_is_on_the_first_screen_and_the_bar_to_leave_comes_with_the_first_step(
    page, width, height, language
):
    sized(page, width, height)
    page.goto(f"{language}self-check/")
    start = page.locator("[data-action=start]:enabled")
    expect(start).to_be_in_viewport(ratio=1)
    assert lower_edge(start) <= height - ROOM
    expect(page.locator(".leave-bar")).to_be_hidden()
    start.click()
    expect(page.locator(".leave-bar")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("width", "height"), [(360, 560), (844, 390)])
def test_the_two_bars_take_little_of_the_screen(page, width, height):
    sized(page, width, height)
    walk.begin(page)
    bars = [page.locator(bar).bounding_box()["height"] for bar in (".crisis-bar", ".leave-bar")]
    assert sum(bars) <= height * 0.26  # two rows that a thumb hits take a quarter of the lower one


LARGE = [(360, 740, 32), (180, 370, 16)]
"""A phone whose browser has letters twice as large, and one that shows pages at 200 %."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["help-now/", "start/who-finds-out/", "self-check/"])
@pytest.mark.parametrize("phone", LARGE)
def test_in_large_letters_the_bars_leave_three_quarters_to_read_and_help_one_tap_away(
    page, path, language, phone
):
    width, height, letters = phone
    sized(page, width, height)
    in_letters(page, letters)
    page.goto(language + path)
    for start in page.locator("[data-action=start]").all():
        start.click()
    page.evaluate("() => scrollTo(0, document.body.scrollHeight / 2)")
    bars = [page.locator(bar).bounding_box()["height"] for bar in (".crisis-bar", ".leave-bar")]
    assert sum(bars) <= height * 0.28
    in_sight(page, ".crisis-bar")
    expect(page.locator(".leave-bar .leave")).to_be_in_viewport(ratio=1)
    assert page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("has_font", [True, False], ids=["our font", "the system's"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360, 390])
def test_the_bar_with_the_numbers_is_one_row(page, width, language, has_font):
    sized(page, width, 640)
    if not has_font:
        page.route("**/*.woff2", lambda route: route.abort())
    page.goto(f"{language}iop/")
    ways = page.locator(".crisis-bar a").all()
    middles = {box["y"] + box["height"] / 2 for box in (way.bounding_box() for way in ways)}
    assert max(middles) - min(middles) < 1
    assert page.locator(".crisis-bar").bounding_box()["height"] < 56
    assert page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["family/", "help-now/"])
@pytest.mark.parametrize("height", [560, 640])
def test_pages_about_danger_begin_with_the_numbers(page, path, language, height):
    """Before any prose, on the first screen, each as high as a thumb is wide."""
    sized(page, 360, height)
    page.goto(language + path)
    first = page.locator("main h1").evaluate(AFTER_HEADING)
    assert first == "tel:911"
    for way in ("tel:911", "tel:988", "sms:988"):
        button = page.locator(f"main .help-panel__ways a[href^='{way}']").first
        expect(button).to_be_in_viewport(ratio=1)
        assert button.bounding_box()["height"] >= 44
        assert lower_edge(button) <= page.locator("main p").first.bounding_box()["y"]


def test_help_now_asks_what_is_happening_on_the_first_screen(page):
    sized(page, 360, 640)
    page.goto("help-now/")
    jumps = page.locator("main p a[href^='#']:not([id])")
    last = page.locator("main a[href='#helping']").first
    assert jumps.count() >= len(("overdose", "suicide", "chest", "voices", "deaf"))
    assert lower_edge(last) <= page.locator(".leave-bar").bounding_box()["y"]


def test_at_200_percent_a_result_about_violence_does_not_scroll_sideways(page):
    sized(page, 195, 800)
    for language in LANGUAGES:
        walk.begin(page, f"{language}self-check/")
        assert page.evaluate(SIDEWAYS) == 0
        walk.go_on(page, walk.SAFE | {"violence": ["yes"]})
        walk.finish(page)
        assert page.evaluate(SIDEWAYS) == 0


BETWEEN_THE_BARS = """() => {
  const card = document.activeElement.labels[0].getBoundingClientRect();
  const above = document.querySelector('.crisis-bar').getBoundingClientRect().bottom;
  const below = document.querySelector('.leave-bar').getBoundingClientRect().top;
  const seen = Math.min(card.bottom, below) - Math.max(card.top, above);
  return seen >= Math.min(card.height, below - above) - 1;
}"""


def test_at_400_percent_no_bar_covers_the_choice_that_has_the_focus(page):
    """320 x 256 CSS pixels are a window of 1280 x 1024 at 400 %."""
    sized(page, 320, 256)
    states.hurry(page, {}, "thoughts")
    boxes = page.locator("fieldset[data-question=thoughts] input")
    ids = boxes.evaluate_all("(all) => all.map((box) => box.id)")
    boxes.first.focus()
    for key in ("Tab", "Shift+Tab"):
        for name in ids if key == "Tab" else reversed(ids):
            assert page.evaluate("() => document.activeElement.id") == name
            assert page.evaluate(BETWEEN_THE_BARS), f"{name} after {key}"
            page.keyboard.press(key)
        page.keyboard.press("Shift+Tab" if key == "Tab" else "Tab")


WIDER = """() => [...document.querySelectorAll('main table')]
  .filter((table) => table.getBoundingClientRect().width > table.parentElement.clientWidth + 1)
  .map((table) => table.textContent.trim().slice(0, 40))"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phone", LARGE)
@pytest.mark.parametrize("name", ["iop/medication/", "about/privacy/"])
def test_in_large_letters_no_row_of_a_table_slides_out_of_sight(page, language, phone, name):
    width, height, letters = phone
    sized(page, width, height)
    in_letters(page, letters)
    page.goto(f"{language}{name}")
    expect(page.locator("main table").first).to_be_visible()
    assert page.evaluate(WIDER) == []
