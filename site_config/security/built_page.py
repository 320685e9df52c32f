"""What a built HTML page loads, runs and links to, read with a real parser.

libxml2 2.14 and later, in the pinned lxml, cuts a page into tags as the HTML standard says; it
keeps what stands in <template> and <noscript> in its place.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

RUNS = re.compile(
    r"|module|importmap|speculationrules|\w+/(x-)?(java|ecma|live|j)script.*", re.IGNORECASE
)
"""Types of <script> that a policy counts; all others are data."""

_WITHIN = r"""(?:[^<>"']|"[^"]*"|'[^']*')*"""
_BETWEEN = r"(?:\s|<!--.*?-->)*"
_HEAD = re.compile(
    rf"{_BETWEEN}(?:<!doctype\s{_WITHIN}>)?{_BETWEEN}<html\b{_WITHIN}>{_BETWEEN}<head\b{_WITHIN}>",
    re.IGNORECASE | re.DOTALL,
)
"""How every page begins: nothing may stand before the head, where the policy would not bind it."""


@dataclass(frozen=True)
class Tag:
    """An opening tag of the built page."""

    name: str
    attributes: dict[str, str]

    @property
    def source(self) -> str:
        """The tag as people usually write it."""
        given = (f'{name}="{value}"' if value else name for name, value in self.attributes.items())
        return f"<{' '.join([self.name, *given])}>"

    def words(self, attribute: str) -> list[str]:
        """The words of an attribute such as `rel`, in lower case."""
        return self.attributes.get(attribute, "").lower().split()


@dataclass
class BuiltPage:
    """One page of the built site.

    `tags` are all opening tags, those in <template> and <noscript> too; `scripts` the text of
    each inline script that would run; `unread` says what the parser had to leave out.
    """

    html: str
    tags: list[Tag] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    @cached_property
    def named(self) -> dict[str, list[Tag]]:
        """The tags by their name."""
        found: dict[str, list[Tag]] = {}
        for tag in self.tags:
            found.setdefault(tag.name, []).append(tag)
        return found

    @cached_property
    def head(self) -> int | None:
        """The offset right after the <head> tag; None if the page does not begin with one."""
        found = _HEAD.match(self.html)
        return found.end() if found else None


def read(html: str) -> BuiltPage:
    """Read a built page."""
    page = BuiltPage(html)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(page.html.encode() or b"<html>", parser)
    for element in root.iter(etree.Element):
        tag = Tag(str(element.tag), dict(element.attrib))
        page.tags.append(tag)
        if tag.name == "script" and _runs(tag):
            page.scripts.append(element.text or "")
    page.unread = [error.message for error in parser.error_log if _hides(error)]
    return page


def _hides(error: etree._LogEntry) -> bool:
    """Whether something stands in the page that is not among the tags: too deep, or a second top.

    Of other errors, such as a tag that is never closed, the parser makes what a browser makes.
    """
    return error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT or "misplaced" in error.message


def _runs(script: Tag) -> bool:
    kind = script.attributes.get("type", "").strip()
    return "src" not in script.attributes and bool(RUNS.fullmatch(kind))


def script_hash(text: str) -> str:
    """The CSP source expression that lets exactly this inline script run."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
