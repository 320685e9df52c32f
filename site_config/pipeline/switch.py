"""The switch of languages: a link to the same page in each other language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from site_config.settings import languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.structure.pages import Page

    from site_config.pipeline.editions import Edition


class Other(NamedTuple):
    """The page in another language; `whole` if it is translated there."""

    language: str
    name: str
    url: str
    whole: bool


def links(page: Page, editions: Sequence[Edition], edition: Edition | None) -> list[Other]:
    """Return the counterparts of `page`, which is in the language of `edition` (None: English)."""
    own = edition.language if edition else languages.SOURCE
    english = "" if page.is_homepage else languages.in_english(page.url, own)
    found = []
    for code in (languages.SOURCE, *(one.language for one in editions)):
        if code != own:
            url = languages.in_language(english, code) or "."
            found.append(Other(code, languages.name_of(code), url, url not in stubs(editions)))
    return found


def stubs(editions: Sequence[Edition]) -> frozenset[str]:
    """Return the addresses of pages that only lead to the English page."""
    return frozenset(url for edition in editions for url in edition.stubs)
