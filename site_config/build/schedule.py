"""Pages that wait for their day: `publish_on` in the front matter."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

from site_config.build.checks.located import YamlValue, load
from site_config.build.checks.page import split_front

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def unpublished(root: Path, today: dt.date | None = None) -> set[str]:
    """Return the pages (paths under content/, such as `updates/new.md`) not to be built yet.

    A page whose day cannot be read is kept back: better late than too early.
    """
    day = today or _today()
    content = root / "content"
    return {
        file.relative_to(content).as_posix() for file in content.rglob("*.md") if _waits(file, day)
    }


def _today() -> dt.date:
    """Today; in a release the day of its commit, so that one commit makes one site."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return dt.datetime.now().astimezone().date()


def _waits(file: Path, today: dt.date) -> bool:
    front, _body = split_front(file.read_text("utf-8-sig", errors="replace"))
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
