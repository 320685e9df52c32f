"""Figures, and words that lean on an authority, without a source."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import claims
from tests.linter import bad_texts


@pytest.mark.parametrize("bad", bad_texts.CLAIMS, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, claims.RULES)
