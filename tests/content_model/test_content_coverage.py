"""The places that docs/content-coverage.md names to the clinician exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.reading_grades import rows

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs/content-coverage.md").read_text("utf-8")
PLACES = re.findall(r"^\| ([^|]+) \| (\S+\.md) \| ([^|]+) \|$", GUIDE, re.MULTILINE)
HIGHEST = 7


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


def test_every_article_is_in_the_table_of_grades_and_none_is_above_seven():
    measured = list(rows())
    in_table = set(re.findall(r"^\| (\S+\.md) \| ", GUIDE, re.MULTILINE))
    assert {name for name, _, _ in measured} <= in_table
    assert [name for name, _, now in measured if now.grade > HIGHEST] == []
