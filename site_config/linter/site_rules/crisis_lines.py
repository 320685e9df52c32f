"""Entries of crisis_lines.yml: checked, one number each, there wherever the self-check needs it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from site_config.content_model.contact_details import digits_of, find_phones
from site_config.content_model.data_files import CRISIS_LINES, OUTCOMES
from site_config.content_model.normalization import plain
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from site_config.content_model.project import Project
    from site_config.core.issues import Severity
    from site_config.core.yaml_source import YamlValue
    from site_config.linter.rule import Context

_OFTEN = dt.timedelta(days=180)
_LEADING = re.compile(r"[+(]*\d[\d\s().-]*")


def _numbers(context: Context) -> Iterator[Issue]:
    """Lines that would dial another number than people read."""
    project = context.project
    if project.crisis_entries is None:
        return
    for index, entry in enumerate(project.crisis_entries):
        yield from _one_number(project, index, entry)


def _one_number(project: Project, index: int, entry: Mapping[str, Any]) -> Iterator[Issue]:
    path, places = project.path(CRISIS_LINES), project.places[CRISIS_LINES]
    call, display = (str(entry.get(name) or "") for name in ("call", "call_display"))
    if call and display and digits_of(call) not in _read(display):
        message = f"People read “{display}”, and the button dials {call}"
        fix = "Correct the one that is wrong, then call the number"
        yield Issue(path, places.line(index, "call_display"), message, fix)
    for phone in find_phones(plain(str(entry.get("what") or ""))):
        if phone.digits not in project.crisis_digits:
            message = f"“{phone.words}” in this sentence isn't a number of any of these lines"
            fix = "Write the same number here as under call or text"
            yield Issue(path, places.line(index, "what"), message, fix)


def _read(display: str) -> set[str]:
    """Return the digits that a person would dial: "988, then press 1" begins with 988."""
    read = {digits_of(display), *(phone.digits for phone in find_phones(plain(display)))}
    if leading := _LEADING.match(plain(display)):
        read.add(digits_of(leading[0]))
    return read


def _banner_lines(context: Context) -> Iterator[Issue]:
    """Lines that the self-check shows have to be there."""
    project = context.project
    if project.crisis_entries is None:
        return
    there = {str(entry.get("id")) for entry in project.crisis_entries or () if _checked(entry)}
    for name in sorted(set(_named_lines(project.outcomes)) - there):
        message = f"The self-check shows “{name}” (in {OUTCOMES}): it is missing"
        fix = "Put it back with its id, number and evidence: S"
        yield Issue(project.path(CRISIS_LINES), 1, message, fix)


def _named_lines(part: YamlValue) -> Iterator[str]:
    """Give the crisis lines that outcomes, banners and reasons name under `lines:`."""
    if isinstance(part, list):
        for item in part:
            yield from _named_lines(item)
    elif isinstance(part, dict):
        names = part.get("lines")
        yield from (str(name) for name in names) if isinstance(names, list) else ()
        for value in part.values():
            yield from _named_lines(value)


def _checked(entry: Mapping[str, Any]) -> bool:
    return entry.get("evidence") not in ("K", "D")


def _entries(context: Context) -> Iterator[Issue]:
    """Lines that nobody has checked, or not for long, that are there twice or missing."""
    project = context.project
    path, places = project.path(CRISIS_LINES), project.places.get(CRISIS_LINES)
    if places is None:
        return
    seen: set[str] = set()
    late: Severity = "error" if project.release else "warning"
    for index, line in enumerate(project.crisis_lines):
        at = places.line(index, "id")
        if line.id in seen:
            yield Issue(path, at, f"“{line.id}” is given twice", "Delete one of the two")
        seen.add(line.id)
        day, day_line = line.checked_on, places.line(index, "checked_on")
        if day > project.today:
            yield Issue(path, day_line, f"{day} is in the future", "Write the day you called it")
        elif project.today - day > _OFTEN:
            message = f"{line.name}: last checked on {day}, more than 180 days ago"
            yield Issue(path, day_line, message, "Call it, then set checked_on to today", late)
        if line.evidence != "S":
            message = f"{line.name}: this number is from memory (evidence {line.evidence})"
            fix = "Call it or read it at its own site; then set evidence to S and checked_on"
            yield Issue(path, places.line(index, "evidence"), message, fix, "warning")
    there = {entry.get("id") for entry in project.crisis_entries or ()}
    for needed in ("lifeline_988", "emergency_911"):
        if project.crisis_entries is not None and needed not in there:
            yield Issue(path, 1, f"“{needed}” is missing", "Put it back: every page depends on it")


RULES = (
    Rule(
        "crisis-line-number",
        "A crisis line that dials another number than people read",
        "Correct the one that is wrong, then call the number",
        _numbers,
    ),
    Rule(
        "crisis-line-shown",
        "A line that a banner of the self-check shows, and that is missing or unchecked",
        "Put it back with its id, number and evidence: S",
        _banner_lines,
    ),
    Rule(
        "crisis-line-entry",
        "A crisis line given twice, checked by nobody or not for 180 days; 988 or 911 missing",
        "Call it, then set checked_on and evidence",
        _entries,
    ),
)
"""The rules of this family."""
