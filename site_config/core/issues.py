"""What is wrong in a file that a person wrote, said so that this person can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: where it is, what it is, and what to do about it.

    `path` is relative to the project's root; `line` counts from 1.
    """

    path: Path
    line: int
    message: str
    remedy: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message.rstrip('.')}. {self.remedy.rstrip('.')}."


class Faults(Exception):  # noqa: N818 (it carries all faults of a run, not one error)
    """Everything that is wrong, all at once: nobody mends a site one message at a time."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
