"""The data files that people edit: where they are, and their entries as typed objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from site_config.content_model.data_schema import Term
from site_config.core import yaml_source
from site_config.core.issues import Issue
from site_config.core.validation import validated

if TYPE_CHECKING:
    from pydantic import BaseModel

    from site_config.core.yaml_source import Located, YamlValue

SOURCES = "content/_data/sources.yml"
CRISIS_LINES = "content/_data/crisis_lines.yml"
PEOPLE = "content/_data/people.yml"
HELPFUL_PAGES = "content/_data/helpful_pages.yml"
SEARCH_WORDS = "content/_data/search_words.yml"
TERMS = "site_config/house_terms.yml"
ALLOWED = "site_config/allowed.yml"
SIGNS = "checker/signs.yml"
QUESTIONNAIRE = "checker/questionnaire.yml"
OUTCOMES = "checker/outcomes.yml"


@dataclass
class DataFiles:
    """Reads the YAML files under `root`; what is wrong in them is in `issues`.

    `places` has, for each file that is there, the lines of its values.
    """

    root: Path
    places: dict[str, Located] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def load(self, name: str, *, optional: bool = False) -> YamlValue:
        """Return the data of the file `name`; None if it is empty or cannot be read."""
        path, file = Path(name), self.root / name
        if optional and not file.is_file():
            return None
        located = yaml_source.read(file, path)
        if file.is_file():
            self.places[name] = located
        self.issues += located.issues
        if located.data is None and not (optional or located.issues):
            self.issues.append(Issue(path, 1, "The file is empty", "Put back what it held"))
        return located.data

    def one[Model: BaseModel](
        self, name: str, model: type[Model], data: YamlValue, *key: str | int
    ) -> Model | None:
        """Return `data`, which stands at `key` in the loaded file `name`, as `model`."""
        entry, issues = validated(model, data, self.places[name], Path(name), key)
        self.issues += issues
        return entry

    def many[Model: BaseModel](
        self, name: str, model: type[Model], data: YamlValue, *key: str
    ) -> list[Model]:
        """Return the entries of the list `data`, which stands at `key`, each as `model`."""
        if not isinstance(data, list):
            message = "A list is expected here"
            self.issues.append(Issue(Path(name), 1, message, "Start each entry with `- `"))
            return []
        entries = (self.one(name, model, one, *key, at) for at, one in enumerate(data))
        return [entry for entry in entries if entry]

    def listed[Model: BaseModel](
        self, name: str, model: type[Model], *, optional: bool = False
    ) -> list[Model]:
        """Return the entries of a file that is one list."""
        return self.many(name, model, self.load(name, optional=optional) or [])

    def named[Model: BaseModel](self, name: str, model: type[Model]) -> dict[str, Model]:
        """Return the entries of a file that gives each a key."""
        data = self.load(name) or {}
        if not isinstance(data, dict):
            message = "Entries are expected here, each under its key"
            self.issues.append(Issue(Path(name), 1, message, "Start each with `key:`"))
            return {}
        entries = {key: self.one(name, model, entry, key) for key, entry in data.items()}
        return {key: entry for key, entry in entries.items() if entry}


def terms_of(root: Path, language: str) -> tuple[list[Term], list[Issue]]:
    """Return the house words of another language; none without a list of its own."""
    name = TERMS.replace(".yml", f".{language}.yml")
    if not (root / name).is_file():
        return [], []
    return _terms_of(root, name, (root / name).stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _terms_of(root: Path, name: str, _changed: int) -> tuple[list[Term], list[Issue]]:
    files = DataFiles(root)
    return house_terms(files, name), files.issues


def house_terms(files: DataFiles, name: str) -> list[Term]:
    """Return the entries of a list of house words."""
    data = files.load(name) or {}
    if isinstance(data, dict):
        return files.many(name, Term, data.get("terms") or [], "terms")
    message = "The list of words has no name"
    files.issues.append(Issue(Path(name), 1, message, "Write `terms:` above the first entry"))
    return []
