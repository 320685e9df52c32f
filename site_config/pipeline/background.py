"""A second process that checks and reads while MkDocs renders: a build waits for neither."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from typing import TYPE_CHECKING, Any

from site_config.core.issues import IssuesFound
from site_config.pipeline import search_index
from site_config.security import csp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor, Future
    from pathlib import Path

    from site_config.core.issues import Issue

TOGETHER = 50
"""Pages that are handed over at once: each time costs the process that renders a moment."""


class Batches[One, Result]:
    """Pieces of work for another process, handed over in batches."""

    def __init__(self, pool: Executor, work: Callable[[list[One]], list[Result]]) -> None:
        self._pool = pool
        self._work = work
        self._waiting: list[One] = []
        self._given: list[tuple[list[One], Future[list[Result]]]] = []

    def add(self, one: One) -> None:
        """Have one piece done, once there are enough to hand over."""
        self._waiting.append(one)
        if len(self._waiting) == TOGETHER:
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


class Aside:
    """The check of all content, begun at once, and the reading of pages as they are built."""

    def __init__(self, root: Path) -> None:
        self._pool = ProcessPoolExecutor(max_workers=1)
        self._issues = self._pool.submit(check, root)
        self._built = Batches(self._pool, _look)
        self._found = Batches(self._pool, search_index.entries)

    def issues(self) -> list[Issue]:
        """Return what the check found; wait for it if it is not done."""
        return self._issues.result()

    def read(self, html: str) -> None:
        """Read a page that will be in the site."""
        self._built.add(html)

    def looks(self) -> dict[str, csp.Look]:
        """Return what the policy has to know of the pages that were read, by their HTML."""
        return dict(self._built.results())

    def index(self, page: search_index.Page) -> None:
        """Read what the search will find of a page."""
        self._found.add(page)

    def entries(self) -> list[dict[str, Any]]:
        """Return the search's entries for the pages that were read, in their order."""
        return [entry for _, entries in self._found.results() for entry in entries]

    def close(self) -> None:
        """End the process; pages it has not begun to read are left, the check is finished."""
        self._pool.shutdown(cancel_futures=True)


def check(root: Path) -> list[Issue]:
    """Return every issue of the project's content."""
    # Imported here: to load what the rules need takes as long as to check a small site.
    site = import_module("site_config.linter.runner")
    try:
        found: list[Issue] = site.check_site(root)
    except IssuesFound as caught:
        found = caught.issues
    return found


def _look(pages: list[str]) -> list[csp.Look]:
    return [csp.look(html) for html in pages]
