"""Raw HTML in Markdown: its words, links, pictures and tags, each on its line."""

from __future__ import annotations

import pytest

from site_config.content_model.document import Image, Link, Parts, Tag
from site_config.content_model.html_reader import read_html, read_tag


@pytest.fixture
def read():
    """Read HTML from line 10 of a file on; give its parts."""

    def read(content):
        parts = Parts()

        def keep(block):
            if block:
                parts.blocks.append(block)

        read_html(content, 10, parts, keep)
        return parts

    return read


def words(parts):
    return [(block.kind, block.text, block.line(), block.level) for block in parts.blocks]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<p>One <b>two</b> three</p>", [("html", "One two three", 10, 0)]),
        ("<p>One</p>\n<p>Two</p>", [("html", "One", 10, 0), ("html", "Two", 11, 0)]),
        ("<h2>Cost</h2>", [("heading", "Cost", 10, 2)]),
        ("<p>\n\nLate</p>", [("html", "Late", 12, 0)]),
        ("<p>Salt &amp; pepper</p>", [("html", "Salt & pepper", 10, 0)]),
        ("<script>alert('no')</script><style>p {}</style>", []),
        ("<style/>Seen", []),  # HTML doesn't know a closed style: all after it is hidden
        ("<div\n class='a'>After</div>", [("html", "After", 11, 0)]),
    ],
)
def test_words_are_read_on_their_lines(read, content, found):
    assert words(read(content)) == found


def test_a_word_after_a_line_break_has_the_line_it_is_on(read):
    (block,) = read("<p>One\n  two <i>three</i>\nfour</p>").blocks
    assert block.text == "One two three four"
    assert [block.line(block.text.index(word)) for word in block.text.split()] == [10, 11, 11, 12]


def test_links_pictures_tags_and_comments(read):
    parts = read(
        '<a href="/help/">Get <b>help</b></a>\n<img src="a.svg" alt=""><img>\n<!-- later -->'
    )
    assert parts.links == [Link("/help/", "Get help", 10)]
    assert parts.images == [Image("a.svg", "", 11), Image("", None, 11)]
    assert parts.comments == [("later", 12)]
    assert [tag.name for tag in parts.tags] == ["a", "b", "img", "img"]


@pytest.mark.parametrize(
    ("content", "tag"),
    [
        ('<div class="a" hidden>', Tag("div", {"class": "a", "hidden": ""}, 3)),
        ("</div>", None),
        ("words", None),
    ],
)
def test_one_tag_alone(content, tag):
    assert read_tag(content, 3) == tag
