"""One build at a time in a project: a second one waits.

Builds share site.new/, checker/data.json and .cache/: two at once would leave a broken site.
"""

from __future__ import annotations

import fcntl
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = ".cache/building.lock"
WAITING = "Another build is running in this folder. This one waits for it.\n"
_held: dict[Path, IO[str]] = {}


def acquire(root: Path) -> None:
    """Wait until no other process builds the project under `root`; others wait from then on.

    A POSIX record lock: it ends with this process, however that ends, and no child inherits it.
    """
    if root in _held:
        return
    file = root / NAME
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = file.open("w")
    try:
        fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        sys.stderr.write(WAITING)
        sys.stderr.flush()
        fcntl.lockf(lock, fcntl.LOCK_EX)
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
