"""The quick look before a slow search never says no where the search would find something."""

import re
import sys

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from site_config.content_model.sought import Sought, fold

EVERY_SIGN = "".join(map(chr, range(sys.maxunicode + 1)))
ATOMS = [*"aaabbbiskK-. µé^$", r"\b", r"\w", r"\s", r"\D", r"\[", r"\.", r"\x41", r"\101", r"\1"]
CLASSES = ["[ab]", "[^a]", "[]a|(]", r"[\]a)]", "[a-z]"]
TIMES = [*[""] * 9, "?", "*", "+", "{0}", "{2}", "{0,1}", "{1,2}", "{,2}", "+?", "??", "{}"]
OPENINGS = ["(", "(", "(?:", "(?P<name>", "(?i:", "(?-i:", "(?x:", "(?=", "(?!", "(?<=", "(?<!"]


def _either(piece: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    row = st.lists(st.builds("{}{}".format, piece, st.sampled_from(TIMES)), min_size=1, max_size=4)
    return st.lists(row.map("".join), min_size=1, max_size=3).map("|".join)


SIMPLE = st.sampled_from([*ATOMS, *CLASSES])
GROUP = st.builds("{}{})".format, st.sampled_from(OPENINGS), _either(SIMPLE))
PATTERN = st.builds("{}{}".format, st.sampled_from([*[""] * 9, "(?x)"]), _either(SIMPLE | GROUP))


@settings(max_examples=300)
@given(PATTERN, st.data())
def test_the_quick_look_passes_all_that_a_search_finds(pattern, data):
    try:
        sought = Sought(pattern)
    except re.error:
        reject()
    text = data.draw(st.from_regex(sought.pattern))
    assert sought.perhaps(fold(text)) or not sought.pattern.search(text)


def test_every_sign_that_a_search_takes_for_a_letter_folds_to_it():
    for letter in "abcdefghijklmnopqrstuvwxyz":
        taken = re.findall(letter, EVERY_SIGN, re.IGNORECASE)
        assert {fold(sign) for sign in taken} == {letter}


@pytest.mark.parametrize("kind", [r"\w+", r"\d+", r"\s+"])
def test_folding_moves_no_sign_and_leaves_each_of_its_kind(kind):
    before = [found.span() for found in re.finditer(kind, EVERY_SIGN)]
    assert [found.span() for found in re.finditer(kind, fold(EVERY_SIGN))] == before


def test_letters_with_more_than_two_forms_are_left_to_the_search():
    assert Sought("µ").pattern.search("μ")  # the sign for micro, and the Greek letter
    assert Sought("µ").perhaps(fold("μ"))


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (r"\b(drug )?addicts?\b", "an addict", "addition"),
        (r"failed (treatment|rehab)|in denial", "a failed rehab", "failed to rehab"),
        (r"colou?r", "color", "collar"),
        (r"\bbo+st\b", "boost", "best"),
        (r"\[name\b[^\]]*\]", "[name of it]", "[the name]"),
        (r"(?-i:\bMAT\b)", "mat", "cat"),
    ],
)
def test_the_quick_look_tells_most_texts_apart(pattern, yes, no):
    sought = Sought(pattern)
    assert sought.perhaps(yes)
    assert not sought.perhaps(no)
