"""What other machines read of the site: sitemap, feed, robots.txt, llms.txt, link pictures.

The marks in the pages themselves (canonical address, Open Graph, structured data) are in
`site_config/overrides/main.html` and `partials/structured-data.html`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_config.core.issues import Issue
from site_config.discovery import feeds, social_cards
from site_config.settings import languages
from site_config.settings.center import NAME as CENTER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from site_config.discovery.page_entry import Entry
    from site_config.settings.center import Center

__all__ = ["Translation", "address_missing", "write"]

THEMES_OWN = ("sitemap.xml", "sitemap.xml.gz")


@dataclass(frozen=True)
class Translation:
    """What there is of the site in another language; `entries` are its translated pages."""

    language: str
    entries: Sequence[Entry]
    crisis_lines: Sequence[Mapping[str, Any]]
    gettext: Callable[[str], str]


def write(
    target: Path,
    root: Path,
    entries: Sequence[Entry],
    found: Mapping[str, Any],
    translations: Sequence[Translation] = (),
) -> None:
    """Write the files for machines into the built site.

    `entries` are the pages in the order of the navigation; `found` has `center`,
    `crisis_lines` and `people`. Without the site's address, what needs one is left out.

    Raises:
        IssuesFound: the pictures could not be drawn.
    """
    center = found["center"]
    site_url = center.site_url
    for name in THEMES_OWN:
        (target / name).unlink(missing_ok=True)
    texts = {
        "robots.txt": feeds.robots(site_url),
        "llms.txt": feeds.llms(
            entries, center, found["crisis_lines"], reviewed=bool(found["people"]["reviewer"])
        ),
    }
    every = [*entries, *(entry for one in translations for entry in one.entries)]
    if site_url:
        texts["sitemap.xml"] = feeds.sitemap(every, site_url, _versions(entries, translations))
        if notes := feeds.updates(entries):
            texts[feeds.FEED] = feeds.feed(notes, center)
        social_cards.draw(target, root, entries, center)
    for one in translations:
        texts |= _translated(target, root, one, found)
    for name, text in texts.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, "utf-8")


def _translated(
    target: Path, root: Path, one: Translation, found: Mapping[str, Any]
) -> dict[str, str]:
    """Return the files for machines of another language, and draw its pictures."""
    center, own_address = found["center"], partial(languages.in_language, language=one.language)
    reviewed = bool(found["people"]["reviewer"])
    llms = feeds.llms(one.entries, center, one.crisis_lines, reviewed=reviewed, _=one.gettext)
    texts = {own_address("llms.txt"): llms}
    if center.site_url:
        if notes := feeds.updates(one.entries):
            texts[own_address(feeds.FEED)] = feeds.feed(notes, center, one.language)
        social_cards.draw(target, root, one.entries, center, one.language)
    return texts


def _versions(
    entries: Sequence[Entry], translations: Sequence[Translation]
) -> dict[str, dict[str, str]]:
    """Return, by each page's address, the addresses of all its languages."""
    found: dict[str, dict[str, str]] = {}
    for language, pages in (
        (languages.SOURCE, entries),
        *((one.language, one.entries) for one in translations),
    ):
        for entry in pages:
            found.setdefault(entry.source, {})[language] = entry.url
    several = [versions for versions in found.values() if len(versions) > 1]
    return {url: versions for versions in several for url in versions.values()}


def address_missing(center: Center) -> list[Issue]:
    """Warn, once a build, of all that a site without an address goes without."""
    if center.site_url:
        return []
    message = (
        "`site_url` is not set, so this build has no sitemap, no feed, no canonical addresses "
        "and no pictures for links"
    )
    fix = "Before the site goes out, write its address there, with https:// and / at the end"
    return [Issue(Path(CENTER), center.line("site_url"), message, fix, "warning")]
