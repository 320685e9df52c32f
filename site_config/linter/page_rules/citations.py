"""Every figure has a source that someone has read, and that is not too old."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.content_model.document import MARKER
from site_config.content_model.project import OUTCOMES, SOURCES
from site_config.content_model.text import sentences, short
from site_config.core.issues import Issue
from site_config.core.validation import suggestion
from site_config.linter.page_rules.claims import find_claims

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.content_model.schema import Source
    from site_config.core.issues import Severity
    from site_config.core.yaml_source import Located
    from site_config.linter.allowlist import Allowances

_BAD_MARKER = re.compile(r"\[\s*@[^\]]*\]?|\(@[a-z0-9_]+\)")
_OWN_CHOICE = "house_rule"  # in outcomes.yml: a choice of our own, explained in docs/decisions
_OLD = 5
_SURVEY = re.compile(r"NSDUH|national survey on drug use", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BREAK = 2021
_SAYS_SO = re.compile(r"\b(?:not|never|cannot be|can't be) (?:be )?compar", re.IGNORECASE)


def page_issues(page: Page, project: Project, allow: Allowances) -> Iterator[Issue]:
    """Give the issues of one page's sources and figures."""
    for block in page.parts.blocks:
        yield from _markers(page, project, block)
        if block.kind in ("paragraph", "item", "cell", "html"):
            yield from _figures(page, block, allow)
        yield from _survey_break(page, project, block)
    yield from _front_matter(page, project)


def _markers(page: Page, project: Project, block: Block) -> Iterator[Issue]:
    """Markers in the text: readable, known, listed at the top, checked, not too old."""
    if "@" not in block.text:
        return
    listed = page.meta.get("sources") or []
    for found in MARKER.finditer(block.text):
        key, line = found[1], block.line(found.start())
        source = project.sources.get(key)
        if source is None:
            yield from _unknown(page.path, line, key, project)
            continue
        if key not in listed and page.front.data is not None:
            message = f"The source “{key}” is cited here and not listed at the top of the page"
            yield Issue(page.path, line, message, f"Add {key} to `sources:`")
        if source.evidence != "S":
            message = f"The source “{key}” is marked {source.evidence}: nobody has checked it"
            fix = "Open the source, read it, and set evidence to S; or leave this sentence out"
            yield Issue(page.path, line, message, fix)
        yield from _age(page, project, key, line)
    rest = MARKER.sub(lambda found: " " * len(found[0]), block.text)
    for found in _BAD_MARKER.finditer(rest):
        message = f"“{short(found[0])}” cannot be read as a source"
        yield Issue(page.path, block.line(found.start()), message, "Write it as [@key]")


def _unknown(path: Path, line: int, key: str, project: Project) -> Iterator[Issue]:
    if not project.names_source(key):
        message = f"There is no source “{key}” in {SOURCES}{suggestion(key, project.sources)}"
        yield Issue(path, line, message, "Correct the key, or add the source to that file")


def _age(page: Page, project: Project, key: str, line: int) -> Iterator[Issue]:
    """An old source needs a reason.

    Measured from the day the page was last reviewed, so that a page which was right on that day
    does not break a build on New Year's Day; until its next review there is a warning. A page
    without a date of its own counts from the day on which someone opened it.
    """
    source, read_on = project.sources[key], page.values.get("last_reviewed")
    if source.dated_ok:
        return
    year = source.year or source.checked_on.year
    reviewed = read_on.year if read_on else project.today.year
    if max(reviewed, project.today.year) - year > _OLD:
        severity: Severity = "error" if reviewed - year > _OLD else "warning"
        message = f"The source “{key}” is from {year}, more than five years old"
        fix = f"Cite a newer one, or say under `dated_ok` in {SOURCES} why it still holds"
        yield Issue(page.path, line, message, fix, severity)


def _figures(page: Page, block: Block, allow: Allowances) -> Iterator[Issue]:
    if block.cited:
        return
    for claim in find_claims(block.text, quoted=block.quoted):
        if not allow.permit(page.name, block.text, claim.start, claim.end):
            line = block.line(claim.start)
            message = f"“{short(claim.words)}” {claim.message}"
            yield Issue(page.path, line, message, claim.fix, claim.severity)


def _survey_break(page: Page, project: Project, block: Block) -> Iterator[Issue]:
    """The survey NSDUH changed its method in 2021: older years do not compare with newer ones."""
    if "20" not in MARKER.sub("", block.text):  # as every year from the break on
        return
    for offset, sentence in sentences(block.text):
        years = {int(year) for year in _YEAR.findall(MARKER.sub("", sentence))}
        if not (years and min(years) < _BREAK <= max(years)) or _SAYS_SO.search(sentence):
            continue
        titles = [
            f"{key} {project.sources[key].title}" for key in block.cited if key in project.sources
        ]
        if _SURVEY.search(" ".join([block.text, *titles])):
            message = f"“{short(sentence)}” compares survey years before and after 2021"
            fix = "Give one year alone: the survey counts in a new way since 2021"
            yield Issue(page.path, block.line(offset), message, fix)


def _front_matter(page: Page, project: Project) -> Iterator[Issue]:
    """Keys at the top of the page: known, checked, and cited in the text."""
    used = set(MARKER.findall(page.text()))
    for index, key in enumerate(page.values.get("sources", [])):
        line, source = page.front.line("sources", index), project.sources.get(key)
        if source is None:
            yield from _unknown(page.path, line, key, project)
        elif source.evidence != "S":
            message = f"The source “{key}” is marked {source.evidence}: nobody has checked it"
            fix = "Open the source, read it, and set evidence to S; or take the key out"
            yield Issue(page.path, line, message, fix)
        elif key not in used:
            message = f"The source “{key}” is listed and not cited anywhere on the page"
            fix = f"Put [@{key}] after the sentence that it supports, or take it off the list"
            yield Issue(page.path, line, message, fix, "warning")


def data_issues(project: Project) -> Iterator[Issue]:
    """Give the issues of sources.yml: days in the future, and sources that no page cites."""
    places = project.places.get(SOURCES)
    if places is None:
        return
    path = project.path(SOURCES)
    cited = {key for page in project.pages.values() for key in MARKER.findall(page.text())}
    cited |= {key for key, _line in project.rule_sources()}
    for key, source in project.sources.items():
        yield from _entry(path, places, key, source, project.today)
        if key not in cited and source.evidence == "S":
            message = f"Nothing cites the source “{key}”"
            fix = f"Cite it as [@{key}], or delete it"
            yield Issue(path, places.line(key), message, fix, "warning")
    yield from _rules(project)


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


def _rules(project: Project) -> Iterator[Issue]:
    """The sources behind the rules of the short check."""
    path = project.path(OUTCOMES)
    for key, line in project.rule_sources():
        source = project.sources.get(key)
        if key == _OWN_CHOICE:
            continue
        if source is None:
            yield from _unknown(path, line, key, project)
        elif source.evidence != "S":
            message = f"The source “{key}” is marked {source.evidence}: nobody has checked it"
            yield Issue(path, line, message, "Open the source, read it, and set evidence to S")
