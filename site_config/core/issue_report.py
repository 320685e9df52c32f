"""The one renderer of issues: on the command line by file, in `make serve` as a box on the page."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_config.core.issues import Issue


def counted(issues: Iterable[Issue]) -> str:
    """Return "2 errors and 1 warning"."""
    severities = [issue.severity for issue in issues]
    counts = ((severities.count(one), one) for one in ("error", "warning"))
    words = [f"{number} {one}{'s' if number > 1 else ''}" for number, one in counts if number]
    return " and ".join(words) or "no issues"


def report(issues: Iterable[Issue]) -> str:
    """Return all issues as text, file by file, each with line, kind, words and fix."""
    lines = []
    for path, group in groupby(sorted(issues), key=lambda issue: issue.path):
        lines.append(f"{path.as_posix()}")
        lines += [
            f"  {issue.path.as_posix()}:{issue.line}: {issue.severity.upper()}: "
            f"{issue.what.rstrip('.')}. {issue.fix.rstrip('.')}."
            for issue in group
        ]
        lines.append("")
    return "\n".join(lines)


def issues_box(issues: Iterable[Issue]) -> str:
    """Return the box that `make serve` puts on top of a page: HTML, empty if nothing is wrong.

    It stands on lines of its own before the page's Markdown, and is never part of a built site.
    """
    found = sorted(issues, key=lambda issue: (issue.severity, issue.line))
    if not found:
        return ""
    errors = any(issue.severity == "error" for issue in found)
    kind = "danger" if errors else "warning"
    more = "Mend the errors before the site can be published." if errors else "It can be published."
    items = "".join(
        f"<li><strong>{issue.severity.capitalize()}, line {issue.line}:</strong> "
        f"{escape(issue.what.rstrip('.'))}. <em>{escape(issue.fix.rstrip('.'))}.</em></li>"
        for issue in found
    )
    return (
        f'<div class="site-issues admonition {kind}" role="alert">'
        f'<p class="admonition-title">This page has {counted(found)}. Only you see this box. '
        f"{more}</p><ul>{items}</ul></div>\n\n"
    )
