"""The look in a real browser: nothing overflows, help stays in sight, search is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import sample_site
from tests.server import serve

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
PHOTOS = ROOT / ".cache/photos"
ARTICLE = "/iop/levels/"
# Axe is sure of faint words only: what has the color of its ground might be hidden on purpose.
FAINT = """async () => {
  const { violations, incomplete } = await axe.run(document, { runOnly: ['color-contrast'] });
  const unsure = incomplete.flatMap((rule) => rule.nodes)
    .filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio'));
  return [...violations.flatMap((rule) => rule.nodes), ...unsure].map(({ html }) => html);
}"""
STORES = "() => [localStorage.length, sessionStorage.length, document.cookie]"


def addresses():
    """The pages of the site, as addresses below its root."""
    lines = (ROOT / "content/_data/addresses.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def parts_url(tmp_path_factory):
    """The page with all parts, which no published site has."""
    with serve(sample_site.build(tmp_path_factory.mktemp("parts"))) as address:
        yield f"{address}/about/parts/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_every_part_is_accessible_and_fits(browser, parts_url, scheme, width):
    with browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        page.goto(parts_url)
        PHOTOS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PHOTOS / f"parts-{width}-{scheme}.png", full_page=True)
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate("() => axe.run(document)")["violations"]
        assert [(v["id"], v["nodes"][0]["target"]) for v in found] == []
        assert page.evaluate("() => document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_every_page_stand_out_from_what_is_behind_them(browser, site_url, scheme):
    """Axe's rule on contrast: the words of a red button were once as red as the button."""
    english = [a for a in addresses() if not a.startswith("es/")]  # the same parts and styles
    axe, faint = AXE.read_text("utf-8"), {}
    with browser.new_context(
        viewport={"width": 360, "height": 640}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        for address in english:
            page.goto(f"{site_url}/{address}")
            page.evaluate(axe)
            faint[address] = page.evaluate(FAINT)
    assert {address: found for address, found in faint.items() if found} == {}


SIZES = {
    "200 % on a phone": (195, 800, 16),
    "400 % on a desk": (320, 256, 16),
    "large text": (360, 640, 24),
    "largest text": (360, 640, 32),
}
"""Width and height of the window, and the size of letters."""
LETTERS = "(size) => { document.documentElement.style.fontSize = size; }"


def test_no_page_scrolls_sideways_and_help_stays_in_sight(page):
    wide = {}
    for address in addresses():
        page.goto(address)
        for name, (width, height, font) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate(
                "(size) => { document.documentElement.style.fontSize = size; }", f"{font}px"
            )
            found = page.evaluate("() => document.documentElement.scrollWidth")
            if found > width:
                wide[address, name] = found
            expect(page.locator(".crisis-bar a").last).to_be_in_viewport(ratio=1)
    assert wide == {}


def test_both_doors_are_on_the_first_screen_of_a_phone(browser, site_url):
    with browser.new_context(viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        page.goto(site_url)
        doors = page.locator(".home__promise a.button:has(strong)")
        expect(doors).to_have_count(2)
        for door, name in zip(doors.all(), ("For me", "For someone I love"), strict=True):
            expect(door.locator("strong")).to_have_text(name)
            expect(door).to_be_in_viewport(ratio=1)


def test_help_stays_in_sight_and_large_enough_without_script(browser, site_url):
    with browser.new_context(
        java_script_enabled=False, viewport={"width": 320, "height": 568}
    ) as context:
        page = context.new_page()
        page.goto(site_url + ARTICLE)
        page.locator(".review-box").scroll_into_view_if_needed()
        for name in ("Help now", "Call 988", "Text 988", "Call 911"):
            link = page.locator(".crisis-bar").get_by_role("link", name=name)
            expect(link).to_be_in_viewport(ratio=1)
            assert link.bounding_box()["height"] >= 44


def test_the_menu_opens_without_script_and_by_keyboard(browser, site_url):
    with browser.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 780}
    ) as context:
        page = context.new_page()
        page.goto(site_url + ARTICLE)
        entry = page.locator(".site-menu__fold").get_by_role("link", name="Search")
        expect(entry).to_be_hidden()
        page.locator(".site-menu summary").press("Enter")
        expect(entry).to_be_visible()


def test_a_choice_shows_the_focus_and_the_whole_card_is_the_target(browser, parts_url):
    with browser.new_context(viewport={"width": 360, "height": 780}) as context:
        page = context.new_page()
        page.goto(parts_url)
        card = page.locator("label[for=many-b]")
        box = card.bounding_box()
        assert box["height"] >= 44
        card.click(position={"x": box["width"] - 10, "y": box["height"] - 10})
        expect(page.locator("#many-b")).to_be_checked()
        page.locator("#many-a").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        assert card_outline(page, "many-a") == "solid"
        assert card_outline(page, "many-c") == "none"


def card_outline(page, name):
    return page.locator(f"label[for={name}]").evaluate("e => getComputedStyle(e).outlineStyle")


def test_an_article_asks_for_no_script_no_index_and_stores_nothing(page):
    asked = []
    page.on("request", lambda request: asked.append((request.resource_type, request.url)))
    page.goto(ARTICLE)
    page.wait_for_load_state("networkidle")
    assert {kind for kind, _ in asked} <= {"document", "stylesheet", "font", "image", "other"}
    assert not [url for _, url in asked if "search" in url]
    assert page.evaluate(STORES) == [0, 0, ""]


def test_nothing_moves_while_an_article_loads(browser, site_url):
    with browser.new_context(base_url=site_url, viewport={"width": 360, "height": 780}) as context:
        page = context.new_page()
        page.add_init_script(
            "window.moved = []; new PerformanceObserver((list) => moved.push(...list.getEntries()))"
            ".observe({type: 'layout-shift', buffered: true});"
        )
        page.goto(ARTICLE)
        page.wait_for_load_state("networkidle")
        # The browser tells of what moved some frames later, in order: so, at last, of this.
        push = "window.pushed = performance.now(); document.body.style.marginTop = '300px';"
        page.evaluate(f"() => {{ {push} }}")
        page.wait_for_function("() => moved.length")
        assert page.evaluate("() => moved[0].startTime > pushed")


def test_search_finds_pages_by_keyboard_and_leaves_no_trace(page):
    page.goto("/search/")
    field = page.get_by_label("Search for")
    field.focus()
    page.keyboard.insert_text("withdrawal")  # at once: each letter would bring another list
    page.keyboard.press("End")
    first = page.locator(".search__list a").first
    expect(first).to_be_visible()
    address, target = page.url, first.evaluate("(link) => link.href")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    field.press("Enter")
    expect(first).to_be_focused()
    assert (page.url, page.evaluate("() => history.length")) == (address, 2)
    assert page.evaluate(STORES) == [0, 0, ""]
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    assert "?" not in page.url


def test_the_search_page_lists_all_pages_without_script(browser, site_url):
    with browser.new_context(base_url=site_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/search/")
        expect(page.locator(f'main a[href="..{ARTICLE}"]')).to_be_visible()


def test_paper_is_black_on_white_even_at_night(browser, site_url):
    with browser.new_context(base_url=site_url, color_scheme="dark") as context:
        page = context.new_page()
        page.goto(ARTICLE)
        page.emulate_media(media="print")
        colors = page.evaluate(
            "() => [document.documentElement, document.querySelector('p a[href^=tel]')]"
            ".map((e) => getComputedStyle(e).color)"
        )
        assert colors == ["rgb(0, 0, 0)", "rgb(0, 0, 0)"]
        expect(page.locator(".site-menu")).to_be_hidden()
        expect(page.locator(".crisis-bar").get_by_text("Call 988")).to_be_visible()
