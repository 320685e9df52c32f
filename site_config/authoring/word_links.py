"""The links of a Word file: where they lead is what people read, and nobody is tracked.

A link whose words say one number and that dials another could send someone in danger to the wrong
line. It is left out, with a TODO; so is each link that hides where it goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, parse_qsl, unquote, urlencode, urlsplit

_DIALED = ("tel:", "sms:", "smsto:")
_WEB = ("http://", "https://")
_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_NUMBER = re.compile(r"\d[\d\s().+/·•\u2010-\u2015-]*[A-Z-]*")
_FEWEST_DIGITS, _WITH_COUNTRY = 3, 11
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+(?:@|%40)[\w-]+\.[\w.-]+", re.IGNORECASE)
_TRACKERS = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|_hs\w+|mkt_tok|wbraid")
# Services that pass through to an address that they carry: host, and where it stands.
_PASS = {
    "safelinks.protection.outlook.com": "url",
    "google.com/url": "q",
    "l.facebook.com": "u",
    "lm.facebook.com": "u",
    "l.instagram.com": "u",
    "slack-redir.net": "url",
    "out.reddit.com": "url",
}
_DEFENSE = re.compile(
    r"https?://urldefense\.com/v3/__(?P<to>.+?)__;(?P<codes>[^!]*)!", re.IGNORECASE
)
_SHORT = (
    *("bit.ly", "tinyurl.com", "t.co", "lnkd.in", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rb.gy"),
    *("t.ly", "cutt.ly", "shorturl.at", "rebrand.ly", "aka.ms", "urldefense.com"),
    *("urldefense.proofpoint.com", "link.edgepilot.com", "protect-us.mimecast.com"),
)
_PRIVATE = (
    *("localhost", "sharepoint.com", "onedrive.live.com", "1drv.ms", "docs.google.com"),
    *("drive.google.com", "dropbox.com", "box.com", "teams.microsoft.com", "127.0.0.1"),
)
_MOST_PASSES = 3


@dataclass(frozen=True)
class Link:
    """A link that may stand (`target`), or why it was left out (`todo`); a `note` either way."""

    target: str = ""
    note: str = ""
    todo: str = ""


def checked(words: str, target: str) -> Link:
    """Return where the link may lead: without trackers, and only where its words say."""
    target = target.partition('"')[0].strip()  # Word's switches, as in "…" \o "tip"
    low = target.lower()
    if low.startswith(_DIALED):
        return _dialed(words, target)
    if low.startswith("mailto:"):
        return _mailed(words, target)
    if low.startswith(_WEB):
        return _web(words, target)
    if low.startswith(("file:", "\\\\")) or ":" not in low:
        return Link(note=f"A link to a file on a computer was left out: {target}")
    note = f"A link that begins with “{low.partition(':')[0]}:” was left out: “{words}”"
    return Link(note=note, todo="a link stood here that no page may have")


def _dialed(words: str, target: str) -> Link:
    number = _digits(unquote(target.partition("?")[0]).upper())
    read = _numbers(words)
    alone = set(re.findall(r"\d{3,}", words))  # "988 (24 hours)" is no number of five digits
    if not read or {number} in (read, alone):
        return Link(target)
    return _left_out(
        f"people read “{words}”, and the link in Word dialed {number}; write the right number in "
        "both"
    )


def _mailed(words: str, target: str) -> Link:
    """A mail address in the words has to be the one that is written to."""
    to = unquote(target[len("mailto:") :]).partition("?")[0].lower()
    read = {found[0].lower() for found in _MAIL.finditer(words)}
    if read and read != {to}:
        return _left_out(
            f"people read “{words}”, and the link in Word wrote to {to}; make both the same"
        )
    return Link(target)


def _web(words: str, target: str) -> Link:
    clean = _cleaned(target)
    try:
        url = urlsplit(clean)
        host = (url.hostname or "").lower()
    except ValueError:
        url, host = SplitResult("", "", "", "", ""), ""
    if not clean.lower().startswith(_WEB) or not host or "@" in url.netloc:
        return _left_out(
            "the link that stood here leads nowhere that can be read; look at it in Word"
        )
    if _is_of(host, _SHORT):
        return _left_out(
            "a short or wrapped link stood here that hides where it goes; open it, and link that "
            "page"
        )
    if _is_of(host, _PRIVATE) or "." not in host:
        return _left_out(
            f"a link to {host} stood here, which visitors can't open, or which knows who does"
        )
    if _MAIL.search(unquote(clean)):
        return _left_out(
            "a link with someone's mail address in it stood here; link the page itself"
        )
    if (read := _host_read(words)) and _bare(read) != _bare(host):
        return _left_out(
            f"people read “{words}”, and the link in Word led to {host}; make both the same"
        )
    note = f"A link was cleaned of what tracks visitors: {clean}" if clean != target else ""
    return Link(clean, note)


def _left_out(why: str) -> Link:
    return Link(note=f"A link was left out: {why}", todo=why)


def _cleaned(target: str) -> str:
    for _ in range(_MOST_PASSES):
        if (further := _passed_through(target)) == target:
            break
        target = further
    try:
        url = urlsplit(target)
    except ValueError:
        return ""
    asked = parse_qsl(url.query, keep_blank_values=True)
    kept = [(key, value) for key, value in asked if not _TRACKERS.fullmatch(key.lower())]
    return target if kept == asked else url._replace(query=urlencode(kept)).geturl()


def _passed_through(target: str) -> str:
    """Return the address that a mail program or a search engine has wrapped."""
    if (wrapped := _DEFENSE.match(target)) and "*" not in wrapped["to"]:
        return wrapped["to"]
    try:
        url = urlsplit(target)
        place = (url.hostname or "").lower().removeprefix("www.")
        asked = parse_qs(url.query)
    except ValueError:
        return ""
    for host, key in _PASS.items():
        if _is_of(place, [host]) or f"{place}{url.path}" == host:
            return next((asked[one][0] for one in (key, "url") if one in asked), "")
    return target


def _is_of(host: str, hosts: tuple[str, ...] | list[str]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def _numbers(words: str) -> set[str]:
    """The numbers that people read, letters as on a phone's keys."""
    words = words.replace("24/7", "")
    found = {_digits(one[0]) for one in _NUMBER.finditer(words)}
    return {one for one in found if len(one) >= _FEWEST_DIGITS}


def _digits(words: str) -> str:
    digits = re.sub(
        r"\D", "", words.partition(":")[2] if ":" in words else words.translate(_LETTERS)
    )
    return digits[1:] if len(digits) == _WITH_COUNTRY and digits.startswith("1") else digits


def _host_read(words: str) -> str:
    """The site that people read, if the link's words are an address and nothing else."""
    if not _ADDRESS.fullmatch(words):
        return ""
    try:
        return (urlsplit(words if "://" in words else f"https://{words}").hostname or "").lower()
    except ValueError:
        return ""


def _bare(host: str) -> str:
    return host.removeprefix("www.")
