"""docs/linter-rules.md is made from the rules' own data."""

from __future__ import annotations

import re

from site_config.linter.rule_list import FILE, rule_list
from site_config.linter.runner import RULES
from tests.small_site import ROOT


def test_the_list_of_rules_is_the_one_in_the_documents():
    assert (ROOT / FILE).read_text("utf-8") == rule_list(), "run make rules-list"


def test_every_rule_has_its_row_whatever_signs_are_in_its_words():
    rows = [row for row in rule_list().splitlines() if row.startswith("| `")]
    by_id = {row.split("`")[1]: row for row in rows}
    assert len(rows) == len(by_id)
    assert set(by_id) == {rule.id for rule in RULES}
    for row in rows:
        assert len(re.split(r"(?<!\\)\|", row)) == 6, row
        assert not re.search(r"(?<!`)<!--", row), row
    assert by_id["tone"].endswith("| warning, may be allowed |")
    assert by_id["source-entry"].endswith("| error |")
