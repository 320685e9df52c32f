"""Rewrites the relative links of Markdown pages when one of the pages gets another name."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from site_config.content_model.page import Page, page_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_DESTINATION = re.compile(
    r"(\]\([ \t]*<?|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?|\b(?:href|src)[ \t]*=[ \t]*[\"']?)"
    r"([^\s<>()\"'#?]+)",
    re.MULTILINE,
)
_ELSEWHERE = re.compile(r"/|[a-z][a-z0-9+.-]*:", re.IGNORECASE)
"""How an address begins that does not go by where the page is."""


def with_moved_links(text: str, name: str, renamed: Mapping[str, str]) -> str:
    """Return the text of the page `name` with its relative links as they are after the move.

    `renamed` has the new name of each page that moves, this one perhaps among them.
    """
    new_folder = posixpath.dirname(renamed.get(name, name))

    def rewritten(found: re.Match[str]) -> str:
        path = found[2]
        if _ELSEWHERE.match(path):
            return found[0]
        target = _target(name, path)
        after = renamed.get(target, target)
        if after == posixpath.normpath(posixpath.join(new_folder, unquote(path))):
            return found[0]
        return found[1] + quote(posixpath.relpath(after, new_folder or "."))

    return _DESTINATION.sub(rewritten, text)


def first_broken(before: str, after: str, name: str, renamed: Mapping[str, str]) -> int:
    """Return the line of the first link or picture that leads elsewhere than before, or 0.

    A Markdown parser reads both texts: it knows links that `with_moved_links` may have missed.
    """
    new = renamed.get(name, name)
    old_ways, new_ways = (_ways(page_of(text, Path(name), name)) for text in (before, after))
    if len(old_ways) != len(new_ways):
        return 1
    for (old_way, line), (new_way, _line) in zip(old_ways, new_ways, strict=True):
        if _ELSEWHERE.match(old_way) or not urlsplit(old_way).path:
            same = old_way == new_way
        else:
            target = _target(name, urlsplit(old_way).path)
            expected = renamed.get(target, target)
            same = _target(new, urlsplit(new_way).path) == expected
            same &= urlsplit(old_way)[3:] == urlsplit(new_way)[3:]
        if not same:
            return line
    return 0


def _target(page: str, path: str) -> str:
    """Return the file under content/ that `path` means on `page`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))


def _ways(page: Page) -> list[tuple[str, int]]:
    """Return what the page links to and shows, each with its line."""
    tags = [
        (tag.attributes[name], tag.line)
        for tag in page.parts.tags
        for name in ("href", "src")
        if name in tag.attributes
    ]
    links = [(link.href, link.line) for link in page.parts.links]
    return [*links, *((image.src, image.line) for image in page.parts.images), *tags]
