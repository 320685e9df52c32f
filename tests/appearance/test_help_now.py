"""Help now, from the top: 911 at once, when to call it, the numbers, and who reviewed it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

AFTER_THE_HEADING = 200
"""Characters: about three lines on a phone."""


@pytest.fixture(scope="module")
def main(built_site):
    page = BeautifulSoup((built_site / "help-now/index.html").read_text("utf-8"), "lxml")
    return page.select_one("main")


def test_911_is_what_the_first_sentence_is_about(main):
    first = main.select_one("h1").find_next("a", href=True)
    assert first["href"] == "tel:911"
    before = first.find_previous("h1").find_next("p").get_text()
    assert 0 < before.index("911") < AFTER_THE_HEADING


def test_when_to_call_comes_before_the_numbers_and_the_review_at_the_end(main):
    parts = main.select("h2[id], .review-box")
    order = [part.get("id") for part in parts if not part.find_parent(class_="review-box")]
    assert order[0] == "call-911-when"
    assert order.index("overdose") < order.index("numbers-to-call-or-text")
    assert order[-1] == main.select_one(".review-box").get("id")


def test_every_jump_leads_to_a_part_of_the_page(main):
    jumps = main.select("a[href^='#']")
    assert len(jumps) >= len(("overdose", "suicide", "withdrawal", "home", "helping"))
    ids = {part["id"] for part in main.select("[id]")}
    assert {jump["href"][1:] for jump in jumps} <= ids
