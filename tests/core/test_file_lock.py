"""One process holds a lock at a time, and it ends with that process."""

from __future__ import annotations

import subprocess
import sys

import pytest

from site_config.core.file_lock import lock, try_lock

HOLD = """
import sys
from site_config.core.file_lock import lock
file = open(sys.argv[1], "a+")
lock(file)
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def holder(root, tmp_path):
    """Another process that holds the lock until it is told or killed."""
    command = [sys.executable, "-c", HOLD, str(tmp_path / "lock")]
    with subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_what_another_holds_is_not_ours(holder, tmp_path):
    with (tmp_path / "lock").open("a+") as file:
        assert try_lock(file) is False
        holder.communicate("go\n")
        assert try_lock(file) is True


def test_a_killed_process_holds_nothing(holder, tmp_path):
    holder.kill()
    holder.wait()
    with (tmp_path / "lock").open("a+") as file:
        lock(file)
