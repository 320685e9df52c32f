"""Characters that Word types by itself, and characters nobody can see, hide nothing from a rule."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.linter import bad_texts, obeyed_messages

UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Each of these is an error by itself, wherever it is."""
INVISIBLE = UNSEEN + "\u200c\u200d\u200e\u202a\u2061\ufe0f"
LIKE = {
    " ": ("\u00a0", "\u202f", "\u2009", "\u3000", "  ", " \u00a0"),
    "-": ("\u2010", "\u2011", "\u2013", "\u2212"),
    "'": ("\u2019", "\u02bc"),
    **{str(digit): (chr(0xFF10 + digit),) for digit in range(10)},
}
# What makes Markdown or HTML is not a word: with another character in it, it is nothing else but
# text, and harmless.
MARKUP = (
    *bad_texts.EXTERNAL_RESOURCES,
    *bad_texts.LINKS,
    *bad_texts.STRAY_MARKUP,
    *bad_texts.PLACEHOLDERS,
    *bad_texts.RAW_HTML,
    *bad_texts.EMPTY_PARTS,
    *bad_texts.TABLE_FORM,
    *bad_texts.UNREADABLE,
)
ERRORS = [bad for bad in bad_texts.ALL if bad.severity == "error"]
CITED = "[@hours]"
_OF_WORDS = {
    *("dose", "own-outcomes", "promising-claim", "review-claim", "stopping-alone"),
    *("stopping-medicine", "testimonial", "diagnosis", "house-words", "crisis-help"),
    *("unchecked-contact", "press-3", "uncited-figure", "unfinished-text"),
}
"""Rules that read words; what the others look for is a sign or a form, not a word."""
WORDS = [
    row
    for row in (*obeyed_messages.TEXTS, *obeyed_messages.MORE_TEXTS)
    if row.rule in _OF_WORDS
    and row.top == ({}, {})
    and not {"[", "<"} & set(row.bad.replace(CITED, ""))
]
QUICK = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@st.composite
def disguises(draw, text, invisible, like):
    """`text` with some characters replaced by others that look alike, or with unseen ones."""
    places = [at for at, letter in enumerate(text) if letter in like]
    changed = draw(st.sets(st.sampled_from(places), min_size=1)) if places else set()
    added = draw(st.sets(st.integers(0, len(text)), max_size=0 if changed else 3))
    out = ""
    for at, letter in enumerate(text):
        out += draw(st.sampled_from(invisible)) if at in added else ""
        out += draw(st.sampled_from(like[letter])) if at in changed else letter
    return out


@pytest.mark.parametrize("bad", ERRORS, ids=lambda bad: bad.body[:40])
def test_an_error_stays_an_error_in_any_disguise(pictures, bad):
    markup = bad in MARKUP or bad.body.startswith(("<", "- "))

    @QUICK
    @given(disguises(bad.body, UNSEEN if markup else INVISIBLE, {} if markup else LIKE))
    def check(body):
        pictures.page(body, sources="[hours]" if "[@hours]" in body else "[]")
        assert "error" in {issue.severity for issue in pictures.issues()}

    check()


@pytest.mark.parametrize("row", WORDS, ids=lambda row: f"{row.rule}: {row.bad[:30]}")
def test_a_word_stays_found_in_any_disguise(pictures, row):
    @QUICK
    @given(disguises(row.bad, INVISIBLE, LIKE))
    def check(body):
        pictures.page(body, sources="[hours]" if CITED in body else "[]")
        assert row.rule in {issue.rule for issue in pictures.issues()}

    check()


def test_each_rule_that_reads_words_is_tried():
    assert {row.rule for row in WORDS} == _OF_WORDS


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("Self\u2011harm is a sign.", "crisis-help"),
        ("You kill\u00a0yourself.", "crisis-help"),
        ("You want to end\u00a0 your life.", "crisis-help"),
        ("Help for substance\u00a0abuse.", "house-words"),
        ("Help for sub\u200dstance abuse.", "house-words"),
        ("Call (559)\u00a0555\u20110142.", "unchecked-contact"),
        ("Call \uff13\uff11\uff10-555-0199.", "unchecked-contact"),
        ("About \uff18\u00a0% stay.", "uncited-figure"),
        ("You come 9\u00a0to\u00a019\u00a0hours.", "uncited-figure"),
        ("In a crisis, call. Call 988 and press&nbsp;3.", "press-3"),
        ("An ad&shy;dict.", "house-words"),
        ("[click\u00a0here](../help.md)", "link-words"),
        ("Bring:\n-\u00a0a card", "word-list"),
        ("##\u00a0Two", "stray-markup"),
    ],
)
def test_what_was_published_unseen_is_found(small, body, rule):
    line = small.page(f"One.\n\n{body}")
    found = [issue for issue in small.issues() if issue.rule == rule]
    assert [issue.line for issue in found] == [line + 2 + body.count("\n")]


def test_what_is_allowed_is_allowed_in_any_spelling(small):
    small.write(
        "site_config/allowed.yml",
        "- {rule: house-words, words: an addict, reason: Someone says so.}\n",
    )
    small.page("Here\u00a0is an\u00a0addict.")
    assert small.issues() == []


def test_an_old_number_in_another_spelling_is_found(small):
    small.page("Call the helpline at 1\u2011800\u2011662\u20114357.")
    assert small.issues() == []
    small.page("Call the helpline at 1\u2011800\u2011662\u20114358.")
    assert [issue.rule for issue in small.issues()] == ["unchecked-contact"]
