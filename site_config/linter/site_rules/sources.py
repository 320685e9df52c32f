"""Entries of sources.yml, and the sources behind the rules of the self-check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.content_model.data_files import OUTCOMES, SOURCES
from site_config.core.issues import Issue
from site_config.linter.page_rules.citations import unknown_source
from site_config.linter.page_rules.tracking_links import find_tracking
from site_config.linter.rule import Rule
from site_config.settings import center

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.data_schema import Source
    from site_config.core.yaml_source import Located
    from site_config.linter.rule import Context

_OWN_CHOICE = "house_rule"  # in outcomes.yml: a choice of our own, explained in docs/decisions


def _sources(context: Context) -> Iterator[Issue]:
    """Days in the future, no way to find it, and sources that nothing cites."""
    project = context.project
    places = project.places.get(SOURCES)
    if places is None:
        return
    path = project.path(SOURCES)
    cited = project.cited_sources() | project.sources_of_states()
    # Without a readable center.yml nobody knows which state's facts cite the others.
    all_known = project.center is not center.DEFAULT
    for key, source in project.sources.items():
        yield from _entry(path, places, key, source, project.today)
        if all_known and key not in cited and source.evidence == "S":
            message = f"Nothing cites the source “{key}”"
            fix = f"Cite it as [@{key}], or delete it"
            yield Issue(path, places.line(key), message, fix, "warning")


def _entry(
    path: Path, places: Located, key: str, source: Source, today: dt.date
) -> Iterator[Issue]:
    """The dates of one entry, and an address that is still to be found."""
    if source.checked_on > today:
        message = f"{source.checked_on} is in the future"
        line = places.line(key, "checked_on")
        yield Issue(path, line, message, "Write the day on which you opened the source")
    if source.year and source.year > today.year:
        message = f"The year {source.year} is in the future"
        yield Issue(path, places.line(key, "year"), message, "Correct the year")
    if source.url is None and not source.note:
        message = f"The source “{key}” has no address, and no note on where to find it"
        fix = "Add the address, or a `note` that says how to find it"
        yield Issue(path, places.line(key, "url"), message, fix)
    if source.url and (found := find_tracking(source.url)):
        yield Issue(path, places.line(key, "url"), *found)


def _rule_sources(context: Context) -> Iterator[Issue]:
    """The sources behind the rules of the self-check."""
    project = context.project
    path = project.path(OUTCOMES)
    for key, line in project.rule_sources():
        source = project.sources.get(key)
        if key == _OWN_CHOICE:
            continue
        if source is None:
            yield from unknown_source(path, line, key, project)
        elif source.evidence != "S":
            message = f"The source “{key}” is marked {source.evidence}: nobody has checked it"
            yield Issue(path, line, message, "Open the source, read it, and set evidence to S")


RULES = (
    Rule(
        "source-entry",
        "A source with a date in the future or no way to find it; a source that nothing cites",
        "Correct the entry; cite it or delete it",
        _sources,
    ),
    Rule(
        "rule-sources",
        "A rule of the self-check whose source is unknown or checked by nobody",
        "Name a source that someone has read, or house_rule",
        _rule_sources,
    ),
)
"""The rules of this family."""
