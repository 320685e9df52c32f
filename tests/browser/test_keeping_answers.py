"""Answers are lost only on purpose: help opens over the check, pages beside it, Clear asks."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import walk

HELP = "dialog[data-dialog=help]"


@pytest.fixture
def answered(page):
    """The check with answers given."""
    walk.begin(page)
    walk.go_to(page, "thoughts", walk.SAFE)
    return page


def test_help_opens_over_the_check_and_asks_nothing_of_the_network(answered):
    given = walk.checked(answered)
    asked = []
    answered.context.on("request", lambda request: asked.append(request.url))
    answered.context.set_offline(True)
    answered.click(".crisis-bar [data-help]")
    expect(answered.locator(HELP)).to_be_visible()
    for way in ("tel:911", "tel:988", "sms:988"):
        expect(answered.locator(f"{HELP} a[href='{way}']").first).to_be_visible()
    answered.keyboard.press("Escape")
    expect(answered.locator(HELP)).to_be_hidden()
    answered.click(".crisis-bar [data-help]")
    answered.click(f"{HELP} [data-action=close-dialog]")
    expect(answered.locator(HELP)).to_be_hidden()
    assert walk.screen(answered) == "thoughts"
    assert walk.checked(answered) == given
    # Python may start just now: its worker's blob: address is memory of this page, no request.
    assert [url for url in asked if not url.startswith("blob:")] == []


def test_help_now_is_a_page_before_the_check_has_begun(page):
    page.goto("self-check/")
    page.locator("[data-action=start]:enabled").wait_for()
    page.click(".crisis-bar [data-help]")
    page.wait_for_url("**/help-now/")


def test_every_other_page_opens_beside_the_check(answered):
    given = walk.checked(answered)
    links = answered.locator("a:visible:not([data-help]):not([href^='#'])")
    hrefs = links.evaluate_all("(all) => all.map((link) => link.href)")
    places = [i for i, href in enumerate(hrefs) if href.startswith("http")]
    assert len(places) > 2
    for place in places:
        with answered.context.expect_page() as opened:
            links.nth(place).click()
        opened.value.close()
    assert walk.screen(answered) == "thoughts"
    assert walk.checked(answered) == given


@pytest.mark.parametrize("sure", [False, True])
def test_clear_asks_once(answered, sure):
    walk.go_on(answered, walk.SAFE)
    given = walk.checked(answered)
    assert given
    answered.click("[data-action=ask-clear]")
    answered.click("[data-action=clear]" if sure else "dialog[open] [data-action=close-dialog]")
    expect(answered.locator("dialog[open]")).to_have_count(0)
    assert walk.checked(answered) == ([] if sure else given)
    assert walk.view(answered) == ("start" if sure else "check")


@pytest.mark.parametrize("way", ["reload", "back"])
def test_the_start_says_why_it_is_blank_again(answered, way):
    note = answered.locator("[data-note=returned]")
    if way == "reload":
        answered.reload()
    else:
        answered.goto("help-now/")
        answered.go_back()
    expect(note).to_be_visible()


def test_a_first_visit_says_nothing_of_the_kind(page):
    page.goto("self-check/")
    page.locator("[data-action=start]:enabled").wait_for()
    expect(page.locator("[data-note]:visible")).to_have_count(0)


def test_a_browser_that_cannot_work_out_a_result_says_so_before_the_start(page):
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto("self-check/")
    expect(page.locator("[data-note=unsupported]")).to_be_visible()


@pytest.mark.parametrize(
    ("answer", "letters"),
    [
        (("thoughts", "plan"), ["A"]),
        (("thoughts", "better_off_dead"), ["B"]),
        (None, []),
    ],
)
def test_without_a_program_the_letters_sort_the_answers(page, answer, letters):
    page.add_init_script("delete globalThis.WebAssembly")
    walk.begin(page)
    if answer:
        walk.go_to(page, "thoughts", walk.SAFE)
        walk.choose(page, *answer)
    fits = page.locator(".sc-letters__fits:visible")
    found = fits.evaluate_all("(all) => all.map((e) => e.closest('[data-letter]').dataset.letter)")
    assert found == letters
    expect(page.locator("[data-action=retry]")).to_be_hidden()
