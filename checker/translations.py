"""The engine's words in another language than English.

`words.LANGUAGE.json`, {English: translation}, is made from `locale/` and is in the wheel for each
language that the center lists. One evaluation speaks one language: see `speaking`.
"""

from __future__ import annotations

import json
import pkgutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = "en"
_loaded: dict[str, dict[str, str]] = {ENGLISH: {}}
_spoken = [ENGLISH]


def translated(text: str) -> str:
    """Return `text` in the language that is spoken now; in English what has no translation."""
    return _words(_spoken[-1]).get(text, text)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in this language; English where it has no words."""
    _spoken.append(language)
    try:
        yield
    finally:
        _spoken.pop()


def spoken() -> str:
    """Return the code of the language that is spoken now."""
    return _spoken[-1]


def _words(language: str) -> dict[str, str]:
    """Read the words of a language at first use."""
    if language not in _loaded:
        try:
            data = pkgutil.get_data("checker", f"words.{language}.json")
        except OSError:
            data = None
        _loaded[language] = json.loads(data) if data else {}
    return _loaded[language]
