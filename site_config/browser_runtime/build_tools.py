"""Running the other programs that packaging the runtime takes."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from site_config.core.issues import Issue, IssuesFound

Command = Sequence[str | Path]


class Change(NamedTuple):
    """A change to a file of Pyodide: what to find, what to write, how often it must be there."""

    pattern: str
    replacement: str
    times: int


# 1 January 2020: the date of every file in every archive, so that two builds are the same bytes.
DATE = (2020, 1, 1, 0, 0, 0)
SOURCE_DATE_EPOCH = "1577836800"


def run(command: Command, *, folder: Path, fix: str) -> None:
    """Run a program whose output matters only when it fails.

    Raises:
        IssuesFound: it is not there or it failed; the end of its output is in the message.
    """
    words = [str(word) for word in command]
    settings = {
        "SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH,
        "PYTHONHASHSEED": "0",
        "PYTHONNODEBUGRANGES": "1",  # byte code without columns: tracebacks are never shown
    }
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env=os.environ | settings,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise issue(Path(words[0]), "the program is not installed", fix) from None
    if done.returncode:
        # Node prints the failing line of a script first, and Pyodide's lines are a megabyte long.
        lines = [line[:300] for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise issue(Path(words[-1]), "\n".join(["it failed:", *lines[-5:]]), fix)


def issue(path: Path, message: str, fix: str) -> IssuesFound:
    """Return one issue of the runtime's packaging, ready to raise."""
    return IssuesFound([Issue(path, 1, message, fix)])


def changed(path: Path, text: str, changes: Sequence[Change]) -> str:
    """Return the text with the changes made; `path` is where it comes from.

    Raises:
        IssuesFound: it is not the text that the changes were made for.
    """
    for change in changes:
        text, times = re.subn(change.pattern, change.replacement, text, flags=re.MULTILINE)
        if times != change.times:
            raise issue(
                path,
                f"{change.pattern} is there {times} times and not {change.times}",
                "This is not Pyodide 0.29.5: look at each place, then correct the changes in "
                "site_config/browser_runtime/worker_bundle.py and stdlib.py",
            )
    return text
