"""What a fresh clone holds must work on any machine."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINK = "120000"  # git's mode of a symbolic link


def test_git_keeps_no_link_to_a_place_on_one_machine() -> None:
    """A committed `.cache` that led to one engineer's folder stopped every build elsewhere."""
    listed = subprocess.run(
        ["git", "ls-files", "--stage"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    assert listed
    assert [line for line in listed if line.startswith(LINK)] == []
