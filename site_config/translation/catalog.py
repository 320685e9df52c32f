"""One language's catalog, `locale/LANGUAGE/LC_MESSAGES/messages.po`, read as translators save it.

It is read at each build, so no compiled file can be older than it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.pofile import PoFileError, read_po

from site_config.core.issues import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from babel.messages.catalog import Message

SOURCE_LANGUAGE = "en"
"""The language of the words in templates and `checker/*.yml`: it needs no catalog."""

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}|%%")
"""What the code fills in: %(number)s in a template, {answer} in the engine."""
TAG = re.compile(r"</?[a-z]\w*")
_SHOWN = 60


@dataclass(frozen=True)
class Catalog:
    """The words of one language, by their English."""

    language: str
    words: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    """Where each entry is in the file, translated or not."""
    fuzzy: frozenset[str] = frozenset()
    issues: tuple[Issue, ...] = ()

    def gettext(self, text: str) -> str:
        """Return `text` in this language; in English what has no translation."""
        return self.words.get(text) or text

    def translated(self, data: Any) -> Any:  # noqa: ANN401 (compiled data, of any shape)
        """Return compiled data (`checker/data.json`) with every text in all voices translated."""
        if isinstance(data, dict):
            voiced = is_voiced(data)
            return {
                name: self.gettext(value)
                if voiced and isinstance(value, str)
                else self.translated(value)
                for name, value in data.items()
            }
        return [self.translated(one) for one in data] if isinstance(data, list) else data


ENGLISH = Catalog(SOURCE_LANGUAGE)


def is_voiced(data: Any) -> bool:  # noqa: ANN401
    """Whether these are words in up to three voices (questionnaire/voices.py), as compiled."""
    return isinstance(data, dict) and {"me", "them"} <= data.keys()


def path_of(language: str) -> Path:
    """Return the name of a language's catalog, relative to the project."""
    return Path("locale", language, "LC_MESSAGES/messages.po")


def read(root: Path, language: str) -> Catalog:
    """Return the catalog of a language; what is wrong with the file is in its `issues`."""
    if language == SOURCE_LANGUAGE:
        return ENGLISH
    path = path_of(language)
    command = f"make strings LANGUAGE={language}"
    if not (root / path).is_file():
        issue = Issue(path, 1, f"The language “{language}” has no catalog", f"Run `{command}`")
        return Catalog(language, issues=(issue,))
    try:
        with (root / path).open("rb") as file:
            found = read_po(file, locale=language, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        message = f"The catalog can't be read: {str(error).splitlines()[0]}"
        issue = Issue(path, line, message, "Open it in Poedit and save it, or undo the last change")
        return Catalog(language, issues=(issue,))
    messages = [one for one in found if one.id]
    return Catalog(
        language,
        {str(one.id): str(one.string) for one in messages if one.string and not one.fuzzy},
        {str(one.id): one.lineno or 1 for one in messages},
        frozenset(str(one.id) for one in messages if one.fuzzy),
        tuple(issue for one in messages for issue in _broken(one, path)),
    )


def untranslated(catalog: Catalog, wanted: Iterable[str]) -> Iterator[Issue]:
    """Give an issue for each of the words that visitors would see in English."""
    path = path_of(catalog.language)
    for text in wanted:
        line = catalog.lines.get(text)
        if line is None:
            message = f"“{short(text)}” is not in the catalog"
            yield Issue(path, 1, message, f"Run `make strings LANGUAGE={catalog.language}`")
        elif text in catalog.fuzzy:
            message = f"The English has changed: “{short(text)}”"
            fix = "Compare the translation with it, correct it, and take off the mark “fuzzy”"
            yield Issue(path, line, message, fix)
        elif text not in catalog.words:
            yield Issue(path, line, f"“{short(text)}” has no translation", "Translate it")


def _broken(message: Message, path: Path) -> Iterator[Issue]:
    """Give what a translation lost or added of the parts that are no words."""
    source, target = str(message.id), str(message.string)
    if not target or message.fuzzy:
        return
    for pattern, what in ((PLACEHOLDER, "placeholder"), (TAG, "HTML tag")):
        wanted, given = Counter(pattern.findall(source)), Counter(pattern.findall(target))
        if wanted != given:
            lost, more = sorted((wanted - given).elements()), sorted((given - wanted).elements())
            said = [f"{' '.join(lost)} is missing"] if lost else []
            said += [f"{' '.join(more)} is too much"] if more else []
            problem = f"A {what} of “{short(source)}” differs: {', '.join(said)}"
            yield Issue(path, message.lineno or 1, problem, "Copy it from the English, as it is")


def short(text: str) -> str:
    """Return the beginning of `text`, as an issue quotes it."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"
