"""What each scenario came to in each engine: the table at the end of a run."""

from __future__ import annotations

import re

PART = re.compile(
    r"tests/browser/engines/\w+\.py::test_(?P<name>\w+)\[(?P<engine>\w+)-?(?P<way>.*)\]"
)
WIDTH = 72


class Table:
    """Collects pytest's reports of the engines' tests."""

    def __init__(self) -> None:
        self._cells: dict[str, dict[str, str]] = {}

    def note(self, report) -> None:
        """Enter one report: the seconds of what passed, or what it was instead."""
        part = PART.fullmatch(report.nodeid)
        if part is None or (report.when != "call" and report.passed):
            return
        name = part["name"].replace("_", " ") + (f" ({part['way']})" if part["way"] else "")
        came_to = f"{report.duration:.1f} s" if report.passed else report.outcome
        self._cells.setdefault(name, {})[part["engine"]] = came_to

    def lines(self):
        """The table in Markdown; nothing if no engine's test was run."""
        engines = list(dict.fromkeys(name for row in self._cells.values() for name in row))
        if not engines:
            return
        yield _line("", engines)
        yield _line("-" * WIDTH, ["---:"] * len(engines))
        for name, row in self._cells.items():
            yield _line(name, [row.get(engine, "") for engine in engines])


def _line(name, cells):
    return f"| {name:{WIDTH}} | {' | '.join(f'{cell:>8}' for cell in cells)} |"
