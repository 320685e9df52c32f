"""One spelling for characters that look alike, so that no rule can be walked around by accident.

Word types non-breaking spaces and hyphens, curly apostrophes and double spaces by itself. Rules
look at the normalized text; what is published stays as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_HYPHENS = "\u2010\u2011\u2012\u2013\u2043\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\uff07"
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Letters and digits in bold, script and so on, as generators on the web make them: 𝐜𝐮𝐫𝐞.
_FANCY = {
    code: ord(letter)
    for code in range(0x1D400, 0x1D800)
    if len(letter := unicodedata.normalize("NFKC", chr(code))) == 1
}
_LIKE: dict[int, int] = {
    **_FANCY,
    **_FULL_WIDTH,
    **dict.fromkeys(map(ord, _SPACES), ord(" ")),
    **dict.fromkeys(map(ord, _HYPHENS), ord("-")),
    **dict.fromkeys(map(ord, _APOSTROPHES), ord("'")),
    **dict.fromkeys(map(ord, "\u201e\u201f\u2033"), ord('"')),
}
_INVISIBLE = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_SPACES_IN_A_ROW = re.compile(r" {2,}")
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_ANOTHER_LENGTH = re.compile(f"[{_INVISIBLE}{''.join(_LIGATURES)}]")


def plain(text: str) -> str:
    """Return `text` with one spelling for each space, hyphen, apostrophe, digit and letter."""
    text = text if text.isascii() and "\t" not in text else text.translate(_LIKE)
    if not _changes_length(text):
        return text
    text = _SPACES_IN_A_ROW.sub(" ", _UNSEEN.sub("", text))
    return _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text)


def normalized(text: str) -> tuple[str, list[int]]:
    """Return `text` in one spelling, and where each of its characters, and its end, came from.

    The list is empty if every character stayed in its place.
    """
    text = text if text.isascii() and "\t" not in text else text.translate(_LIKE)
    if not _changes_length(text):
        return text, []
    kept = list(_kept(text))
    return "".join(letter for letter, _ in kept), [*(at for _, at in kept), len(text)]


def moved(offset: int, origins: list[int]) -> int:
    """Return where `offset` of the written text is in the normalized one."""
    return bisect_left(origins, offset) if origins else offset


def _changes_length(text: str) -> bool:
    return "  " in text or _ANOTHER_LENGTH.search(text) is not None


def _kept(text: str) -> Iterator[tuple[str, int]]:
    """Give each character that is left, with its place in `text`."""
    after_space = False
    for at, letter in enumerate(text):
        if _UNSEEN.match(letter) or (after_space and letter == " "):
            continue
        after_space = letter == " "
        for one in _LIGATURES.get(letter, letter):
            yield one, at
