"""What stays on the device after the check: the address of the page, and no answer."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.browser import walk
from tests.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

ANSWERS = walk.SAFE | {"thoughts": ["attempt"], "safe_for_now": ["rising"]}
OUTCOME = "urgent_same_day"

# What a form's state, a result or a log line would be made of. The browser's cache holds the
# page itself, and with it every word of every answer: there, only what choosing makes can tell.
CHOSEN = ['["attempt"]', "QuestionnaireResponse/", "thoughts:attempt"]
WORDS = [*ANSWERS, "attempt", "rising", OUTCOME, "x_recent_suicide_attempt", "mh_distress_rising"]
SHORT = 7  # shorter words stand in files of any browser
CACHES = {"Cache", "Code Cache"}

STORED = """async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    files: (await Array.fromAsync((await navigator.storage.getDirectory()).keys())).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    state: history.state,
    name: window.name,
    hash: location.hash,
    query: location.search,
    title: document.title,
    chosen: document.querySelectorAll(':checked:not(option)').length,
})"""


@contextmanager
def profile(browser, chromium_path, folder: Path, address: str) -> Iterator[Page]:
    """A page of a browser that keeps its profile on disk and pages in memory, as people's do."""
    context = browser.browser_type.launch_persistent_context(
        folder,
        executable_path=chromium_path,
        base_url=address,
        viewport={"width": 360, "height": 780},
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield context.new_page()
    context.close()


def found_in(folder: Path) -> set[str]:
    """Which words an examiner of the profile's files finds."""
    found = set()
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            cached = CACHES.intersection(file.relative_to(folder).parts)
            words = CHOSEN if cached else [*CHOSEN, *WORDS]
            found |= {
                word
                for word in words
                if len(word) >= SHORT
                and (word.encode() in content or word.encode("utf-16-le") in content)
            }
    return found


def leave_aside(page):
    """The neutral site cannot be reached from here: something stands in for it."""
    address = page.locator(walk.FORM).get_attribute("data-leave-url")
    page.context.route(address, lambda route: route.fulfill(body="the weather"))
    return address


@pytest.fixture(scope="module")
def visited(browser, chromium_path, site_url, tmp_path_factory):
    """A profile in which the check was left in every way; what the page had stored after each."""
    folder = tmp_path_factory.mktemp("profile")
    stored = {}
    with profile(browser, chromium_path, folder, site_url) as page:
        page.goto("self-check/")
        leave_aside(page)
        for way, act in WAYS.items():
            walk.begin(page)
            walk.click_through(page, ANSWERS)
            assert walk.finish(page) == OUTCOME
            stored["result"] = page.evaluate(STORED)
            act(page)
            stored[way] = page.evaluate(STORED)
        walk.begin(page)
        walk.click_through(page, ANSWERS)
        assert walk.finish(page) == OUTCOME
    return folder, stored


def wait_for_start(page):
    """The form is there to its end: what a browser would fill in again, it has filled in."""
    page.locator("[data-action=start]:enabled").wait_for()


def clear(page):
    walk.clear(page)
    wait_for_start(page)


def leave(page):
    page.click(".leave-bar [data-action=leave]")
    page.get_by_text("the weather").wait_for()
    page.go_forward(wait_until="commit")
    wait_for_start(page)


def go_away_and_back(page):
    page.goto("help-now/")
    page.go_back(wait_until="commit")
    wait_for_start(page)


def go_on_and_back(page):
    page.go_back(wait_until="commit")
    page.go_forward(wait_until="commit")
    page.goto("help-now/")
    page.go_back(wait_until="commit")
    wait_for_start(page)


def load_again(page):
    page.reload()
    wait_for_start(page)


WAYS = {
    "clear": clear,
    "leave": leave,
    "back": go_away_and_back,
    "forward": go_on_and_back,
    "reload": load_again,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.promise("nothing_kept", "forgotten")
def test_the_page_stores_nothing_and_forgets_what_was_chosen(visited, way):
    _, stored = visited
    untouched = dict.fromkeys(("local", "session", "databases", "caches", "files", "workers"), 0)
    untouched |= {"cookies": "", "state": None, "name": "", "hash": "", "query": ""}
    assert stored[way] == untouched | {"chosen": 0, "title": stored["result"]["title"]}
    assert stored["result"]["chosen"] == len(ANSWERS)


@pytest.mark.promise("nothing_kept")
def test_the_browsers_files_hold_no_answer_even_when_it_was_closed_at_the_result(visited):
    folder, _ = visited
    assert found_in(folder) == set()


@pytest.mark.promise("forgotten")
def test_a_page_kept_in_memory_comes_back_empty(browser, chromium_path, site_url, tmp_path):
    with profile(browser, chromium_path, tmp_path, site_url) as page:
        page.goto("self-check/")
        page.locator("[data-action=start]:enabled").click()
        walk.go_to(page, "thoughts", ANSWERS)
        page.evaluate("() => { window.kept = true; }")
        page.goto("help-now/")
        page.go_back(wait_until="commit")
        wait_for_start(page)
        assert page.evaluate("() => window.kept"), "the browser did not keep the page"
        assert walk.checked(page) == []


def test_an_ordinary_form_would_have_left_traces(
    browser, chromium_path, built_site, tmp_path_factory
):
    """The control: the same form without our script, and without autocomplete=off."""
    site = shutil.copytree(built_site, tmp_path_factory.mktemp("ordinary") / "site")
    page_file = site / "self-check/index.html"
    tree = html.document_fromstring(page_file.read_bytes())
    for script in tree.xpath("//script[@src]"):
        script.drop_tree()
    for form in tree.xpath("//*[@autocomplete]"):
        del form.attrib["autocomplete"]
    page_file.write_bytes(html.tostring(tree, doctype="<!doctype html>"))
    folder = tmp_path_factory.mktemp("profile")
    with serve(site) as address, profile(browser, chromium_path, folder, address) as page:
        page.goto("self-check/")
        for name, values in ANSWERS.items():
            for value in values:
                walk.option(page, name, value).evaluate("(input) => input.click()")
        page.evaluate(
            "(said) => localStorage.setItem('x', said)", json.dumps({"thoughts": ["attempt"]})
        )
        page.goto("help-now/")
    assert {"thoughts", "safe_for_now", '["attempt"]'} <= found_in(folder)
