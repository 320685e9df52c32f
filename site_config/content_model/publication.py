"""When a page is online: from `publish_on` until `unpublish_on`, by the clock at the center."""

from __future__ import annotations

import datetime as dt
import re

FORM = "2026-11-23, or 2026-11-23 09:00 at the center's time"
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}:\d{2})(?::00)?)?")


def moment(value: object) -> dt.datetime:
    """Return the moment a writer gave: a day begins at midnight.

    Raises:
        ValueError: it is of another form, or no such day or time exists.
    """
    found = _MOMENT.fullmatch(str(value))
    if not found:
        raise ValueError("not a day, and not a day and a time")
    return dt.datetime.fromisoformat(f"{found[1]} {(found[2] or '00:00').zfill(5)}")


def as_written(when: dt.datetime) -> str:
    """Return a moment as writers give it: without the time where that is midnight."""
    return f"{when:%Y-%m-%d}" if when.time() == dt.time.min else f"{when:%Y-%m-%d %H:%M}"


def is_online(start: dt.datetime | None, end: dt.datetime | None, now: dt.datetime) -> bool:
    """Return whether a page with these two moments, or without them, is online at `now`."""
    return (start is None or start <= now) and (end is None or now < end)
