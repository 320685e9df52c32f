"""Sentences, words and quotations of a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_config.content_model.text import (
    count_words,
    lowered,
    quoted_spans,
    sentences,
    short,
    within,
)


@settings(deadline=None)
@given(st.text(alphabet="ab .!?[]@“”\"'A1", max_size=60))
def test_sentences_lose_no_words(text):
    pieces = list(sentences(text))
    assert sum(count_words(piece) for _, piece in pieces) == count_words(text)
    assert all(text.startswith(piece, at) for at, piece in pieces)


def test_a_sentence_ends_at_its_end_and_not_at_an_abbreviation():
    text = "Dr. Who sleeps until 3 a.m. on most days. Then? He wakes. [@a] Good."
    assert [piece for _, piece in sentences(text)] == [
        "Dr. Who sleeps until 3 a.m. on most days.",
        "Then?",
        "He wakes. [@a]",
        "Good.",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("Nine hours a week.[@hours]", 4), ("Medi-Cal isn’t 9.5 a.m.", 4), ("— …", 0)],
)
def test_markers_and_signs_are_no_words(text, words):
    assert count_words(text) == words


def test_lowercase_keeps_every_character_in_its_place():
    text = "İSTANBUL Center"
    assert lowered(text) == "istanbul center"
    assert len(lowered(text)) == len(text)


def test_what_is_within_quotation_marks():
    text = 'He said "no" and “not yet”.'
    spans = quoted_spans(text)
    assert [text[start:end] for start, end in spans] == ['"no"', "“not yet”"]
    at = text.index("not")
    assert within(at, at + 3, spans)
    assert not within(at - 3, at + 3, spans)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Two  words.[@a]\n", "Two words."),
        ("word " * 20, " ".join(["word"] * 12) + " …"),
        ("x" * 70, "x" * 60 + " …"),
    ],
)
def test_a_quote_in_a_message_is_short_and_ends_with_a_word(text, quoted):
    assert short(text) == quoted
