"""A problem in a source file, with its location and how to fix it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Issue:
    """Where the problem is, what it is, and how to fix it.

    `path` is relative to the project's root; `line` counts from 1.
    """

    path: Path
    line: int
    what: str
    fix: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what.rstrip('.')}. {self.fix.rstrip('.')}."


class IssuesFound(Exception):  # noqa: N818 (it carries all issues of a run, not one error)
    """Reports every problem in one run."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = sorted(issues)
        super().__init__("\n".join(str(issue) for issue in self.issues))
