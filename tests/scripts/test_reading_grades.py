"""The table of reading grades in docs/content-coverage.md."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.reading_grades import rows

ROOT = Path(__file__).resolve().parents[2]


GUIDE = (ROOT / "docs/content-coverage.md").read_text("utf-8")


HIGHEST = 7


def test_every_article_is_in_the_table_of_grades_and_none_is_above_seven():
    measured = list(rows())
    in_table = set(re.findall(r"^\| (\S+\.md) \| ", GUIDE, re.MULTILINE))
    assert {name for name, _, _ in measured} <= in_table
    assert [name for name, _, now in measured if now.grade > HIGHEST] == []
