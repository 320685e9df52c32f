"""`Connection-Allowlist`: where a page may connect to, and where its links may lead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from site_config.security.built_page import BuiltPage

CALLS = ('"tel:*"', '"sms:*"', '"mailto:*"')
"""Chrome 156 holds a tap on a phone number for a connection, and without these shows an error
page in place of the call."""


def allowlist(page: BuiltPage) -> str:
    """`Connection-Allowlist` for a page: its own host, and those that its links lead to.

    It also holds for a person's tap on a link, so every linked host is listed, and calls and
    texts always are. Redirects are allowed: a crisis line that moves its page must stay within
    reach. WebRTC stays refused.
    """
    addresses = [
        value
        for tag in page.tags
        for name, value in tag.attributes.items()
        if (tag.name, name) in {("a", "href"), ("area", "href"), ("form", "data-leave-url")}
    ]
    hosts = {f'"{at.scheme}://{at.netloc}/*"' for at in map(urlsplit, addresses) if at.netloc}
    return f"({' '.join(['response-origin', *CALLS, *sorted(hosts)])});redirects=allow"
