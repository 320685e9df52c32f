"""All that the rules look at: the pages and the data files, read once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import yaml
from pathspec import GitIgnoreSpec

from site_config.content_model.contact_details import digits_of, find_phones
from site_config.content_model.markdown_reader import read_markdown
from site_config.content_model.normalization import plain
from site_config.content_model.page import Page, page_of, read_page
from site_config.content_model.publication import is_online
from site_config.content_model.schema import (
    Allowed,
    Article,
    CrisisLine,
    HelpfulPage,
    People,
    SearchWords,
    Source,
    Special,
    StateFact,
    StateFile,
    Term,
)
from site_config.core import yaml_source
from site_config.core.files import visible
from site_config.core.issues import Issue
from site_config.core.source_text import read_text
from site_config.core.validation import valid_values, validated
from site_config.settings import center, languages
from site_config.settings.languages import SOURCE, language_of
from site_config.settings.shared_data import GLOSSARY, PUBLISHED, UNVERIFIED, state_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
SETTINGS = "mkdocs.yml"
_DIALED = ("call", "text")


class _Everything(frozenset[str]):
    """All contacts there are."""

    def __contains__(self, _contact: object) -> bool:
        return True


@dataclass
class Project:
    """The project under `root` on the day `today`; a `release` is held to more.

    `places` has, for each data file, the lines of its values.
    """

    root: Path
    today: dt.date
    release: bool = False
    pages: dict[str, Page] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    crisis_lines: list[CrisisLine] = field(default_factory=list)
    helpful_pages: list[HelpfulPage] = field(default_factory=list)
    search_words: SearchWords | None = None
    """What every result of the check links to."""
    glossary: Page | None = None
    """The abbreviations that every page explains; it has no front matter."""
    people: People | None = None
    state_facts: dict[str, StateFact] = field(default_factory=dict)
    """Facts of the center's state, published or not, by id."""
    terms: list[Term] = field(default_factory=list)
    allowed: list[Allowed] = field(default_factory=list)
    signs: frozenset[str] = frozenset()
    center: center.Center = center.DEFAULT
    questionnaire: YamlValue = None
    outcomes: YamlValue = None
    places: dict[str, Located] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    now: dt.datetime | None = None
    """The moment at the center; without it, the end of `today`."""

    def path(self, name: str) -> Path:
        """Return the path to put into an issue."""
        return self.root.joinpath(name).relative_to(self.root)

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Pages that are kept back until a later moment, and those that were taken off."""
        return self._offline("publish_on", "unpublish_on")

    @cached_property
    def taken_off(self) -> frozenset[str]:
        """Pages that were online until their `unpublish_on`."""
        return self.hidden - self._offline("publish_on", "")

    def _offline(self, start: str, end: str) -> frozenset[str]:
        now = self.now or dt.datetime.combine(self.today, dt.time.max)
        return frozenset(
            name
            for name, page in self.pages.items()
            if not is_online(page.values.get(start), page.values.get(end), now)
        )

    @cached_property
    def crisis_entries(self) -> list[dict[str, Any]] | None:
        """Return the lines to call as they stand in their file; None if it cannot be read."""
        located = self.places.get(CRISIS_LINES)
        if located is None or not isinstance(located.data, list):
            return None
        return [entry if isinstance(entry, dict) else {} for entry in located.data]

    @cached_property
    def crisis_digits(self) -> frozenset[str]:
        """Return the digits of all numbers to call or text, checked or not."""
        numbers = (entry.get(name) for entry in self.crisis_entries or () for name in _DIALED)
        return frozenset(digits_of(str(number)) for number in numbers if number)

    @cached_property
    def known_contacts(self) -> frozenset[str]:
        """Return the digits of all numbers that the site may show, and its mail address.

        The numbers are those of crisis_lines.yml that someone has checked (also those in its
        sentences), the center's own, and those in facts of its state that someone has read. A line
        there with a mistake of form still counts, and if the file cannot be read every number
        does: that issue is said once, not on each page that names one.
        """
        if self.crisis_entries is None:
            return _Everything()
        checked = [line for line in self.crisis_entries if line.get("evidence") not in UNVERIFIED]
        numbers = [line.get(name) for line in checked for name in _DIALED]
        numbers += [self.center.phone, self.center.text_line]
        texts = [line.get(name) for line in checked for name in ("call_display", "what")]
        texts += [fact.text for fact in self.state_facts.values() if fact.evidence == PUBLISHED]
        phones = [phone.digits for text in texts for phone in find_phones(plain(str(text or "")))]
        mail = [self.center.email.lower()] if self.center.email else []
        return frozenset([*(digits_of(str(one)) for one in numbers if one), *phones, *mail])

    def original(self, page: Page) -> Page | None:
        """Return the English page that `page` translates."""
        return self.pages.get(languages.plain(page.name, page.language))

    def names_source(self, key: str) -> bool:
        """Whether sources.yml has an entry `key`, be it with a mistake of its own.

        True of any key if that file cannot be read: that is said once, not on each page.
        """
        located = self.places.get(SOURCES)
        entries = located.data if located else None
        return key in entries if isinstance(entries, dict) else True

    def rule_sources(self) -> Iterator[tuple[str, int]]:
        """Give the source key behind each rule of the short check, with its line."""
        rules = self.outcomes.get("rules") if isinstance(self.outcomes, dict) else None
        for index, rule in enumerate(rules if isinstance(rules, list) else []):
            if isinstance(rule, dict) and isinstance(key := rule.get("source"), str):
                yield key, self.places[OUTCOMES].line("rules", index, "source")


def read_project(
    root: Path, today: dt.date, *, release: bool = False, now: dt.datetime | None = None
) -> Project:
    """Read everything; what cannot be read is in `.issues`, the rest is there to be checked."""
    project = Project(root, today, release, now=now)
    project.issues += _settings_issues(root)
    _read_data(project)
    content = root / "content"
    if not content.is_dir():
        issue = Issue(project.path("content"), 1, "There is no folder content/", "Put it back")
        project.issues.append(issue)
    out = left_out(root)
    for file in visible(content, "*.md"):
        name = file.relative_to(content).as_posix()
        if not out.match_file(name):
            project.pages[name] = _page(project, file, name)
    return project


def terms_of(root: Path, language: str) -> tuple[list[Term], list[Issue]]:
    """Return the house words of another language; none without a list of its own."""
    name = TERMS.replace(".yml", f".{language}.yml")
    if not (root / name).is_file():
        return [], []
    return _terms_of(root, name, (root / name).stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _terms_of(root: Path, name: str, _changed: int) -> tuple[list[Term], list[Issue]]:
    reading = Project(root, dt.date.min)
    terms = _load(reading, name) or {}
    listed = terms.get("terms") if isinstance(terms, dict) else None
    return _models(reading, name, Term, listed or [], ("terms",)), reading.issues


def settings(root: Path) -> dict[str, yaml.Node]:
    """Return the settings of mkdocs.yml as YAML nodes, which know their lines; {} without it."""
    file = root / SETTINGS
    return _settings_of(file.read_text("utf-8")) if file.is_file() else {}


def _settings_issues(root: Path) -> list[Issue]:
    """Return what makes mkdocs.yml unreadable: its menu is typed by hand."""
    file = root / SETTINGS
    text = file.read_text("utf-8") if file.is_file() else ""
    try:
        yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        return [yaml_source.unreadable(error, text, file.relative_to(root))]
    return []


@lru_cache(maxsize=4)
def _settings_of(text: str) -> dict[str, yaml.Node]:
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError:
        return {}  # said once, by read_project
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {name.value: value for name, value in node.value}


def patterns(root: Path, *names: str) -> GitIgnoreSpec:
    """Return the pages that these settings of mkdocs.yml list, one pattern a line."""
    found = settings(root)
    lines = [line for name in names if name in found for line in found[name].value.splitlines()]
    return GitIgnoreSpec.from_lines(lines)


def left_out(root: Path) -> GitIgnoreSpec:
    """Return what mkdocs.yml keeps out of a published site."""
    listed = center.read(root)[0].languages if (root / center.NAME).is_file() else [SOURCE]
    others = languages.left_out(root / "content", listed)
    named = patterns(root, "exclude_docs", "draft_docs")
    return GitIgnoreSpec.from_lines(["/_data/", *others]) + named


def with_page(project: Project, name: str, text: str) -> Project:
    """Return `project` as if the file content/`name` held `text`; nothing is written."""
    changed = replace(project, pages=dict(project.pages), issues=[])
    page = page_of(text, project.path(f"content/{name}"), name)
    changed.pages[name] = _validated_page(changed, page)
    return changed


def _page(project: Project, file: Path, name: str) -> Page:
    page = read_page(file, project.path(f"content/{name}"), name)
    return _validated_page(project, page)


def _validated_page(project: Project, page: Page) -> Page:
    """Hold the page's front matter against the schema; put what is wrong into `project`."""
    page.language = language_of(page.name, project.center.languages)
    if "template" in page.meta and "author" not in page.meta:
        page.issues += validated(Special, page.front.data, page.front, page.path)[1]
    elif page.front.data is not None:
        page.article, issues = validated(Article, page.front.data, page.front, page.path)
        page.values = _values_of(page)
        page.issues += issues
    elif not page.issues:
        page.issues.append(
            Issue(page.path, 1, "The lines at the top are empty", "docs/for-writers.md shows them")
        )
    project.issues += page.issues
    return page


def _values_of(page: Page) -> dict[str, Any]:
    if page.article is None:
        return valid_values(Article, page.front.data)
    return {name: getattr(page.article, name) for name in page.meta}


def _read_data(project: Project) -> None:
    root = project.root
    project.sources = _named(project, SOURCES, Source)
    project.crisis_lines = _listed(project, CRISIS_LINES, CrisisLine)
    project.helpful_pages = _listed(project, HELPFUL_PAGES, HelpfulPage)
    if (file := root / GLOSSARY).is_file():
        text, issues = read_text(file, project.path(GLOSSARY))
        project.issues += issues
        project.glossary = Page(project.path(GLOSSARY), GLOSSARY)
        project.glossary.parts = read_markdown(text or "")
    people = _load(project, PEOPLE)
    if people is not None:
        project.people, issues = validated(
            People, people, project.places[PEOPLE], project.path(PEOPLE)
        )
        project.issues += issues
    if words := _load(project, SEARCH_WORDS, optional=True):
        project.search_words, issues = validated(
            SearchWords, words, project.places[SEARCH_WORDS], project.path(SEARCH_WORDS)
        )
        project.issues += issues
    terms = _load(project, TERMS) or {}
    project.terms = _models(project, TERMS, Term, terms.get("terms") or [], ("terms",))
    project.allowed = _listed(project, ALLOWED, Allowed, optional=True)
    signs = (_load(project, SIGNS) or {}).get("signs") or []
    project.signs = frozenset(sign["id"] for sign in signs)
    project.questionnaire = _load(project, QUESTIONNAIRE)
    project.outcomes = _load(project, OUTCOMES)
    if (root / center.NAME).is_file():
        project.center, issues = center.read(root)
        project.issues += issues
    _read_state(project)


def _read_state(project: Project) -> None:
    name = state_file(project.center)
    data = _load(project, name, optional=True) if name else None
    if name is None or data is None:
        return
    facts = data.get("facts") if isinstance(data, dict) else None
    frame = data | {"facts": []} if isinstance(facts, list) else data
    project.issues += validated(StateFile, frame, project.places[name], project.path(name))[1]
    if not isinstance(facts, list):
        return
    for fact in _models(project, name, StateFact, facts, ("facts",)):
        project.state_facts.setdefault(fact.id, fact)


def _load(project: Project, name: str, *, optional: bool = False) -> YamlValue:
    """Return the data of the YAML file `name`; remember its places and issues."""
    path, file = project.path(name), project.root / name
    if optional and not file.is_file():
        return None
    located = yaml_source.read(file, path)
    if file.is_file():
        project.places[name] = located
    project.issues += located.issues
    if located.data is None and not (optional or located.issues):
        project.issues.append(Issue(path, 1, "The file is empty", "Put back what it held"))
    return located.data


def _named[Model: BaseModel](project: Project, name: str, model: type[Model]) -> dict[str, Model]:
    data = _load(project, name) or {}
    if not isinstance(data, dict):
        message = "Entries are expected here, each under its key"
        project.issues.append(Issue(project.path(name), 1, message, "Start each with `key:`"))
        return {}
    found = {}
    for key, entry in data.items():
        one, issues = validated(model, entry, project.places[name], project.path(name), (key,))
        project.issues += issues
        if one:
            found[key] = one
    return found


def _listed[Model: BaseModel](
    project: Project, name: str, model: type[Model], *, optional: bool = False
) -> list[Model]:
    return _models(project, name, model, _load(project, name, optional=optional) or [])


def _models[Model: BaseModel](
    project: Project, name: str, model: type[Model], data: YamlValue, key: tuple[str, ...] = ()
) -> list[Model]:
    if not isinstance(data, list):
        message = "A list is expected here"
        project.issues.append(Issue(project.path(name), 1, message, "Start each entry with `- `"))
        return []
    found = []
    for index, entry in enumerate(data):
        one, issues = validated(
            model, entry, project.places[name], project.path(name), (*key, index)
        )
        project.issues += issues
        if one:
            found.append(one)
    return found
