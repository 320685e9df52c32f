"""Rules on the front matter that go beyond its schema: people, dates, signs, drafts."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from site_config.build.checks.plain import suggestion
from site_config.build.checks.project import PEOPLE, SIGNS
from site_config.build.checks.words import short
from site_config.build.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.build.checks.page import Page
    from site_config.build.checks.project import Project
    from site_config.build.checks.schema import Article
    from site_config.build.faults import Severity

SOON = dt.timedelta(days=30)
_DRAFT = re.compile(r"\bTODO\b|\bTKTK\b|\blorem ipsum\b", re.IGNORECASE)


def page_faults(page: Page, project: Project) -> Iterator[Fault]:
    """Give the faults of one page's front matter."""
    yield from _unfinished(page, project)
    if page.article is None:
        return
    yield from _people(page, page.article, project)
    yield from _dates(page, page.article, project)
    for index, sign in enumerate(page.article.signs):
        if project.signs and sign not in project.signs:
            message = f"There is no sign “{sign}” in {SIGNS}{suggestion(sign, project.signs)}"
            line = page.front.line("signs", index)
            yield Fault(page.path, line, message, "Correct the id or take it out")


def _people(page: Page, article: Article, project: Project) -> Iterator[Fault]:
    people = project.people
    if people is None:
        return
    if article.author not in people.authors:
        hint = suggestion(article.author, people.authors)
        message = f"There is no author “{article.author}” in {PEOPLE}{hint}"
        remedy = f"Use one of: {', '.join(people.authors)}; or add the person to that file"
        yield Fault(page.path, page.front.line("author"), message, remedy)
    if article.reviewed_by is None:
        return
    line = page.front.line("reviewed_by")
    if people.reviewer is None:
        message = (
            f"The page says it was reviewed by “{article.reviewed_by}”, and {PEOPLE} names no one"
        )
        remedy = "Name the reviewer with credential there first, or set reviewed_by to null"
        yield Fault(page.path, line, message, remedy)
    elif article.reviewed_by != people.reviewer.name:
        message = f"“{article.reviewed_by}” is not the reviewer named in {PEOPLE}"
        yield Fault(page.path, line, message, f"Write “{people.reviewer.name}”, or null")


def _dates(page: Page, article: Article, project: Project) -> Iterator[Fault]:
    today, line = project.today, page.front.line("next_review")
    if article.last_reviewed > today:
        message = f"last_reviewed, {article.last_reviewed}, is in the future"
        at = page.front.line("last_reviewed")
        yield Fault(page.path, at, message, "Write the day on which the page was really read")
    if article.next_review <= article.last_reviewed:
        message = f"next_review, {article.next_review}, is not after last_reviewed"
        yield Fault(page.path, line, message, "Set it to six or twelve months later")
    elif article.next_review < today:
        past = today - article.next_review
        severity: Severity = "error" if project.release and past > SOON else "warning"
        message = f"The review was due on {article.next_review}, {past.days} days ago"
        remedy = "Read the page through, correct it, then set last_reviewed and next_review"
        yield Fault(page.path, line, message, remedy, severity)
    elif article.next_review - today <= SOON:
        left = (article.next_review - today).days
        message = f"The review is due on {article.next_review}, in {left} days"
        yield Fault(page.path, line, message, "Plan the time to read the page through", "warning")


def _unfinished(page: Page, project: Project) -> Iterator[Fault]:
    severity: Severity = "warning" if page.name in project.hidden else "error"
    for block in page.parts.blocks:
        for found in _DRAFT.finditer(block.text):
            around = short(block.text[found.start() :])
            message = f"Something is still to be written here: “{around}”"
            remedy = "Write it, or keep the page back with a later publish_on"
            yield Fault(page.path, block.line(found.start()), message, remedy, severity)
