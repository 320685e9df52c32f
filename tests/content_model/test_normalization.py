"""One spelling for characters that look alike; every part keeps its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_config.content_model.markdown_reader import read_markdown
from site_config.content_model.normalization import moved, normalized, plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("self\u2011harm", "self-harm"),
        ("kill\u00a0yourself", "kill yourself"),
        ("want to  die", "want to die"),
        ("ad\u00addict", "addict"),
        ("don\u2019t", "don't"),
        ("\uff11\uff12\uff05", "12%"),
        ("\ufb01ve", "five"),
        ("a \u200b b", "a b"),
        ("“quoted” – and … so", "“quoted” - and … so"),
    ],
)
def test_look_alikes_become_one(written, read):
    assert plain(written) == read


@given(st.text(alphabet="ab -'\u00a0\u2011\u00ad\u200b\ufb01\u2019 \t"))
def test_normalizing_twice_changes_nothing_and_places_are_kept(text):
    once, origins = normalized(text)
    assert plain(once) == once
    assert len(origins) in (0, len(once) + 1)
    assert all(0 <= moved(at, origins) <= len(once) for at in range(len(text) + 1))


def test_each_line_keeps_its_number():
    (block,) = read_markdown("One\u00ad  two.\nThree \u200b four.\nFive.").blocks
    assert block.text == "One two. Three four. Five."
    assert [block.line(block.text.index(word)) for word in ("One", "Three", "Five")] == [1, 2, 3]


def test_the_id_of_a_heading_comes_from_what_is_written():
    (heading,) = read_markdown("## Self\u2011harm").blocks
    assert heading.written == "Self\u2011harm"
