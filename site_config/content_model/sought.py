"""A quick look before a slow search: are the letters there without which nothing can be found?

`re` tries a pattern anew at each letter of a text; `in` finds fixed letters seventy times faster.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

type Needs = list[list[str | Needs]]
"""Any of these, and for that one all of its parts; a branch without parts needs nothing."""

# The pieces of a pattern. Whoever writes anything else gets the plain search.
_PIECE = re.compile(
    r"(?P<group>\(\?(?:P<\w+>|-?i?:)|\((?!\?))|(?P<look>\(\?<?[=!])|(?P<end>\))|(?P<or>\|)"
    r"|(?P<times>(?:[*+?]|\{\d+(?:,\d*)?\})[+?]?)"
    r"|(?P<any>\\[bBdDsSwW]|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$])"
    r"|\\?(?P<letter>(?<=\\)[^\w\s]|(?<!\\)[^\\\[\](){}*+?|.^$])",
    re.DOTALL,
)
_MOST_WORDS = 16
_AT_LEAST_ONCE = re.compile(r"\+|\{0*[1-9]")


def fold(text: str) -> str:
    """Return `text` in small letters, also those that `re` takes for an i or an s."""
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()


class Sought:
    """A pattern, and what a text must have before a search for it can find anything.

    Capital letters count as small ones. Raises re.error if it is not a regular expression.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern, re.IGNORECASE | re.MULTILINE)
        self._needs = _needs_of(pattern)

    def perhaps(self, folded: str) -> bool:
        """Return whether the pattern could be found in a text that is `folded` here.

        False is certain, also for any part of that text; True says nothing.
        """
        return _met(self._needs, folded)


def _met(needs: Needs, folded: str) -> bool:
    for branch in needs:  # plain loops: this is asked a thousand times a page
        for part in branch:
            if not (part in folded if isinstance(part, str) else _met(part, folded)):
                break
        else:
            return True
    return False


def _needs_of(pattern: str) -> Needs:
    pieces = list(_PIECE.finditer(pattern))
    known = "".join(piece[0] for piece in pieces) == pattern
    return _joined(_branches(iter(pieces))) if known else [[]]


def _branches(pieces: Iterator[re.Match[str]]) -> Needs:
    """Read to the end of the pattern, or of the group that was just opened.

    Each part is a letter, a group, or "" for what could be anything.
    """
    branches: Needs = [[]]
    for piece in pieces:
        parts = branches[-1]
        match piece.lastgroup:
            case "end":
                break
            case "or":
                branches.append([])
            case "group":
                parts.append(_branches(pieces))
            case "look":
                _branches(pieces)
                parts.append("")
            case "times" if _AT_LEAST_ONCE.match(piece[0]):
                parts.append("")
            case "times":
                parts[-1] = ""
            case "letter" if piece["letter"].isascii():
                parts.append(piece["letter"].lower())
            case _:
                parts.append("")
    return branches


def _joined(branches: Needs) -> Needs:
    """Put letters in a row together; leave out what stands for anything or needs nothing."""
    return [list(_rows(parts)) for parts in branches]


def _rows(parts: list[str | Needs]) -> Iterator[str | Needs]:
    words = [""]  # what the row may say up to here: with a group of letters, several words
    for part in [*parts, ""]:
        group: Needs = [[part]] if isinstance(part, str) else part
        letters = all(isinstance(one, str) and one for branch in group for one in branch)
        if not letters or len(words) * len(group) > _MOST_WORDS:
            if all(words):
                yield words[0] if len(words) == 1 else [[word] for word in words]
            words = [""]
        if letters:
            words = [word + "".join(map(str, branch)) for word in words for branch in group]
        elif isinstance(part, list) and all(needs := _joined(part)):
            yield needs
