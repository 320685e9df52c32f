"""A line of nginx's or Caddy's log becomes a request, or is counted as unreadable."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.scripts.page_views.logs import caddy, counted, line


def test_caddy_s_other_time_format():
    assert counted(caddy(ts="2026-11-28T19:02:11.000Z")).days == {dt.date(2026, 11, 28): 1}


@pytest.mark.parametrize(
    "broken",
    [
        "garbage\n",
        "{}\n",
        "{broken\n",
        line(time="31/Feb/2026:00:00:00 +0000"),
        caddy(ts="yesterday"),
        '1.1.1.1 - - [28/Nov/2026:19:02:11 +0000] "\\x16\\x03" 400 0 "-" "-"\n',
    ],
)
def test_a_line_that_cannot_be_read_is_counted_and_harms_nothing(broken):
    counts = counted(broken, line())
    assert counts.unreadable == 1
    assert counts.pages == {"cost/": 1}
