"""A second process that checks and reads while MkDocs renders: a build waits for neither."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from typing import TYPE_CHECKING

from site_config.build import policy
from site_config.build.faults import Faults

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from site_config.build.faults import Fault

TOGETHER = 50
"""Pages that are handed over at once: each time costs the process that renders a moment."""


class Aside:
    """The check of all content, begun at once, and the reading of pages as they are built."""

    def __init__(self, root: Path) -> None:
        self._pool = ProcessPoolExecutor(max_workers=1)
        self._faults = self._pool.submit(check, root)
        self._waiting: list[str] = []
        self._read: list[tuple[list[str], Future[list[policy.Look]]]] = []

    def faults(self) -> list[Fault]:
        """Return what the check found; wait for it if it is not done."""
        return self._faults.result()

    def read(self, html: str) -> None:
        """Read a page that will be in the site."""
        self._waiting.append(html)
        if len(self._waiting) == TOGETHER:
            self._read.append((self._waiting, self._pool.submit(_look, self._waiting)))
            self._waiting = []

    def looks(self) -> dict[str, policy.Look]:
        """Return what the policy has to know of the pages that were read, by their HTML."""
        return {
            html: seen
            for pages, looks in self._read
            for html, seen in zip(pages, looks.result(), strict=True)
        }

    def close(self) -> None:
        """End the process; pages it has not begun to read are left, the check is finished."""
        self._pool.shutdown(cancel_futures=True)


def check(root: Path) -> list[Fault]:
    """Return every fault of the project's content."""
    # Imported here: to load what the rules need takes as long as to check a small site.
    site = import_module("site_config.build.checks.site")
    try:
        found: list[Fault] = site.check_site(root)
    except Faults as caught:
        found = caught.faults
    return found


def _look(pages: list[str]) -> list[policy.Look]:
    return [policy.look(html) for html in pages]
