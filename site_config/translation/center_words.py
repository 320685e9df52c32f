"""The center's own words outside of pages: menu titles, what center.yml says, names of authors.

They are in the catalogs like all others. But whoever writes them may not speak the other languages,
and can publish all the same: what has no translation yet is shown in English, marked as such.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from babel import Locale

from site_config.core import yaml_source
from site_config.core.issues import Issue
from site_config.settings import center, languages
from site_config.translation import catalog

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from site_config.core.yaml_source import Key, Located

MENU = "mkdocs.yml"
GUIDE = "docs/translating.md"
PEOPLE = "content/_data/people.yml"
TAB_TITLE = center.DEFAULT.selfcheck.title
"""What the self-check's tab shows in a language that has no words for the center's own title."""
_OF_CENTER = ("hours", "admissions", "offers", "insurance", "team", "events", "jobs")
_NOT_WORDS = frozenset(
    {"name", "credential", "day", "starts", "ends", "url", "posted", "until", "kind"}
)
"""Names, days and addresses; an event's `name` and a job's `kind` are words all the same."""


class OwnWords(NamedTuple):
    """Words of the center, and where they are written."""

    text: str
    path: Path
    line: int
    kind: str

    @property
    def place(self) -> str:
        """Return the file, as a translator's note names it."""
        return f"{MENU}, nav" if self.path.name == MENU else self.path.as_posix()


def own_words(root: Path) -> Iterator[OwnWords]:
    """Give the words in the order in which visitors meet them."""
    yield from _menu_titles(root)
    yield from _of_center(root)
    yield from _author_names(root)


def as_html(found: catalog.Catalog, text: str) -> str:
    """Return the words in a catalog's language, or in English and marked so: it's read aloud."""
    said = found.words.get(text)
    if said or found.language == languages.SOURCE:
        return escape(said or text)
    return f'<span lang="{languages.SOURCE}">{escape(text)}</span>'


def untranslated(found: catalog.Catalog, root: Path, product: Collection[str]) -> Iterator[Issue]:
    """Give a warning for each of the words that this language shows in English.

    Words that the `product` says too are left out: without them the language isn't built.
    """
    name = Locale.parse(found.language).get_display_name(languages.SOURCE) or found.language
    seen = set(product)
    for one in own_words(root):
        if one.text in found.words or one.text in seen:
            continue
        seen.add(one.text)
        message = f"{one.kind} “{catalog.short(one.text)}” isn't in {name} yet"
        fix = f"You can publish: until it's translated ({GUIDE}), {_instead(one.kind, name)}"
        yield Issue(one.path, one.line, message, fix, "warning")


def _instead(kind: str, language: str) -> str:
    if kind == _TAB:
        return f"the {language} tab says “{TAB_TITLE}” in {language}"
    own = ", or the translated page's own title" if kind == _TITLE else ""
    return f"the {language} site shows it in English{own}"


_TITLE, _TAB = "The menu title", "The self-check's title"


def _menu_titles(root: Path) -> Iterator[OwnWords]:
    if not (root / MENU).is_file():
        return
    menu = yaml_source.read(root / MENU, Path(MENU))
    nav = menu.data.get("nav") if isinstance(menu.data, dict) else None
    yield from _titles(nav, ("nav",), menu)


def _titles(nav: Any, key: Key, menu: Located) -> Iterator[OwnWords]:  # noqa: ANN401
    for place, item in enumerate(nav if isinstance(nav, list) else ()):
        for title, inside in item.items() if isinstance(item, dict) else ():
            own = (*key, place, str(title))
            yield OwnWords(str(title), Path(MENU), menu.line(*own), _TITLE)
            yield from _titles(inside, own, menu)


def _of_center(root: Path) -> Iterator[OwnWords]:
    if not (root / center.NAME).is_file():
        return
    facts, _issues = center.read(root)
    path = Path(center.NAME)
    yield OwnWords(facts.selfcheck.title, path, facts.line("selfcheck", "title"), _TAB)
    said = facts.model_dump()
    for name in _OF_CENTER:
        for key, text in _texts(said[name], (name,)):
            yield OwnWords(text, path, facts.line(*key), f"In “{name}”,")


def _texts(value: Any, key: Key) -> Iterator[tuple[Key, str]]:  # noqa: ANN401
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, one in value.items():
            if key[0] == "jobs" and name == "kind" and one:
                yield (*key, name), str(one).capitalize()
            elif name not in _NOT_WORDS or (key[0] == "events" and name == "name"):
                yield from _texts(one, (*key, name))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _texts(one, (*key, place))


def _author_names(root: Path) -> Iterator[OwnWords]:
    """Names of authors that are no person's: "Editorial team"."""
    if not (root / PEOPLE).is_file():
        return
    people = yaml_source.read(root / PEOPLE, Path(PEOPLE))
    authors = people.data.get("authors") if isinstance(people.data, dict) else None
    for key, one in authors.items() if isinstance(authors, dict) else ():
        if isinstance(one, dict) and isinstance(one.get("name"), str):
            line = people.line("authors", key, "name")
            yield OwnWords(one["name"], Path(PEOPLE), line, "The author's name")
