"""Numbers in digits and in words, and how long a program is."""

from __future__ import annotations

import re

from site_config.content_model.normalization import plain
from site_config.content_model.text import lowered

NUMBER = r"\d+(?:[.,]\d+)*"
COUNT = (
    r"(?:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?"
    r"(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|(?:an?|one)[ ]hundred)"
)
UNIT = r"(?:hours?|days?|weeks?|months?|years?)"

WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_IN_WORDS = {word: str(number) for number, word in enumerate(WORDS)}
_FIGURE = re.compile(rf"{NUMBER}|\b(?:{'|'.join(_IN_WORDS)})\b")
_CARE = r"(?:programs?|iops?|phps?|treatment|rehab|detox|courses?)"
_LASTS = re.compile(
    rf"(?:\b{_CARE}\b[^.;?!]{{0,30}}\b(?:lasts?|takes?|runs?|is|are|goes)"
    r"|\b(?:it|that)\b[^.;?!]{0,30}\b(?:lasts?|takes?|runs?))[ ]"
    rf"(?:for[ ])?(?:about[ ]|up[ ]to[ ]|at[ ]least[ ]|usually[ ])*$"
)
_WEEK_PROGRAM = re.compile(rf" (?:\w+[ -]){{0,2}}{_CARE}\b")
_WEEKS_OF_CARE = re.compile(rf" of (?!an? |the |your |this )(?:\w+[ -]){{0,2}}{_CARE}\b")
_PART = re.compile(r"\b(?:first|last|next|every|each|after|in|within)[ ]$")


def figures(text: str) -> set[str]:
    """Return the numbers in `text`, those in words as digits, without commas."""
    found = _FIGURE.findall(lowered(plain(text)))
    return {_IN_WORDS.get(one, one.replace(",", "")) for one in found}


def is_length(text: str, start: int, end: int) -> bool:
    """Return whether the time at `start` says how long a program is: "a twelve-week program".

    "The first two weeks of a program" and "call in two weeks" are no lengths.
    """
    before = text[max(start - 80, 0) : start]
    if _PART.search(before):
        return False
    follows = _WEEK_PROGRAM if "-" in text[start:end] else _WEEKS_OF_CARE
    return bool(_LASTS.search(before) or follows.match(text, end))
