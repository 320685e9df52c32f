"""The day at the center decides what is published, not the day of the machine that builds."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.core.issues import IssuesFound
from site_config.settings import calendar

EVENING = dt.datetime(2026, 11, 29, 1, 30, tzinfo=dt.UTC)
"""17:30 on the 28th in Los Angeles, 14:30 on the 29th in Auckland."""


@pytest.mark.parametrize(
    ("zone", "day"), [("America/Los_Angeles", "2026-11-28"), ("Pacific/Auckland", "2026-11-29")]
)
def test_a_commit_has_the_date_of_the_center(monkeypatch, zone, day):
    monkeypatch.setenv(calendar.EPOCH, str(int(EVENING.timestamp())))
    assert calendar.today(zone) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("value", ["", "2026-11-28", "now", "9" * 30])
def test_a_commit_time_that_is_no_number_is_refused_in_one_line(monkeypatch, value):
    monkeypatch.setenv(calendar.EPOCH, value)
    with pytest.raises(IssuesFound) as caught:
        calendar.today("America/Los_Angeles")
    (issue,) = caught.value.issues
    assert calendar.EPOCH in str(issue)
    assert "\n" not in str(issue)


def test_the_center_decides_the_time_zone(small, monkeypatch):
    monkeypatch.setenv(calendar.EPOCH, str(int(EVENING.timestamp())))
    small.write("site_config/center.yml", "name: A\ntime_zone: Pacific/Auckland\n")
    assert calendar.today_at(small.root) == dt.date(2026, 11, 29)
    small.write("site_config/center.yml", "name: A\n")
    assert calendar.today_at(small.root) == dt.date(2026, 11, 28)


@pytest.mark.parametrize("zone", ["Los Angeles", "PST8", "../../etc/passwd", "''"])
def test_an_unknown_time_zone_is_named(small, zone):
    line = small.add("site_config/center.yml", f"time_zone: {zone}\n")
    (issue,) = small.errors("site_config/center.yml")
    assert issue.line == line
    assert "time_zone" in str(issue)
    assert "America/Los_Angeles" in issue.fix
