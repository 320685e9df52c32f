"""Reads access logs of nginx (combined) and Caddy (JSON): what was asked for, and nothing of whom.

Addresses, referrers and user names are never read out of a line.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# 203.0.113.7 - - [28/Nov/2026:19:02:11 +0000] "GET /cost/ HTTP/2.0" 200 5120 "-" "Mozilla/5.0 …"
_COMBINED = re.compile(
    r'\S+ \S+ .*?\[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<target>\S+)[^"]*" '
    r'(?P<status>\d{3}) \S+(?: "(?:[^"\\]|\\.)*"(?: "(?P<agent>(?:[^"\\]|\\.)*)")?)?'
)
_TIME = "%d/%b/%Y:%H:%M:%S %z"
_NONE = ("", "-")


class Request(NamedTuple):
    """One line of a log. `agent` is the browser's name, None if the log leaves it out."""

    time: dt.datetime
    method: str
    path: str
    status: int
    agent: str | None


def read(file: Path) -> Iterator[Request | None]:
    """Give each request of the log; None for a line that can't be read. `.gz` is unpacked."""
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.strip():
                yield request(line)


def request(line: str) -> Request | None:
    """Return what a line says was asked for; None if it is of no known form."""
    return _caddy(line) if line.startswith("{") else _combined(line)


def _combined(line: str) -> Request | None:
    found = _COMBINED.match(line)
    if not found:
        return None
    try:
        time = dt.datetime.strptime(found["time"], _TIME)  # noqa: DTZ007 (_TIME has %z)
    except ValueError:
        return None
    return _request(time, found["method"], found["target"], int(found["status"]), found["agent"])


def _caddy(line: str) -> Request | None:
    try:
        entry = json.loads(line)
        asked = entry["request"]
        time = _caddy_time(entry["ts"])
        agents = (asked.get("headers") or {}).get("User-Agent")
        agent = agents[0] if agents else None
        return _request(time, asked["method"], asked["uri"], int(entry["status"]), agent)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError):
        return None


def _caddy_time(given: float | str) -> dt.datetime:
    """Caddy writes seconds, or with another `time_format` a time with its zone."""
    if isinstance(given, str):
        return dt.datetime.fromisoformat(given)
    return dt.datetime.fromtimestamp(given, dt.UTC)


def _request(
    time: dt.datetime, method: str, target: str, status: int, agent: str | None
) -> Request | None:
    if time.tzinfo is None:
        return None
    try:
        path = unquote(urlsplit(target).path)  # what stands behind a ? can be anything about anyone
    except ValueError:
        return None
    return Request(time, method, path, status, None if agent in _NONE else agent)
