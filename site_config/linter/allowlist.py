"""site_config/allowed.yml: phrases that may stay although a rule of style names them, and why.

Only rules of judgement ask here (house terms, wording, figures). What could hurt a reader, such
as missing crisis lines, wrong phone numbers or unverified sources, has no exceptions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.content_model.project import ALLOWED, Project
from site_config.core.issues import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator


class Allowances:
    """Answers whether words may stay, and remembers which entries were of use."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.used: set[int] = set()

    def permit(self, page: str, text: str, start: int, end: int) -> bool:
        """Return whether an entry covers `text[start:end]` on `page` (a path under content/)."""
        lower = text.lower()
        for index, entry in enumerate(self._project.allowed):
            if entry.page not in (None, page):
                continue
            words = entry.words.lower()
            at = lower.find(words)
            while at >= 0:
                if at <= start and end <= at + len(words):
                    self.used.add(index)
                    return True
                at = lower.find(words, at + 1)
        return False

    def unused(self) -> Iterator[Issue]:
        """Give a warning for every entry that nothing needs any more."""
        path = self._project.path(ALLOWED)
        for index, entry in enumerate(self._project.allowed):
            line = self._project.places[ALLOWED].line(index)
            if entry.page is not None and entry.page not in self._project.pages:
                message = f"There is no page “{entry.page}”"
                yield Issue(
                    path, line, message, "Correct the path under content/, or delete the entry"
                )
            elif index not in self.used:
                message = f"“{entry.words}” is allowed here, but no rule objects to it any more"
                yield Issue(path, line, message, "Delete this entry", "warning")
