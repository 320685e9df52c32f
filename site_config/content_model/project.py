"""All that the rules look at: the pages and the data files, read once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from site_config.content_model.article_schema import Article, Special
from site_config.content_model.contact_details import digits_of, find_phones
from site_config.content_model.data_files import (
    ALLOWED,
    CRISIS_LINES,
    HELPFUL_PAGES,
    OUTCOMES,
    PEOPLE,
    QUESTIONNAIRE,
    SEARCH_WORDS,
    SIGNS,
    SOURCES,
    TERMS,
    DataFiles,
    house_terms,
)
from site_config.content_model.data_schema import (
    AllowedPhrase,
    CrisisLine,
    HelpfulPage,
    People,
    SearchWords,
    Source,
    StateFact,
    StateFile,
    Term,
)
from site_config.content_model.document import MARKER
from site_config.content_model.markdown_reader import read_markdown
from site_config.content_model.mkdocs_settings import left_out, settings_issues
from site_config.content_model.normalization import plain
from site_config.content_model.page import Page, page_of, read_page
from site_config.content_model.publication import is_online
from site_config.core import yaml_source
from site_config.core.files import visible
from site_config.core.issues import Issue
from site_config.core.source_text import read_text
from site_config.core.validation import valid_values, validated
from site_config.settings import center, languages
from site_config.settings.languages import language_of
from site_config.settings.shared_data import GLOSSARY, PUBLISHED, STATES, UNVERIFIED, state_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.core.yaml_source import Located, YamlValue

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
    facts_of_all: list[dict[str, Any]] = field(default_factory=list)
    """Facts of every state that has a file, as they stand there: pages serve centers in each."""
    terms: list[Term] = field(default_factory=list)
    allowed: list[AllowedPhrase] = field(default_factory=list)
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
    def allowed_to(self) -> dict[str, list[tuple[int, AllowedPhrase]]]:
        """Return the entries of allowed.yml by the rule that they name, each with its place."""
        found: dict[str, list[tuple[int, AllowedPhrase]]] = {}
        for at, entry in enumerate(self.allowed):
            found.setdefault(entry.rule, []).append((at, entry))
        return found

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

    def pages_in(self, language: str) -> list[str]:
        """Return the names of the pages in `language`: no link may lead out of it by a guess."""
        return [name for name, page in self.pages.items() if page.language == language]

    def original(self, page: Page) -> Page | None:
        """Return the English page that `page` translates."""
        return self.pages.get(languages.in_english(page.name, page.language))

    def names_source(self, key: str) -> bool:
        """Whether sources.yml has an entry `key`, be it with a mistake of its own.

        True of any key if that file cannot be read: that is said once, not on each page.
        """
        located = self.places.get(SOURCES)
        entries = located.data if located else None
        return key in entries if isinstance(entries, dict) else True

    def cited_sources(self) -> set[str]:
        """Return the keys that pages, rules of the check and facts of the center's state cite."""
        keys = {key for page in self.pages.values() for key in MARKER.findall(page.text())}
        keys |= {key for key, _line in self.rule_sources()}
        return keys | {fact.source for fact in self.state_facts.values()}

    def sources_of_states(self) -> set[str]:
        """Return the keys that the facts of any state name."""
        return {str(fact.get("source")) for fact in self.facts_of_all}

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
    project.issues += settings_issues(root)
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
    root, files = project.root, DataFiles(project.root, project.places, project.issues)
    project.sources = files.named(SOURCES, Source)
    project.crisis_lines = files.listed(CRISIS_LINES, CrisisLine)
    project.helpful_pages = files.listed(HELPFUL_PAGES, HelpfulPage)
    if (file := root / GLOSSARY).is_file():
        text, issues = read_text(file, project.path(GLOSSARY))
        project.issues += issues
        project.glossary = Page(project.path(GLOSSARY), GLOSSARY)
        project.glossary.parts = read_markdown(text or "")
    if (people := files.load(PEOPLE)) is not None:
        project.people = files.one(PEOPLE, People, people)
    if words := files.load(SEARCH_WORDS, optional=True):
        project.search_words = files.one(SEARCH_WORDS, SearchWords, words)
    project.terms = house_terms(files, TERMS)
    project.allowed = files.listed(ALLOWED, AllowedPhrase, optional=True)
    signs = (files.load(SIGNS) or {}).get("signs") or []
    project.signs = frozenset(sign["id"] for sign in signs)
    project.questionnaire = files.load(QUESTIONNAIRE)
    project.outcomes = files.load(OUTCOMES)
    if (root / center.NAME).is_file():
        project.center, issues = center.read(root)
        project.issues += issues
    _read_state(project, files)


def _read_state(project: Project, files: DataFiles) -> None:
    for file in visible(project.root / STATES, "*.yml"):
        data = yaml_source.read(file, project.path(STATES)).data
        facts = data.get("facts") if isinstance(data, dict) else None
        listed = facts if isinstance(facts, list) else ()
        project.facts_of_all += [fact for fact in listed if isinstance(fact, dict)]
    name = state_file(project.center)
    data = files.load(name, optional=True) if name else None
    if name is None or data is None:
        return
    facts = data.get("facts") if isinstance(data, dict) else None
    frame = data | {"facts": []} if isinstance(facts, list) else data
    files.one(name, StateFile, frame)
    if isinstance(facts, list):
        for fact in files.many(name, StateFact, facts, "facts"):
            project.state_facts.setdefault(fact.id, fact)
