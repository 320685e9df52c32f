"""A page may connect to its own host, to calls, and to the hosts that its links lead to."""

from __future__ import annotations

import pytest

from site_config.security.built_page import read
from site_config.security.connection_allowlist import CALLS, allowlist

LINK = "<a href='https://{}'></a>"
ALWAYS = f"response-origin {' '.join(CALLS)}"


@pytest.mark.parametrize(
    ("html", "hosts"),
    [
        ("", ""),
        ("<a href='/help-now/'>Help</a><a href='tel:988'>988</a>", ""),
        ("<a href='https://988lifeline.org/chat'>Chat</a>", ' "https://988lifeline.org/*"'),
        (
            "".join(map(LINK.format, ("b.example/1", "a.example:8/", "b.example/2"))),
            ' "https://a.example:8/*" "https://b.example/*"',
        ),
        ("<form data-leave-url='https://weather.gov/'></form>", ' "https://weather.gov/*"'),
        ("<map><area href='https://a.example/'></map>", ' "https://a.example/*"'),
        ("<img src='https://a.example/'><form action='https://b.example/'></form>", ""),
    ],
)
def test_only_hosts_that_links_lead_to_are_listed(html, hosts):
    page = read(f"<html><head></head><body>{html}</body></html>")
    assert allowlist(page) == f"({ALWAYS}{hosts});redirects=allow"
