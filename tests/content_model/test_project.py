"""The project as the rules see it: pages by name, and what is not online today."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.content_model.project import read_project, with_page
from tests.small_site import LINES, PAGE, TODAY

NAME = "understand/page.md"


@pytest.mark.parametrize(
    ("front", "hidden", "taken_off"),
    [
        ({}, False, False),
        ({"publish_on": "2026-11-23"}, False, False),
        ({"publish_on": "2026-11-24"}, True, False),
        ({"unpublish_on": "2026-11-24"}, False, False),
        ({"unpublish_on": "2026-11-23"}, True, True),
    ],
)
def test_a_page_is_there_from_its_day_until_its_end(small, front, hidden, taken_off):
    small.page("Some words.", **front)
    project = read_project(small.root, TODAY)
    assert (NAME in project.hidden, NAME in project.taken_off) == (hidden, taken_off)


def test_a_time_of_day_counts_where_the_moment_is_known(small):
    small.page("Some words.", publish_on="2026-11-23 18:00")
    noon = dt.datetime.combine(TODAY, dt.time(12))
    assert NAME in read_project(small.root, TODAY, now=noon).hidden
    assert NAME not in read_project(small.root, TODAY).hidden


def test_only_checked_numbers_the_centers_own_and_its_address_may_be_shown(small):
    known = read_project(small.root, TODAY).known_contacts
    assert {"911", "988", "8006624357", "2135550142", "a@example.org"} <= {*known}
    assert "8005550100" not in known  # from memory


def test_without_the_list_of_lines_no_page_is_blamed_for_a_number(small):
    small.write(LINES, "a: [\n")
    assert "5550100" in read_project(small.root, TODAY).known_contacts


def test_an_unsaved_page_is_read_and_the_file_stays_as_it_is(small):
    project = read_project(small.root, TODAY)
    before = (small.root / "content" / PAGE).read_text("utf-8")
    changed = with_page(project, PAGE, before.replace("A page", "Another title"))
    assert changed.pages[PAGE].article.title == "Another title"
    assert project.pages[PAGE].article.title == "A page"
    assert (small.root / "content" / PAGE).read_text("utf-8") == before
