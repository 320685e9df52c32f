"""`make strings`: collects all words that visitors see, and brings every catalog up to date.

A string that is new gets an empty entry; one that changed keeps its translation, marked fuzzy,
with the English it was made from.
"""

from __future__ import annotations

import datetime as dt
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog as Template
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, unescape, write_po

from checker import ids
from site_config.core import yaml_source
from site_config.core.files import visible
from site_config.questionnaire import compiler
from site_config.questionnaire.voices import VOICES
from site_config.settings import center
from site_config.translation import catalog, center_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER = "locale"
TEMPLATES = ("site_config/rendering/templates", "site_config/overrides")
SHOWN_TO_WRITERS = frozenset({"parts.html", "parts-shown.html"})
"""Templates of the hidden page with all parts, which is never published."""
CODE = ("site_config/rendering", "site_config/discovery", "site_config/pipeline", "checker")
_KEYWORDS: dict[str, None] = {"_": None}
_TAB_TITLE = (center_words.TAB_TITLE, center.NAME)

type Found = dict[str, dict[str, None]]
"""Words, each with the places they come from (a dict, so that their order stays)."""


def wanted(root: Path) -> Found:
    """Return all words that visitors see outside of pages, in the order in which they meet them."""
    own = ((one.text, one.place) for one in center_words.own_words(root))
    return _collected((*_product(root), *own, _TAB_TITLE))


def of_product(root: Path) -> Found:
    """Return the words that no writer of a center changes: without them a language isn't built."""
    return _collected((*_product(root), _TAB_TITLE))


def _product(root: Path) -> Iterator[tuple[str, str]]:
    yield from _check(root)
    yield from _code(root)
    yield from _templates(root)


def _collected(pairs: Iterable[tuple[str, str]]) -> Found:
    found: Found = {}
    for text, place in pairs:
        if text.strip():
            found.setdefault(text, {})[place] = None
    return found


def of_engine(root: Path) -> list[str]:
    """Return the words that the engine says: questions, outcomes, reasons, its own sentences."""
    own = (pair for pair in _code(root) if pair[1].startswith("checker/"))
    return list(dict.fromkeys(text for text, _place in (*_check(root), *own)))


def update(root: Path, languages: list[str]) -> list[Path]:
    """Write the template and the catalogs of `languages`; return the files that changed."""
    template = _template(wanted(root))
    changed = _write(root / FOLDER / "messages.pot", template)
    for language in languages:
        file = root / catalog.path_of(language)
        known = Template(locale=language, header_comment=_head(language), fuzzy=False)
        if file.is_file():
            with file.open("rb") as opened:
                known = read_po(opened, locale=language)
        before = _previous(file)
        known.update(template)
        known.obsolete.clear()  # Git remembers what nobody says any more
        for message in known:
            # Babel reads the earlier English as a comment, and would add one each time.
            message.user_comments = [one for one in message.user_comments if one[:1] != "|"]
            if message.fuzzy and not message.previous_id and message.id in before:
                message.previous_id = [before[message.id]]
        known.header_comment = _head(language)
        changed += _write(file, known)
    return changed


def _previous(file: Path) -> dict[str, str]:
    """Return the English that each changed entry was translated from: Babel does not read it."""
    text = file.read_text("utf-8") if file.is_file() else ""
    found = {}
    for entry in text.split("\n\n"):
        old, new = (_joined(entry, start) for start in ("#| msgid ", "msgid "))
        if old and new:
            found[new] = old
    return found


def _joined(entry: str, start: str) -> str:
    """Return the text of an entry's `msgid`, which may go on over several lines."""
    rows, goes_on = [], False
    more = start.removesuffix("msgid ")
    for row in entry.splitlines():
        goes_on = row.startswith(start) or (goes_on and row.startswith(f'{more}"'))
        if goes_on:
            rows.append(row.removeprefix(start).removeprefix(more))
    return "".join(unescape(row) for row in rows)


def _head(language: str) -> str:
    name = Locale.parse(language).english_name
    return f"# {name}. Open this file in Poedit or Weblate; docs/translating.md says how."


def _template(words: Found) -> Template:
    template = Template(project="self-check site", header_comment="# Written by `make strings`.")
    for text, places in words.items():
        template.add(text, auto_comments=list(places))
    return template


def _write(file: Path, found: Template) -> list[Path]:
    """Write a catalog unless only its date would change."""
    found.creation_date = found.revision_date = _NO_DATE
    out = BytesIO()
    write_po(out, found, width=100, no_location=True, include_previous=True)
    rows = [row for row in out.getvalue().splitlines(keepends=True) if not _is_dated(row)]
    new = b"".join(rows)
    if file.is_file() and file.read_bytes() == new:
        return []
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(new)
    return [file]


_NO_DATE = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_DATED = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By', b'"Report-Msgid')


def _is_dated(row: bytes) -> bool:
    return row.startswith(_DATED)


def _check(root: Path) -> Iterator[tuple[str, str]]:
    """Give the words of questions, outcomes, banners and reasons, by their ids."""
    names = ("signs", "questionnaire", "outcomes")
    files = [yaml_source.read(root / f"checker/{n}.yml", Path(f"checker/{n}.yml")) for n in names]
    if any(file.issues or not file.data for file in files):
        return  # the linter names what is wrong there
    signs, asked, said = (file.data for file in files)
    data = compiler.compiled(signs["signs"], asked, said)
    for part in ("screens", "questions", *ids.SAID):
        yield from _voiced(data[part], (part.removesuffix("s"),))


def _voiced(data: Any, trail: tuple[str, ...]) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if catalog.is_voiced(data):
        voices: dict[str, list[str]] = {}
        for voice in (v for v in VOICES if isinstance(data.get(v), str)):
            voices.setdefault(data[voice], []).append(voice)
        for text, names in voices.items():
            yield text, f"{' '.join(trail)} ({', '.join(names)})"
    elif isinstance(data, dict):
        name = (str(data["id"]),) if "id" in data else ()
        for key, value in data.items():
            yield from _voiced(value, (*trail, *name, key))
    elif isinstance(data, list):
        for one in data:
            yield from _voiced(one, trail)


def _code(root: Path) -> Iterator[tuple[str, str]]:
    for file in (one for folder in CODE for one in visible(root / folder, "*.py")):
        name = file.relative_to(root).as_posix()
        for _line, text, _comments, _context in extract_from_file("python", file, _KEYWORDS):
            yield str(text), name


def _templates(root: Path) -> Iterator[tuple[str, str]]:
    for file in (one for folder in TEMPLATES for one in visible(root / folder, "*.html")):
        name = file.relative_to(root).as_posix()
        if file.name in SHOWN_TO_WRITERS and "overrides" in name:
            continue
        options = {"trimmed": "true", "silent": "false"}
        method = "jinja2.ext:babel_extract"
        for _line, text, _comments, _context in extract_from_file(
            method, file, _KEYWORDS, options=options
        ):
            yield str(text), name


def main(words: list[str]) -> int:
    """Update the catalogs of the center's languages, and of those named; return the exit code."""
    root = Path.cwd()
    languages = {*center.load(root).languages, *words}
    languages |= {file.parts[-3] for file in root.glob(f"{FOLDER}/*/LC_MESSAGES/messages.po")}
    languages -= {catalog.SOURCE_LANGUAGE}
    for language in sorted(languages):
        try:
            Locale.parse(language)
        except (UnknownLocaleError, ValueError):
            sys.stderr.write(f"“{language}” is no language code. Write two letters, such as es.\n")
            return 1
    changed = update(root, sorted(languages))
    for file in changed:
        sys.stdout.write(f"Updated {file.relative_to(root)}\n")
    for language in sorted(languages):
        read = catalog.read(root, language)
        open_ = list(catalog.untranslated(read, wanted(root)))
        for issue in read.issues:
            sys.stdout.write(f"{issue}\n")
        strings = "string" if len(open_) == 1 else "strings"
        sys.stdout.write(f"{language}: {len(open_)} {strings} to translate or to compare\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
