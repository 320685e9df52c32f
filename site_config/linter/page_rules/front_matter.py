"""Rules on the front matter that go beyond its schema: people, dates, signs, drafts."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from site_config.content_model.project import PEOPLE, SIGNS
from site_config.content_model.sought import Sought
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.core.validation import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.core.issues import Severity

SOON = dt.timedelta(days=30)
_REMARK = re.compile(r"\s*(?:- |\w+:\s)(?:[^'\"\s].*?\s)??(#\S.*)")
_TO_FILL_IN = "|".join(rf"\[{word}\b[^\]]*\]" for word in ("insert", "add", "link", "name", "date"))
_DRAFT = Sought(rf"\bTODO\b|\bTBD\b|\bTKTK\b|(?-i:\bXXX+\b)|\blorem ipsum\b|{_TO_FILL_IN}")


def page_issues(page: Page, project: Project) -> Iterator[Issue]:
    """Give the issues of one page's front matter."""
    yield from _cut_short(page)
    yield from _unfinished(page, project)
    yield from _people(page, project)
    yield from _dates(page, project)
    for index, sign in enumerate(page.values.get("signs", [])):
        if project.signs and sign not in project.signs:
            message = f"There is no sign “{sign}” in {SIGNS}{suggestion(sign, project.signs)}"
            line = page.front.line("signs", index)
            yield Issue(page.path, line, message, "Correct the id or take it out")


def _cut_short(page: Page) -> Iterator[Issue]:
    """A # begins a remark in YAML: a title such as "My #1 question" would silently lose its end."""
    lines = page.source.split("\n")
    for line in sorted(set(page.front.lines.values())):
        if "#" in lines[line - 1] and (found := _REMARK.match(lines[line - 1])):
            message = f"“{short(found[1])}” is not read: # begins a remark"
            fix = 'Put the value in quotes, as in title: "My #1 question"'
            yield Issue(page.path, line, message, fix)


def _people(page: Page, project: Project) -> Iterator[Issue]:
    people, author, name = project.people, *map(page.values.get, ("author", "reviewed_by"))
    if people is None:
        return
    if author and author not in people.authors:
        message = f"There is no author “{author}” in {PEOPLE}{suggestion(author, people.authors)}"
        fix = f"Use one of: {', '.join(people.authors)}; or add the person to that file"
        yield Issue(page.path, page.front.line("author"), message, fix)
    line = page.front.line("reviewed_by")
    if name and people.reviewer is None:
        message = f"The page says it was reviewed by “{name}”, and {PEOPLE} names no one"
        fix = "Name the reviewer with credential there first, or take reviewed_by out"
        yield Issue(page.path, line, message, fix)
    elif name and people.reviewer and name != people.reviewer.name:
        message = f"“{name}” is not the reviewer named in {PEOPLE}"
        yield Issue(page.path, line, message, f"Write “{people.reviewer.name}”, or take it out")


def _dates(page: Page, project: Project) -> Iterator[Issue]:
    last: dt.date | None = page.values.get("last_reviewed")
    following: dt.date | None = page.values.get("next_review")
    if last and last > project.today:
        message = f"last_reviewed, {last}, is in the future"
        at = page.front.line("last_reviewed")
        yield Issue(page.path, at, message, "Write the day on which the page was really read")
    line = page.front.line("next_review")
    if last and following and following <= last:
        message = f"next_review, {following}, is not after last_reviewed"
        yield Issue(page.path, line, message, "Set it to six or twelve months later")
    elif following:
        yield from _due(page, project, following, line)


def _due(page: Page, project: Project, day: dt.date, line: int) -> Iterator[Issue]:
    """A review that is near, or past; long past, it stops a release."""
    past = project.today - day
    if past > dt.timedelta(0):
        severity: Severity = "error" if project.release and past > SOON else "warning"
        message = f"The review was due on {day}, {past.days} days ago"
        fix = "Read the page through, correct it, then set last_reviewed and next_review"
        yield Issue(page.path, line, message, fix, severity)
    elif -past <= SOON:
        message = f"The review is due on {day}, in {-past.days} days"
        yield Issue(page.path, line, message, "Plan the time to read the page through", "warning")


def _unfinished(page: Page, project: Project) -> Iterator[Issue]:
    if not _DRAFT.perhaps(page.folded):
        return
    severity: Severity = "warning" if page.name in project.hidden else "error"
    for block in page.parts.blocks:
        for found in _DRAFT.pattern.finditer(block.text):
            around = short(block.text[found.start() :])
            message = f"Something is still to be written here: “{around}”"
            fix = "Write it, or keep the page back with a later publish_on"
            yield Issue(page.path, block.line(found.start()), message, fix, severity)
