"""The check of a whole project: every rule, over every page and data file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from site_config.build.checks import (
    crisis_lines,
    front,
    glossary,
    leftovers,
    links,
    reading,
    resources,
    safety,
    sourcing,
    spoken,
    structure,
    template_words,
    together,
    wording,
)
from site_config.build.checks.allowances import Allowances
from site_config.build.checks.contacts import known_contacts
from site_config.build.checks.project import read_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.build.checks.page import Page
    from site_config.build.checks.project import Project
    from site_config.build.faults import Fault


def check_site(root: Path, *, release: bool = False, today: dt.date | None = None) -> list[Fault]:
    """Return every fault of the project under `root`, sorted by file and line.

    A `release` is held to more: reviews and phone numbers that are overdue become errors.
    `today` is for tests and for a look ahead.
    """
    project = read_project(root, today or dt.datetime.now().astimezone().date(), release=release)
    return sorted({*project.faults, *_faults(project)})


def _faults(project: Project) -> Iterator[Fault]:
    terms, allow, contacts = (
        wording.HouseTerms(project),
        Allowances(project),
        known_contacts(project),
    )
    yield from terms.faults
    data = _without_pages(project)
    for page in project.pages.values():
        yield from _found_on(page, project, data, (terms, allow, contacts))
        yield from links.page_faults(page, project)
    if project.glossary:
        yield from wording.page_faults(project.glossary, terms, allow)
        yield from safety.contact_faults(project.glossary, contacts)
    yield from glossary.data_faults(project)
    yield from links.site_faults(project)
    yield from together.site_faults(project)
    yield from sourcing.data_faults(project)
    yield from safety.data_faults(project)
    yield from crisis_lines.data_faults(project)
    yield from spoken.data_faults(project, terms, allow, contacts)
    yield from template_words.template_faults(project, terms, allow, contacts)
    yield from allow.unused()


_Lists = tuple[wording.HouseTerms, Allowances, frozenset[str]]
# By the page's place: what it and the data were, what was found, and which allowances it took.
_last: dict[Path, tuple[object, list[Fault], set[int]]] = {}
_last_data: dict[Path, dict[str, object]] = {}


def _found_on(page: Page, project: Project, data: object, lists: _Lists) -> list[Fault]:
    """Return what the rules about a page alone find, or found when it and the data were the same.

    `make serve` checks a hundred pages when one has changed.
    """
    allow, state = lists[1], (page.source, data)
    place = project.root / page.path
    if place not in _last or _last[place][0] != state:
        before, allow.used = allow.used, set()
        _last[place] = (state, list(_page_faults(page, project, *lists)), allow.used)
        allow.used = before
    _, found, used = _last[place]
    allow.used |= used
    return found


def _without_pages(project: Project) -> object:
    """All that the rules about a page look at besides the page; the same object if it is equal."""
    data = {name: value for name, value in vars(project).items() if name not in {"pages", "faults"}}
    if _last_data.get(project.root) != data:
        _last_data[project.root] = data
    return _last_data[project.root]


def _page_faults(
    page: Page,
    project: Project,
    terms: wording.HouseTerms,
    allow: Allowances,
    contacts: frozenset[str],
) -> Iterator[Fault]:
    yield from front.page_faults(page, project)
    yield from sourcing.page_faults(page, project, allow)
    yield from wording.page_faults(page, terms, allow)
    if reading.measures(project):
        yield from reading.page_faults(page, allow)
    yield from safety.page_faults(page, project, contacts)
    yield from structure.page_faults(page, allow)
    yield from resources.page_faults(page)
    yield from leftovers.page_faults(page)
