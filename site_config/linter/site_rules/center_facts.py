"""What center.yml announces for a day that is over: the site hides it, and nobody may notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.core.issues import Issue
from site_config.linter.rule import Rule
from site_config.settings import center

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.linter.rule import Context

_REMOVE = "Delete this entry, or write its next day"


def _past(context: Context) -> Iterator[Issue]:
    facts, today = context.project.center, context.project.today
    for place, event in enumerate(facts.events):
        if event.last_day < today:
            message = f"“{event.name}” was on {event.day}: the site doesn't show it anymore"
            yield _issue(context, message, _REMOVE, "events", place, "day")
    for place, job in enumerate(facts.jobs):
        if job.last_day < today:
            message = f"“{job.title}” was open until {job.until}: the site doesn't show it anymore"
            yield _issue(context, message, _REMOVE, "jobs", place, "until")
    if facts.license_expires and facts.license_expires < today:
        message = f"The license ended on {facts.license_expires}, and the site says so"
        fix = "Look it up in the state's list, and write the day that is there"
        yield _issue(context, message, fix, "license_expires")


def _issue(context: Context, message: str, fix: str, *key: str | int) -> Issue:
    line = context.project.center.line(*key)
    return Issue(context.project.path(center.NAME), line, message, fix, "warning")


RULES = (
    Rule(
        "past-day",
        "An event, a job or a license in center.yml whose last day is over",
        "Delete the entry, or write its next day",
        _past,
        "warning",
    ),
)
"""The rules of this family."""
