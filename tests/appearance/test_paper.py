"""Pages on paper: the call sheet is one leaf, and every number is there to be read."""

from __future__ import annotations

import re

import pytest

SHEET = "/cost/call-sheet/"
WITH_WORDS = """(all) => all.map((link) => [
  link.getAttribute('href'),
  (link.closest('li, p, tr, dd') ?? link).innerText,
])"""


@pytest.mark.parametrize("size", ["Letter", "A4"])
def test_the_call_sheet_fits_on_two_pages(page, size):
    page.goto(SHEET)
    paper = page.pdf(format=size, print_background=False)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= 2


@pytest.mark.parametrize("address", ["/help-now/", SHEET])
def test_every_number_that_can_be_called_is_read_on_paper(page, address):
    """A link that dials shows its digits, not only a name."""
    page.goto(address)
    page.emulate_media(media="print")
    seen = page.locator("main a[href^='tel:']").evaluate_all(WITH_WORDS)
    assert seen
    for target, words in seen:
        digits = re.sub(r"\D", "", target).removeprefix("1")
        assert digits in re.sub(r"[^\d\n]", "", words), target
