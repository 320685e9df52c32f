"""A file that one process holds at a time, on every system that people write on."""

from __future__ import annotations

import sys
import time
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

AGAIN = 0.1
"""Seconds between two tries on Windows, where a lock does not wait for longer than ten."""


def try_lock(file: IO[str]) -> bool:
    """Hold `file` until it is closed, unless another process does; return whether it is ours.

    Elsewhere than on Windows this is a POSIX record lock: it ends with this process, however that
    ends, and no child inherits it.
    """
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def lock(file: IO[str]) -> None:
    """Wait until no other process holds `file`, then hold it until it is closed."""
    if sys.platform == "win32":
        while not try_lock(file):
            time.sleep(AGAIN)
    else:
        fcntl.lockf(file, fcntl.LOCK_EX)
