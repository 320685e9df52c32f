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
    order = [part.get("id") or "review" for part in main.select("h2[id], .review-box")]
    first, numbers = order.index("call-911-when"), order.index("numbers-to-call-or-text")
    assert first == 0
    assert order.index("overdose") < numbers < order.index("review")
    last = [part for part in main.select("h2[id]") if part["id"] in order[order.index("review") :]]
    assert last == []


def test_every_jump_leads_to_a_part_of_the_page(main):
    jumps = main.select("a[href^='#']")
    assert len(jumps) >= len(("overdose", "suicide", "withdrawal", "home", "helping"))
    ids = {part["id"] for part in main.select("[id]")}
    assert {jump["href"][1:] for jump in jumps} <= ids
