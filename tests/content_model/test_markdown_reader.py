"""Lines survive the way through the parser, whatever the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from site_config.content_model.markdown_reader import read_markdown

PIECES = st.sampled_from(
    [
        "[@a]",
        "`",
        "```",
        "~~~",
        "\n",
        "\n\n",
        " ",
        "- ",
        "1. ",
        "> ",
        "| a | b |\n| --- | --- |\n",
        "    ",
        "\t",
        "!!! note",
        '??? tip "T"',
        "word.",
        "[x](y)",
        "![x](y)",
        "<div markdown>",
        "</div>",
        "<a href='x'>",
        "</a>",
        "<!-- x -->",
        "<h2>",
        "*",
        "_",
        "# ",
        "{ .c onclick=x }",
        "[^1]: x",
        "*[AB]: c",
        ": d",
        "<script>",
        "&amp;",
        "\\",
    ]
)


@given(st.lists(PIECES | st.text(st.characters(exclude_characters="\r"), max_size=5)).map("".join))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_reader_and_every_line_exists(text):
    parts = read_markdown(text, first_line=1)
    last = text.count("\n") + 1
    lines = [block.line(at) for block in parts.blocks for at in range(len(block.text))]
    lines += [one.line for one in (*parts.links, *parts.images, *parts.tags)]
    assert all(1 <= line <= last for line in lines)


WORDS = st.lists(st.sampled_from(["needle", "hay", "straw", "grass"]), min_size=1, max_size=6)
FRAMES = st.sampled_from(
    ["{}", "- {}", "> {}", "## {}", "!!! note\n    {}", "<p>{}</p>", "| a |\n| --- |\n| {} |"]
)


@settings(deadline=None)
@given(st.lists(st.tuples(FRAMES, WORDS), min_size=1, max_size=8))
def test_a_word_is_reported_on_the_line_it_stands_on(paragraphs):
    text = "\n\n".join(frame.format(" ".join(words)) for frame, words in paragraphs)
    expected = [n for n, row in enumerate(text.split("\n"), 1) for _ in range(row.count("needle"))]
    parts = read_markdown(text)
    found = [
        block.line(at)
        for block in parts.blocks
        for at in range(len(block.text))
        if block.text.startswith("needle", at)
    ]
    assert sorted(found) == expected
