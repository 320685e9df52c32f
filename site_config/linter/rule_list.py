"""`python -m site_config.linter rules`: writes docs/linter-rules.md from the rules' own data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.linter.runner import ALLOWLIST, PAGE_RULES, READING, SITE_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_config.linter.rule import Rule

FILE = "docs/linter-rules.md"

_HEAD = """\
# Rules of the linter

Made from the rules themselves by `make rules-list`; a test holds the two equal.

`make check-content` ends each message with the rule's id in brackets. An **error** keeps the site
from being published; a **warning** is a matter of judgment. Rules marked *may be allowed* take
exceptions in `site_config/allowed.yml`, each with a reason; the others protect readers and have
none.
"""


def rule_list() -> str:
    """Return the page: every rule with what it looks for and how to fix it."""
    parts = {
        "On each page": PAGE_RULES,
        "In the whole project": SITE_RULES,
        "While reading the files": (READING, ALLOWLIST),
    }
    return "\n".join([_HEAD, *(_table(title, rules) for title, rules in parts.items())])


def _table(title: str, rules: Iterable[Rule]) -> str:
    rows = [
        f"| `{rule.id}` | {_cell(rule.looks_for)} | {_cell(rule.fix)} | {_kind(rule)} |"
        for rule in rules
    ]
    head = ["| Rule | Looks for | Fix | |", "| --- | --- | --- | --- |"]
    return "\n".join([f"## {title}", "", *head, *rows, ""])


def _kind(rule: Rule) -> str:
    return f"{rule.severity}, may be allowed" if rule.allowable else rule.severity


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("<!--", "`<!--").replace("-->", "-->`")
