"""Bold that stands for a heading, and headings that stand for text."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("**What to bring**\n\nA card.", ["bold-text"]),
        ("**What should I bring?**\n\nA card.", ["bold-text"]),
        ("**Bring** **a card** today\n\nA card.", []),
        ("**Stop.**\n\nA card.", []),
        ("**Little kids:**\n\nA card.", []),
        (f"**{'Bring a card and a pen, ' * 3}please.**", ["bold-text"]),
        (f"**{'Bring a card and a pen, ' * 3}or call 911.**", []),
        ("**Afraid of the police?** <!-- state: leave -->", []),
        ("- **What to bring**", []),
        ("## What to bring:\n\nA card.", ["heading-form"]),
        (f"## {'Bring a card ' * 8}\n\nA card.", ["heading-form"]),
        ("## What should I bring?\n\nA card.", []),
    ],
)
def test_form_and_meaning_are_the_same(small, body, rules):
    small.page(body)
    found = [issue for issue in small.issues() if issue.rule in {"bold-text", "heading-form"}]
    assert [issue.rule for issue in found] == rules
    assert all(issue.severity == "warning" for issue in found)
