"""A problem in a source file, with its location and how to fix it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Issue:
    """Where the problem is, what it is, and how to fix it.

    `path` is relative to the project's root, or a page's address on a host; `line` counts from 1,
    and is 0 where there are no lines. `rule` is the id of the linter's rule that found it.
    """

    path: Path
    line: int
    what: str
    fix: str
    severity: Severity = "error"
    rule: str = field(default="", compare=False)

    @property
    def place(self) -> str:
        """Return "content/cost/index.md:12"."""
        return f"{self.path.as_posix()}:{self.line}" if self.line else self.path.as_posix()

    @property
    def words(self) -> str:
        """Return what is wrong and how to fix it, and at the end the rule in brackets."""
        rule = f" [{self.rule}]" if self.rule else ""
        return f"{self.what.rstrip('.')}. {self.fix.rstrip('.')}.{rule}"

    def __str__(self) -> str:
        return f"{self.place}: {self.words}"


class IssuesFound(Exception):  # noqa: N818 (it carries all issues of a run, not one error)
    """Reports every problem in one run."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = sorted(issues)
        super().__init__("\n".join(str(issue) for issue in self.issues))
