"""`make stale`: what is due for another look, by the person who owns it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.data_files import CRISIS_LINES, SOURCES
from site_config.content_model.project import read_project
from site_config.linter.old_translations import old_translations
from site_config.linter.site_rules.translations import waiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.project import Project

_SOON = dt.timedelta(days=30)
_CALL_EVERY = dt.timedelta(days=180)
_OPEN_EVERY = dt.timedelta(days=365)
_SHARED = "Shared data"


class Due(NamedTuple):
    """Something to look at again: by whom, until when, where, what."""

    owner: str
    day: dt.date
    place: str
    what: str


def due(project: Project) -> Iterator[Due]:
    """Give all that is due within 30 days of the project's today, or overdue."""
    until = project.today + _SOON
    for page in project.pages.values():
        article = page.article
        if article and article.next_review <= until:
            authors = project.people.authors if project.people else {}
            author = authors.get(article.author)
            owner = author.name if author else article.author
            place = f"{page.path.as_posix()}:{page.front.line('next_review')}"
            yield Due(owner, article.next_review, place, article.title)
    for index, line in enumerate(project.crisis_lines):
        if line.checked_on + _CALL_EVERY <= until:
            place = f"{CRISIS_LINES}:{project.places[CRISIS_LINES].line(index, 'checked_on')}"
            yield Due(_SHARED, line.checked_on + _CALL_EVERY, place, f"try {line.name}")
    for key, source in project.sources.items():
        if source.checked_on + _OPEN_EVERY <= until:
            place = f"{SOURCES}:{project.places[SOURCES].line(key, 'checked_on')}"
            yield Due(_SHARED, source.checked_on + _OPEN_EVERY, place, f"open {source.title}")


def stale_report(root: Path, today: dt.date) -> str:
    """Return the list as text, most overdue first under each owner."""
    project = read_project(root, today)
    found = sorted(due(project))
    rows = [*old_translations(project), *map(str, waiting(project))]
    old = "".join(f"{row}\n" for row in rows)
    if not found and not old:
        return f"Nothing is due until {today + _SOON}.\n"
    lines, owner = [], ""
    for one in found:
        if one.owner != owner:
            owner = one.owner
            lines.append(f"{owner}:")
        days = (today - one.day).days
        when = f"{days} days overdue" if days > 0 else f"in {-days} days"
        lines.append(f"  {one.day} ({when})  {one.what}  {one.place}")
    return "\n".join([*lines, *(["Translations:"] if old else []), old])
