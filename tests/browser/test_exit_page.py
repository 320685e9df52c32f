"""Exit this page on Help now: a plain link, for who reads it with someone dangerous near."""

from __future__ import annotations

import re

import pytest
import yaml
from playwright.sync_api import expect


@pytest.fixture
def plain(browser, site_url):
    """A phone whose browser runs no script."""
    with browser.new_context(
        base_url=site_url, viewport={"width": 360, "height": 640}, java_script_enabled=False
    ) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def neutral(root):
    """The neutral site of each language."""
    facts = yaml.safe_load((root / "site_config/center.yml").read_text("utf-8"))
    return {"en": facts["leave_url"], **facts["leave_urls"]}


EXIT = {"en": ("", "Exit this page"), "es": ("es/", "Salir de esta página")}


@pytest.mark.parametrize("language", EXIT)
def test_it_leads_to_the_neutral_site_without_script_and_without_a_referrer(
    plain, neutral, language
):
    folder, words = EXIT[language]
    asked = []

    def answer(route):
        asked.append(route.request.all_headers())
        route.fulfill(body="the weather")

    plain.context.route(neutral[language], answer)
    plain.goto(f"{folder}help-now/")
    plain.get_by_role("link", name=words).click()
    plain.wait_for_url(neutral[language])
    assert [headers.get("referer") for headers in asked] == [None]


@pytest.mark.parametrize("width", [320, 360, 768])
def test_it_is_always_in_sight_covers_no_words_and_says_what_it_cannot_do(plain, width):
    plain.set_viewport_size({"width": width, "height": 640})
    plain.goto("help-now/")
    way_out = plain.get_by_role("complementary", name="Leave in a hurry")
    leave = way_out.get_by_role("link")
    expect(leave).to_be_in_viewport(ratio=1)
    expect(way_out.get_by_text("history")).to_be_in_viewport(ratio=1)
    expect(leave).to_have_accessible_description(re.compile("history"))
    plain.keyboard.press("End")
    last = plain.locator(".site-footer__limits")
    expect(last).to_be_in_viewport()
    expect(leave).to_be_in_viewport(ratio=1)
    words, bar = last.bounding_box(), plain.locator(".leave-bar").bounding_box()
    assert words["y"] + words["height"] < bar["y"]


def test_it_is_reached_before_the_text_with_the_keyboard(plain):
    plain.goto("help-now/")
    first = plain.locator("a, main").evaluate_all("(all) => all.map((e) => e.id || e.className)")
    assert first.index("leave") < first.index("main")


def test_the_self_check_leaves_for_the_neutral_site_of_its_language(page, neutral):
    for language, (folder, _) in EXIT.items():
        page.goto(f"{folder}self-check/")
        form = page.locator("form[data-selfcheck]")
        assert form.get_attribute("data-leave-url") == neutral[language]
    assert len(set(neutral.values())) == len(EXIT)


def test_other_articles_have_none(plain):
    plain.goto("iop/levels/")
    expect(plain.locator(".leave-bar")).to_have_count(0)
