"""Code that came in with pasted text: trackers, frames, forms, styles.

Each stretch of it is one problem, so it is taken out of a page's text before any rule looks at it:
the rules on words would otherwise object to each of its lines, and some of their fixes would put
something else in its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_config.core.web_address import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_VENDORS = {
    "Facebook": r"facebook\.(?:com|net)|\bfbq\b|(?:meta|facebook) pixel",
    "Google": r"googletagmanager|google-analytics|\bgtag\b|dataLayer|google tag|doubleclick",
    "LinkedIn": r"_linkedin_|snap\.licdn|px\.ads\.linkedin|linkedin insight",
    "TikTok": r"\bttq\b|analytics\.tiktok|tiktok pixel",
    "Microsoft": r"clarity\.ms|\buetq\b|bat\.bing",
    "HubSpot": r"hs-scripts|hsforms|hubspot",
    "Hotjar": r"hotjar",
    "X": r"\btwq\b|static\.ads-twitter",
    "Pinterest": r"\bpintrk\b",
    "Snapchat": r"\bsnaptr\b",
    "CallRail": r"callrail|calltrk",
}
_VENDOR = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _VENDORS.items()}
_COMMENT = (
    r"<!--(?:(?!-->)[^\n])*?(?:pixel|analytics|gtag|google tag|tag manager|insight tag|hotjar"
    r"|hubspot|clarity|tracking|embed code|start of|end of|\bcode\b|widget)(?:(?!-->)[^\n])*?-->"
)
_VENDOR_COMMENT = (
    r"<!--\s*(?:(?:start|begin|end)\s)?(?:(?:meta|facebook|tiktok|snap) pixel"
    r"|google (?:analytics|tag)|gtag|global site tag|linkedin insight|hotjar|hubspot|callrail)"
    r"(?:\s[^\s>]+){0,4}?\s*-->"
)
"""Without the code that it names: short, as those companies write it; longer ones are notes."""
_ELEMENT = (
    r"<(?P<{0}>script|noscript|iframe|object|style|form)\b[^>]*>.*?</(?P={0})\s*>"
    r"|<img\b[^>]*(?:facebook\.com/tr|px\.ads\.linkedin)[^>]*>"
)
_STRETCH = re.compile(
    rf"(?:{_COMMENT}\s*)*(?:{_ELEMENT.format('first')})"
    rf"(?:\s*(?:{_COMMENT}|{_ELEMENT.format('more')}))*|{_VENDOR_COMMENT}",
    re.DOTALL | re.IGNORECASE,
)
_TYPED_CODE = re.compile(
    r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)|(`+)(?!`).+?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
_TAGS = re.compile(r"<(script|iframe|form|style|object)\b", re.IGNORECASE)
_FRAME_SOURCE = re.compile(r"<iframe\b[^>]*\bsrc\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)


class ForeignCode(NamedTuple):
    """A stretch of code on a page: its first line in the file, what it does, what to do."""

    line: int
    what: str
    fix: str


def without_foreign_code(text: str) -> tuple[str, list[ForeignCode]]:
    """Return `text` with its lines kept and foreign code gone from them, and what that was."""
    stretches = list(_stretches(text))
    if not stretches:
        return text, []
    typed = [found.span() for found in _TYPED_CODE.finditer(text)]
    codes, parts, end = [], [], 0
    for found in stretches:
        if any(start <= found.start() < stop for start, stop in typed):
            continue
        codes.append(_described(text, found))
        parts += [text[end : found.start()], "\n" * found[0].count("\n")]
        end = found.end()
    return ("".join([*parts, text[end:]]), codes) if codes else (text, [])


def _stretches(text: str) -> Iterator[re.Match[str]]:
    """Give each stretch; all begin with <, which is found sooner than `_STRETCH` by itself."""
    at = text.find("<")
    while at >= 0:
        found = _STRETCH.match(text, at)
        if found:
            yield found
        at = text.find("<", found.end() if found else at + 1)


def _described(text: str, found: re.Match[str]) -> ForeignCode:
    first = text.count("\n", 0, found.start()) + 1
    last = first + found[0].count("\n")
    lines = f"line {first}" if first == last else f"lines {first} to {last}"
    what, fix = _meaning(found[0])
    return ForeignCode(first, what, f"Delete all of it, {lines}. {fix}")


def _meaning(code: str) -> tuple[str, str]:
    tags = {tag.lower() for tag in _TAGS.findall(code)}
    vendor = next((name for name, pattern in _VENDOR.items() if pattern.search(code)), "")
    if vendor and "form" not in tags:
        what = f"This is code that reports visitors to {vendor}"
        return what, "The site promises that nobody is tracked, and no page needs it"
    if "form" in tags:
        what = "This form (<form>) sends what people type to somebody else"
        return what, "Say how to call or write to the center instead"
    if "iframe" in tags:
        source = _FRAME_SOURCE.search(code)
        host = (parts_of(source[1]).hostname if source else "") or "another site"
        what = f"This (<iframe>) shows {host} inside the page, which then sees each visitor"
        return what, "If people need what it shows, link to its page there"
    if tags == {"style"}:
        return (
            "This (<style>) changes the look outside the style sheets",
            "Colors and letters come from the site",
        )
    return (
        f"This is code that would run in the visitor's browser (<{min(tags, default='script')}>)",
        "No page here has any",
    )
