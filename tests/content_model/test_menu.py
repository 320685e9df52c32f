"""The pages that a menu lists, with their lines, and a line for one more."""

from __future__ import annotations

import pytest
import yaml

from site_config.content_model.menu import entries, menu_line

MENU = """\
- index.md
- Cost:
    - cost/index.md
    - "What you pay": cost/plan.md
- Elsewhere: https://example.org/
"""


def test_every_page_is_listed_with_its_line():
    assert [*entries(yaml.compose(MENU))] == [
        ("index.md", 1),
        ("cost/index.md", 3),
        ("cost/plan.md", 4),
        ("https://example.org/", 5),
    ]


@pytest.mark.parametrize("title", ["Plan", 'What is "it"?', "Who: me", r"A \ B", "# 1"])
def test_a_new_line_says_the_title_and_the_page(title):
    assert yaml.safe_load(menu_line(title, "a/b.md")) == [{title: "a/b.md"}]
