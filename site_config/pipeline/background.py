"""Lints content and parses pages in a background process while MkDocs renders.

Without it a build of 1,000 articles waits for both: see the table of build speed in README.md.
"""

from __future__ import annotations

import gc
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from site_config.core.issues import IssuesFound
from site_config.security import csp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor, Future
    from pathlib import Path

    from site_config.core.issues import Issue
    from site_config.linter.remembered import Remembered

BATCH_SIZE = 20
"""Pages handed over at once: each hand-over costs the process that renders a moment."""


class Batches[One, Result]:
    """Work for another process, handed over in batches."""

    def __init__(self, pool: Executor, work: Callable[[list[One]], list[Result]]) -> None:
        self._pool = pool
        self._work = work
        self._waiting: list[One] = []
        self._given: list[tuple[list[One], Future[list[Result]]]] = []

    def add(self, one: One) -> None:
        """Have one piece done, once there are enough to hand over."""
        self._waiting.append(one)
        if len(self._waiting) == BATCH_SIZE:
            self._hand_over()

    def results(self) -> Iterator[tuple[One, Result]]:
        """Give each piece with what came of it, in their order; wait for those not done.

        What the other process has not begun is done here, from the end, while it goes on.
        """
        self._hand_over()
        here = {
            place: self._work(pieces)
            for place, (pieces, done) in reversed([*enumerate(self._given)])
            if done.cancel()
        }
        for place, (pieces, done) in enumerate(self._given):
            results = here[place] if place in here else done.result()
            yield from zip(pieces, results, strict=True)

    def _hand_over(self) -> None:
        self._given.append((self._waiting, self._pool.submit(self._work, self._waiting)))
        self._waiting = []


class Background:
    """Lints all content at once, and parses pages as they are rendered."""

    def __init__(self, root: Path) -> None:
        self._pool = ProcessPoolExecutor(max_workers=1)
        self._issues = self._pool.submit(lint, root)
        self._built = Batches(self._pool, _facts)

    def issues(self) -> list[Issue]:
        """What the linter found; waits for it."""
        return self._issues.result()

    def parse(self, html: str) -> None:
        """Parse a page that will be in the site."""
        self._built.add(html)

    def facts(self) -> dict[str, csp.PageFacts]:
        """What the pages that were parsed need from the policy, by their HTML."""
        return dict(self._built.results())

    def close(self) -> None:
        """End the process; pages not begun are dropped, the linter finishes."""
        self._pool.shutdown(cancel_futures=True)


def lint(root: Path, remembered: Remembered | None = None) -> list[Issue]:
    """Return every issue of the project's content; see `check_site`."""
    # Lazy import: loading the rules takes as long as linting a small site.
    from site_config.linter.runner import check_site  # noqa: PLC0415

    gc.disable()  # what the linter makes has no cycles: the search for them takes 5 % of its time
    try:
        found = check_site(root, remembered=remembered)
    except IssuesFound as caught:
        found = caught.issues
    finally:
        gc.enable()
    return found


def _facts(pages: list[str]) -> list[csp.PageFacts]:
    return [csp.read_facts(html) for html in pages]
