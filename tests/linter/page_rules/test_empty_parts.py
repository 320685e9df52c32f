"""Headings and pages without words, and words that no phone shows."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import empty_parts
from tests.linter import bad_texts


@pytest.mark.parametrize("bad", bad_texts.EMPTY_PARTS, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, empty_parts.RULES)


@pytest.mark.parametrize(
    "body", ["<!-- crisis-lines -->", "## One\n\n### Two", '[A "guide"](../help.md) (or not)']
)
def test_a_page_with_something_on_it_gives_none(small, body):
    small.page(body)
    ours = {rule.id for rule in empty_parts.RULES}
    assert [issue for issue in small.issues() if issue.rule in ours] == []
