"""Which day it is at the center: it decides what is published, wherever the site is built."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from zoneinfo import ZoneInfo

from site_config.core.issues import Issue, IssuesFound
from site_config.settings import center

EPOCH = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 in place of the clock: set by a release, so that one commit makes one site."""


def now(time_zone: str) -> dt.datetime:
    """The time on the clocks of this zone, or that which a release is made for.

    Raises:
        IssuesFound: SOURCE_DATE_EPOCH is set, and is no number of seconds.
    """
    zone = ZoneInfo(time_zone)
    given = os.environ.get(EPOCH)
    if given is None:
        return dt.datetime.now(zone).replace(tzinfo=None)
    try:
        return dt.datetime.fromtimestamp(int(given), zone).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError) as error:
        what = f"The environment variable is “{given}”, not a number of seconds since 1970"
        fix = f"Write export {EPOCH}=$(git log -1 --format=%ct), or unset {EPOCH}"
        raise IssuesFound([Issue(Path(EPOCH), 0, what, fix)]) from error


def today(time_zone: str) -> dt.date:
    """Today in this time zone, or the day that a release is made for.

    Raises:
        IssuesFound: SOURCE_DATE_EPOCH is set, and is no number of seconds.
    """
    return now(time_zone).date()


def now_at(root: Path) -> dt.datetime:
    """The time on the clocks of the center of the project under `root`.

    A center.yml or a SOURCE_DATE_EPOCH that cannot be read is reported where a build reads it;
    until then the default time zone and the clock count.
    """
    try:
        return now(center.load(root).time_zone)
    except IssuesFound:
        return dt.datetime.now(ZoneInfo(center.TIME_ZONE)).replace(tzinfo=None)


def today_at(root: Path) -> dt.date:
    """Today at the center of the project under `root`."""
    return now_at(root).date()
