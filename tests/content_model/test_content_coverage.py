"""The places that docs/content-coverage.md names to the clinician exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs/content-coverage.md").read_text("utf-8")
PLACES = re.findall(r"^\| ([^|]+) \| (\S+\.md) \| ([^|]+) \|$", GUIDE, re.MULTILINE)


def headings(page):
    text = (ROOT / "content" / page).read_text("utf-8")
    return {
        re.sub(r" \{.*\}$", "", line.lstrip("# "))
        for line in text.splitlines()
        if re.match(r"#{1,3} ", line)
    }


@pytest.mark.parametrize(("question", "page", "heading"), PLACES, ids=lambda one: one[:30])
def test_each_answer_stands_where_the_guide_says(question, page, heading):
    assert heading in headings(page), question
