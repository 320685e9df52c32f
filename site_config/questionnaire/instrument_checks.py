"""What can be wrong in NAME.yml, beside a FHIR file that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_config.questionnaire.instrument_items import Problem
from site_config.settings import shared_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.questionnaire.instrument_settings import Settings

Json = dict[str, Any]


def settings_problems(settings: Settings, instrument: Json, root: Path) -> list[Problem]:
    """Return all that does not fit: the numbers with each other, the ids with the FHIR file."""
    return [
        *_range(settings, instrument["items"]),
        *_bands(settings),
        *_cutoff(settings),
        *_made_for(settings),
        *_safety(settings, instrument["items"], root),
        *_unknown_items(settings, instrument["items"]),
    ]


def possible(items: list[Json]) -> tuple[int, int, bool]:
    """Return the lowest and highest total, and whether that is sure.

    It is not where an item with a score is only asked after some answers.
    """
    low = high = 0
    sure = True
    for item in (one for one in items if one["scored"]):
        scores = [option["score"] or 0 for option in item["options"]]
        depends = bool(item["when"])
        sure = sure and not depends
        low += min(0, *scores) if depends else min(scores)
        high += max(0, *scores) if depends else max(scores)
    return low, high, sure


def _range(settings: Settings, items: list[Json]) -> Iterator[Problem]:
    low, high = settings.range
    if low >= high:
        yield Problem(("range",), "The range is empty", "Write [low, high], the low one first")
        return
    lowest, highest, sure = possible(items)
    fits = (low, high) == (lowest, highest) if sure else lowest <= low and high <= highest
    if not fits:
        what = f"The scores of the FHIR file add up to {lowest} to {highest}, not {low} to {high}"
        yield Problem(("range",), what, "Correct the range, or the scores in the file")


def _bands(settings: Settings) -> Iterator[Problem]:
    low, high = settings.range
    expected = low
    for number, band in enumerate(settings.bands):
        key = ("bands", number)
        if band.first > band.last:
            fix = "Write the lower number first"
            yield Problem(key, f"The band “{band.name}” is empty", fix)
        elif band.first < expected:
            what = f"The band “{band.name}” overlaps the one before, or begins below the range"
            yield Problem(key, what, f"Begin it at {expected}")
        elif band.first > expected:
            what = f"No band has the totals from {expected} to {band.first - 1}"
            yield Problem(key, what, f"Begin the band “{band.name}” at {expected}")
        expected = max(expected, band.last + 1)
    if expected != high + 1:
        key = ("bands", len(settings.bands) - 1)
        yield Problem(key, "The bands don't end where the range ends", f"End the last at {high}")


def _cutoff(settings: Settings) -> Iterator[Problem]:
    low, high = settings.range
    if not low < settings.cutoff.at <= high:
        what = f"The cut-off {settings.cutoff.at} isn't within the range"
        yield Problem(("cutoff", "at"), what, f"Write a number from {low + 1} to {high}")


def _made_for(settings: Settings) -> Iterator[Problem]:
    ages = settings.made_for.ages
    if ages and ages[0] >= ages[1]:
        yield Problem(("for", "ages"), "The ages are empty", "Write [18, 65], the lower one first")


def _safety(settings: Settings, items: list[Json], root: Path) -> Iterator[Problem]:
    known_lines = {line["id"] for line in shared_data.crisis_lines(root)}
    by_link = {item["link"]: item for item in items}
    for number, safety in enumerate(settings.safety):
        key = ("safety", number)
        item = by_link.get(safety.item)
        if item is None:
            what = f"`safety` names the item “{safety.item}”, which the FHIR file doesn't have"
            yield Problem((*key, "item"), what, "Use the linkId of a choice or boolean item")
            continue
        codes = [next(iter(option["answer"].values())) for option in item["options"]]
        known = [code.get("code") if isinstance(code, dict) else code for code in codes]
        for answer in safety.answers:
            if not any(answer is code or answer == code for code in known):
                what = f"The item “{safety.item}” has no answer “{answer}”"
                fix = f"Use one of: {', '.join(str(code).lower() for code in known)}"
                yield Problem((*key, "answers"), what, fix)
        for line in safety.opens:
            if line not in known_lines:
                what = f"There is no checked crisis line “{line}”"
                fix = "Use an id of content/_data/crisis_lines.yml, or add the line there first"
                yield Problem((*key, "opens"), what, fix)


def _unknown_items(settings: Settings, items: list[Json]) -> Iterator[Problem]:
    known = {
        item["link"]: "valueBoolean" in item["options"][0]["answer"]
        for item in items
        if item["options"]
    }
    for name, links in (
        ("not_scored", settings.not_scored),
        ("yes_no_scores", settings.yes_no_scores),
    ):
        for link in links:
            if link not in known:
                what = f"`{name}` names the item “{link}”, which the FHIR file doesn't have"
                yield Problem((name,), what, "Use the linkId of a choice or boolean item")
            elif name == "yes_no_scores" and not known[link]:
                what = f"`yes_no_scores` names the item “{link}”, which isn't a yes or no"
                yield Problem((name,), what, "Put the scores into the FHIR file")
