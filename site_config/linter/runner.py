"""The check of a whole project: every rule, over every page and data file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from site_config.content_model.contact_details import known_contacts
from site_config.content_model.project import read_project
from site_config.linter.allowlist import Allowances
from site_config.linter.page_rules import (
    accessible_markup,
    citations,
    crisis_safety,
    external_resources,
    front_matter,
    house_style,
    pasted_word,
    readability,
    stray_markup,
)
from site_config.linter.site_rules import (
    addresses,
    crisis_lines,
    glossary,
    links,
    navigation,
    pictures,
    questionnaire_text,
    template_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.core.issues import Issue


def check_site(root: Path, *, release: bool = False, today: dt.date | None = None) -> list[Issue]:
    """Return every issue of the project under `root`, sorted by file and line.

    A `release` is held to more: reviews and phone numbers that are overdue become errors.
    `today` is for tests and for a look ahead.
    """
    project = read_project(root, today or dt.datetime.now().astimezone().date(), release=release)
    return sorted({*project.issues, *_issues(project)})


def _issues(project: Project) -> Iterator[Issue]:
    terms, allow, contacts = (
        house_style.HouseTerms(project),
        Allowances(project),
        known_contacts(project),
    )
    yield from terms.issues
    data = _without_pages(project)
    for page in project.pages.values():
        yield from _found_on(page, project, data, (terms, allow, contacts))
        yield from links.page_issues(page, project)
        yield from pictures.page_issues(page)
    if project.glossary:
        yield from house_style.page_issues(project.glossary, terms, allow)
        yield from crisis_safety.contact_issues(project.glossary, contacts)
    yield from glossary.data_issues(project)
    yield from links.site_issues(project)
    yield from navigation.site_issues(project)
    yield from pictures.site_issues(project)
    yield from addresses.site_issues(project)
    yield from citations.data_issues(project)
    yield from crisis_safety.data_issues(project)
    yield from crisis_lines.data_issues(project)
    yield from questionnaire_text.data_issues(project, terms, allow, contacts)
    yield from template_text.template_issues(project, terms, allow, contacts)
    yield from allow.unused()


_Lists = tuple[house_style.HouseTerms, Allowances, frozenset[str]]
# By the page's place: what it and the data were, what was found, and which allowances it took.
_last: dict[Path, tuple[object, list[Issue], set[int]]] = {}
_last_data: dict[Path, dict[str, object]] = {}


def _found_on(page: Page, project: Project, data: object, lists: _Lists) -> list[Issue]:
    """Return what the rules about a page alone find, or found when it and the data were the same.

    `make serve` checks a hundred pages when one has changed.
    """
    allow, state = lists[1], (page.source, data)
    place = project.root / page.path
    if place not in _last or _last[place][0] != state:
        before, allow.used = allow.used, set()
        _last[place] = (state, list(_page_issues(page, project, *lists)), allow.used)
        allow.used = before
    _, found, used = _last[place]
    allow.used |= used
    return found


def _without_pages(project: Project) -> object:
    """All that the rules about a page look at besides the page; the same object if it is equal."""
    data = {name: value for name, value in vars(project).items() if name not in {"pages", "issues"}}
    if _last_data.get(project.root) != data:
        _last_data[project.root] = data
    return _last_data[project.root]


def _page_issues(
    page: Page,
    project: Project,
    terms: house_style.HouseTerms,
    allow: Allowances,
    contacts: frozenset[str],
) -> Iterator[Issue]:
    yield from front_matter.page_issues(page, project)
    yield from citations.page_issues(page, project, allow)
    yield from house_style.page_issues(page, terms, allow)
    if readability.measures(project):
        yield from readability.page_issues(page, allow)
    yield from crisis_safety.page_issues(page, project, contacts)
    yield from accessible_markup.page_issues(page, allow)
    yield from external_resources.page_issues(page)
    yield from stray_markup.page_issues(page)
    yield from pasted_word.page_issues(page)
