"""`make approvals`: who wrote and who approved what, from the history in Git.

A commit is approved by whoever it names in a line `Reviewed-by: NAME`, or by its author where that
is the clinician. Git keeps what people wrote there and proves nothing: that nobody merges without
approval is for the host to hold, by the file CODEOWNERS and a protected main branch.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.project import read_project
from site_config.core.issue_report import report
from site_config.core.issues import Issue
from site_config.settings import calendar

if TYPE_CHECKING:
    from site_config.content_model.data_schema import Reviewer
    from site_config.content_model.project import Project

ROOT = Path(__file__).resolve().parents[2]
WATCHED = ("content", "locale", "checker/*.yml", "checker/*.py", "site_config/house_terms*.yml")
_FIELDS = ("%H", "%cs", "%an", "%ae", "%(trailers:key=Reviewed-by,valueonly,separator=%x03)", "%s")


class Change(NamedTuple):
    """A commit that touched what is approved."""

    commit: str
    day: str
    author: str
    email: str
    approved: str
    subject: str
    files: list[str]

    def approved_by(self, reviewer: Reviewer) -> bool:
        """Return whether this clinician wrote it, or is named as having approved it."""
        own = reviewer.email is not None and self.email.lower() == reviewer.email.lower()
        named = [one.partition("<")[0].strip() for one in self.approved.split("\x03")]
        return own or reviewer.name in named


def history(root: Path) -> list[Change]:
    """Return every commit that touched content, rules or house terms; newest first."""
    form = "%x01".join(["%x02", *_FIELDS, ""])
    command = ["git", "log", "--no-renames", "--name-only", f"--format={form}", "--", *WATCHED]
    settings = ["-c", "core.quotepath=false"]
    done = subprocess.run(
        [command[0], *settings, *command[1:]], cwd=root, capture_output=True, check=True
    )
    changes = []
    for row in done.stdout.decode("utf-8", errors="replace").split("\x02")[1:]:
        _, commit, day, author, email, approved, subject, names = row.split("\x01")
        files = [name for name in names.splitlines() if name]
        changes.append(Change(commit, day, author, email, approved, subject, files))
    return changes


def log(root: Path) -> str:
    """Return the history as a table, for the archive: what can be read in ten years as well."""
    rows = ["day\tcommit\twritten by\tapproved by\twhat\tfiles"]
    for change in history(root):
        approved = ", ".join(one.strip() for one in change.approved.split("\x03") if one.strip())
        fields = (change.day, change.commit[:12], change.author, approved or "-", change.subject)
        row = [*fields, ", ".join(change.files)]
        rows.append("\t".join(field.replace("\t", " ") for field in row))
    return "\n".join([*rows, ""])


def unapproved(project: Project) -> list[Issue]:
    """Return the pages that say a clinician read them and changed since without that person."""
    reviewer = project.people.reviewer if project.people else None
    signed = {
        page.path.as_posix(): page
        for page in project.pages.values()
        if reviewer and page.values.get("reviewed_by") == reviewer.name
    }
    found = []
    for change in history(project.root) if signed else ():
        for page in filter(None, (signed.pop(file, None) for file in change.files)):
            if reviewer is None or change.approved_by(reviewer):
                continue
            what = (
                f"The page says that {reviewer.name} read it; {change.author} changed it in "
                f"{change.commit[:12]} and {reviewer.name} did not approve that"
            )
            fix = (
                f"Have {reviewer.name} read it, and write “Reviewed-by: {reviewer.name}” into the "
                "commit, or take reviewed_by out"
            )
            found.append(Issue(page.path, page.front.line("reviewed_by"), what, fix))
    return sorted(found)


def main() -> int:
    """Print the log; return 1 if a page changed after it was signed."""
    issues = unapproved(read_project(ROOT, calendar.today_at(ROOT)))
    sys.stdout.write(f"{log(ROOT)}{report(issues)}")
    return int(bool(issues))


if __name__ == "__main__":
    sys.exit(main())
