"""What center.yml says that the day or the place has overtaken: nobody may notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.core.issues import Issue
from site_config.linter.rule import Rule
from site_config.settings import center, us_states

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


def _time_zone(context: Context) -> Iterator[Issue]:
    facts = context.project.center
    if facts.region in us_states.STATES:
        own = us_states.zone_of(facts.region, facts.time_zone)
        if own:
            message = f"“{facts.time_zone}” isn't the time in {facts.region}"
            yield _issue(context, message, f"Write time_zone: {own}", "time_zone")


RULES = (
    Rule(
        "past-day",
        "An event, a job or a license in center.yml whose last day is over",
        "Delete the entry, or write its next day",
        _past,
        "warning",
    ),
    Rule(
        "time-zone",
        "A time zone that isn't one of the center's state: pages and events come and go by it",
        "Write the time zone of the place where the center is",
        _time_zone,
        "warning",
    ),
)
"""The rules of this family."""
