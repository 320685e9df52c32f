"""The one renderer of issues: as text for a terminal, as a box on the page for `make serve`."""

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


def one_line(issue: Issue) -> str:
    """Return an issue as one line of text: place, severity, words, fix, rule."""
    return f"{issue.place}: {issue.severity.upper()}: {issue.words}"


def report(issues: Iterable[Issue]) -> str:
    """Return all issues as text, file by file."""
    lines = []
    for path, group in groupby(sorted(issues), key=lambda issue: issue.path):
        lines += [path.as_posix(), *(f"  {one_line(issue)}" for issue in group), ""]
    return "\n".join(lines)


def issues_box(issues: Iterable[Issue]) -> str:
    """Return the box that `make serve` puts on top of a page: HTML, empty if nothing is wrong.

    It is on lines of its own before the page's Markdown, and never part of a built site.
    """
    found = sorted(issues, key=lambda issue: (issue.severity, issue.line))
    if not found:
        return ""
    errors = any(issue.severity == "error" for issue in found)
    kind = "danger" if errors else "warning"
    more = "Fix the errors before the site can be published." if errors else "It can be published."
    items = "".join(
        f"<li><strong>{issue.severity.capitalize()}, line {issue.line}:</strong> "
        f"{escape(issue.words)}</li>"
        for issue in found
    )
    return (
        f'<div class="site-issues admonition {kind}" role="alert">'
        f'<p class="admonition-title">This page has {counted(found)}. Only you see this box. '
        f"{more}</p><ul>{items}</ul></div>\n\n"
    )


def site_issues_box(errors: Iterable[Issue]) -> str:
    """Return the box for errors in files that are no page: on top of every page, while serving."""
    items = "".join(f"<li>{escape(str(issue))}</li>" for issue in errors)
    if not items:
        return ""
    return (
        '<div class="site-issues admonition danger" role="alert">'
        '<p class="admonition-title">The site can\'t go out yet. Only you see this box.</p>'
        f"<ul>{items}</ul></div>\n\n"
    )
