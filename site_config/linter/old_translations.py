"""Translations that are older than their English page, with what changed in it since."""

from __future__ import annotations

import math
import subprocess
from typing import TYPE_CHECKING

from site_config.settings.languages import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.project import Project

_MOST_LINES = 40


def old_translations(project: Project) -> Iterator[str]:
    """Give a line for each old translation, and below it the lines of English that changed.

    Git tells when each file was last saved; without it the days at the top of the pages decide,
    and the changed lines are not known.
    """
    pairs = [
        (page, original)
        for page in project.pages.values()
        if page.language != SOURCE and (original := project.original(page))
    ]
    # A writer looks for what she changed today: the page that changed last comes first.
    pairs.sort(key=lambda pair: -_last_changed(project.root, pair[1].path))
    for page, original in pairs:
        changed = _changes(project.root, page.path, original.path)
        own, new = page.values.get("last_reviewed"), original.values.get("last_reviewed")
        if changed or (own and new and own < new):
            yield f"{page.path.as_posix()}: its English page changed after it"
            yield from (f"    {row}" for row in changed[:_MOST_LINES])


def _changes(root: Path, translation: Path, original: Path) -> list[str]:
    """Return the lines of `original` that changed since `translation` was last committed."""
    last = _git(root, "log", "-1", "--format=%H", "--", str(translation)).strip()
    if not last:
        return []
    rows = _git(root, "diff", "--unified=0", last, "--", str(original)).splitlines()
    return [row for row in rows if row[:1] in "+-" and not row.startswith(("+++", "---"))]


def _last_changed(root: Path, page: Path) -> float:
    """Return when a page last changed: now, for one that isn't committed, else with its commit."""
    if _git(root, "status", "--porcelain", "--", str(page)).strip():
        return math.inf
    return float(_git(root, "log", "-1", "--format=%ct", "--", str(page)).strip() or 0)


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", *words], cwd=root, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""
