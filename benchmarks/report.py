"""The figures of a run as a Markdown table and a chart, each target marked met or not."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.server import KINDS

if TYPE_CHECKING:
    from pathlib import Path

type Figures = dict[str, Any]

CHART = "docs/bench.svg"
START, END = "<!-- bench: written by `make bench` -->", "<!-- /bench -->"
NAMES = {
    "none": "not slowed",
    "fast4g": "fast 4G",
    "fast4g-cpu4": "fast 4G, CPU 4× slower",
    "slow4g-cpu4": "slow 4G, CPU 4× slower",
}
PEOPLE = {
    "ours": "this site",
    "stock": "Pyodide as shipped",
    "pyscript": "PyScript",
    "survey": "SurveyJS",
}
MEMORY = {
    "blank": "an empty page",
    "article": "an article",
    "unstarted": "the check before Start",
    "ours": "the check when ready",
    "stock": "Pyodide as shipped",
    "pyscript": "PyScript",
    "survey": "SurveyJS",
}
COLORS = {"ours": "#17695f", "stock": "#8a8f98", "pyscript": "#b9a27c"}


class Target(NamedTuple):
    """A figure that must not be above `limit`."""

    words: str
    value: float
    limit: float
    unit: str = ""

    def row(self) -> str:
        """A line of the table."""
        met = "met" if self.value <= self.limit else "**not met**"
        return (
            f"| {self.words} | {self.value:.3g}{self.unit} | ≤ {self.limit:g}{self.unit} | {met} |"
        )


def write(figures: Figures, root: Path) -> None:
    """Write the chart, and the tables between the README's two marks."""
    (root / CHART).write_text(chart(figures), "utf-8")
    readme = root / "README.md"
    text = readme.read_text("utf-8")
    between = re.compile(re.escape(START) + r".*?" + re.escape(END), re.DOTALL)
    new = f"{START}\n{tables(figures)}\n{END}"
    readme.write_text(between.sub(lambda _: new, text), "utf-8")


def tables(figures: Figures) -> str:
    """Return the waits, the bytes and the targets as Markdown."""
    today = dt.datetime.now().astimezone().date().isoformat()
    how = (
        f"`make bench` on {today}: Chromium {figures['chromium']}, 2 cores, loopback, brotli, a "
        f"new browser for each visit, medians of {figures['rounds']} interleaved rounds. "
        "Milliseconds hold for that machine at that hour; the ratios are what to compare."
    )
    rows = ["| Seconds | " + " | ".join(NAMES[p] for p in _profiles(figures)) + " |"]
    rows.append("|---|" + "---:|" * len(_profiles(figures)))
    for name, what, words in (
        ("ours", "question", "first question, this site (Start pressed at once)"),
        ("survey", "question", "first question, SurveyJS"),
        ("ours", "ready", "Start to Python ready, this site"),
        ("stock", "ready", "Start to Python ready, Pyodide as shipped"),
        ("pyscript", "ready", "page to Python ready, PyScript"),
        ("ours", "result", "result after the last answer"),
        ("article", "lcp", "article, largest paint"),
        ("bare", "lcp", "same article, bare MkDocs-Material"),
    ):
        cells = [f"{_figure(figures, p, name, what) / 1000:.2f}" for p in _profiles(figures)]
        rows.append(f"| {words} | " + " | ".join(cells) + " |")
    checks = ["| Target | Measured | Limit | |", "|---|---:|---:|---|"]
    checks += [target.row() for target in targets(figures)]
    picture = f"![Bars: seconds until Python is ready, for each network and processor]({CHART})"
    return "\n".join(
        [
            "",
            how,
            "",
            *rows,
            "",
            *_weights(figures["sizes"]),
            "",
            *_memory(figures),
            "",
            *checks,
            "",
            picture,
            "",
        ]
    )


def _weights(sizes: dict[str, dict[str, Any]]) -> list[str]:
    """What a first visit sends over the wire, by kind of file."""
    kinds = [*dict.fromkeys(KINDS.values()), "other"]
    rows = [f"| Kilobytes on the wire | {' | '.join(kinds)} | all | requests |"]
    rows.append("|---|" + "---:|" * (len(kinds) + 2))
    for name, words in {**PEOPLE, "article": "an article", "bare": "bare article"}.items():
        size = sizes[name]
        amounts = [*(size["kinds"].get(kind, 0) for kind in kinds), size["bytes"]]
        cells = " | ".join(f"{amount / 1000:,.0f}" for amount in amounts)
        rows.append(f"| {words} | {cells} | {size['requests']} |")
    return rows


def _memory(figures: Figures) -> list[str]:
    """What a browser's page and worker hold, not slowed."""
    first = _profiles(figures)[0]
    heads = ["Megabytes of memory", *MEMORY.values(), "the check after the result"]
    rows = [f"| {' | '.join(heads)} |", "|---|" + "---:|" * (len(MEMORY) + 1)]
    for what, words in (
        ("memory", "all renderers, shared pages shared out (PSS)"),
        ("private", "the page's own process, private"),
    ):
        held = [_figure(figures, first, name, what) for name in MEMORY]
        held.append(_figure(figures, first, "ours", f"{what} after the result"))
        rows.append(f"| {words} | {' | '.join(f'{size:.0f}' for size in held)} |")
    return rows


def targets(figures: Figures) -> list[Target]:
    """Return each target with what was measured."""

    def ratio(profile: str, ours: str, theirs: str, what: str) -> float:
        return _figure(figures, profile, ours, what) / _figure(figures, profile, theirs, what)

    found = [
        Target(
            "bytes of the whole check, to stock Pyodide's",
            figures["sizes"]["ours"]["bytes"] / figures["sizes"]["stock"]["bytes"],
            0.4,
        )
    ]
    first = _profiles(figures)[0]
    stock = {what: _figure(figures, first, "stock", what) for what in ("memory", "private")}
    for what, words in (("memory", "memory, all renderers"), ("private", "memory, private")):
        for moment, most in (("", 0.9), (" after the result", 0.7)):
            share = _figure(figures, first, "ours", f"{what}{moment}") / stock[what]
            found.append(Target(f"{words}, to stock Pyodide{moment or ', ready'}", share, most))
    for profile in _profiles(figures):
        name = NAMES[profile]
        if limit := {"none": 0.35, "fast4g-cpu4": 0.5}.get(profile):
            share = ratio(profile, "ours", "stock", "ready")
            found.append(Target(f"ready, to stock Pyodide, {name}", share, limit))
        share = ratio(profile, "ours", "survey", "question")
        found.append(Target(f"first question, to SurveyJS, {name}", share, 1))
        if limit := {"none": 50, "fast4g": 50, "fast4g-cpu4": 100, "slow4g-cpu4": 100}[profile]:
            wait = _figure(figures, profile, "ours", "result")
            found.append(Target(f"result after the last answer, {name}", wait, limit, " ms"))
        share = ratio(profile, "article", "bare", "lcp")
        found.append(Target(f"article's largest paint, to bare Material, {name}", share, 1.1))
        shift = _figure(figures, profile, "article", "cls")
        found.append(Target(f"article's layout shift, {name}", shift, 0))
    return found


def _profiles(figures: Figures) -> list[str]:
    return [name for name in NAMES if f"{name} ours ready" in figures["medians"]]


def _figure(figures: Figures, profile: str, name: str, what: str) -> float:
    return float(figures["medians"][f"{profile} {name} {what}"])


def chart(figures: Figures) -> str:
    """Return bars of the seconds until Python is ready, one group a profile, as SVG."""
    profiles = _profiles(figures)
    most = max(_figure(figures, p, n, "ready") for p in profiles for n in COLORS)
    parts, y = [], 34
    for profile in profiles:
        parts.append(f'<text x="8" y="{y}" font-weight="600">{NAMES[profile]}</text>')
        for name, color in COLORS.items():
            value = _figure(figures, profile, name, "ready")
            width = 380 * value / most
            y += 22
            parts += [
                f'<text x="8" y="{y}">{PEOPLE[name]}</text>',
                f'<rect x="160" y="{y - 12}" width="{width:.1f}" height="15" fill="{color}"/>',
                f'<text x="{168 + width:.1f}" y="{y}">{value / 1000:.1f} s</text>',
            ]
        y += 34
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 {y}" role="img" '
        'font-family="sans-serif" font-size="14">'
        "<title>Seconds until Python is ready</title>"
        f'<rect width="620" height="{y}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )
