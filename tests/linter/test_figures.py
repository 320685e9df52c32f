"""Numbers in digits and in words, and what is the length of a program."""

from __future__ import annotations

import pytest

from site_config.linter.figures import TIMES, figures, find_statistics, is_length

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
COUNTS = (
    *ONES,
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "a hundred", "an hundred", "one hundred"),
    *TENS,
    *(f"{ten}-{one}" for ten in TENS for one in ONES),
)


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


@pytest.mark.parametrize("count", COUNTS)
def test_no_number_word_is_passed_by(count):
    for words in (f"{count} percent", f"{count} in ten", f"{count} weeks", f"{count} times more"):
        assert [found[0] for found in find_statistics(f"so {words} stay")] == [words]


@pytest.mark.parametrize(
    ("text", "words", "group"),
    [
        ("stay 9 to 19 hours", "9 to 19 hours", "time"),
        ("come nine hours a week", "nine hours a week", "hours"),
        ("eight to twelve weeks", "eight to twelve weeks", "length"),
        ("according to doctors", "according to", "authority"),
        ("2½ of it costs $ 500", "½ of ", None),
        ("it was 1999", "1999", None),
    ],
)
def test_a_statistic_says_of_what_kind_it_is(text, words, group):
    found = find_statistics(text)[0]
    assert (found[0], found.lastgroup) == (words, group)
    assert (found.lastgroup in TIMES) is (group in {"time", "hours", "length"})
