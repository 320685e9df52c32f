"""What a rule of the linter is: data that people look up, and one function."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from site_config.core.issues import Severity  # noqa: TC001 (a field of a dataclass)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from site_config.content_model.project import Project
    from site_config.core.issues import Issue
    from site_config.linter.allowlist import Allowances, Allowed


class Context(NamedTuple):
    """What a rule may look at besides the page: the project, and the phrases that may stay."""

    project: Project
    allowed: Allowed


@dataclass(frozen=True)
class Rule:
    """One rule: `check(page, context)` for a page rule, `check(context)` for a site rule.

    `looks_for` and `fix` are for docs/linter-rules.md; an issue may say its fix more exactly, and
    may be milder than `severity`. `allowable` rules are judgment: allowed.yml may name them.
    """

    id: str
    looks_for: str
    fix: str
    check: Callable[..., Iterator[Issue]]
    severity: Severity = "error"
    allowable: bool = False
    only_in: str | None = None
    """The language whose words the rule knows; None for rules that look at no words."""

    def issues(self, project: Project, allowances: Allowances, *page: Any) -> Iterator[Issue]:  # noqa: ANN401
        """Give what the rule finds, each issue with the rule's id."""
        if page and self.only_in and page[0].language != self.only_in:
            return
        context = Context(project, allowances.of(self.id))
        for issue in self.check(*page, context):
            yield replace(issue, rule=self.id)
