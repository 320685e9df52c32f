"""What other machines read of the site: sitemap, feed, robots.txt, llms.txt, link pictures.

The marks in the pages themselves (canonical address, Open Graph, structured data) are in
`site_config/overrides/main.html` and `partials/structured-data.html`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_config.core.issues import Issue
from site_config.discovery import feeds, social_cards
from site_config.settings.center import NAME as CENTER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from site_config.discovery.page_entry import Entry
    from site_config.settings.center import Center

__all__ = ["address_missing", "write"]

THEMES_OWN = ("sitemap.xml", "sitemap.xml.gz")


def write(target: Path, root: Path, entries: Sequence[Entry], found: Mapping[str, Any]) -> None:
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
    if site_url:
        texts["sitemap.xml"] = feeds.sitemap(entries, site_url)
        if notes := feeds.updates(entries):
            texts[feeds.FEED] = feeds.feed(notes, center)
        social_cards.draw(target, root, entries, center)
    for name, text in texts.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, "utf-8")


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
