"""Where each language is: English in content/ itself, another one in a folder of its own below it.

`content/es/cost/denied.md` translates `content/cost/denied.md`, and has its address below `es/`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

SOURCE = "en"
"""The language that pages, templates and the self-check are written in."""

NAMES = {"en": "English", "es": "Español"}
"""How each language calls itself; of others, Babel knows it."""

_CODE = re.compile(r"[a-z]{2}")


def name_of(language: str, called_in: str | None = None) -> str:
    """Return what a language calls itself, such as Español, or is called in another: Spanish."""
    if called_in:
        return Locale.parse(language).get_display_name(called_in) or language
    if language in NAMES:
        return NAMES[language]
    own = Locale.parse(language).get_display_name(language) or language
    return own[:1].upper() + own[1:]


def folders(content: Path) -> set[str]:
    """Return the languages that have a folder under `content`, listed in center.yml or not."""
    if not content.is_dir():
        return set()
    return {one.name for one in content.iterdir() if one.is_dir() and _CODE.fullmatch(one.name)}


def language_of(name: str, languages: Iterable[str]) -> str:
    """Return the language of the page or address `name`, such as es/cost/denied.md."""
    first = name.partition("/")[0]
    return first if "/" in name and first in set(languages) - {SOURCE} else SOURCE


def in_english(name: str, language: str) -> str:
    """Return the page or address without its language: es/cost/denied.md is cost/denied.md."""
    return name.removeprefix(f"{language}/") if language != SOURCE else name


def in_language(name: str, language: str) -> str:
    """Return where `name` is in a language: cost/denied.md is es/cost/denied.md."""
    return name if language == SOURCE else f"{language}/{name}"


def left_out(content: Path, languages: Collection[str]) -> list[str]:
    """Return patterns for what is not published: languages that aren't listed, and all words."""
    unlisted = folders(content) - set(languages)
    words = [f"/{language}/_data/" for language in sorted(set(languages) - {SOURCE})]
    return [f"/{language}/" for language in sorted(unlisted)] + words
