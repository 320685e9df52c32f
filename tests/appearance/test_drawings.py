"""The words in our drawings can be read: what axe leaves undecided (see audit/explained.yml)."""

from __future__ import annotations

import re

import pytest

from site_config.settings import brand_colors

DRAWN = [
    "/iop/levels/",
    "/iop/groups/",
    "/iop/week/",
    "/start/assessment/",
]
INK_AND_PAPER = """() => [...document.querySelectorAll('figure > svg text')].flatMap((text) => {
  text.scrollIntoView({ block: 'center' });
  const { left, right, top, bottom } = text.getBoundingClientRect();
  return [left + 1, (left + right) / 2, right - 1].map((x) => {
    const behind = document.elementsFromPoint(x, (top + bottom) / 2);
    const fills = behind.filter((e) => e instanceof SVGGeometryElement)
      .map((e) => getComputedStyle(e).fill).filter((fill) => fill !== 'none');
    const papers = behind.map((e) => getComputedStyle(e).backgroundColor)
      .filter((color) => color !== 'rgba(0, 0, 0, 0)');
    return [text.textContent, getComputedStyle(text).fill, [...fills, ...papers][0]];
  });
})"""
"""Each word's color, and that of what lies under it at three places."""


def as_hex(color):
    red, green, blue = map(int, re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", color).groups())
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_in_drawings_stand_out_from_the_shape_behind_them(browser, site_url, scheme):
    seen = []
    with browser.new_context(
        base_url=site_url, viewport={"width": 360, "height": 780}, color_scheme=scheme
    ) as context:
        page = context.new_page()
        for path in DRAWN:
            page.goto(path)
            seen += page.evaluate(INK_AND_PAPER)
    pale = [
        (word, ink, paper)
        for word, ink, paper in seen
        if brand_colors.contrast(as_hex(ink), as_hex(paper)) < 4.5
    ]
    assert pale == []
    assert len({paper for _, _, paper in seen}) >= 3
