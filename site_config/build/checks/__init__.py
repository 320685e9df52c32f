"""The check of all that people write: pages, data files and the words of the short check.

Rules live in one module a family: front matter (front), figures and sources (sourcing), words
(wording), reading ease (reading), danger (safety), form (structure), privacy (resources), links
(links), the questionnaire (spoken).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from site_config.build.checks import (
    front,
    links,
    reading,
    resources,
    safety,
    sourcing,
    spoken,
    structure,
    wording,
)
from site_config.build.checks.allowances import Allowances
from site_config.build.checks.phones import known_numbers
from site_config.build.checks.project import read_project
from site_config.build.checks.report import faults_box

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.build.checks.project import Project
    from site_config.build.faults import Fault

__all__ = ["check_site", "faults_box"]


def check_site(root: Path, *, release: bool = False, today: dt.date | None = None) -> list[Fault]:
    """Return every fault of the project under `root`, sorted by file and line.

    A `release` is held to more: reviews and phone numbers that are overdue become errors.
    `today` is for tests and for a look ahead.
    """
    project = read_project(root, today or dt.datetime.now().astimezone().date(), release=release)
    return sorted({*project.faults, *_faults(project)})


def _faults(project: Project) -> Iterator[Fault]:
    terms, allow, numbers = wording.HouseTerms(project), Allowances(project), known_numbers(project)
    yield from terms.faults
    for page in project.pages.values():
        yield from front.page_faults(page, project)
        yield from sourcing.page_faults(page, project, allow)
        yield from wording.page_faults(page, terms, allow)
        if reading.measures(project):
            yield from reading.page_faults(page, allow)
        yield from safety.page_faults(page, project, numbers)
        yield from structure.page_faults(page, allow)
        yield from resources.page_faults(page)
        yield from links.page_faults(page, project)
    if project.glossary:
        yield from wording.page_faults(project.glossary, terms, allow)
        yield from safety.number_faults(project.glossary, numbers)
    yield from links.site_faults(project)
    yield from sourcing.data_faults(project)
    yield from safety.data_faults(project)
    yield from spoken.data_faults(project, terms, allow, numbers)
    yield from allow.unused()
