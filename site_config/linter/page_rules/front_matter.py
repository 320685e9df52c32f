"""Rules on the front matter that go beyond its schema: people, dates, signs, drafts."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from site_config.content_model.data_files import PEOPLE, SIGNS
from site_config.content_model.publication import as_written
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.core.validation import suggestion
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.core.issues import Severity
    from site_config.linter.rule import Context

SOON = dt.timedelta(days=30)
_REMARK = re.compile(r"\s*(?:- |\w+:\s)(?:[^'\"\s].*?\s)??(#\S.*)")
_IN_CURLY = re.compile(r"[“”„][^“”„]+[“”]|[‘’‚][^‘’‚]+[‘’]")
_YEAR = dt.timedelta(days=366)


def _signs(page: Page, context: Context) -> Iterator[Issue]:
    project = context.project
    for index, sign in enumerate(page.values.get("signs", [])):
        if project.signs and sign not in project.signs:
            message = f"There is no sign “{sign}” in {SIGNS}{suggestion(sign, project.signs)}"
            line = page.front.line("signs", index)
            yield Issue(page.path, line, message, "Correct the id or take it out")


def _cut_short(page: Page, _context: Context) -> Iterator[Issue]:
    """A # begins a comment in YAML: "My #1 question" would silently lose its end."""
    lines = page.source.split("\n")
    for line in sorted(set(page.front.lines.values())):
        if "#" in lines[line - 1] and (found := _REMARK.match(lines[line - 1])):
            message = f"“{short(found[1])}” isn't read: # begins a comment"
            fix = 'Put the value in quotes, as in title: "My #1 question"'
            yield Issue(page.path, line, message, fix)


def _curly(page: Page, _context: Context) -> Iterator[Issue]:
    """Word's quotation marks around a value are part of it, and would be shown."""
    for name in ("title", "description"):
        value = page.meta.get(name)
        if isinstance(value, str) and _IN_CURLY.fullmatch(value.strip()):
            message = f"The quotes around “{name}” are curly, so they would be shown"
            fix = f'Retype them as straight ones: {name}: "{short(value.strip()[1:-1])}"'
            yield Issue(page.path, page.front.line(name), message, fix)


def _people(page: Page, context: Context) -> Iterator[Issue]:
    people = context.project.people
    author, name = map(page.values.get, ("author", "reviewed_by"))
    if people is None:
        return
    if author and author not in people.authors:
        message = f"There is no author “{author}” in {PEOPLE}{suggestion(author, people.authors)}"
        fix = "Take the curly quotes out, and use" if author[0] in "“”„‘’«" else "Use"
        fix += f" one of: {', '.join(people.authors)}; or add the person to that file"
        yield Issue(page.path, page.front.line("author"), message, fix)
    line = page.front.line("reviewed_by")
    if name and people.reviewer is None:
        message = f"The page says it was reviewed by “{name}”, and {PEOPLE} names no one"
        fix = "Name the reviewer with credential there first, or take reviewed_by out"
        yield Issue(page.path, line, message, fix)
    elif name and people.reviewer and name != people.reviewer.name:
        message = f"“{name}” isn't the reviewer named in {PEOPLE}"
        yield Issue(page.path, line, message, f"Write “{people.reviewer.name}”, or take it out")


def _dates(page: Page, context: Context) -> Iterator[Issue]:
    last: dt.date | None = page.values.get("last_reviewed")
    following: dt.date | None = page.values.get("next_review")
    if last and last > context.project.today:
        message = f"last_reviewed, {last}, is in the future"
        at = page.front.line("last_reviewed")
        yield Issue(page.path, at, message, "Write the day on which the page was really read")
    line = page.front.line("next_review")
    if last and following and following <= last:
        message = f"next_review, {following}, isn't after last_reviewed"
        yield Issue(page.path, line, message, "Set it to six or twelve months later")
    elif following and following - context.project.today > 2 * _YEAR:
        message = f"next_review, {following}, is more than two years away"
        fix = "Set it to six or twelve months after last_reviewed: nobody would be reminded"
        yield Issue(page.path, line, message, fix)
    elif following:
        yield from _due(page, context.project, following, line)
    if last and context.project.today - last > 2 * _YEAR:
        message = f"last_reviewed, {last}, is more than two years ago"
        fix = "Is the year right? Then read the page through, and set it to that day"
        yield Issue(page.path, page.front.line("last_reviewed"), message, fix, "warning")


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


def _schedule(page: Page, context: Context) -> Iterator[Issue]:
    start, end = map(page.values.get, ("publish_on", "unpublish_on"))
    day = start.date() if isinstance(start, dt.datetime) else start
    if start and day and day - context.project.today > _YEAR:
        message = f"publish_on, {as_written(start)}, is more than a year away: nobody sees the page"
        fix = "Is the year right? Write the day on which the page may appear"
        yield Issue(page.path, page.front.line("publish_on"), message, fix, "warning")
    if start and end and end <= start:
        message = (
            f"unpublish_on, {as_written(end)}, isn't after publish_on: the page would never appear"
        )
        line = page.front.line("unpublish_on")
        yield Issue(page.path, line, message, "Set it to a later day, or delete one of the two")


RULES = (
    Rule(
        "comment-in-value",
        "A value at the top of a page with a # that YAML takes for a comment",
        "Put the value in quotes",
        _cut_short,
    ),
    Rule(
        "curly-quotes",
        "A title or description in curly quotes, which the file takes for a part of it",
        "Retype them as straight quotes",
        _curly,
    ),
    Rule(
        "people",
        "An author or reviewer who isn't in content/_data/people.yml",
        "Use a name from that file, or add the person there",
        _people,
    ),
    Rule(
        "review-dates",
        "Review dates in the future, in the wrong order, years away, due or overdue",
        "Read the page through, then set last_reviewed and next_review",
        _dates,
    ),
    Rule(
        "schedule",
        "An unpublish_on that isn't after publish_on; a publish_on more than a year away",
        "Correct the day, or delete one of the two",
        _schedule,
    ),
    Rule(
        "signs",
        "A sign at the top of a page that checker/signs.yml doesn't have",
        "Correct the id, or take it out",
        _signs,
    ),
)
"""The rules of this family."""
