"""The engine's words in another language than English.

`words.LANGUAGE.json`, {English: translation}, is made from `locale/` and is in the wheel for each
language that the center lists. Each evaluation speaks one language at a time: see `Speaking`.
"""

from __future__ import annotations

import json
import pkgutil

ENGLISH = "en"
_loaded: dict[str, dict[str, str]] = {ENGLISH: {}}
_spoken = [ENGLISH]


def translated(text: str) -> str:
    """Return `text` in the language that is spoken now; in English what has no translation."""
    return _words(_spoken[-1]).get(text, text)


def spoken() -> str:
    """Return the code of the language that is spoken now."""
    return _spoken[-1]


class Speaking:
    """`with Speaking("es"):` says everything within in Spanish."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __enter__(self) -> None:
        _spoken.append(self.language)

    def __exit__(self, *_error: object) -> None:
        _spoken.pop()


def is_known(language: str) -> bool:
    """Whether there are words in this language."""
    return language == ENGLISH or bool(_words(language))


def _words(language: str) -> dict[str, str]:
    """Read the words of a language at first use."""
    if language not in _loaded:
        try:
            data = pkgutil.get_data("checker", f"words.{language}.json")
        except OSError:
            data = None
        _loaded[language] = json.loads(data) if data else {}
    return _loaded[language]
