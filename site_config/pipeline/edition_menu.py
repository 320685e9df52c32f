"""The menu of each other language: that of mkdocs.yml, with its own pages and titles."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from mkdocs.structure.nav import Navigation, get_navigation

from site_config.pipeline.editions import PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from site_config.pipeline.editions import Edition


def navigation(edition: Edition, files: Files, config: MkDocsConfig) -> Navigation:
    """Return the menu of an edition: that of mkdocs.yml, with its own pages and titles."""
    own = copy.copy(config)
    own["nav"] = _menu(config["nav"], edition, files)
    titles = dict(_titles(own["nav"]))
    nav = get_navigation(files, own)
    for page in nav.pages:
        # MkDocs takes a page that is there already as it is, without its title in the menu.
        if title := titles.get(page.file.src_uri):
            page.title = title
    nav.homepage = next((page for page in nav.pages if page.is_homepage), None)
    return nav


def _menu(nav: Any, edition: Edition, files: Files) -> Any:  # noqa: ANN401 (as MkDocs types it)
    if isinstance(nav, list):
        return [one for item in nav if (one := _menu(item, edition, files))]
    if isinstance(nav, dict):
        title, item = next(iter(nav.items()))
        get = _menu if isinstance(item, list) else _own
        inside = get(item, edition, files)
        return _titled(str(title), inside, edition) if inside else None
    own = _own(nav, edition, files)
    title = edition.stub_titles.get(own or "")
    return _titled(title, own, edition) if title else own


def _titles(nav: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Give the pages that have a title in the menu itself, each with it."""
    for item in nav if isinstance(nav, list) else ():
        for title, inside in item.items() if isinstance(item, dict) else ():
            if isinstance(inside, str):
                yield inside, title
            yield from _titles(inside)


def _own(name: Any, edition: Edition, files: Files) -> str | None:  # noqa: ANN401
    """Return the page of this language for one of the English menu, if it is online."""
    file = files.get_file_from_path(edition.own(str(name)))
    return edition.own(str(name)) if file and file.inclusion in PUBLISHED else None


def _titled(title: str, inside: Any, edition: Edition) -> Any:  # noqa: ANN401
    """Return an entry of the menu under its title in this language.

    While that has no words yet, a translated page goes by its own title; all else by the English
    one, which the templates then mark (`links.label`).
    """
    said = edition.catalog.words.get(title)
    if said is None and isinstance(inside, str) and inside not in edition.stub_titles:
        return inside
    if said is None:
        edition.globals["english_titles"].add(title)
    return {said or title: inside}
