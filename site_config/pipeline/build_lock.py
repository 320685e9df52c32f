"""One build at a time in a project: a second one waits.

Builds share site.new/, checker/data.json and .cache/: two at once would leave a broken site.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from site_config.core import file_lock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = ".cache/building.lock"
WAITING = "Another build is running in this folder. This one waits for it.\n"
_held: dict[Path, IO[str]] = {}


def acquire(root: Path) -> None:
    """Wait until no other process builds the project under `root`; others wait from then on."""
    if root in _held:
        return
    file = root / NAME
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = file.open("w")
    if not file_lock.try_lock(lock):
        sys.stderr.write(WAITING)
        sys.stderr.flush()
        file_lock.lock(lock)
    _held[root] = lock


def release() -> None:
    """Let the next build begin."""
    while _held:
        _held.popitem()[1].close()


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Keep builds out while `site/` is read."""
    acquire(root)
    try:
        yield
    finally:
        release()
