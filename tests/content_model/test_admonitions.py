"""The text of Material's boxes is read as if it stood outside of them, on its own lines."""

from __future__ import annotations

import pytest

from site_config.content_model.admonitions import Title, open_boxes


@pytest.mark.parametrize(
    ("text", "rows", "titles"),
    [
        (["!!! note", "    Words."], ["", "Words."], [Title(0, "")]),
        (['??? tip "Call first"', "    Words."], ["", "Words."], [Title(0, "Call first")]),
        (["???+ tip inline end", "    Words."], ["", "Words."], [Title(0, "")]),
        (
            ["!!! note", "    One.", "", "    !!! tip", "        Two.", "    Three.", "Four."],
            ["", "One.", "", "", "Two.", "Three.", "Four."],
            [Title(0, ""), Title(3, "")],
        ),
        (
            ["- item", "", "    !!! note", "        In it."],
            ["- item", "", "", "    In it."],
            [Title(2, "")],
        ),
        (["```", "!!! note", "    code", "```"], ["```", "!!! note", "    code", "```"], []),
        (["!!! 5", "    Words."], ["", "Words."], [Title(0, "")]),
        (["!!!", "    Words."], ["!!!", "    Words."], []),
    ],
)
def test_boxes_are_opened(text, rows, titles):
    opened, found = open_boxes(text)
    assert opened == rows
    assert found == titles
