"""Files of the built site that each language has one of: search index, page for what is missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context

from site_config import discovery
from site_config.discovery.page_entry import entry_of, in_order
from site_config.settings import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from site_config.discovery.page_entry import Entry
    from site_config.pipeline.editions import Edition

INDEX = "search/search_index.json"
NOT_FOUND = "404.html"


def split_search_index(site: Path, editions: Sequence[Edition]) -> None:
    """Give each language a search index of its own, with addresses below its folder."""
    file = site / INDEX
    if not editions or not file.is_file():
        return
    index = json.loads(file.read_text("utf-8"))
    rest = index["docs"]
    for edition in editions:
        start = f"{edition.language}/"
        own = [
            {**one, "location": one["location"].removeprefix(start)}
            for one in rest
            if one["location"].startswith(start)
        ]
        rest = [one for one in rest if not one["location"].startswith(start)]
        # No stemmer: that of the theme is English, and a beginning of a word finds it all the same.
        config = {**index["config"], "pipeline": []}
        _write(site / edition.own(INDEX), {**index, "config": config, "docs": own})
    _write(file, {**index, "docs": rest})


def _write(file: Path, index: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(index, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    file.write_text(text, "utf-8")


def write_not_found(
    edition: Edition,
    environment: Environment,
    own: dict[str, Any],
    files: Files,
    config: MkDocsConfig,
) -> None:
    """Write the page of this language for an address that is not there; `own` is its context."""
    base = urlsplit(config.site_url or "/").path  # the address that was asked for is not known
    context = get_context(edition.nav, files, config, base_url=base)
    target = Path(config.site_dir, edition.own(NOT_FOUND))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(environment.get_template(NOT_FOUND).render({**context, **own}), "utf-8")


def english_entries(pages: Sequence[Page], editions: Sequence[Edition]) -> list[Entry]:
    """Return the English pages for the files that machines read."""
    codes = [edition.language for edition in editions]
    own = (p for p in pages if languages.language_of(p.file.src_uri, codes) == languages.SOURCE)
    return [entry_of(page) for page in in_order(own)]


def translations(
    pages: Sequence[Page], editions: Sequence[Edition]
) -> Iterator[discovery.Translation]:
    """Give the translated pages of each language for the files that machines read."""
    for edition in editions:
        own = [page for page in pages if page.file.src_uri.startswith(f"{edition.language}/")]
        listed = [page for page in in_order(own) if page.url not in edition.stubs]
        yield discovery.Translation(
            edition.language,
            [entry_of(page, edition.language) for page in listed],
            edition.globals["crisis_lines"],
            edition.catalog.gettext,
        )
