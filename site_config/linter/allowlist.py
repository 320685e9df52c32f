"""site_config/allowed.yml: phrases that may stay although a rule objects to them, and why.

Only rules of judgment can be named there. What could hurt a reader, such as missing crisis lines,
wrong phone numbers or unverified sources, has no exceptions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.data_files import ALLOWED
from site_config.content_model.normalization import plain
from site_config.content_model.text import lowered
from site_config.core.issues import Issue
from site_config.core.validation import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_config.content_model.data_schema import AllowedPhrase
    from site_config.content_model.project import Project
    from site_config.linter.rule import Rule


class Allowances:
    """The entries of allowed.yml, and which of them were of use."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._used: set[int] = set()

    @property
    def used(self) -> frozenset[int]:
        """The places of the entries that were of use."""
        return frozenset(self._used)

    def note(self, used: Iterable[int]) -> None:
        """Take down that these entries were of use."""
        self._used |= set(used)

    def of(self, rule: str) -> Allowed:
        """Return what may stay by the entries for `rule`."""
        return Allowed(self._project.allowed_to.get(rule, []), self._used)

    def issues(self, rules: Iterable[Rule]) -> Iterator[Issue]:
        """Give the entries that name no rule or page, and those that nothing needs any more."""
        path = self._project.path(ALLOWED)
        known = {rule.id: rule for rule in rules}
        for index, entry in enumerate(self._project.allowed):
            line = self._project.places[ALLOWED].line(index)
            if entry.rule not in known:
                line = self._project.places[ALLOWED].line(index, "rule")
                message = f"There is no rule “{entry.rule}”{suggestion(entry.rule, known)}"
                fix = "Copy the rule's id from the brackets at the end of its message"
                yield Issue(path, line, message, fix)
            elif not known[entry.rule].allowable:
                message = f"“{entry.rule}” protects readers and has no exceptions"
                yield Issue(path, line, message, "Delete this entry, and change the page")
            elif entry.page is not None and entry.page not in self._project.pages:
                message = f"There is no page “{entry.page}”"
                near = suggestion(entry.page, self._project.pages)
                fix = f"Correct the path under content/{near}, or delete the entry"
                yield Issue(path, line, message, fix)
            elif index not in self._used:
                message = f"“{entry.words}” is allowed here, but {entry.rule} doesn't object to it"
                yield Issue(path, line, message, "Delete this entry", "warning")


class Allowed(NamedTuple):
    """What may stay although one rule objects."""

    entries: list[tuple[int, AllowedPhrase]]
    used: set[int]
    """Where the entries that were of use are noted."""

    def permit(self, page: str, text: str, start: int, end: int) -> bool:
        """Return whether `text[start:end]` may stay on `page` (a path under content/)."""
        lower = lowered(text)
        for index, entry in self.entries:
            if entry.page not in (None, page):
                continue
            words = lowered(plain(entry.words))
            at = lower.find(words)
            while at >= 0:
                if at <= start and end <= at + len(words):
                    self.used.add(index)
                    return True
                at = lower.find(words, at + 1)
        return False
