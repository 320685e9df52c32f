"""Small helpers over words: sentences, quotation marks, short quotes for messages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from site_config.content_model.document import MARKER

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"[.!?][”\"’')\]]*(?=\s|$)")
_BEFORE_A_NAME = re.compile(r"\b(?:dr|mr|ms|mrs|st|vs|e\.g|i\.e|vol)\.$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b(?:etc|u\.s|p\.m|a\.m)\.$", re.IGNORECASE)
_LONGEST_ABBREVIATION = len("e.g.")
_QUOTES = re.compile(r"“[^”]*”|\"[^\"]*\"")
_MARKERS = re.compile(rf"(?:\s*{MARKER.pattern})*")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_LONGEST_QUOTE = 60


@lru_cache(maxsize=4096)  # several rules read the same paragraph
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """Return each sentence of `text` with its offset; source markers belong to the one before."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in _END.finditer(text):
        if _goes_on(text, start, end):
            continue
        stop = end.end()
        if markers := _MARKERS.match(text, stop):
            stop = markers.end()
        yield from _trimmed(text, start, stop)
        start = max(start, stop)
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Return whether the sentence from `start` on goes on after `end`, an abbreviation's point."""
    point = end.start() + 1
    before = text[max(start, point - _LONGEST_ABBREVIATION - 1) : point]  # one more shows where
    if _ABBREVIATION.search(before):
        # "a.m. on Monday": a small letter goes on with the same sentence.
        rest = text[end.end() :].lstrip()
        return bool(rest) and not rest[0].isupper()
    return bool(_BEFORE_A_NAME.search(before) and text[end.end() :].strip())


def _trimmed(text: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    piece = text[start:stop]
    if words := piece.strip():
        yield start + len(piece) - len(piece.lstrip()), words


def lowered(text: str) -> str:
    """Return `text` in lowercase, each character in its place: “İ” alone would become two."""
    return text.replace("İ", "i").lower()


def count_words(text: str) -> int:
    """Return how many words `text` has, without source markers."""
    return len(_WORD.findall(MARKER.sub("", text)))


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of `text` within quotation marks."""
    return [found.span() for found in _QUOTES.finditer(text)]


def within(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Return whether start to end lies inside one of `spans`."""
    return any(low <= start and end <= high for low, high in spans)


def short(text: str) -> str:
    """Return `text` without markers, cut at a word so that it fits into a message."""
    text = " ".join(MARKER.sub("", text).split())
    if len(text) <= _LONGEST_QUOTE:
        return text
    return text[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
