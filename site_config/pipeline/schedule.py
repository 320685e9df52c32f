"""Pages that wait for their day: `publish_on` in the front matter."""

from __future__ import annotations

import datetime as dt
import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from site_config.content_model.page import read_page, split_front
from site_config.core.yaml_source import YamlValue, load

_TEXTS = frozenset({".css", ".html", ".js", ".py", ".svg", ".xml", ".yml"})

if TYPE_CHECKING:
    from collections.abc import Collection


def unpublished(root: Path, today: dt.date | None = None) -> set[str]:
    """Return the pages (paths under content/, such as `updates/new.md`) not to be built yet.

    A page whose day cannot be read is kept back: better late than too early.
    """
    day = today or _today()
    content = root / "content"
    return {
        file.relative_to(content).as_posix() for file in content.rglob("*.md") if _waits(file, day)
    }


def held_back(root: Path, pages: Collection[str]) -> set[str]:
    """Return the pictures and sheets that nothing but the waiting `pages` shows or links to.

    They tell as much as the page does, and a name is easily guessed.
    """
    if not pages:
        return set()
    content = root / "content"
    names = {file.relative_to(content).as_posix() for file in content.rglob("*.md")}
    theirs = {file for page in pages for file in _files_of(content, page)}
    for page in names - set(pages):
        theirs -= _files_of(content, page)
    return {file for file in theirs if not _named_elsewhere(root, file)}


def _files_of(content: Path, page: str) -> set[str]:
    """Return the files under assets/ that `page` shows or links to, by their paths."""
    parts = read_page(content / page, Path(page), page).parts
    targets = [image.src for image in parts.images] + [link.href for link in parts.links]
    paths = (unquote(urlsplit(target).path) for target in targets)
    folder = posixpath.dirname(page)
    found = {posixpath.normpath(posixpath.join(folder, path)) for path in paths if path}
    return {path for path in found if path.startswith("assets/")}


def _named_elsewhere(root: Path, file: str) -> bool:
    """Return whether a template, a style or a setting may use `file`."""
    name = posixpath.basename(file)
    places = ("site_config", "content/assets/css", "checker/browser")
    texts = (one for place in places for one in (root / place).rglob("*") if one.suffix in _TEXTS)
    return any(name in one.read_text("utf-8", errors="replace") for one in texts)


def _today() -> dt.date:
    """Today; in a release the day of its commit, so that one commit makes one site."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return dt.datetime.now().astimezone().date()


def _waits(file: Path, today: dt.date) -> bool:
    front, _body = split_front(file.read_text("utf-8-sig", errors="replace"))
    if "publish_on" not in (front or ""):
        return False  # as on most pages: they need not be parsed
    data = load(front or "", file).data
    given = data.get("publish_on") if isinstance(data, dict) else None
    if given is None:
        return False
    try:
        return dt.date.fromisoformat(str(given)) > today
    except ValueError:
        return True


def prune_nav(nav: YamlValue, hidden: Collection[str]) -> YamlValue:
    """Return the `nav` of mkdocs.yml without the pages in `hidden` and emptied sections."""
    if isinstance(nav, list):
        kept = (prune_nav(item, hidden) for item in nav)
        return [item for item in kept if item not in (None, [], {})]
    if isinstance(nav, dict):
        pruned = {title: prune_nav(item, hidden) for title, item in nav.items()}
        return {title: item for title, item in pruned.items() if item not in (None, [], {})}
    return None if nav in hidden else nav
