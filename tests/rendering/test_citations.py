"""Numbered links from source markers, and the list they lead to."""

from __future__ import annotations

import re

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from site_config.rendering.citations import as_html, makeExtension, number, reference_list

SOURCES = {
    "a": {
        "title": "A & B",
        "publisher": "P",
        "year": 2024,
        "url": "https://example.org/?a&b",
        "checked_on": "2026-11-23",
    },
    "b": {"title": "B", "publisher": "P", "year": None, "url": None, "checked_on": "2026-11-23"},
    "c": {"title": "C", "publisher": "P", "year": 2021, "url": None, "checked_on": "2026-11-23"},
}


def rendered(text, sources=SOURCES):
    links = makeExtension(sources=sources)
    extensions = ["tables", "admonition", "attr_list", "md_in_html", links]
    return BeautifulSoup(markdown.markdown(text, extensions=extensions), "lxml")


def numbers(text):
    """The numbers that a reader sees, in order."""
    return [link.text for link in rendered(text).select("sup.source-ref a")]


@pytest.mark.parametrize(
    ("text", "seen", "used"),
    [
        ("One. [@b] Two. [@a] Three. [@b]", ["1", "2", "1"], ["b", "a"]),
        ("One.[@a][@b]", ["1", "2"], ["a", "b"]),
        ("- one [@a]\n- two [@c]", ["1", "2"], ["a", "c"]),
        ("| A |\n| --- |\n| x [@c] |", ["1"], ["c"]),
        ("<p>Words. [@a]</p>", ["1"], ["a"]),
        ("!!! note\n    Words. [@a]", ["1"], ["a"]),
        ("Nothing. [@none]", [], []),
        ("`[@a]` is code. [@b]", ["1"], ["b"]),
        ("```\n[@a]\n```\n\nWords. [@b]", ["1"], ["b"]),
        ("No markers.", [], []),
    ],
)
def test_markers_become_numbers_by_first_mention(text, seen, used):
    result, keys = number(text, SOURCES)
    assert numbers(result) == seen
    assert keys == used


def test_a_number_does_not_run_into_the_next_or_away_from_its_sentence():
    text = rendered(number("One. [@a][@b] Two.", SOURCES)[0]).text
    assert text.strip() == "One.1, 2 Two."


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ({}, "Checked on 2026-11-23."),
        ({"read": "page"}, "Checked on 2026-11-23."),
        ({"read": "copy"}, "Read in a copy on 2026-11-23. Official page not opened yet."),
    ],
)
def test_a_source_says_whether_its_own_page_was_opened(read, said):
    sources = {"a": SOURCES["a"] | read}
    text, keys = number("One. [@a]", sources)
    page = rendered(f"{text}\n\n{reference_list(keys, sources)}", sources)
    line = page.select_one("ol.source-list > li").text
    assert said in line
    assert ("Checked on" in line) == (read.get("read") != "copy")


def test_an_unknown_key_stays_readable_for_the_writer():
    assert number("Words. [@none]", SOURCES)[0] == "Words. [@none]"


def test_every_link_leads_to_its_source_and_back():
    text, keys = number("One. [@c] Two. [@a] Three. [@c]", SOURCES)
    page = rendered(f"{text}\n\n{reference_list(keys, SOURCES)}")
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.select('a[href^="#"]'):
        assert page.find(id=link["href"][1:]), link
    items = page.select("ol.source-list > li")
    assert [item.cite.text for item in items] == ["C", "A & B"]
    assert items[1].a["href"] == "https://example.org/?a&b"


def test_no_sources_give_no_list():
    assert reference_list([], SOURCES) == ""


MARKDOWN = st.lists(
    st.sampled_from(
        [
            "[@a]",
            "[@b]",
            "[@none]",
            "`",
            "``",
            "```",
            "\n",
            "\n\n",
            " ",
            "- ",
            "> ",
            "| ",
            "    ",
            "!!! note",
            "word",
            "[x](y)",
            "<b>",
            "</b>",
            "<!-- ",
            " -->",
            "*",
            "_",
            "#",
            "{ .c }",
            "[^1]:",
        ]
    )
    | st.text(max_size=5)
).map("".join)


@settings(deadline=None)
@given(MARKDOWN)
def test_numbering_is_stable_and_loses_nothing(text):
    result, keys = number(text, SOURCES)
    assert number(result, SOURCES) == (result, [])  # nothing is left to number
    assert len(keys) == len(set(keys))
    html = as_html(result, SOURCES)
    seen = [int(n) for n in re.findall(r'href="#source-(\d+)"', html)]
    assert set(seen) == set(range(1, len(keys) + 1))
    firsts = [seen.index(n) for n in range(1, len(keys) + 1)]
    assert firsts == sorted(firsts)
    bare = re.sub(r'<sup class="source-ref">.*?</sup>', "", html)
    for word in re.findall(r"\w+", re.sub(r"\[@[\w.-]+\]", " ", text)):
        assert word in bare
