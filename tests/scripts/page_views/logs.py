"""Made-up lines of a server's log, and what they count as."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

from scripts.page_views import log_lines
from scripts.page_views.count import Site, count

ZONE = ZoneInfo("America/Los_Angeles")


FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"


PAGES = {"": "Home", "cost/": "Cost", "self-check/": "The self-check"}


def line(
    target="/cost/", status=200, agent=FIREFOX, method="GET", time="28/Nov/2026:19:02:11 +0000"
):
    return (
        f'203.0.113.7 - anna [{time}] "{method} {target} HTTP/2.0" {status} 512 '
        f'"https://search.example/?q=rehab" "{agent}"\n'
    )


def caddy(target="/cost/", status=200, agent=FIREFOX, ts: float | str = 1795892531.5):
    asked = {"remote_ip": "203.0.113.7", "method": "GET", "uri": target}
    headers = {"headers": {"User-Agent": [agent]} if agent else {}}
    return json.dumps({"ts": ts, "request": asked | headers, "status": status}) + "\n"


def counted(*lines, base="/"):
    return count(map(log_lines.request, lines), Site(PAGES, base, ZONE))
