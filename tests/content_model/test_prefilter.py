"""The prefilter never hides a match: shown with matches made from the linter's own patterns."""

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_config.content_model.page import page_of
from site_config.content_model.prefilter import Prefilter, fold

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(file.stem for file in (ROOT / "site_config/linter/page_rules").glob("[a-z]*.py"))


def patterns_of(module: str) -> list[re.Pattern[str]]:
    """The patterns that a module of page rules has, those within its tuples of rules too."""
    found = []
    for value in vars(import_module(f"site_config.linter.page_rules.{module}")).values():
        for one in value if isinstance(value, tuple) else [value]:
            for part in one if isinstance(one, tuple) else [one]:
                found += [part] if isinstance(part, re.Pattern) else []
    return found


PATTERNS = [pattern for module in MODULES for pattern in patterns_of(module)]
TERMS = [
    re.compile(term["match"], re.IGNORECASE | re.MULTILINE)
    for file in sorted((ROOT / "site_config").glob("house_terms*.yml"))
    for term in yaml.safe_load(file.read_text("utf-8"))["terms"]
]


@settings(max_examples=300, deadline=None)
@given(pattern=st.sampled_from(PATTERNS + TERMS), data=st.data())
def test_what_matches_is_never_hidden(pattern: re.Pattern[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern))
    if pattern.search(text):  # a text made for a lookbehind may fall outside it
        assert Prefilter(pattern).might_match(fold(text))


@pytest.mark.parametrize(
    ("pattern", "other", "text"),
    [
        (r"promise", "a promis", "We PROMISE it"),
        (r"\bcure[sd]?\b", "curb", "cured"),
        (r"(?:thir|four)teen", "teenagers", "fourteen"),
        (r"gr[ae]y", "gritty", "grey"),
        (r"no (?:cost|fee)s", "no fee", "no fees"),
        (r"(?:ab)+c", "ac", "ababc"),
        (r"x{3,}", "xx", "xxx"),
        (r"(?:\. ){3,}", ". . ", "to be . . . written"),
        (r"\d\d% of", "5% of", "75% of"),
        (r"(?:19|20)\d\d", "in 9", "in 2018"),
        (r"a(?=b)c|d", "a", "d"),
        (r"kiss", "k", "\u212a\u0131\u017f\u017f"),
    ],
)
def test_a_text_without_its_letters_is_skipped(pattern: str, other: str, text: str) -> None:
    prefilter = Prefilter(re.compile(pattern, re.IGNORECASE))
    assert prefilter.might_match(fold(text))
    assert not prefilter.might_match(fold(other))


@pytest.mark.parametrize("pattern", ["", "x?", "a|", "[^a]", "(a)?b*", r"\w+", "é", "(?!a)"])
def test_a_pattern_that_needs_nothing_is_always_tried(pattern: str) -> None:
    assert Prefilter(pattern).might_match("")


def test_every_letter_that_re_takes_for_another_is_folded() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    taken = re.findall("[a-z]", every, re.IGNORECASE)
    assert len(taken) > 2 * 26
    assert all(re.fullmatch(fold(one), one, re.IGNORECASE) and fold(one).islower() for one in taken)
    assert {fold(one) for one in taken} == set("abcdefghijklmnopqrstuvwxyz")
    assert {fold(one) for one in re.findall(r"\d", every)} == {"0"}


def test_only_blocks_with_its_letters_are_given() -> None:
    text = "---\ntitle: A plan\n---\n\nThis works.\n\nWe promise it.\n\nPROMISED, too.\n"
    page = page_of(text, Path("x.md"), "x.md")
    blocks = Prefilter(re.compile("promised?", re.IGNORECASE)).blocks(page)
    assert [block.text for block in blocks] == ["We promise it.", "PROMISED, too."]
    assert list(Prefilter("guarantee").blocks(page)) == []
