"""Sources cited on a page: known, read by someone, not too old, comparable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.content_model.data_files import SOURCES
from site_config.content_model.document import MARKER
from site_config.content_model.text import sentences, short
from site_config.core.issues import Issue
from site_config.core.validation import suggestion
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.core.issues import Severity
    from site_config.linter.rule import Context

_BAD_MARKER = re.compile(r"\[\s*@[^\]]*\]?|\(@[a-z0-9_]+\)")
_OLD = 5
_SURVEY = re.compile(r"NSDUH|national survey on drug use", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BREAK = 2021
_SAYS_SO = re.compile(r"\b(?:not|never|cannot be|can't be) (?:be )?compar", re.IGNORECASE)


def _markers(page: Page, context: Context) -> Iterator[Issue]:
    """Markers in the text: readable, known, listed at the top, checked, not too old."""
    for block in page.parts.blocks:
        yield from _block_markers(page, context.project, block)


def _block_markers(page: Page, project: Project, block: Block) -> Iterator[Issue]:
    if "@" not in block.text:
        return
    listed = page.meta.get("sources") or []
    for found in MARKER.finditer(block.text):
        key, line = found[1], block.line(found.start())
        source = project.sources.get(key)
        if source is None:
            yield from unknown_source(page.path, line, key, project)
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
        message = f"“{short(found[0])}” can't be read as a source"
        yield Issue(page.path, block.line(found.start()), message, "Write it as [@key]")


def unknown_source(path: Path, line: int, key: str, project: Project) -> Iterator[Issue]:
    """Give an issue if sources.yml has no entry `key`, be it with a mistake of its own."""
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


def _survey_years(page: Page, context: Context) -> Iterator[Issue]:
    """The survey NSDUH changed its method in 2021: older years do not compare with newer ones."""
    for block in page.parts.blocks:
        yield from _survey_break(page, context.project, block)


def _survey_break(page: Page, project: Project, block: Block) -> Iterator[Issue]:
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


def _listed(page: Page, context: Context) -> Iterator[Issue]:
    """Keys at the top of the page: known, checked, and cited in the text."""
    project, used = context.project, set(MARKER.findall(page.text()))
    for index, key in enumerate(page.values.get("sources", [])):
        line, source = page.front.line("sources", index), project.sources.get(key)
        if source is None:
            yield from unknown_source(page.path, line, key, project)
        elif source.evidence != "S":
            message = f"The source “{key}” is marked {source.evidence}: nobody has checked it"
            fix = "Open the source, read it, and set evidence to S; or take the key out"
            yield Issue(page.path, line, message, fix)
        elif key not in used:
            message = f"The source “{key}” is listed and not cited anywhere on the page"
            fix = f"Put [@{key}] after the sentence that it supports, or take it off the list"
            yield Issue(page.path, line, message, fix, "warning")


RULES = (
    Rule(
        "citation",
        "A marker [@key] that can't be read, whose source is unknown, not listed at the top, "
        "checked by nobody, or too old",
        "Correct the key; read the source and set its evidence to S; or cite a newer one",
        _markers,
    ),
    Rule(
        "survey-years",
        "Years of the survey NSDUH before and after 2021 in one sentence: its method changed",
        "Give one year alone",
        _survey_years,
        only_in="en",
    ),
    Rule(
        "listed-sources",
        "A source at the top of a page that is unknown, checked by nobody, or cited nowhere",
        "Correct or take out the key, or cite it",
        _listed,
    ),
)
"""The rules of this family."""
