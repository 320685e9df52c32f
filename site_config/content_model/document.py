"""What a reader sees of a Markdown text, piece by piece, each with its line in the file.

A real parser does the reading (markdown-it-py for Markdown, html.parser for raw HTML). The rules
look only at what comes out of here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from site_config.content_model.normalization import moved, normalized

Kind = Literal["paragraph", "item", "heading", "cell", "html", "alt", "meta", "title", "abbr"]

MARKER = re.compile(r"\[@([A-Za-z0-9_.-]+)\]")
"""A source marker, as in `Sessions take nine hours a week [@iop_hours].`"""

PROSE: frozenset[Kind] = frozenset({"paragraph", "item", "html"})
"""Kinds that are read as sentences."""


class Block(NamedTuple):
    """A run of words that belong together; source markers are in `text`."""

    kind: Kind
    text: str
    """In one spelling (normalization.py): what the rules look at."""
    marks: tuple[tuple[int, int], ...]
    """(offset in text, line in the file), ascending."""
    level: int = 0
    """Heading level, 1 to 6; 0 for all else."""
    scopes: tuple[int, ...] = ()
    cited: frozenset[str] = frozenset()
    """Source keys that speak for this block: its own, and its list's or table's."""
    emphasis: tuple[tuple[int, int], ...] = ()
    """Spans of `text` in italics: titles of cited works."""
    strong: tuple[tuple[int, int], ...] = ()
    """Spans of `text` in bold."""
    quoted: bool = False
    """Inside a block quote."""
    written: str = ""
    """The text as it is in the file, for the ids of headings."""

    def line(self, offset: int = 0) -> int:
        """Return the line of the file of the character at `offset`."""
        at = bisect_right(self.marks, (offset, 10**9)) - 1
        return self.marks[max(at, 0)][1]


@dataclass(frozen=True)
class Link:
    """A link, with the words to press."""

    href: str
    text: str
    line: int


@dataclass(frozen=True)
class Image:
    """A picture; `alt` is None when the HTML has no alt attribute at all."""

    src: str
    alt: str | None
    line: int


@dataclass(frozen=True)
class Tag:
    """A raw HTML tag, or an attribute list `{...}` (then `name` is empty)."""

    name: str
    attributes: dict[str, str]
    line: int


@dataclass
class Parts:
    """Everything found in one Markdown text."""

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    comments: list[tuple[str, int]] = field(default_factory=list)
    fences: list[tuple[str, int]] = field(default_factory=list)
    """(language, line) of each fenced block of code."""
    tight_lists: list[int] = field(default_factory=list)
    """Lines of lists that Python-Markdown would run into the paragraph above."""
    shallow_lists: list[int] = field(default_factory=list)
    """Lines of nested lists that are indented by less than the four spaces it needs."""
    wide_rows: list[int] = field(default_factory=list)
    """Lines of table rows with more cells than the table's first row."""
    unnamed_columns: list[int] = field(default_factory=list)
    """Lines of tables whose first row leaves a column without a name: any but the first column."""


class Writer:
    """Collects the pieces of one block together with the line of each."""

    def __init__(self, kind: Kind, line: int, level: int = 0) -> None:
        self.kind, self.level, self.line = kind, level, line
        self.text = ""
        self.marks: list[tuple[int, int]] = [(0, line)]
        self.emphasis: list[tuple[int, int]] = []
        self.strong: list[tuple[int, int]] = []

    def add(self, piece: str) -> None:
        """Append words that stand on the current line."""
        self.text += piece

    def newline(self) -> None:
        """Go on to the next line of the file; to a reader that is a space."""
        self.text += " "
        self.line += 1
        self.marks.append((len(self.text), self.line))

    def block(self) -> Block | None:
        """Return what was collected, or None if that is nothing but space."""
        text, origins = normalized(self.text)
        if not text.strip():
            return None
        return Block(
            self.kind,
            text,
            tuple((moved(at, origins), line) for at, line in self.marks),
            self.level,
            emphasis=tuple((moved(a, origins), moved(b, origins)) for a, b in self.emphasis),
            strong=tuple((moved(a, origins), moved(b, origins)) for a, b in self.strong),
            written=self.text,
        )


@dataclass
class Scopes:
    """Which source markers speak for which blocks.

    A marker counts for its paragraph; in a list for the whole item, and for all items when it
    is in the sentence with a colon that introduces the list; in a table for the whole table,
    also from the paragraph right before or after it.
    """

    open: list[int] = field(default_factory=list)
    keys: dict[int, set[str]] = field(default_factory=dict)

    def push(self, keys: frozenset[str] | set[str] = frozenset()) -> int:
        """Open a scope that starts with `keys`; return its number."""
        number = len(self.keys)
        self.keys[number] = set(keys)
        self.open.append(number)
        return number

    def pop(self) -> int:
        """Close the innermost scope; return its number."""
        return self.open.pop()

    def own(self, block: Block, *, quoted: bool) -> Block:
        """Return `block` with its scopes; its markers count for the innermost."""
        if not (self.open or quoted or "[@" in block.text):
            return block  # as most paragraphs
        keys = frozenset(MARKER.findall(block.text))
        if self.open:
            self.keys[self.open[-1]] |= keys
        return block._replace(scopes=tuple(self.open), cited=keys, quoted=quoted)

    def settle(self, block: Block) -> Block:
        """Return `block` with every key that speaks for it, once all text has been read."""
        if not block.scopes:
            return block
        cited = block.cited.union(*(self.keys[one] for one in block.scopes))
        return block if cited == block.cited else block._replace(cited=cited)
