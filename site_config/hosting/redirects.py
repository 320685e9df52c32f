"""Where each host sends a visitor who asks for an earlier address of a page.

nginx and Caddy take the lines from their recipes, Netlify and Cloudflare Pages from `_redirects`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.addresses import moves

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "_redirects"


class Redirect(NamedTuple):
    """From one path of the site to another, both from the folder that was uploaded: `/a/`."""

    old: str
    new: str


def redirects(site: Path, root: Path) -> list[Redirect]:
    """Return the redirects of a built site: earlier addresses of the pages that are in it."""
    return [
        Redirect(f"/{old}", f"/{_url(page)}")
        for old, page in moves(root / "content")
        if (site / old / "index.html").is_file()
    ]


def _url(page: str) -> str:
    folder, _, last = page.removesuffix(".md").rpartition("/")
    name = "" if last.lower() in {"index", "readme"} else f"{last}/"
    return f"{folder}/{name}" if folder else name


def write(site: Path, found: Iterable[Redirect]) -> None:
    """Write `_redirects`, if there is anything to send on.

    Without a `!` after 301: Cloudflare knows none, and where Netlify then shows the page that is
    at the earlier address, that page leads on.
    """
    lines = [f"{one.old} {one.new} 301" for one in found]
    if lines:
        (site / NAME).write_text("\n".join([*lines, ""]), "utf-8")
