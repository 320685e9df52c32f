"""While serving: what the rules found on each page, kept until the page or its data change.

With 100 articles, linting all of them again at each save took 85 percent of a rebuild's time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.core.issues import Issue

_READ_BY_RULES = ("site_config/*.yml", "locale/**/*.po")
"""What page rules read that is not in the project: house terms and catalogs of other languages."""


class Checked(NamedTuple):
    """What the page rules found on a page, and the entries of allowed.yml that let words stay."""

    issues: frozenset[Issue]
    used: frozenset[int]


@dataclass
class Remembered:
    """The results of the last check, by the page's name and the rules that looked at it."""

    _shared: Any = None
    _kept: dict[tuple[str, int], tuple[Page, Page | None, Checked]] = field(default_factory=dict)

    def begin(self, project: Project) -> None:
        """Forget all if anything besides a page's own text is another than at the last check."""
        stamps = {
            file: file.stat().st_mtime_ns
            for pattern in _READ_BY_RULES
            for file in project.root.glob(pattern)
        }
        data = replace(project, pages={}, issues=[], now=None)
        shared = (data, project.hidden, stamps)
        if shared != self._shared:
            self._kept.clear()
            self._shared = shared

    def checked(
        self, project: Project, page: Page, rules: int, check: Callable[[Page], Checked]
    ) -> Checked:
        """Return what `check` gives for `page`, from memory if neither it nor its original changed.

        `rules` tells apart the sets of rules that look at pages of one name.
        """
        original = project.original(page)
        kept = self._kept.get((page.name, rules))
        if kept and kept[:2] == (page, original):
            return kept[2]
        found = check(page)
        self._kept[page.name, rules] = page, original, found
        return found
