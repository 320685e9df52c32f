"""`make stale`: what is due, by the person who owns it, most overdue first."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.content_model.project import read_project
from site_config.linter.review_due import due, stale_report
from tests.small_site import LINES, PAGE, SOURCES, TODAY

AUTHORS = """\
reviewer: null
authors:
  editorial: {name: Editorial team}
  other: {name: Another writer}
"""


def listed(small, today):
    return {(one.owner, str(one.day), one.what) for one in due(read_project(small.root, today))}


@pytest.mark.parametrize(("days", "count"), [(-31, 0), (-30, 2), (0, 2), (400, 2)])
def test_a_page_is_due_a_month_before_its_day_and_stays_so(small, days, count):
    """Two pages of one day."""
    today = dt.date(2027, 5, 23) + dt.timedelta(days=days)
    pages = [one for one in due(read_project(small.root, today)) if one.owner == "Editorial team"]
    assert len(pages) == count
    assert {str(one.day) for one in pages} <= {"2027-05-23"}


def test_lines_are_called_twice_a_year_and_sources_opened_once(small):
    half, year = TODAY + dt.timedelta(days=180), TODAY + dt.timedelta(days=365)
    assert ("Shared data", str(half), "try Helpline") in listed(small, half)
    assert ("Shared data", str(year), "open Hours") not in listed(small, half)
    assert ("Shared data", str(year), "open Hours") in listed(small, year)


def test_nothing_due_is_said(small):
    assert stale_report(small.root, TODAY) == "Nothing is due until 2026-12-23.\n"


def test_the_report_is_by_owner_with_place_and_days(small):
    small.write("content/_data/people.yml", AUTHORS)
    small.page("Words.", name="help.md", author="other", next_review="2026-11-20")
    small.page("Words.", next_review="2026-12-01", title="A page")
    rows = stale_report(small.root, TODAY).splitlines()
    assert rows == [
        "Another writer:",
        "  2026-11-20 (3 days overdue)  A page (help.md)  content/help.md:6",
        "Editorial team:",
        f"  2026-12-01 (in 8 days)  A page  content/{PAGE}:6",
    ]


def test_an_entry_is_named_with_its_file_and_line(small):
    far = TODAY + dt.timedelta(days=365)
    text = stale_report(small.root, far)
    assert f"try Emergency  {LINES}:1" in text
    assert f"open Old  {SOURCES}:6" in text
