"""A slow network and a slow processor, for the page and for its workers.

The browser's own setting slows the main thread alone. A worker's thread is put into a control
group (version 1) of the kernel that gets a part of the processor's time: this needs root.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPS = Path("/sys/fs/cgroup/cpu")
PERIOD = 10_000  # microseconds
KILOBIT = 125  # bytes


class Profile(NamedTuple):
    """Latency in milliseconds, both ways' bytes a second, and how many times slower to compute."""

    latency: float
    down: float
    up: float
    cpu: int


PROFILES = {  # the names and figures of Chrome's own presets
    "none": Profile(0, -1, -1, 1),
    "fast4g": Profile(165, 8100 * KILOBIT, 1350 * KILOBIT, 1),
    "fast4g-cpu4": Profile(165, 8100 * KILOBIT, 1350 * KILOBIT, 4),
    "slow4g-cpu4": Profile(562.5, 1474.56 * KILOBIT, 675 * KILOBIT, 4),
}


def slow_down(session, profile: Profile) -> None:
    """Set a page's network and main thread; `session` is its DevTools session."""
    if profile.down > 0:
        session.send("Network.enable")  # keeps a copy of all that comes: not where memory is told
        conditions = {
            "offline": False,
            "latency": profile.latency,
            "downloadThroughput": profile.down,
            "uploadThroughput": profile.up,
        }
        session.send("Network.emulateNetworkConditions", conditions)
    if profile.cpu > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": profile.cpu})


class SlowWorkers:
    """While it is open, every worker thread below a process gets 1/`times` of a processor."""

    def __init__(self, process: int, times: int) -> None:
        self.process, self.times = process, times
        self.seen: dict[str, Path] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        if self.times > 1:
            if not os.access(GROUPS / "tasks", os.W_OK):
                raise PermissionError(f"{GROUPS} cannot be written: a slow worker needs root")
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread.ident:
            self._thread.join()
        for group in self.seen.values():
            _remove(group)

    def _watch(self) -> None:
        while not self._over.wait(0.01):
            for thread in _worker_threads(self.process):
                if thread not in self.seen:
                    self.seen[thread] = self._hold_back(thread)

    def _hold_back(self, thread: str) -> Path:
        group = GROUPS / f"bench_{os.getpid()}_{thread}"
        group.mkdir()
        (group / "cpu.cfs_period_us").write_text(str(PERIOD))
        (group / "cpu.cfs_quota_us").write_text(str(PERIOD // self.times))
        (group / "tasks").write_text(thread)
        return group


def memory(process: int) -> dict[str, float]:
    """Megabytes that a browser's renderers hold, workers included.

    "memory" is the sum of all of them, with pages of memory that are shared with other programs
    shared out (PSS). In it are two processes that are not the page's: a spare one, and the one of
    the address bar's list. And the share of a page falls when another browser runs on the machine.
    "private" is what the page's own process shares with nobody.
    """
    total, private = 0.0, [0.0]
    for child in family(process):
        try:
            command = Path(f"/proc/{child}/cmdline").read_bytes()
            if b"--type=renderer" in command:
                rollup = Path(f"/proc/{child}/smaps_rollup").read_text()
                total += _megabytes(rollup, "Pss")
                if b"--top-chrome-webui" not in command:
                    private.append(
                        _megabytes(rollup, "Private_Clean") + _megabytes(rollup, "Private_Dirty")
                    )
        except OSError:
            continue  # it has ended
    return {"memory": total, "private": max(private)}


def _megabytes(rollup: str, what: str) -> float:
    return int(rollup.partition(f"\n{what}:")[2].split()[0]) / 1000


def _remove(group: Path) -> None:
    """Give the group's threads back, and take it away."""
    for thread in (group / "tasks").read_text().split():
        (GROUPS / "tasks").write_text(thread)
    group.rmdir()


def _worker_threads(process: int) -> Iterator[str]:
    for child in family(process):
        for name in Path(f"/proc/{child}/task").glob("*/comm"):
            try:
                if name.read_text().startswith("DedicatedWorker"):
                    yield name.parent.name
            except OSError:
                continue  # it has ended


def family(process: int) -> list[int]:
    """A process and all below it."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(stat.parent.name))
    found, todo = [], [process]
    while todo:
        found.append(todo.pop())
        todo += children.get(found[-1], [])
    return found
