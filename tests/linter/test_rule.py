"""A rule gives its issues its own id, and looks only at pages whose words it knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.content_model.page import Page
from site_config.content_model.project import Project
from site_config.core.issues import Issue
from site_config.linter.allowlist import Allowances
from site_config.linter.rule import Rule
from tests.small_site import TODAY

PROJECT = Project(Path(), TODAY)
ISSUE = Issue(Path("a.md"), 1, "What", "Fix", "warning")


@pytest.mark.parametrize(
    ("only_in", "language", "count"),
    [(None, "en", 1), (None, "es", 1), ("en", "en", 1), ("en", "es", 0)],
)
def test_a_page_rule_looks_at_pages_in_its_language(only_in, language, count):
    asked = []

    def check(page, context):
        asked.append((page, context.project))
        yield ISSUE

    page = Page(Path("a.md"), "a.md", language=language)
    rule = Rule("some-rule", "x", "y", check, only_in=only_in)
    found = [*rule.issues(PROJECT, Allowances(PROJECT), page)]
    assert [(issue.rule, issue.severity) for issue in found] == [("some-rule", "warning")] * count
    assert asked == [(page, PROJECT)] * count


def test_a_site_rule_looks_at_the_project_alone():
    rule = Rule("some-rule", "x", "y", lambda context: iter([ISSUE] * (context.project is PROJECT)))
    assert [issue.rule for issue in rule.issues(PROJECT, Allowances(PROJECT))] == ["some-rule"]
