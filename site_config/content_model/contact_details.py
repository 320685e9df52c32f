"""Finds phone numbers, text codes and mail addresses in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.normalization import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_TWO_DIGITS = re.compile(r"\d\d")
_THREE_DIGITS = re.compile(r"\d\d\d")  # in every number and code; quicker than \d{3}
_BETWEEN = r"(?: ?[-./\u00b7\u2022\u2027\u2219\u22c5\u30fb\u2014\u2015_~|]{1,2} ?| )"
"""What people and Word put between the groups: a space, a dash, a dot, with spaces around it."""
_TOLL_FREE = r"8(?:00|33|44|55|66|77|88)"
_NUMBER = re.compile(
    r"(?=[\d+(\[])(?:"  # what all below begin with: else each is tried at each letter
    rf"(?<![\w$.,/-])(?:\+?1{_BETWEEN})?(?:[(\[] ?\d{{3}} ?[)\]]{_BETWEEN}?|\d{{3}}{_BETWEEN})"
    rf"\d{{3}}{_BETWEEN}?\d{{4}}(?![\w-])"
    r"|(?<![\w$.,/-])\+?1?\d{10}(?!\w)"
    rf"|(?<![\w$.,/-])(?:\+?1{_BETWEEN}\(?|\(){_TOLL_FREE}\)?{_BETWEEN}(?:\d{{3}}{_BETWEEN})?"
    rf"[A-Z][A-Z0-9]{{2,7}}(?:{_BETWEEN}[A-Z]{{2,6}})*(?![\w-])"
    r"|(?<![\w-])(?:1-)?8\d\d-(?:\d{3}-)?[A-Z0-9]{4,8}(?:-[A-Z0-9]{2,6})*(?![\w-])"
    r"|(?<![\w-])(?:1-)?8\d\d-[A-Z]{2,8}(?:-[A-Z0-9]{2,6})*(?![\w-])"
    r"|(?<![\w$.,/-])\d{3}-\d{3,4}(?![\w-]))"
)
_CODE = re.compile(
    r"\b(?:call|dial|text|sms|message|phone)\s+"
    r"(?:(?:or (?:call|text)|us at|the number)\s+)?(\d{3,6})\b"
    r"|\b(?:text|send|sms|message)\b[^.!?]{0,60}?\bto\s+(\d{5,6})\b",
    re.IGNORECASE,
)


# Not 9-1-1, which people write so, and not 9-11, which may be a time.
_SPLIT = re.compile(r"(?<![\w$.,/-])(?:9[ -]88|98[ -]8|9 8 8|9 11|91 1|9 1 1)(?![\w%/-]|[.,]\d)")

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


_MISCOUNTED = re.compile(
    r"(?=[\d+(])(?<![\w$.,/-])(?:\+?1[ .-]?)?(?:\(\d{2,4}\) ?|\d{2,4}[.-])"
    r"\d{2,4}[ .-]\d{2,6}(?![\w-]|\.\d)"
)
_COUNTRY = re.compile(r"^\+?1[ .-]")
_US_DIGITS = 10


class Phone(NamedTuple):
    """A number as written, its place, and its digits without the country's 1."""

    start: int
    end: int
    words: str
    digits: str


def digits_of(number: str) -> str:
    """Return the digits of `number` (letters as on a keypad), without a leading 1 or +1."""
    digits = re.sub(r"\D", "", plain(number).upper().translate(_KEYPAD))
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits  # noqa: PLR2004


def find_phones(text: str) -> Iterator[Phone]:
    """Give the phone numbers and text codes in `text`, in order."""
    if not _THREE_DIGITS.search(text):
        return
    found = {match.span(): match[0] for match in _NUMBER.finditer(text)}
    for match in _CODE.finditer(text):
        span = match.span(match.lastindex or 0)
        if not any(low <= span[0] < high for low, high in found):
            found[span] = text[slice(*span)]
    for (start, end), words in sorted(found.items()):
        yield Phone(start, end, words, digits_of(words))


def find_miscounted(text: str) -> Iterator[Phone]:
    """Give what is written like a phone number and has too many or too few digits."""
    for found in _MISCOUNTED.finditer(text) if _TWO_DIGITS.search(text) else ():
        digits = digits_of(_COUNTRY.sub("", found[0]))
        if len(digits) != _US_DIGITS and _looks_dialed(found[0]):
            yield Phone(*found.span(), found[0], digits)


def find_split(text: str) -> Iterator[Phone]:
    """Give each 988 and 911 with a space or hyphen in it, which Word puts there unseen."""
    for found in _SPLIT.finditer(text) if "9" in text else ():
        yield Phone(*found.span(), found[0], digits_of(found[0]))


def _looks_dialed(words: str) -> bool:
    """Return whether it has an area code in brackets, or three groups as in 555-010-0000."""
    groups = re.findall(r"\d+", words)
    return "(" in words or (len(groups) >= 3 and len(groups[-3]) == 3)  # noqa: PLR2004
