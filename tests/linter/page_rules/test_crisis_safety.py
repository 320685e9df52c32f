"""Pages about suicide, numbers and addresses, the center and the crisis line."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import crisis_safety
from tests.linter import bad_texts


@pytest.mark.parametrize("bad", bad_texts.CRISIS_SAFETY, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, crisis_safety.RULES)
