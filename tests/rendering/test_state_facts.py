"""Facts of the center's state in a page, and no trace where there is none."""

from __future__ import annotations

import pytest

from site_config.rendering.state_facts import expand

FACTS = {"leave": {"text": "You can take leave.\n", "source": "law"}}


@pytest.mark.parametrize(
    ("text", "with_fact", "without"),
    [
        ("Words.", "Words.", "Words."),
        ("<!-- state: leave --> Ask.", "You can take leave. [@law] Ask.", " Ask."),
        ("- one\n- <!-- state: leave -->\n", "- one\n- You can take leave. [@law]\n", "- one\n"),
        (
            "A\n\n<!-- if-state: leave -->\n\n## Leave\n\n<!-- state: leave -->\n\n"
            "<!-- end-state -->\n\nB",
            "A\n\n\n## Leave\n\nYou can take leave. [@law]\n\n\nB",
            "A\n\n\nB",
        ),
    ],
)
def test_a_fact_is_put_in_or_leaves_nothing(text, with_fact, without):
    assert expand(text, FACTS) == with_fact
    assert expand(text, {}) == without


def test_two_passages_do_not_swallow_what_is_between_them():
    block = "<!-- if-state: {} -->\n\nIn {}.\n\n<!-- end-state -->\n"
    text = block.format("leave", "one") + "\nBetween.\n\n" + block.format("other", "two")
    assert "In one." in expand(text, FACTS)
    assert "Between." in expand(text, FACTS)
    assert "In two." not in expand(text, FACTS)
