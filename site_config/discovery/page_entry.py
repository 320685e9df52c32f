"""One page of the site, as the files made for machines tell of it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_config.settings import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.structure.pages import Page

HOME = "home"
UPDATES = "updates"

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(?=-)")


@dataclass(frozen=True)
class Entry:
    """One page.

    `source` is its file below content/, without the folder of its language; `url` its address
    below the site's root, "" for the home page; `section` the title of the part of the site that
    it stands in, "" at the top; `group` the nearest title above it. `reviewed` and `published` are
    None when not known.
    """

    source: str
    url: str
    title: str
    description: str
    section: str
    group: str
    reviewed: dt.date | None
    published: dt.date | None
    neutral: bool

    @property
    def folder(self) -> str:
        """The folder of content/ that it stands in."""
        return self.source.partition("/")[0] if "/" in self.source else HOME

    @property
    def picture(self) -> str:
        """The name of the picture that a link to it shows, such as `cost-call-sheet`."""
        name = self.source.removesuffix(".md").removesuffix("index")
        return name.strip("/").replace("/", "-") or HOME

    @property
    def is_update(self) -> bool:
        """Whether it is a note of what is new, not the list of them."""
        return self.folder == UPDATES and not self.source.endswith("/index.md")


def in_order(pages: Iterable[Page]) -> Iterator[Page]:
    """Give the pages of one language that the navigation lists, in its order."""
    listed = (page for page in pages if page.is_homepage or page.next_page)
    page = next((page for page in listed if not page.previous_page), None)
    while page:
        yield page
        page = page.next_page


def entry_of(page: Page, language: str = languages.SOURCE) -> Entry:
    """Return what MkDocs has read of a page in this language."""
    above = [str(section.title) for section in page.ancestors]
    reviewed = _day(page.meta.get("last_reviewed"))
    return Entry(
        source=languages.in_english(page.file.src_uri, language),
        url=languages.in_language("", language) if page.is_homepage else page.url,
        title=str(page.meta.get("title") or page.title),
        description=str(page.meta.get("description") or ""),
        section=above[-1] if above else "",
        group=above[0] if above else "",
        reviewed=reviewed,
        published=_day(page.meta.get("publish_on")) or _day_in(page.file.name) or reviewed,
        neutral=bool(page.meta.get("neutral")),
    )


def _day(value: object) -> dt.date | None:
    return dt.date.fromisoformat(str(value)[:10]) if value else None  # without a time


def _day_in(name: str) -> dt.date | None:
    """The day that a file name starts with, as in 2026-11-23-new-page."""
    found = _DATED.match(name)
    return dt.date.fromisoformat(found[0]) if found else None
