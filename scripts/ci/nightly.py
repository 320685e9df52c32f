"""`make nightly`: puts online what is due, and lists what is stale.

A page that is due comes from the main branch as it is now. After going back, nothing goes online
by itself until main has a commit that was not there then.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from scripts import release
from scripts.ci.released import Branch, Entry, GitError
from site_config.content_model.publication import as_written
from site_config.core.annotations import summarize
from site_config.linter.review_due import stale_report
from site_config.settings import calendar

ROOT = Path(__file__).resolve().parents[2]


def waiting(root: Path, entries: list[Entry], commit: str) -> tuple[list[str], str]:
    """Return what is due since the last release, and why nothing is to be done about it, if so."""
    if not entries:
        return [], "Nothing has been online yet: the first release is made by hand or by a merge."
    last = entries[-1]
    due = [
        f"{change.what} {'appears' if change.appears else 'goes off the site'}, "
        f"{as_written(change.when)}"
        for change in release.due_since(root, last.when)
    ]
    left = {entry.commit: entry.made_from for entry in entries}
    if last.left and left.get(last.left) == commit:
        return due, (
            f"On hold: someone went back to {last.title}, and nothing was merged since. Merge a "
            "correction to go on."
        )
    return due, "" if due else "Nothing is due."


def main() -> int:
    """Put online what is due; print what is stale."""
    branch = Branch(ROOT)
    try:
        branch.fetch()
    except GitError as error:
        sys.exit(f"The list of releases can't be read: {error}")
    head = ["git", "rev-parse", "HEAD"]
    commit = subprocess.run(head, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    due, stays = waiting(ROOT, branch.entries(), commit.strip())
    _say("Due", "\n".join([*due, stays or "A release is made now."]))
    _say("Stale", stale_report(ROOT, calendar.today_at(ROOT)))
    if stays:
        return 0
    make = os.environ.get("MAKE", "make")
    return subprocess.run([make, "release", "deploy", "DUE=1"], cwd=ROOT, check=False).returncode


def _say(title: str, text: str) -> None:
    print(f"{title}:\n{text}", flush=True)
    summarize(f"### {title}\n\n```\n{text.rstrip()}\n```")


if __name__ == "__main__":
    sys.exit(main())
