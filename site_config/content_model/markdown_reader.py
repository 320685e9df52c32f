"""Reads Markdown into blocks, links, images and tags with their lines."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from site_config.content_model.admonitions import open_boxes
from site_config.content_model.document import Block, Image, Kind, Link, Parts, Scopes, Tag, Writer
from site_config.content_model.html_reader import read_html, read_tag
from site_config.content_model.normalization import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

# Indented text is no code on this site: it belongs to an admonition or a <div markdown>.
_PARSER = MarkdownIt("commonmark").enable("table").disable("code")

_ATTRIBUTES = re.compile(r"\{:?\s*((?:[#.][\w-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s}]+))\s*)+\}")
_ATTRIBUTE = re.compile(r"([#.])([\w-]+)|([\w-]+)=(\"[^\"]*\"|'[^']*'|[^\s}]+)")
_ICON = re.compile(r":[a-z][a-z0-9]*(?:-[a-z0-9]+)+:")
_ABBREVIATION = re.compile(r"\*\[[^\]]+\]:\s*")
_DEFINITION = re.compile(r":\s+")
_CELL_END = re.compile(r"(?<!\\)\|")
_NESTED = 4  # the indentation that Python-Markdown wants
_KINDS: dict[str, Kind] = {"heading_open": "heading", "th_open": "cell", "td_open": "cell"}


def read_markdown(text: str, first_line: int = 1) -> Parts:
    """Return all parts of Markdown `text`, whose first line is `first_line` of its file."""
    kept = _read_once(text, first_line)
    return Parts(**{part.name: list(getattr(kept, part.name)) for part in fields(kept)})


@lru_cache(maxsize=4096)
def _read_once(text: str, first_line: int) -> Parts:
    """What `read_markdown` gives a copy of: while serving, most pages are as they were."""
    rows, titles = open_boxes(text.split("\n"))
    parts = _Reader(first_line, rows).read(_PARSER.parse("\n".join(rows)))
    for title in titles:
        words = Writer("title", title.row + first_line)
        words.add(title.words)
        if block := words.block():
            parts.blocks.append(block)
    parts.blocks.sort(key=Block.line)  # stable: cells of a row keep their order
    return parts


class _Reader:
    """One walk over the parser's tokens."""

    def __init__(self, first_line: int, source: Sequence[str]) -> None:
        self.first, self.source = first_line, source
        self.parts, self.scopes = Parts(), Scopes()
        self.quotes = 0
        self.items: list[int] = []  # indentation of the list items around the current token
        self.table_before: int | None = None

    def read(self, tokens: Sequence[Token]) -> Parts:
        """Hand each token to the method named after its type."""
        for index, token in enumerate(tokens):
            if handle := getattr(self, f"_on_{token.type}", None):
                handle(token, tokens[index - 1] if index else None)
        self.parts.blocks = [self.scopes.settle(block) for block in self.parts.blocks]
        return self.parts

    def _on_bullet_list_open(self, token: Token, before: Token | None) -> None:
        blocks = self.parts.blocks
        introduces = blocks and re.search(r":(\s*\[@[^\]]*\])*\s*$", blocks[-1].text)
        self.scopes.push(self._last_cited({"paragraph", "item"}) if introduces else frozenset())
        after_words = before is not None and before.type == "paragraph_close"
        if after_words and not self.items and token.map and self.source[token.map[0] - 1].strip():
            self.parts.tight_lists.append(self._line(token))
        if self.items and self._indent(token) - self.items[-1] < _NESTED:
            self.parts.shallow_lists.append(self._line(token))

    _on_ordered_list_open = _on_bullet_list_open

    def _on_bullet_list_close(self, _token: Token, _before: Token | None) -> None:
        self.scopes.pop()

    _on_ordered_list_close = _on_bullet_list_close

    def _on_list_item_open(self, token: Token, _before: Token | None) -> None:
        self.items.append(self._indent(token))
        self.scopes.push()

    def _on_list_item_close(self, _token: Token, _before: Token | None) -> None:
        self.items.pop()
        self.scopes.pop()

    def _on_table_open(self, token: Token, _before: Token | None) -> None:
        first, last = token.map or (0, 0)
        widths = [len(_CELL_END.split(_inside(row))) for row in self.source[first:last]]
        wide = (at for at, width in enumerate(widths) if width > widths[0])
        self.parts.wide_rows += [first + at + self.first for at in wide]
        names = [cell.strip() for cell in _CELL_END.split(_inside(self.source[first]))]
        if not all(names[1:] or names):
            self.parts.unnamed_columns.append(first + self.first)
        self.scopes.push(self._last_cited({"paragraph"}))

    def _on_table_close(self, _token: Token, _before: Token | None) -> None:
        self.table_before = self.scopes.pop()

    def _on_blockquote_open(self, token: Token, _before: Token | None) -> None:
        self.quotes += token.nesting

    _on_blockquote_close = _on_blockquote_open

    def _on_html_block(self, token: Token, _before: Token | None) -> None:
        read_html(token.content, self._line(token), self.parts, self.keep)

    def _on_fence(self, token: Token, _before: Token | None) -> None:
        line = self._line(token)
        self.parts.fences.append((token.info.strip(), line))
        words = Writer("html", line)
        for row in token.content.split("\n"):
            words.newline()
            words.add(_plain(row))
        self.keep(words.block())

    def _on_inline(self, token: Token, before: Token | None) -> None:
        opener = before.type if before else ""
        kind: Kind = _KINDS.get(opener, "item" if self.items else "paragraph")
        level = int(before.tag[1]) if before and kind == "heading" else 0
        _Inline(self, Writer(kind, self._line(token), level)).read(token.children or [])

    def _line(self, token: Token) -> int:
        return (token.map[0] if token.map else 0) + self.first

    def _indent(self, token: Token) -> int:
        row = self.source[token.map[0]] if token.map else ""
        return len(row) - len(row.lstrip())

    def _last_cited(self, kinds: set[str]) -> frozenset[str]:
        last = self.parts.blocks[-1] if self.parts.blocks else None
        return last.cited if last and last.kind in kinds else frozenset()

    def keep(self, block: Block | None) -> None:
        """Take in a finished block; None is nothing."""
        if block is None:
            return
        own = self.scopes.own(block, quoted=self.quotes > 0)
        if self.table_before is not None and block.kind == "paragraph":
            self.scopes.keys[self.table_before] |= own.cited
        self.table_before = None
        self.parts.blocks.append(own)


class _Inline:
    """The words, links and pictures of one paragraph, heading or cell."""

    def __init__(self, reader: _Reader, writer: Writer) -> None:
        self.reader, self.parts, self.writer = reader, reader.parts, writer
        self.links: list[tuple[str, int, int]] = []  # target, start in the text, line
        self.italics: list[int] = []
        self.bold: list[int] = []
        self.fresh = True  # at the start of a line

    def read(self, children: Sequence[Token]) -> None:
        """Hand each token to the method named after its type."""
        for child in children:
            if handle := getattr(self, f"_on_{child.type}", None):
                handle(child)
            self.fresh = child.type in ("softbreak", "hardbreak")
        self.reader.keep(self.writer.block())

    def _on_softbreak(self, _token: Token) -> None:
        self.writer.newline()

    _on_hardbreak = _on_softbreak

    def _on_code_inline(self, token: Token) -> None:
        self.writer.add(_plain(token.content))

    def _on_em_open(self, _token: Token) -> None:
        self.italics.append(len(self.writer.text))

    def _on_em_close(self, _token: Token) -> None:
        self.writer.emphasis.append((self.italics.pop(), len(self.writer.text)))

    def _on_strong_open(self, _token: Token) -> None:
        self.bold.append(len(self.writer.text))

    def _on_strong_close(self, _token: Token) -> None:
        self.writer.strong.append((self.bold.pop(), len(self.writer.text)))

    def _on_link_open(self, token: Token) -> None:
        self._open_link(str(token.attrs.get("href", "")))

    def _on_link_close(self, _token: Token) -> None:
        self._close_link()

    def _on_text(self, token: Token) -> None:
        piece = token.content
        if "{" in piece:
            for found in _ATTRIBUTES.finditer(piece):
                self.parts.tags.append(Tag("", _attributes(found[0]), self.writer.line))
            piece = _ATTRIBUTES.sub("", piece)
        piece = _ICON.sub("", piece)
        if self.fresh and (opening := _ABBREVIATION.match(piece) or _DEFINITION.match(piece)):
            self._split("abbr" if piece.startswith("*") else "paragraph")
            piece = piece[opening.end() :]
        self.writer.add(piece)

    def _split(self, kind: Kind) -> None:
        """Start a new block here: an abbreviation, a definition or the text of an admonition."""
        self.reader.keep(self.writer.block())
        self.writer = Writer(kind, self.writer.line)

    def _on_image(self, token: Token) -> None:
        alt = plain("".join(part.content for part in token.children or []))
        line = self.writer.line
        self.parts.images.append(Image(str(token.attrs.get("src", "")), alt, line))
        words = Writer("alt", line)
        words.add(alt)
        if block := words.block():
            self.parts.blocks.append(block)

    def _open_link(self, href: str) -> None:
        self.links.append((href, len(self.writer.text), self.writer.line))

    def _close_link(self) -> None:
        if self.links:
            href, start, line = self.links.pop()
            words = plain(self.writer.text[start:]).strip()
            self.parts.links.append(Link(href, words, line))

    def _on_html_inline(self, token: Token) -> None:
        content, line = token.content, self.writer.line
        if content.startswith("<!--"):
            self.parts.comments.append((content[4:-3].strip(), line))
        elif content.startswith("</a"):
            self._close_link()
        elif tag := read_tag(content, line):
            self.parts.tags.append(tag)
            if tag.name == "img":
                self.parts.images.append(
                    Image(tag.attributes.get("src", ""), tag.attributes.get("alt"), line)
                )
            elif tag.name == "a":
                self._open_link(tag.attributes.get("href", ""))
            elif tag.name == "br":
                self.writer.add(" ")
        for _ in range(content.count("\n")):
            self.writer.newline()


def _inside(row: str) -> str:
    """Return a table's row without the lines at its two ends."""
    return row.strip().removeprefix("|").removesuffix("|")


def _plain(code: str) -> str:
    """Return what is shown as code so that a marker in it is not taken for a source."""
    return code.replace("[@", "[")


def _attributes(words: str) -> dict[str, str]:
    """Return `{#id .class name="value"}` as a dictionary."""
    found: dict[str, str] = {}
    for sign, short, name, value in _ATTRIBUTE.findall(words):
        found["id" if sign == "#" else "class" if sign else name] = short or value.strip("\"'")
    return found
