"""Which pages differ between two built sites, and how."""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

NEW, REMOVED = "new", "removed"
WORDS, MARKS, LOOK, MENU = "words", "marks", "look", "menu"

# Made anew by each build, and nothing that a visitor sees.
MENUS = 'nav, link[rel="prev"], link[rel="next"], a[rel="prev"], a[rel="next"]'
"""What leads to other pages: it differs on every page beside one that is new or renamed."""
NOT_COMPARED = 'meta[http-equiv="Content-Security-Policy"], #runtime-manifest'


@dataclass(frozen=True)
class Change:
    """A page that differs.

    `kind`: new, removed; words (its text); marks (its text is the same, its HTML is not: a link,
    a picture); look (only what surrounds the text, or a style or picture file that it loads); menu
    (only the menus around the text).
    `lines` are the lines of text gone ("- …") and come ("+ …").
    """

    page: str
    kind: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seen:
    """What of a page is compared."""

    words: list[str]
    marks: str
    whole: str
    without_menus: str


def between(before: Path, after: Path) -> list[Change]:
    """Return the pages that differ, those with other words first."""
    pages = sorted({*_pages(before), *_pages(after)})
    found = [change for page in pages if (change := _change(page, before, after))]
    order = [NEW, REMOVED, WORDS, MARKS, LOOK, MENU]
    return sorted(found, key=lambda change: (order.index(change.kind), change.page))


def _pages(site: Path) -> Iterator[str]:
    return (path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def _change(page: str, before: Path, after: Path) -> Change | None:
    if not (before / page).exists():
        return Change(page, NEW)
    if not (after / page).exists():
        return Change(page, REMOVED)
    old, new = _seen(before, page), _seen(after, page)
    if old.words != new.words:
        compared = difflib.ndiff(old.words, new.words)
        return Change(page, WORDS, tuple(line for line in compared if line[0] in "+-"))
    if old.marks != new.marks:
        return Change(page, MARKS)
    if old.whole == new.whole:
        return None
    return Change(page, LOOK if old.without_menus != new.without_menus else MENU)


def _seen(site: Path, page: str) -> Seen:
    soup = BeautifulSoup((site / page).read_text("utf-8"), "lxml")
    for part in soup.select(NOT_COMPARED):
        part.decompose()
    main = soup.main or soup
    files = sorted(_loaded(site, page, soup))
    words, marks, whole = _lines(main), str(main), f"{soup}\n{files}"
    for menu in soup.select(MENUS):
        if not menu.decomposed:
            menu.decompose()
    return Seen(words, marks, whole, f"{soup}\n{files}")


BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, legend, label, summary, figcaption, desc"


def _lines(main: Tag) -> list[str]:
    """The text, a line for each block that holds no further block."""
    blocks = (block for block in main.select(BLOCKS) if not block.select(BLOCKS))
    return [" ".join(block.get_text().split()) for block in blocks]


def _loaded(site: Path, page: str, soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The site's own files that the page loads, each with a hash of its content."""
    names = [tag["href"] for tag in soup.select("link[href]")]
    names += [tag["src"] for tag in soup.select("[src]")]
    for name in map(str, names):
        file = Path(site / page).parent / name.partition("?")[0]
        if file.is_file():
            yield name, hashlib.sha256(file.read_bytes()).hexdigest()
