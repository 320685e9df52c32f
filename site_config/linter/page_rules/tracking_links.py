"""Addresses that track who presses them, give someone away, or open only on the writer's computer.

Mail programs wrap each link (Outlook's Safe Links holds the writer's own mail address), and search
engines, newsletters and shorteners count who goes where. The site promises that nobody is tracked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from site_config.content_model.contact_details import MAIL
from site_config.content_model.prefilter import Prefilter
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.core.web_address import parts_of
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_WRAPPERS = re.compile(
    r"(?:^|\.)(?:safelinks\.protection\.outlook\.com|safelinks\.[\w.]+|urldefense\.\w+"
    r"|urldefense\.proofpoint\.com|linkprotect\.cudasvc\.com|mimecast\.com|mimecastprotect\.com"
    r"|l\.facebook\.com|lm\.facebook\.com|l\.instagram\.com|l\.messenger\.com|list-manage\.com"
    r"|awstrack\.me|sendgrid\.net|hubspotlinks\.com|doubleclick\.net|googleadservices\.com)$"
    r"|^(?:click|clicks|track|tracking|links?|email|trk)\d*\.[\w-]+\.\w+$"
)
_SHORTENERS = frozenset(
    {
        *("bit.ly", "bitly.com", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "lnkd.in", "is.gd"),
        *("buff.ly", "rebrand.ly", "cutt.ly", "rb.gy", "shorturl.at", "fb.me", "t.ly", "dlvr.it"),
        *("tiny.cc", "forms.gle", "qrco.de", "linktr.ee", "g.co", "trib.al", "amzn.to", "a.co"),
        *("maps.app.goo.gl", "photos.app.goo.gl", "share.google", "spoti.fi", "vm.tiktok.com"),
    }
)
_SHARED_BY = re.compile(
    r"^(?:(?:www|m)\.)?(?:facebook\.com/share/|linkedin\.com/slink|reddit\.com/r/\w+/s/)"
)
"""Short links of one site, each made for whoever shared it."""
_SHARING = re.compile(
    r"^(?:(?:www|m)\.)?(?:facebook\.com/(?:sharer|dialog)|(?:twitter|x)\.com/(?:share|intent)"
    r"|linkedin\.com/(?:shareArticle|sharing)|pinterest\.com/pin/create|addtoany\.com|addthis\.com)"
)
"""Buttons to share a page: they tell a network who reads about treatment."""
_REDIRECTS = re.compile(
    r"^(?:www\.)?(?:google\.[\w.]+/(?:url|amp)|bing\.com/ck|youtube\.com/redirect)"
)
_TRACKER = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|igsh|yclid"
    r"|ttclid|twclid|li_fat_id|_hsenc|_hsmi|vero_id|mkt_tok|oly_\w+_id|s_cid|_ga|_gl|srsltid"
    r"|ref_src|trk|cmpid|ck_subscriber_id|sfmc_\w+|hsctatracking|mibextid|rdid|share_id"
    r"|shareid|share_url|share_source|__cft__\S*|__tn__|epik|hss_channel|(?:mtm|pk)_\w+"
    r"|_branch_match_id|_branch_referrer|rcm)",
    re.IGNORECASE,
)
_TRACKERS_AT = {
    "youtu.be": {"si", "feature"},
    "youtube.com": {"si", "feature", "pp"},
    "youtube-nocookie.com": {"si", "feature"},
    "spotify.com": {"si"},
    "google.com": {"ved", "ei", "sca_esv", "sxsrf", "gs_lcrp", "g_ep", "g_st", "entry"},
    "x.com": {"s", "t"},
    "twitter.com": {"s", "t"},
    "tiktok.com": {"_t", "_r", "is_from_webapp", "sender_device"},
    "linkedin.com": {"trackingid"},
}
"""Names that share buttons of one site add; elsewhere, the page may need them."""
_INSIDE = ("url", "q", "u", "target", "dest", "destination", "redirect", "to")
_PRIVATE = re.compile(
    r"^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|\[::1\])$"
    r"|(?:^|\.)(?:local|internal|lan|sharepoint\.com|1drv\.ms|onedrive\.live\.com|dropbox\.com"
    r"|docs\.google\.com|drive\.google\.com|mail\.google\.com|outlook\.office(?:365)?\.com"
    r"|teams\.microsoft\.com|slack\.com)$"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"“”)\]]+", re.IGNORECASE)


class Found(NamedTuple):
    """What is wrong with an address, and what to write."""

    message: str
    fix: str


def find_tracking(address: str) -> Found | None:
    """Return what `address` does besides opening a page, or None."""
    try:
        parts = urlsplit(address.strip().replace("&amp;", "&"))
        host = (parts.hostname or "").lower()
    except ValueError:  # no address: another rule says so
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    return _by_host(parts, host) or _by_query(parts, host)


def _by_host(parts: SplitResult, host: str) -> Found | None:
    shown = short(f"{host}{parts.path}")
    if _WRAPPERS.search(host) or _REDIRECTS.match(f"{host}{parts.path}"):
        message = f"{shown} records who presses the link, and may name who copied it"
        return Found(message, _write(_wrapped(parts)))
    if host.removeprefix("www.") in _SHORTENERS or _SHARED_BY.match(f"{host}{parts.path}"):
        message = f"{shown} hides where it leads, and counts who goes there"
        return Found(message, "Open it, and write the address of the page that comes up")
    if _SHARING.match(f"{host}{parts.path}"):
        message = f"This button tells {host.removeprefix('www.')} who reads this page"
        return Found(message, "Take it out: people share a page with their own phone")
    if _PRIVATE.search(host):
        message = f"{shown} opens only on your computer or with a login"
        return Found(message, "Write the address of a page that everyone can open, or take it out")
    return None


def _by_query(parts: SplitResult, host: str) -> Found | None:
    if trackers := [
        name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if _tracks(name, host)
    ]:
        message = f"“{trackers[0]}” in the address at {host} tracks who presses the link"
        return Found(message, _write(_cleaned(parts)))
    if mail := MAIL.search(unquote(f"{parts.path}?{parts.query}")):
        message = f"The address at {host} gives away “{mail[0]}”"
        return Found(message, "Find the page's own address, without anyone's name in it")
    return None


def _tracks(name: str, host: str) -> bool:
    """Return whether a part of the query tells who shared or pressed the link."""
    if _TRACKER.fullmatch(name):
        return True
    return any(
        name.lower() in names and (host == site or host.endswith(f".{site}"))
        for site, names in _TRACKERS_AT.items()
    )


def _wrapped(parts: SplitResult) -> str:
    """Return the address inside another one, without its own trackers."""
    values = parse_qs(parts.query)
    inside = next((values[name][0] for name in _INSIDE if name in values), "")
    if not inside.startswith(("http://", "https://")):
        return ""
    return _cleaned(parts_of(inside))


def _cleaned(parts: SplitResult) -> str:
    kept = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not _tracks(pair[0], (parts.hostname or "").lower())
    ]
    return urlunsplit(parts._replace(query=urlencode(kept)))


def _write(address: str) -> str:
    if address:
        return f"Write {address} in its place, and open it once"
    return "Open it, and write the address of the page that comes up, without what follows a ?"


_ADDRESSES = Prefilter(_ADDRESS)


def _tracking(page: Page, _context: Context) -> Iterator[Issue]:
    for link in page.parts.links:
        if found := find_tracking(link.href):
            yield Issue(page.path, link.line, *found)
    linked = {link.href for link in page.parts.links}
    for block in _ADDRESSES.blocks(page):
        for address in _ADDRESS.finditer(block.text):
            if address[0] not in linked and (found := find_tracking(address[0])):
                yield Issue(page.path, block.line(address.start()), *found)


RULES = (
    Rule(
        "tracking-link",
        "An address that tracks who presses it (safelinks, utm_, fbclid, shorteners), gives a mail "
        "address away, or opens only for you",
        "Write the page's own address",
        _tracking,
    ),
)
"""The rules of this family."""
