"""Faults for people: grouped by file on the command line, as a box on the page in `make serve`."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_config.core.issues import Fault


def counted(faults: Iterable[Fault]) -> str:
    """Return "2 errors and 1 warning"."""
    severities = [fault.severity for fault in faults]
    counts = ((severities.count(one), one) for one in ("error", "warning"))
    words = [f"{number} {one}{'s' if number > 1 else ''}" for number, one in counts if number]
    return " and ".join(words) or "no faults"


def report(faults: Iterable[Fault]) -> str:
    """Return all faults as text, file by file, each with line, kind, words and remedy."""
    lines = []
    for path, group in groupby(sorted(faults), key=lambda fault: fault.path):
        lines.append(f"{path.as_posix()}")
        lines += [
            f"  {fault.path.as_posix()}:{fault.line}: {fault.severity.upper()}: "
            f"{fault.message.rstrip('.')}. {fault.remedy.rstrip('.')}."
            for fault in group
        ]
        lines.append("")
    return "\n".join(lines)


def faults_box(faults: Iterable[Fault]) -> str:
    """Return the box that `make serve` puts on top of a page: HTML, empty if nothing is wrong.

    It stands on lines of its own before the page's Markdown, and is never part of a built site.
    """
    found = sorted(faults, key=lambda fault: (fault.severity, fault.line))
    if not found:
        return ""
    errors = any(fault.severity == "error" for fault in found)
    kind = "danger" if errors else "warning"
    more = "Mend the errors before the site can be published." if errors else "It can be published."
    items = "".join(
        f"<li><strong>{fault.severity.capitalize()}, line {fault.line}:</strong> "
        f"{escape(fault.message.rstrip('.'))}. <em>{escape(fault.remedy.rstrip('.'))}.</em></li>"
        for fault in found
    )
    return (
        f'<div class="site-faults admonition {kind}" role="alert">'
        f'<p class="admonition-title">This page has {counted(found)}. Only you see this box. '
        f"{more}</p><ul>{items}</ul></div>\n\n"
    )
