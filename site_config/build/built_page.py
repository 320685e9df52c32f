"""What a built HTML page loads, runs and links to, read with a real tokenizer."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RUNS = re.compile(
    r"|module|importmap|speculationrules|\w+/(x-)?(java|ecma|live|j)script.*", re.IGNORECASE
)
"""Types of <script> that a policy counts; all others are data."""


@dataclass(frozen=True)
class Tag:
    """An opening tag as it stands in the built page."""

    name: str
    attributes: dict[str, str]
    source: str

    def words(self, attribute: str) -> list[str]:
        """The words of an attribute such as `rel`, in lower case."""
        return self.attributes.get(attribute, "").lower().split()


@dataclass
class BuiltPage:
    """One page of the built site.

    `tags` are all opening tags, those in <template> and <noscript> too; `scripts` the text of
    each inline script that would run; `head` the offset right after the <head> tag.
    """

    path: Path
    text: str
    tags: list[Tag] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    head: int | None = None

    def has(self, name: str, attribute: str) -> bool:
        """Whether there is such a tag with such an attribute."""
        return any(tag.name == name and attribute in tag.attributes for tag in self.tags)

    def with_head(self, lines: str) -> str:
        """The page's text with `lines` as the first thing in its head."""
        return f"{self.text[: self.head]}\n{lines}{self.text[self.head :]}"


def read(path: Path) -> BuiltPage:
    """Read a built page."""
    page = BuiltPage(path, path.read_text("utf-8"))
    reader = _Reader(page)
    reader.feed(page.text)
    reader.close()
    return page


def script_hash(text: str) -> str:
    """The CSP source expression that lets exactly this inline script run."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


class _Reader(HTMLParser):
    """Fills a BuiltPage. Character references in attributes are resolved, as a browser does."""

    def __init__(self, page: BuiltPage) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.lines = [0, *(match.end() for match in re.finditer("\n", page.text))]
        self.runs = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        source = self.get_starttag_text() or ""
        attributes = {name: value or "" for name, value in attrs}
        self.page.tags.append(Tag(tag, attributes, source))
        if tag == "head" and self.page.head is None:
            line, column = self.getpos()
            self.page.head = self.lines[line - 1] + column + len(source)
        if tag == "script":
            kind = attributes.get("type", "").strip()
            self.runs = "src" not in attributes and bool(RUNS.fullmatch(kind))
            if self.runs:
                self.page.scripts.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # `<script/>` opens a script in HTML

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.runs = False

    def handle_data(self, data: str) -> None:
        if self.runs:
            self.page.scripts[-1] += data
