"""Numbers in digits and in words, and what is the length of a program."""

from __future__ import annotations

import pytest

from site_config.linter.figures import figures, is_length


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine to 19 hours", {"9", "19"}),
        ("1,200 people, \uff11\uff12 of them", {"1200", "12"}),
        ("Nobody is often alone", set()),
    ],
)
def test_figures_in_words_and_digits_are_the_same(text, found):
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "time", "length"),
    [
        ("a program lasts eight weeks", "eight weeks", True),
        ("a twelve-week program", "twelve-week", True),
        ("twelve weeks of treatment", "twelve weeks", True),
        ("the first two weeks of a program", "two weeks", False),
        ("call again in two weeks", "two weeks", False),
    ],
)
def test_what_says_how_long_a_program_is(text, time, length):
    start = text.index(time)
    assert is_length(text, start, start + len(time)) is length
