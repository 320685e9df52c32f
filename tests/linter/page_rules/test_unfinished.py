"""Notes to oneself and words of a form are found, each as one issue."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import unfinished
from tests.linter import bad_texts


@pytest.mark.parametrize("bad", bad_texts.UNFINISHED, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, unfinished.RULES)
