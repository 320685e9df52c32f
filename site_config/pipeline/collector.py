"""Collects the issues of many steps, and reports them at once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

from site_config.core.annotations import announce
from site_config.core.issues import Issue, IssuesFound

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

log = logging.getLogger("site_config")


class Collector:
    """Runs steps and keeps their issues, so that all of them are shown at once."""

    def __init__(self) -> None:
        self.issues: set[Issue] = set()

    def run(self, default: Any, step: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401
        """Return what `step(*args)` returns, or `default` if it finds issues."""
        try:
            return step(*args)
        except IssuesFound as caught:
            self.issues |= set(caught.issues)
            return default

    def sorted(self) -> list[Issue]:
        """The issues so far, by file and line."""
        return sorted(self.issues)


def log_issues(issues: Sequence[Issue], *, serving: bool) -> None:
    """Log every issue; stop the build at an error, unless someone is writing right now.

    Raises:
        PluginError: not serving, and there is an error; its text lists every error.
    """
    errors = [issue for issue in issues if issue.severity == "error"]
    for issue in issues:
        if serving or issue.severity == "warning":
            log.warning("%s: %s", issue.severity, issue)
    announce("Build", [issue for issue in issues if not issue.rule])  # others: make check-content
    if errors and not serving:
        raise PluginError("\n".join(["The site cannot be built yet:", *map(str, errors)]))
