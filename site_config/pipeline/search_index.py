"""Material's search index, filled in the process beside the build.

To read the pages for it takes a fifth of a large build. The reading is the theme's own; it is
only done elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from material.plugins.search.plugin import SearchIndex, SearchPlugin

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.toc import TableOfContents

    from site_config.pipeline.background import Aside


class Page(NamedTuple):
    """What the theme's index takes from a page of MkDocs."""

    content: str
    toc: TableOfContents
    url: str
    meta: dict[str, Any]
    title: str


class IndexAside(SearchIndex):  # type: ignore[misc]
    """The theme's index; `aside` reads the pages."""

    def __init__(self, aside: Aside, **settings: object) -> None:
        super().__init__(**settings)
        self._aside = aside

    def add_entry_from_context(self, page: Page) -> None:
        """Have a page read."""
        self._aside.index(Page(page.content, page.toc, page.url, page.meta, page.title))

    def generate_search_index(self, prev: SearchIndex | None) -> str:
        """Return the index as JSON, once all pages are read."""
        self.entries = self._aside.entries()
        return str(super().generate_search_index(prev))


def read_aside(config: MkDocsConfig, aside: Aside) -> None:
    """Let `aside` read the pages for the search, if the site has one."""
    for plugin in config.plugins.values():
        if isinstance(plugin, SearchPlugin) and plugin.config.enabled:
            plugin.search_index = IndexAside(aside, **plugin.search_index.config)


def entries(pages: list[Page]) -> list[list[dict[str, Any]]]:
    """Return the entries of each page: where it is, its title and text, section by section."""
    return [_entries(page) for page in pages]


def _entries(page: Page) -> list[dict[str, Any]]:
    index = SearchIndex()
    index.add_entry_from_context(page)
    return list(index.entries)
