"""Writes what was counted: a table for the terminal, one page with a chart for people."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import TYPE_CHECKING

from site_config.core.validation import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scripts.page_views.count import Counts

FEW = 5
"""Smaller numbers are not given: on a quiet day, one could be one person someone knows."""
MOST_MISSING = 50
_WIDTH, _HEIGHT, _EDGE, _GAP = 720, 220, 40, 2


def shown(number: int) -> str:
    """Return a count as it may be shown."""
    return f"fewer than {FEW}" if number < FEW else f"{number:,}"


def table(counts: Counts, titles: Mapping[str, str]) -> str:
    """Return all that was counted as lines for a terminal."""
    rows = [(shown(number), titles[page]) for page, number in counts.pages.most_common()]
    missing = missing_rows(counts, titles)
    return "\n".join(
        [
            period(counts),
            "",
            *_columns(rows or [("", "No page was opened by a person")]),
            "",
            *notes(counts),
            "",
            "Addresses that people asked for and that don't exist:",
            *_columns(missing or [("", "None more than once")]),
        ]
    )


def _columns(rows: list[tuple[str, str]]) -> list[str]:
    wide = max(len(number) for number, _ in rows)
    return [f"{number:>{wide}}  {words}" for number, words in rows]


def period(counts: Counts) -> str:
    """Return from when to when people opened pages, and how often in all."""
    if not counts.days:
        return "Page views: none"
    first, last = min(counts.days), max(counts.days)
    return f"Page views, {first} to {last}: {shown(counts.days.total())}"


def notes(counts: Counts) -> list[str]:
    """Say what the numbers leave out: without that nobody can read them right."""
    bots = (
        "The log has no browser names, so programs are counted too."
        if counts.nameless
        else f"Left out: {counts.programs:,} views by programs that say they are one (search "
        "engines, monitors, link previews). Programs that pose as a person are counted."
    )
    lines = [
        bots,
        "A view is a page that was opened. One person who opens it twice counts twice.",
        "The self-check counts when its page is opened. Nothing after that is counted.",
    ]
    if counts.probes:
        lines.append(
            f"{counts.probes:,} requests looked for a way to break in; they found nothing."
        )
    if counts.unreadable:
        lines.append(f"{counts.unreadable:,} lines could not be read.")
    return lines


def missing_rows(counts: Counts, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return addresses that led nowhere more than once, with what was probably meant."""
    often = [pair for pair in counts.missing.most_common(MOST_MISSING) if pair[1] > 1]
    pages = [f"/{page}" for page in titles]
    return [(shown(number), f"{path}{suggestion(path, pages)}") for path, number in often]


def chart(counts: Counts) -> str:
    """Return the views of each day as bars, as SVG; "" if there were none."""
    if not counts.days:
        return ""
    first, last = min(counts.days), max(counts.days)
    days = [first + dt.timedelta(n) for n in range((last - first).days + 1)]
    most = max(counts.days.values())
    step = (_WIDTH - 2 * _EDGE) / len(days)
    floor = _HEIGHT - _EDGE
    bars = []
    for index, day in enumerate(days):
        number = counts.days[day]
        drawn = max(number, FEW) if number else 0  # a bar tells no more than the words
        high = (floor - _EDGE) * drawn / max(most, FEW)
        bars.append(
            f'<rect x="{_EDGE + index * step:.1f}" y="{floor - high:.1f}" '
            f'width="{max(step - _GAP, 1):.1f}" height="{high:.1f}">'
            f"<title>{day}: {shown(number)}</title></rect>"
        )
    words = f"{period(counts)}. Most on one day: {shown(most)}."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="14"><title>{words}</title>'
        f'<g fill="#2a6f6b">{"".join(bars)}</g>'
        f'<path d="M{_EDGE} {floor}H{_WIDTH - _EDGE}" stroke="#555"/>'
        f'<g fill="#333"><text x="{_EDGE}" y="{_EDGE - 12}">Most on one day: {shown(most)}</text>'
        f'<text x="{_EDGE}" y="{_HEIGHT - 14}">{first}</text>'
        f'<text x="{_WIDTH - _EDGE}" y="{_HEIGHT - 14}" text-anchor="end">{last}</text></g></svg>'
    )


def page(counts: Counts, titles: Mapping[str, str]) -> str:
    """Return the report as one HTML page that loads nothing."""
    views = [
        (f"{titles[address]} (/{address})", shown(number))
        for address, number in counts.pages.most_common()
    ]
    missing = [(words, number) for number, words in missing_rows(counts, titles)]
    said = "".join(f"<li>{escape(note)}</li>" for note in notes(counts))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page views</title>'
        "<style>body{font:16px/1.5 sans-serif;max-width:45em;margin:2em auto;padding:0 1em}"
        "td,th{text-align:left;padding:.2em 1em .2em 0;border-bottom:1px solid #ccc}"
        "svg{width:100%;height:auto}</style>"
        f"<h1>{period(counts)}</h1>{chart(counts)}"
        f"{_html_table('Page', 'Views', views)}<ul>{said}</ul>"
        "<h2>Addresses that don't exist</h2>"
        f"{_html_table('Address', 'Asked for', missing)}</html>\n"
    )


def _html_table(first: str, second: str, rows: list[tuple[str, str]]) -> str:
    if not rows:
        return "<p>None.</p>"
    lines = "".join(f"<tr><td>{escape(a)}</td><td>{escape(b)}</td></tr>" for a, b in rows)
    return f"<table><tr><th>{first}</th><th>{second}</th></tr>{lines}</table>"
