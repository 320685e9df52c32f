"""What is announced for a day that is over is named, and is what the site hides."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.settings import center
from site_config.settings.center_profile import without_past
from tests.small_site import TODAY

FACTS = """name: Some Center
license_expires: 2026-11-23
events:
- {name: Open house, day: 2026-11-23, starts: 6 pm, ends: 7 pm, where: Online}
- {name: Later, day: 2027-02-03, starts: 6 pm, ends: 7 pm, where: Online}
jobs:
- {title: Therapist, about: Groups., posted: 2026-11-01, until: 2026-11-23}
"""


@pytest.mark.parametrize(("days", "lines"), [(0, []), (1, [2, 4, 7])])
def test_the_day_after_each_is_named_on_its_line(small, days, lines):
    small.write(center.NAME, FACTS)
    today = TODAY + dt.timedelta(days)
    found = [issue for issue in small.issues(center.NAME, today=today) if issue.rule == "past-day"]
    assert [issue.line for issue in found] == lines
    shown = without_past(center.load(small.root), today)
    assert (len(shown.events), len(shown.jobs)) == ((2, 1), (1, 0))[days]


@pytest.mark.parametrize(
    ("region", "zone", "wanted"),
    [
        ("Ohio", "America/Los_Angeles", "America/New_York"),
        ("Ohio", "America/New_York", None),
        ("Michigan", "America/Detroit", None),
        ("Tennessee", "America/New_York", None),  # of its east
        ("Arizona", "America/Los_Angeles", "America/Phoenix"),
        ("Ontario", "America/Los_Angeles", None),
    ],
)
def test_the_time_is_that_of_the_state(small, region, zone, wanted):
    small.write(center.NAME, f"name: Some Center\nregion: {region}\ntime_zone: {zone}\n")
    found = [issue for issue in small.issues(center.NAME) if issue.rule == "time-zone"]
    assert [(issue.line, wanted in issue.fix) for issue in found] == [(3, True)] * bool(wanted)
