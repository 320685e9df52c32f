"""Reads the raw HTML in a Markdown text: its tags, words, links and pictures with their lines."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from site_config.content_model.document import Block, Image, Link, Parts, Tag, Writer
from site_config.content_model.normalization import plain

if TYPE_CHECKING:
    from collections.abc import Callable

_WITHIN_A_LINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "br", "cite", "code", "em", "i", "img", "kbd", "mark", "q", "s"),
        *("small", "span", "strong", "sub", "sup", "time", "u", "wbr"),
    }
)


def read_html(content: str, line: int, parts: Parts, keep: Callable[[Block | None], None]) -> None:
    """Add what is in the HTML `content`, from `line` of its file on, to `parts`.

    `keep` is given every run of words.
    """
    reader = _Reader(line, parts, keep)
    reader.feed(content)
    reader.close()
    reader.flush()


def read_tag(content: str, line: int) -> Tag | None:
    """Return the opening tag that `content` is, or None."""
    parts = Parts()
    read_html(content, line, parts, lambda _block: None)
    return parts.tags[0] if parts.tags else None


class _Reader(HTMLParser):
    def __init__(self, line: int, parts: Parts, keep: Callable[[Block | None], None]) -> None:
        super().__init__(convert_charrefs=True)
        self.first, self.parts, self.keep = line, parts, keep
        self.writer: Writer | None = None
        self.heading = 0
        self.hidden = 0
        self.link: tuple[str, int, str] | None = None  # target, line, words so far

    @property
    def line(self) -> int:
        return self.first + self.getpos()[0] - 1

    def flush(self) -> None:
        """Hand over the words collected so far."""
        if self.writer:
            self.keep(self.writer.block())
        self.writer = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.parts.tags.append(Tag(tag, given, self.line))
        if tag not in _WITHIN_A_LINE:
            self.flush()
        if re.fullmatch(r"h[1-6]", tag):
            self.heading = int(tag[1])
        elif tag in ("script", "style"):
            self.hidden += 1
        elif tag == "img":
            self.parts.images.append(Image(given.get("src", ""), given.get("alt"), self.line))
        elif tag == "a":
            self.link = (given.get("href", ""), self.line, "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # `<style/>` closes nothing in HTML

    def handle_endtag(self, tag: str) -> None:
        if tag not in _WITHIN_A_LINE:
            self.flush()
        if re.fullmatch(r"h[1-6]", tag):
            self.heading = 0
        elif tag in ("script", "style"):
            self.hidden = max(self.hidden - 1, 0)
        elif tag == "a" and self.link:
            href, line, words = self.link
            self.parts.links.append(Link(href, plain(words).strip(), line))
            self.link = None

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if self.link:
            self.link = (*self.link[:2], self.link[2] + data)
        if self.writer is None:
            if not data.strip():
                return
            skipped = len(data) - len(data.lstrip())
            start = self.line + data[:skipped].count("\n")
            data = data[skipped:]
            self.writer = Writer("heading" if self.heading else "html", start, self.heading)
        while self.writer.line < self.line:  # a tag that goes over several lines
            self.writer.newline()
        first, *rest = data.split("\n")
        self.writer.add(first)
        for row in rest:
            self.writer.newline()
            self.writer.add(row.lstrip())

    def handle_comment(self, data: str) -> None:
        self.parts.comments.append((data.strip(), self.line))
