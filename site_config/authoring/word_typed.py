"""Lists and tables that were typed with signs and tabs, and tables with merged cells.

All of it is done in the HTML that mammoth makes, before it becomes Markdown. A program cannot know
what a tab or a merged cell meant, so each leaves a TODO.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from bs4.element import NavigableString, PageElement, Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import BeautifulSoup

_NO = "✗✘✕✖❌❎☒⛔🚫🗴🗵🗶🗷"
_YES = "✓✔✅☑🗸🗹☐□❏❑"
_PLAIN = "•·▪●○◦‣⁃∙■◆◇➢➤►▸▶❖✦→🡪"
_SIGN = re.compile(
    rf"\s*(?P<sign>[{_NO}{_YES}{_PLAIN}]|[–—*+-](?=\s)|o(?=[\t\u00a0\u2000-\u200a]|\s\s))\ufe0f?\s*"
)
_DASHES = "–—-*+o"
_NUMBER = re.compile(r"\s*\(?(?P<number>\d{1,2})[.)]\s+")
_MARK = re.compile(r"\(?\w{1,3}[.)]|\W")
_TABS = "(TODO: tabs stood between words of this line in Word; write a table or a sentence)"


def prepared(soup: BeautifulSoup) -> list[str]:
    """Make real lists and whole tables of them; return what a person has to look at."""
    body = soup.body
    if body is None:
        return []
    for paragraph in body.find_all("p", recursive=False):
        _split_at_signs(soup, paragraph)
    return [*_lists(soup, body), *_tab_tables(soup, body), *_tables(soup)]


def _split_at_signs(soup: BeautifulSoup, paragraph: Tag) -> None:
    """Make each line that begins with a sign a paragraph (Shift+Enter made them lines)."""
    lines: list[list[PageElement]] = [[]]
    for node in list(paragraph.children):
        if isinstance(node, Tag) and node.name == "br":
            lines.append([])
        else:
            lines[-1].append(node)
    starts = [_begins(line) for line in lines]
    if not any(starts[1:]):
        return
    made: list[Tag] = []
    for line, start in zip(lines, starts, strict=True):
        if start or not made:
            made.append(soup.new_tag("p"))
            paragraph.insert_before(made[-1])
        else:
            made[-1].append(" ")
        for node in line:
            made[-1].append(node)
    paragraph.decompose()


def _begins(line: list[PageElement]) -> bool:
    words = "".join(one.get_text() for one in line if isinstance(one, Tag | NavigableString))
    return bool(_SIGN.match(words) or _NUMBER.match(words))


def _lists(soup: BeautifulSoup, body: Tag) -> Iterator[str]:
    for group in _groups(body, _sign):
        signs = {_sign(one) for one in group}
        if len(group) == 1 and signs <= set(_DASHES):
            continue  # "— Anna" below a quotation
        means = bool(signs & set(_NO)) or len(signs & set(_YES)) > 1
        if means:
            _before(soup, group[0], "signs such as ✓ and ✗ stood here; say in words what to do")
        yield f"Signs became a list: {' '.join(sorted(signs))}. It begins with “{_short(group[0])}”"
        _as_list(soup, "ul", group, None if means else _SIGN)
    for group in _groups(body, _number):
        if len(group) > 1 and [_number(one) for one in group] == [
            str(number) for number in range(1, len(group) + 1)
        ]:
            yield f"Typed numbers became a list. It begins with “{_short(group[0])}”"
            _as_list(soup, "ol", group, _NUMBER)


def _sign(paragraph: Tag) -> str:
    found = _SIGN.match(paragraph.get_text())
    return found["sign"] if found else ""


def _number(paragraph: Tag) -> str:
    found = _NUMBER.match(paragraph.get_text())
    return found["number"] if found else ""


def _groups(body: Tag, key: Callable[[Tag], object]) -> Iterator[list[Tag]]:
    """Runs of paragraphs that follow each other and have the key."""
    group: list[Tag] = []
    for child in [one for one in body.children if isinstance(one, Tag)]:
        if child.name == "p" and key(child):
            group.append(child)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _as_list(
    soup: BeautifulSoup, kind: str, group: list[Tag], mark: re.Pattern[str] | None
) -> None:
    made = soup.new_tag(kind)
    group[0].insert_before(made)
    for paragraph in group:
        found = mark.match(paragraph.get_text()) if mark else None
        _cut(paragraph, found.end() if found else 0)
        paragraph.name = "li"
        made.append(paragraph.extract())


def _cut(paragraph: Tag, letters: int) -> None:
    """Take the first letters off, in whichever tags they stand."""
    for node in list(paragraph.find_all(string=True)):
        words = str(node)
        node.replace_with(NavigableString(words[letters:]))
        letters -= len(words)
        if letters <= 0:
            return


def _tab_tables(soup: BeautifulSoup, body: Tag) -> Iterator[str]:
    for group in _groups(body, _cells):
        rows = [_cells(one) for one in group]
        inner = [one for line in group for one in line.children if isinstance(one, Tag)]
        direct = not any("\t" in one.get_text() for one in inner)
        if len(rows) > 1 and direct and len({len(row) for row in rows}) == 1:
            yield f"Lines with tabs became a table: look at it (it begins with “{rows[0][0]}”)"
            _before(soup, group[0], "this was typed with tabs in Word; is the table right?")
            _as_table(soup, group)
    for line in soup.find_all(["p", "li"]):
        if line.find(["p", "li"]) is None and _cells(line):
            yield f"Tabs stood between words: “{_short(line)}”"
            line.append(f" {_TABS}")


def _cells(line: Tag) -> list[str]:
    """The words between tabs; none if there is no tab but at the ends, or after a mark."""
    parts = [one.strip() for one in line.get_text().strip().split("\t") if one.strip()]
    if parts and _MARK.fullmatch(parts[0]):
        parts = parts[1:]
    return parts if len(parts) > 1 else []


def _as_table(soup: BeautifulSoup, group: list[Tag]) -> None:
    table = soup.new_tag("table")
    group[0].insert_before(table)
    for line in group:
        row = soup.new_tag("tr")
        table.append(row)
        cell = soup.new_tag("td")
        for node in list(line.children):
            pieces: list[str | PageElement] = [node]
            if isinstance(node, NavigableString):
                pieces = [*str(node).split("\t")]
            for number, piece in enumerate(pieces):
                if number and cell.get_text(strip=True):
                    row.append(cell)
                    cell = soup.new_tag("td")
                cell.append(piece)
        row.append(cell)
        line.decompose()


def _tables(soup: BeautifulSoup) -> Iterator[str]:
    for table in soup.find_all("table"):
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        wide = [_width(row) for row in rows]
        merged = any(
            cell.get("rowspan") or cell.get("colspan") for row in rows for cell in _own(row)
        )
        _spread(soup, rows)
        uneven = len({_width(row) for row in rows}) > 1
        if max(wide, default=0) > 1 and (merged or uneven or table.find("table")):
            first = " ".join(_own(rows[0])[0].get_text().split())
            yield f"A table has merged cells: look at it (it begins with “{first}”)"
            _before(soup, table, "cells of this table were merged in Word; read it beside the file")
        if max(wide, default=0) > 1 and not rows[0].get_text(strip=True):
            _before(soup, table, "the first row of this table is empty; say what each column holds")


def _own(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _width(row: Tag) -> int:
    return sum(int(str(cell.get("colspan") or 1)) for cell in _own(row))


def _spread(soup: BeautifulSoup, rows: list[Tag]) -> None:
    """Repeat a cell in each row that it covers, so that none below slips to the left."""
    waiting: dict[int, list[Tag]] = {}
    for row in rows:
        cells = _own(row)
        made: list[Tag] = []
        while cells or waiting.get(len(made)):
            if below := waiting.get(len(made)):
                made.append(below.pop(0))
                continue
            cell = cells.pop(0)
            down, right = (int(str(cell.get(name) or 1)) for name in ("rowspan", "colspan"))
            del cell["rowspan"], cell["colspan"]
            for one in [cell, *(soup.new_tag("td") for _ in range(right - 1))]:
                waiting[len(made)] = [copy.copy(one) for _ in range(down - 1)]
                made.append(one)
        for cell in made:
            row.append(cell.extract())


def _before(soup: BeautifulSoup, block: Tag, words: str) -> None:
    todo = soup.new_tag("p")
    todo.string = f"(TODO: {words})"
    block.insert_before(todo)


def _short(tag: Tag) -> str:
    return " ".join(tag.get_text().split())[:60]
