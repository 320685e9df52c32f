"""Counts page views and missing addresses; what could tell of one person is never kept."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from scripts.page_views.bots import is_program

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container, Iterable
    from zoneinfo import ZoneInfo

    from scripts.page_views.log_lines import Request

_SEEN = (200, 304)  # 304: the browser had the page already, and asked whether it still holds
_MISSING = (404, 410)
_INDEX = re.compile(r"index\.html$")
# A missing address may hold what someone pasted: a mail address, a number, a long code.
_PERSONAL = re.compile(r"@|\d{5,}|[A-Za-z0-9_-]{40,}|[^ -~]")
# Addresses that no page of a site like this ever had: someone looks for a way to break in.
_PROBE = re.compile(
    r"\.(?:php|aspx?|env|git|cgi|jsp|sql|bak|ini|ya?ml|zip|gz|exe|sh)\b"
    r"|/(?:wp-|\.|cgi-bin|admin|vendor/|phpmyadmin|owa/|boaform|actuator|api/)",
    re.IGNORECASE,
)


@dataclass
class Counts:
    """What was counted, and how much was left out for which reason."""

    pages: Counter[str] = field(default_factory=Counter)
    """Views by a page's address, such as `cost/call-sheet/`; the home page is ""."""
    days: Counter[dt.date] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    """Addresses that people asked for and that don't exist."""
    programs: int = 0
    probes: int = 0
    unreadable: int = 0
    nameless: bool = True
    """Whether no line has a browser's name: then programs can't be left out."""


class Site(NamedTuple):
    """What a log is held against: the pages, the path they are below, the center's zone."""

    pages: Container[str]
    base: str
    zone: ZoneInfo


def count(requests: Iterable[Request | None], site: Site) -> Counts:
    """Count the views of the site's pages, by the center's days.

    Only pages count, as they are opened: no file, and nothing of what the self-check loads or
    does. So no number says how far someone went in it, or whether they began.
    """
    counts, everyone = Counts(), Counts()
    for asked in requests:
        if asked is None:
            counts.unreadable += 1
        elif asked.method == "GET" and asked.path.startswith(site.base):
            counts.nameless &= asked.agent is None
            _add(everyone, asked, site)
            if is_program(asked.agent):
                counts.programs += _is_view(asked, site)
            else:
                _add(counts, asked, site)
    if counts.nameless:
        everyone.unreadable = counts.unreadable
        return everyone
    return counts


def _is_view(asked: Request, site: Site) -> bool:
    return asked.status in _SEEN and _address(asked, site) in site.pages


def _address(asked: Request, site: Site) -> str:
    return _INDEX.sub("", asked.path[len(site.base) :])


def _add(counts: Counts, asked: Request, site: Site) -> None:
    if _is_view(asked, site):
        counts.pages[_address(asked, site)] += 1
        counts.days[asked.time.astimezone(site.zone).date()] += 1
    elif asked.status in _MISSING and _PROBE.search(asked.path):
        counts.probes += 1
    elif asked.status in _MISSING:
        counts.missing[_without_personal(asked.path)] += 1


def _without_personal(path: str) -> str:
    return "/".join("…" if _PERSONAL.search(part) else part for part in path.split("/"))
