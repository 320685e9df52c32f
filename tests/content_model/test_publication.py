"""When a page is online: from its first moment on, until just before its last."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.content_model.publication import as_written, is_online, moment

NOON = dt.datetime.fromisoformat("2026-11-23T12:00")
MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("2026-11-23", "2026-11-23T00:00"),
        (dt.date(2026, 11, 23), "2026-11-23T00:00"),
        ("2026-11-23 09:30", "2026-11-23T09:30"),
        (dt.datetime.fromisoformat("2026-11-23T09:30"), "2026-11-23T09:30"),
    ],
)
def test_a_day_begins_at_midnight_and_a_time_is_kept(given, meant):
    assert moment(given) == dt.datetime.fromisoformat(meant)
    assert moment(as_written(moment(given))) == moment(given)


@pytest.mark.parametrize("given", [2026, "23.11.2026", "2026-02-30", "2026-11-23 25:00", "", None])
def test_what_is_no_day_is_refused(given):
    with pytest.raises(ValueError, match=r"."):
        moment(given)


@pytest.mark.parametrize(
    ("start", "end", "is_there"),
    [
        (None, None, True),
        (NOON, None, True),
        (NOON + MINUTE, None, False),
        (None, NOON + MINUTE, True),
        (None, NOON, False),
        (NOON - MINUTE, NOON + MINUTE, True),
    ],
)
def test_the_first_moment_counts_and_the_last_does_not(start, end, is_there):
    assert is_online(start, end, NOON) is is_there
