"""Issues where GitHub shows them: each on its line in the pull request, all in the run's summary.

GitHub shows ten errors and ten warnings of a step on their lines; the summary has them all.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from site_config.core.issue_report import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_config.core.issues import Issue


def announce(title: str, issues: Iterable[Issue]) -> None:
    """Tell GitHub of the issues when this is a run of GitHub Actions; else do nothing."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    found = sorted(issues, key=lambda issue: (issue.severity, issue))
    sys.stdout.write("".join(f"{annotation(issue)}\n" for issue in found))
    summarize(summary(title, found))


def summarize(markdown: str) -> None:
    """Add to the summary of the run, where the forge has one."""
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(file).open("a", encoding="utf-8") as opened:
            opened.write(f"{markdown}\n")


def annotation(issue: Issue) -> str:
    """Return the line of output that puts an issue on its line in the pull request."""
    place = f"file={_property(issue.path.as_posix())},line={max(issue.line, 1)}"
    title = _property(issue.what.rstrip("."))
    rule = f" [{issue.rule}]" if issue.rule else ""
    return f"::{issue.severity} {place},title={title}::{_data(f'{issue.fix.rstrip(".")}.{rule}')}"


def summary(title: str, issues: list[Issue]) -> str:
    """Return all issues as Markdown."""
    rows = [f"- `{issue.place}` **{issue.severity}**: {issue.words}" for issue in issues]
    return "\n".join([f"### {title}: {counted(issues)}", "", *rows, ""])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
