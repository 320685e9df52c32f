"""What was found on a page is kept while serving, and never longer than it is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.content_model.data_files import TERMS
from site_config.content_model.project import read_project
from site_config.linter.remembered import Checked, Remembered
from site_config.linter.runner import check_site
from tests.small_site import ALLOWED, PAGE, TODAY


@pytest.fixture
def check(small):
    """Check the small site, with what was remembered and without: both say the same."""
    remembered = Remembered()

    def once():
        found = check_site(small.root, today=TODAY, remembered=remembered)
        assert found == check_site(small.root, today=TODAY)
        return [str(issue) for issue in found if issue.path == Path("content", PAGE)]

    return once


def test_a_page_that_changes_is_checked_again(small, check):
    small.page("This is fine.")
    assert not any("junkies" in issue for issue in check())
    small.page("Some junkies here.")
    assert any("junkies" in issue for issue in check())
    small.page("This is fine.")
    assert not any("junkies" in issue for issue in check())


def test_all_pages_are_checked_again_when_data_change(small, check):
    small.write(TERMS, "terms: []\n")
    small.page("Some wombats here.")
    assert not any("wombats" in issue for issue in check())
    small.write(TERMS, "terms: [{match: wombats, use: people, severity: error, source: N}]\n")
    assert any("wombats" in issue for issue in check())


def test_words_that_are_allowed_stay_allowed(small, check):
    small.page("Some junkies here.")
    small.write(
        ALLOWED, f"- {{rule: house-words, page: {PAGE}, words: junkies, reason: It is said.}}\n"
    )
    assert not any("junkies" in issue for issue in check())
    assert not any("junkies" in issue for issue in check())


def test_a_page_that_did_not_change_is_not_checked_again(small):
    looked_at = []

    def look(page):
        looked_at.append(page.name)
        return Checked(frozenset(), frozenset())

    remembered = Remembered()
    for words in ("One.", "One.", "Two."):
        small.page(words)
        project = read_project(small.root, TODAY)
        remembered.begin(project)
        for page in project.pages.values():
            remembered.checked(project, page, 0, look)
    assert looked_at.count(PAGE) == 2
    assert looked_at.count("help.md") == 1
