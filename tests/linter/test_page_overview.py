"""The pages at a glance, and the signs that no page explains."""

from __future__ import annotations

import yaml

from site_config.linter.page_overview import overview, unexplained
from tests.small_site import PAGE, TODAY


def test_every_sign_is_explained_on_some_page(whole_project):
    assert len(whole_project.signs) > 100
    signs = yaml.safe_load((whole_project.root / "checker/signs.yml").read_text("utf-8"))["signs"]
    facts = {s["id"] for s in signs if s["section"] == "added" and s["polarity"] == "info"}
    assert sorted(unexplained(whole_project) - facts) == []


def test_the_table_counts_words_sources_and_signs_of_articles(small):
    words = "Nine words and a source are enough for this.[@hours]"
    small.page(words, sources="[hours]", signs="[sign_two]")
    gone = dict.fromkeys(("author", "last_reviewed", "next_review"))
    small.page("Words.", name="search.md", template="search.html", **gone)
    table = overview(small.root, TODAY)
    rows = [row for row in table.splitlines() if row.startswith(f"| {PAGE} |")]
    assert len(rows) == 1
    assert rows[0].endswith("| 9 | 1 | 1 |")
    assert "search.md" not in table
    assert table.endswith("Signs explained: 1 of 2.\n- not yet: sign_one\n")
