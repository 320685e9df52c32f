"""Cheap prefilter: skips a regular expression whose required literals are absent.

`re` tries a pattern anew at each character; `in` finds fixed letters about seventy times faster.
With it, the linter takes a third of the time for a page. What a pattern requires is read off the
pattern itself, by the parser of `re`, so that nobody has to keep a list of words in step with it.

That parser, `re._parser`, is private, and there is no public one. Words stated beside each of the
140 patterns would be a second list to keep right by hand, and one forgotten word hides an issue.
So it stays, with its risk: test_prefilter.py makes texts from every pattern of the linter, and
fails on the Python in which the parser gives other names.
"""

from __future__ import annotations

import re
from functools import cached_property
from re import _parser  # type: ignore[attr-defined]  # no public parser: see test_prefilter.py
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page

type Needs = tuple[tuple[tuple[str, ...], tuple[Needs, ...]], ...]
"""Any of these branches: all of its letters, and each of the needs of the groups within."""

NOTHING: Needs = (((), ()),)
"""What a pattern needs of which nothing is known: it may match anywhere."""

_DIGIT = re.compile(r"\d")
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_MOST_REPEATED = 9
_MOST_LETTERS = 9


def fold(text: str) -> str:
    """Return `text` in lowercase, each digit as 0; an i or an s is what `re` takes for one."""
    text = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()
    return _DIGIT.sub("0", text)


class Prefilter:
    """Which texts a pattern could match, told from the letters that each match has."""

    def __init__(self, pattern: re.Pattern[str] | str) -> None:
        self._pattern = re.compile(pattern) if isinstance(pattern, str) else pattern

    @cached_property
    def needs(self) -> Needs:
        """The letters without which nothing matches; read when first asked for."""
        return needs_of(_parser.parse(self._pattern.pattern, self._pattern.flags))

    def might_match(self, folded: str) -> bool:
        """Return whether the pattern could match in a text that is `folded` here.

        False is certain, also for any part of that text; True says nothing.
        """
        return _met(self.needs, folded)

    def blocks(self, page: Page) -> Iterable[Block]:
        """Return the blocks of `page` in which the pattern could match."""
        needs = _possible(self.needs, page.folded)
        return [one for one, folded in page.folded_blocks if _met(needs, folded)] if needs else []


def _possible(needs: Needs, folded: str) -> Needs:
    """Return the branches that a text has all of: no others are asked for in its parts."""
    return tuple(branch for branch in needs if _met((branch,), folded))


def _met(needs: Needs, folded: str) -> bool:
    for letters, groups in needs:  # plain loops: this is asked a thousand times a page
        for one in letters:
            if one not in folded:
                break
        else:
            for group in groups:
                if not _met(group, folded):
                    break
            else:
                return True
    return False


def needs_of(parsed: Iterable[tuple[Any, Any]]) -> Needs:
    """Return what a part of a pattern, as `re` has parsed it, needs."""
    parts = {part for part in _parts(parsed) if part and part != NOTHING}
    # The longest letters are the rarest: without them, the others aren't looked for.
    letters = sorted((part for part in parts if isinstance(part, str)), key=lambda one: -len(one))
    rows = [one for at, one in enumerate(letters) if not any(one in more for more in letters[:at])]
    groups = sorted((part for part in parts if not isinstance(part, str)), key=len)
    return groups[0] if not rows and len(groups) == 1 else ((tuple(rows), tuple(groups)),)


def _parts(parsed: Iterable[tuple[Any, Any]]) -> Iterator[str | Needs]:
    """Give the letters that follow each other, and the needs of the groups between them."""
    row = ""
    for operation, given in parsed:
        name = str(operation)
        if letter := _letter(name, given):
            row += letter
        elif name not in _ZERO_WIDTH:
            yield row if row != " " else ""  # a space alone is in every text
            row = ""
            yield _repeated(name, given) or _needs_within(name, given)
    yield row if row != " " else ""


def _letter(name: str, given: Any) -> str:  # noqa: ANN401 (re has no types for it)
    """Return the one letter that a part of a pattern is in a folded text; "" if it may differ."""
    if name == "IN":
        return "0" if [str(of) for _, of in given] == ["CATEGORY_DIGIT"] else ""
    letter = chr(given) if name == "LITERAL" else ""
    return fold(letter) if letter.isascii() or letter.upper() == letter.lower() else ""


def _repeated(name: str, given: Any) -> str:  # noqa: ANN401 (re has no types for it)
    """Return the letters of `x{3,}`; "" for anything else."""
    if name not in _REPEATS:
        return ""
    parsed = given[2]
    if len(parsed) == 1 and str(parsed[0][0]) == "SUBPATTERN":
        parsed = parsed[0][1][-1]
    letters = [_letter(str(operation), one) for operation, one in parsed]
    return "".join(letters) * min(int(given[0]), _MOST_REPEATED) if all(letters) else ""


def _needs_within(name: str, given: Any) -> Needs:  # noqa: ANN401 (re has no types for it)
    if name == "SUBPATTERN":
        return needs_of(given[-1])
    if name == "ATOMIC_GROUP":
        return needs_of(given)
    if name in _REPEATS and given[0] > 0:
        return needs_of(given[2])
    items = given[1] if name == "BRANCH" else []
    if name == "IN" and len(given) <= _MOST_LETTERS:
        items = [[one] for one in given]
    branches = tuple(branch for item in items for branch in needs_of(item))
    return branches if branches and NOTHING[0] not in branches else NOTHING
