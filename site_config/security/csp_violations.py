"""What in a built page the site's policy would refuse: each would need a weaker policy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.security.built_page import BuiltPage, Tag

LOADS = frozenset(
    [
        "src",
        "srcset",
        "imagesrcset",
        "data",
        "poster",
        "background",
        "ping",
        "action",
        "formaction",
        "manifest",
        "archive",
        "code",
        "classid",
        "codebase",
        "lowsrc",
        "longdesc",
        "profile",
        "icon",
    ]
)
"""Attributes whose address a browser asks for, now or when a form or a link is used."""

FOREIGN = frozenset({"iframe", "frame", "object", "embed", "applet", "portal", "fencedframe"})
DRAWN = frozenset({"image", "use", "feimage", "script", "mpath", "textpath", "pattern", "filter"})
"""SVG tags whose href is loaded, not followed."""

FOLLOWED = frozenset(
    ["canonical", "alternate", "author", "license", "help", "next", "prev", "bookmark", "me"]
)
"""Words in the `rel` of a <link> that load nothing."""

_DROPPED = str.maketrans("", "", "\t\r\n")
_SCHEME = re.compile(r"(?:([a-z][a-z0-9+.-]*):|//)", re.IGNORECASE)

TARGETS = frozenset({"https", "http", "tel", "sms", "mailto"})

KINDS = FOREIGN | {"style", "base", "meta"}
NAMES = LOADS | {"style", "href", "xlink:href"}
"""The tags and attributes, besides on…, that can need more than the policy allows."""


class Violation(NamedTuple):
    """What would be refused, what to do, and words by which the source line can be found."""

    what: str
    fix: str
    clues: tuple[str, ...]


def violations(page: BuiltPage) -> Iterator[Violation]:
    """Give everything on the page that the policy would refuse or could not stop."""
    if page.head is None:
        message = "The page has no <head>, so no policy can be set in it"
        yield Violation(message, "Begin the template with <!doctype html><html><head>", ("<html",))
    for reason in page.unread:
        message = f"Part of the page cannot be read, and so not be checked: {reason}"
        yield Violation(message, "Take out <html>, <head>, <body> and boxes in boxes", ("<html",))
    for tag in page.tags:
        if tag.name in KINDS:
            yield from _of_kind(tag)
        for name, value in tag.attributes.items():
            if name in NAMES or name.startswith("on"):
                yield from _of_attribute(tag, name, value)


def scheme(address: str) -> str:
    """The scheme of an address as a browser reads it; `//` for another host; else ""."""
    plain = address.translate(_DROPPED).strip("\0\a\b\v\f\x1b ").replace("\\", "/")
    found = _SCHEME.match(plain)
    return (found[1] or "//").lower() if found else ""


def _of_kind(tag: Tag) -> Iterator[Violation]:
    if tag.name in FOREIGN:
        message = f"<{tag.name}> shows another page or program inside this one"
        yield Violation(message, "Link to it instead", _clues(tag))
    elif tag.name == "style":
        message = "<style> sets the look inside the page"
        yield Violation(message, "Move it to a file under content/assets/css/", _clues(tag))
    elif tag.name == "base":
        message = "<base> sends every link on the page somewhere else"
        yield Violation(message, "Take it out", _clues(tag))
    elif tag.name == "meta":
        yield from _of_meta(tag)


def _of_meta(tag: Tag) -> Iterator[Violation]:
    kind = tag.attributes.get("http-equiv", "").strip().lower()
    if kind == "content-security-policy":
        message = "The page brings a policy of its own"
        yield Violation(message, "Take it out: the build sets the policy", _clues(tag))
    target = tag.attributes.get("content", "").partition("=")[2]
    if kind == "refresh" and scheme(target.strip(" '\"")):
        message = f"The page sends every visitor on to {target}"
        yield Violation(message, "Link to it instead", (target, *_clues(tag)))


def _of_attribute(tag: Tag, name: str, value: str) -> Iterator[Violation]:
    if name.startswith("on"):
        message, fix = f"“{name}” runs code from inside the page", f"Take {name} out"
    elif name == "style":
        message = f"“style” sets the look inside the page: {value}"
        fix = "Use a class, and say its look in a file of styles"
    elif name in ("action", "formaction"):
        message = "A form on this site cannot be sent: that keeps answers on the device"
        fix = "Link to a page that takes the form"
    elif name in ("href", "xlink:href"):
        message, fix = _of_address(tag, value)
    elif _elsewhere(name, value):
        message = f"<{tag.name} {name}> would load {value}, which is not a file of this site"
        fix = "Save it under content/assets/ and name that file"
    else:
        return
    if message:
        clues = (tag.source, f'{name}="{value}"', value, f"{name}=", f"<{tag.name}")
        yield Violation(message, fix, clues)


def _elsewhere(name: str, value: str) -> bool:
    """Whether an address, or one of the addresses of a srcset, is not a file of this site."""
    parts = re.split(r"[,\s]+", value) if name.endswith("srcset") else [value]
    return any(scheme(part) for part in parts)


def _of_address(tag: Tag, value: str) -> tuple[str, str]:
    """What is wrong with an address, and what to do; nothing if it is in order."""
    where = scheme(value)
    if not where:
        return "", ""
    if tag.name in DRAWN or (tag.name == "link" and not FOLLOWED.issuperset(tag.words("rel"))):
        message = f"<{tag.name}> would load {value}, which is not a file of this site"
        return message, "Save it under content/assets/ and name that file"
    if where == "//":
        return f"The link {value} names no scheme", "Write https: before it"
    if where not in TARGETS:
        return f"A link with “{where}:” runs code, or opens nothing", "Use an address with https://"
    return "", ""


def _clues(tag: Tag) -> tuple[str, ...]:
    return (tag.source, f"<{tag.name}")
