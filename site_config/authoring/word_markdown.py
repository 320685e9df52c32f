"""Markdown from the HTML that mammoth makes of a Word file: headings, lists, tables, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from site_config.authoring import word_links, word_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_GONE = re.compile(r"[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff\ue000-\uf8ff]")
_HYPHENS = re.compile(r"[\u2010\u2011]")
_CITATION = re.compile(r"\[@[a-z0-9_]+\]")
_STARTS = re.compile(r"(#{1,6} |[-+] |\d+(?=[.)] )|={3,}|-{3,}|~~~)")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Word makes one long dash of the two that a placeholder begins and ends with.
_PLACEHOLDER = re.compile(r"<!(?:--|[\u2013\u2014]-?) ?([a-z]+-lines) ?(?:--|-?[\u2013\u2014])>")
_DEEPEST = 4
_OTHER_TITLE = "If it's another, change it at the top of the page and in the heading below"
_SHIFTED = {"sup": "raised", "sub": "lowered"}
_BELONGS_TO_WORD = {"st", "nd", "rd", "th", "tm", "sm", "®", "™", "℠", "©"}


class Converter:
    """One document; `notes` say what a person has to look at.

    With `seek_title`, the heading or bold line that it begins with will do for its title.
    """

    def __init__(
        self, html: str, picture: Callable[[str, str], str], *, seek_title: bool = False
    ) -> None:
        self.notes: list[str] = []
        self._picture = picture
        self._soup = BeautifulSoup(html, "lxml")
        self._footnotes = self._take_footnotes()
        self.notes += word_typed.prepared(self._soup)
        self.title = self._take_title() or (self._take_first_line() if seek_title else "")
        self._levels = self._shift()

    def markdown(self) -> str:
        """Return the document's text."""
        body = self._soup.body
        return "\n\n".join(self._blocks(body)) + "\n" if body else ""

    def _take_footnotes(self) -> dict[str, str]:
        """Take the list of notes from the end; each is told where its number stood."""
        found = {}
        for item in self._soup.select("li[id^=footnote-], li[id^=endnote-]"):
            for back in item.select("a[href^='#footnote-ref'], a[href^='#endnote-ref']"):
                back.decompose()
            found[str(item["id"])] = _plain(item.get_text(" "))
            parent = item.parent
            item.decompose()
            if parent and not parent.find("li"):
                parent.decompose()
        return found

    def _take_title(self) -> str:
        """Take the title: in Word's style for it, or the first heading if it is the only h1."""
        tops = self._soup.select("h1.title") or self._soup.find_all("h1")
        first = self._soup.find(_HEADINGS)
        if len(tops) != 1 or first is not tops[0]:
            return ""
        if any(str(one).strip() for one in tops[0].find_all_previous(string=True)):
            return ""  # a section, below a title that is only typed large
        return self._taken(tops[0])

    def _take_first_line(self) -> str:
        """Take the first words of the document if they are a heading, or a short bold line."""
        lines = self._soup.find_all([*_HEADINGS, "p", "li", "td"])
        line = next((one for one in lines if one.get_text().strip()), None)
        if line is None or not (line.name in _HEADINGS or _is_bold_line(line)):
            return ""
        words = self._taken(line)
        self.notes.append(f"The title is its first line, “{words}”. {_OTHER_TITLE}")
        return words

    def _taken(self, tag: Tag) -> str:
        """Take a line out of the text; return its plain words."""
        words = _plain(re.sub(r"\\(.)", r"\1", self._inline(tag)).replace("**", ""))
        tag.decompose()
        return words

    def _shift(self) -> dict[str, int]:
        """Map the levels that are used to 2, 3, 4: the page's title is the only one of level 1."""
        used = [name for name in _HEADINGS if self._soup.find(name)]
        return {name: min(level, _DEEPEST) for level, name in enumerate(used, start=2)}

    def _blocks(self, parent: Tag) -> Iterator[str]:
        for child in parent.children:
            if isinstance(child, NavigableString):
                if words := self._start(_clean(str(child)).strip()):
                    yield words
            elif isinstance(child, Tag):
                yield from self._block(child)

    def _block(self, tag: Tag) -> Iterator[str]:
        if tag.name in _HEADINGS:
            if words := self._inline(tag):
                yield f"{'#' * self._levels[tag.name]} {words.replace('**', '')}"
        elif tag.name in {"ul", "ol"}:
            yield "\n".join(self._items(tag, ""))
        elif tag.name == "table":
            yield from self._table(tag)
        elif tag.name in {"p", "div", "a", "img"}:
            if tag.name == "p" and (mark := _PLACEHOLDER.fullmatch(tag.get_text().strip())):
                yield f"<!-- {mark[1]} -->"
                return
            words = self._inline(tag) if tag.name != "img" else self._image(tag)
            if words:
                self._looks_like_heading(tag, words)
                yield self._start(words)
        else:
            yield from self._blocks(tag)

    def _looks_like_heading(self, tag: Tag, words: str) -> None:
        if _is_bold_line(tag):
            self.notes.append(f"A bold line may be meant as a heading (## in front of it): {words}")

    def _items(self, listed: Tag, indent: str) -> Iterator[str]:
        for number, item in enumerate(listed.find_all("li", recursive=False), start=1):
            mark = f"{number}. " if listed.name == "ol" else "- "
            inner = [one for one in item.children if not _is_list(one)]
            yield f"{indent}{mark}{self._of(inner)}".rstrip()
            for below in item.find_all(["ul", "ol"], recursive=False):
                yield from self._items(below, f"{indent}    ")

    def _table(self, table: Tag) -> Iterator[str]:
        rows = [row.find_all(["td", "th"], recursive=False) for row in _rows(table)]
        if max(map(len, rows), default=0) <= 1:  # a box around text, no table
            for row in rows:
                for cell in row:
                    yield from self._blocks(cell)
            return
        lines = [[self._cell(cell) for cell in row] for row in rows]
        width = max(map(len, lines))
        lines = [[*line, *[""] * (width - len(line))] for line in lines]
        head, *rest = (f"| {' | '.join(line)} |" for line in lines)
        yield "\n".join([head, f"|{' --- |' * width}", *rest])

    def _cell(self, cell: Tag) -> str:
        parts = cell.find_all(["p", "li", *_HEADINGS]) or [cell]
        return "; ".join(filter(None, map(self._inline, parts))).replace("|", "\\|")

    def _inline(self, tag: Tag) -> str:
        return self._of(tag.children)

    def _of(self, nodes: object) -> str:
        parts = []
        for node in nodes:  # type: ignore[attr-defined]
            if isinstance(node, NavigableString):
                parts.append(escaped(_clean(str(node))))
            elif isinstance(node, Tag):
                parts.append(self._span(node))
        return re.sub(r"\s+", " ", "".join(parts)).strip()

    def _span(self, tag: Tag) -> str:
        if tag.name in {"img", "br"}:
            return self._image(tag) if tag.name == "img" else " "
        if tag.name == "input":
            return "☑ " if tag.has_attr("checked") else "☐ "
        if tag.name == "sup" and (note := self._note(tag)):
            return note
        inner = self._raw(tag)
        if tag.name in _SHIFTED:
            return self._shifted(tag, inner)
        if tag.name == "a":
            inner = self._link(tag, inner)
        elif tag.name in {"strong", "em"}:
            inner = _around(inner, "**" if tag.name == "strong" else "*")
        elif tag.name == "s" and inner.strip():
            self.notes.append(f"Struck-through words: {inner.strip()}")
            inner = f" (TODO: struck through in Word: {inner.strip()}) "
        elif tag.name == "mark" and inner.strip():
            self.notes.append(f"Highlighted words: {inner.strip()}")
            inner = f"{inner.rstrip()} (TODO: highlighted in Word; is something open here?) "
        return inner

    def _shifted(self, tag: Tag, inner: str) -> str:
        """Raised or lowered signs: on the line, a source's number would make 91 of 9 hours."""
        words = inner.strip()
        lowered = tag.name == "sub" and not _ends_in_figure(tag)
        if not words or lowered or words.lower() in _BELONGS_TO_WORD:
            return inner
        where = _SHIFTED[tag.name]
        self.notes.append(f"A {where} “{words}” became a TODO: the number of a source?")
        return (
            f" (TODO: a {where} “{words}” stood here in Word; if it is a source, name it with "
            "[@key], else write it out) "
        )

    def _raw(self, tag: Tag) -> str:
        """The inner text with the spaces at its ends, which belong outside of ** and links."""
        text = "".join(
            escaped(_clean(str(node))) if isinstance(node, NavigableString) else self._span(node)
            for node in tag.children
            if isinstance(node, NavigableString | Tag)
        )
        return re.sub(r"\s+", " ", text)

    def _note(self, tag: Tag) -> str:
        link = tag.find("a", href=re.compile(r"^#(?:foot|end)note-"))
        words = self._footnotes.get(str(link["href"])[1:]) if isinstance(link, Tag) else None
        if words is None:
            return ""
        self.notes.append(f"A footnote became a TODO: {words}")
        return f" (TODO: name the source of this, from a footnote: “{escaped(words)}”)"

    def _link(self, tag: Tag, inner: str) -> str:
        target = str(tag.get("href", ""))
        if not inner.strip() or not target or target.startswith("#"):
            return inner
        link = word_links.checked(_plain(tag.get_text()), target)
        self.notes += [link.note] if link.note else []
        if not link.target:
            return f"{inner.rstrip()} (TODO: {link.todo}) " if link.todo else inner
        safe = link.target.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
        before = inner[: len(inner) - len(inner.lstrip())]
        after = inner[len(inner.rstrip()) :]
        return f"{before}[{inner.strip()}]({safe}){after}"

    def _image(self, tag: Tag) -> str:
        return self._picture(str(tag.get("src", "")), str(tag.get("alt", "")))

    def _start(self, words: str) -> str:
        """Keep a paragraph from becoming a heading or a list by its first sign."""
        found = _STARTS.match(words)
        if not found:
            return words
        at = found.end() if found[0].isdecimal() else 0
        return f"{words[:at]}\\{words[at:]}"


def _clean(text: str) -> str:
    """Replace what Word types by itself and nobody sees."""
    return _HYPHENS.sub("-", _GONE.sub("", text)).replace("\u00a0", " ").replace("\u202f", " ")


def _plain(text: str) -> str:
    return " ".join(_clean(text).replace("↑", "").split())


def escaped(text: str) -> str:
    """Keep signs as signs; a citation such as [@hours] stays one."""
    last, parts = 0, []
    for found in _CITATION.finditer(text):
        parts += [_marks(text[last : found.start()]), found[0]]
        last = found.end()
    return "".join([*parts, _marks(text[last:])])


def _marks(text: str) -> str:
    return re.sub(r"([\\`*_<>\[\]])", r"\\\1", text)


def _around(inner: str, mark: str) -> str:
    """Put `mark` right beside the words: with a space within, it would be shown."""
    words = inner.strip()
    if not words:
        return inner
    before = inner[: len(inner) - len(inner.lstrip())]
    after = inner[len(inner.rstrip()) :]
    return f"{before}{mark}{words}{mark}{after}"


def _is_bold_line(tag: Tag) -> bool:
    """Whether all of a paragraph is bold, and no sentence."""
    bold, words = tag.find("strong"), tag.get_text().strip()
    whole = bold is not None and bold.get_text().strip() == words
    return whole and words[-1:] not in ".!"


def _ends_in_figure(tag: Tag) -> bool:
    """Whether a figure stands right before the tag: CO2 is fine, 9 and 1 are not 91."""
    before = tag.find_previous(string=True)
    return isinstance(before, NavigableString) and str(before)[-1:].isdecimal()


def _is_list(node: object) -> bool:
    return isinstance(node, Tag) and node.name in {"ul", "ol"}


def _rows(table: Tag) -> list[Tag]:
    """The table's own rows, not those of a table within."""
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]
