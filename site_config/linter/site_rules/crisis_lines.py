"""A line to call says one number everywhere, and is there wherever the short check needs it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from site_config.content_model.contact_details import digits_of, find_phones
from site_config.content_model.project import CRISIS_LINES, OUTCOMES
from site_config.core.issues import Issue
from site_config.settings.shared_data import BANNER_LINES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from site_config.content_model.project import Project

_LEADING = re.compile(r"[+(]*\d[\d\s().-]*")


def data_issues(project: Project) -> Iterator[Issue]:
    """Give the lines that would dial another number than people read, or that would be missing."""
    if project.crisis_entries is None:
        return
    for index, entry in enumerate(project.crisis_entries):
        yield from _one_number(project, index, entry)
    yield from _banner_lines(project)


def _one_number(project: Project, index: int, entry: Mapping[str, Any]) -> Iterator[Issue]:
    path, places = project.path(CRISIS_LINES), project.places[CRISIS_LINES]
    call, display = (str(entry.get(name) or "") for name in ("call", "call_display"))
    if call and display and digits_of(call) not in _read(display):
        message = f"People read “{display}”, and the button dials {call}"
        fix = "Correct the one that is wrong, then call the number"
        yield Issue(path, places.line(index, "call_display"), message, fix)
    for phone in find_phones(str(entry.get("what") or "")):
        if phone.digits not in project.crisis_digits:
            message = f"“{phone.words}” in this sentence is no number of these lines"
            fix = "Write the same number here as under call or text"
            yield Issue(path, places.line(index, "what"), message, fix)


def _read(display: str) -> set[str]:
    """Return the digits that a person would dial: "988, then press 1" begins with 988."""
    read = {digits_of(display), *(phone.digits for phone in find_phones(display))}
    if leading := _LEADING.match(display):
        read.add(digits_of(leading[0]))
    return read


def _banner_lines(project: Project) -> Iterator[Issue]:
    outcomes = project.outcomes if isinstance(project.outcomes, dict) else {}
    banners = outcomes.get("banners")
    shown = {one.get("id") for one in banners or () if isinstance(one, dict)}
    there = {str(entry.get("id")) for entry in project.crisis_entries or () if _checked(entry)}
    for banner, ids in BANNER_LINES.items():
        for name in ids if banner in shown else ():
            if name not in there:
                message = f"The short check shows “{name}” ({banner} in {OUTCOMES}): it is missing"
                fix = "Put it back with its id, number and evidence: S"
                yield Issue(project.path(CRISIS_LINES), 1, message, fix)


def _checked(entry: Mapping[str, Any]) -> bool:
    return entry.get("evidence") not in ("K", "D")
