"""The languages that a center lists: pages, catalogs, words of shared facts, and their checks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from site_config.content_model.data_files import terms_of
from site_config.content_model.document import Writer
from site_config.content_model.page import Page
from site_config.core.issues import Issue, IssuesFound
from site_config.linter.page_rules.translations import EASIEST_WANTED
from site_config.linter.rule import Rule
from site_config.security import privacy_promises
from site_config.settings import center, languages, shared_data
from site_config.translation import catalog, center_words, shared_words, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.project import Project
    from site_config.linter.rule import Context

NEEDED = ("index.md", "help-now.md", "self-check.md", "search.md")
"""Pages that every language must have; of others, visitors are led to the English one."""


def pages(project: Project) -> Iterator[Page]:
    """Give each catalog's words as a page, for the rules on words."""
    for language in project.center.languages[1:]:
        read = catalog.read(project.root, language)
        page = Page(catalog.path_of(language), str(catalog.path_of(language)), language=language)
        for text, said in read.words.items():
            writer = Writer("paragraph", read.lines[text])
            writer.add(re.sub(r"<[^>]*>|%\(\w+\)s", "", said))
            if block := writer.block():
                page.parts.blocks.append(block)
        yield page


def _languages(context: Context) -> Iterator[Issue]:
    project = context.project
    line = project.center.line("languages")
    for language in project.center.languages[1:]:
        try:
            Locale.parse(language)
        except (UnknownLocaleError, ValueError):
            message = f"“{language}” is no language code"
            yield Issue(Path(center.NAME), line, message, "Write two letters, such as es")
            continue
        yield from _words(project, language)
        yield from _missing_pages(project, language)
        yield from _unchecked(project, language, line)


def waiting(project: Project) -> Iterator[Issue]:
    """Give what waits to be translated and keeps nothing off the site: for `make stale`."""
    for language in project.center.languages[1:]:
        found = (*_words(project, language), *_missing_pages(project, language))
        yield from (issue for issue in found if issue.severity == "warning")


def _words(project: Project, language: str) -> Iterator[Issue]:
    """What is wrong with a language's catalog and with its words of shared facts."""
    read = catalog.read(project.root, language)
    yield from read.issues
    if read.lines:
        product = strings.of_product(project.root)
        yield from catalog.untranslated(read, product)
        yield from center_words.untranslated(read, project.root, product)
    try:
        yield from _shared_words(project.root, language, project.center)
    except IssuesFound:
        return  # the English data: said by the rules for them


def _shared_words(root: Path, language: str, facts: center.Center) -> list[Issue]:
    lines = shared_data.crisis_lines(root)
    names = privacy_promises.names(root)
    state = shared_data.state_facts(root, facts)
    return [
        *shared_words.crisis_lines(root, language, lines)[1],
        *shared_words.promises(root, language, names)[1],
        *shared_words.helpful_pages(root, language)[1],
        *shared_words.state_facts(root, language, facts, state)[1],
        *shared_words.glossary(root, language)[1],
        *shared_words.search_words(root, language, shared_data.search_words(root))[1],
    ]


def _missing_pages(project: Project, language: str) -> Iterator[Issue]:
    there = {
        languages.in_english(page.name, language)
        for page in project.pages.values()
        if page.language == language
    }
    english = {p.name for p in project.pages.values() if p.language == languages.SOURCE}
    for name in sorted(english - there - (project.hidden - set(NEEDED))):
        path = Path("content", language, name)
        if name in NEEDED:
            fix = f"Translate content/{name} into this file"
            yield Issue(path, 1, "Every language needs this page", fix)
        else:
            fix = f"Translate content/{name} into this file; until then visitors are led to it"
            yield Issue(path, 1, "This page isn't translated", fix, "warning")
    for name in sorted(there - english):
        message = "There is no English page of this name"
        yield Issue(Path("content", language, name), 1, message, _moved(project, language, name))


def _moved(project: Project, language: str, name: str) -> str:
    """Return the fix for a translation whose English page is gone: it may have another name."""
    address = Page(Path(name), name).url
    for page in project.pages.values():
        was = page.meta.get("was")
        if page.language == languages.SOURCE and isinstance(was, list) and address in was:
            own = Path("content", language, page.name).as_posix()
            return f"Its English page has another name now: rename this file to {own}"
    return (
        "Was the English page renamed? Give this file the same new name. Was it deleted? Delete "
        "this file too. Both need no translating"
    )


def _unchecked(project: Project, language: str, line: int) -> Iterator[Issue]:
    """What nobody checks in this language because the project has no rule for it."""
    _terms, issues = terms_of(project.root, language)
    yield from issues
    if language not in EASIEST_WANTED:
        message = f"No formula for ease of reading is set for the language “{language}”"
        fix = "Have pages in it read by someone who reads little, or add a formula made for it"
        yield Issue(Path(center.NAME), line, f"{message}: nothing measures it", fix, "warning")
    if not (project.root / f"site_config/house_terms.{language}.yml").is_file():
        message = f"There is no list of house words for the language “{language}”"
        fix = f"Write site_config/house_terms.{language}.yml, in the form of house_terms.yml"
        yield Issue(Path(center.NAME), line, message, fix, "warning")


RULES = (
    Rule(
        "translation",
        "A listed language with a page, a string or the words of a shared fact missing, changed "
        "in English since, or with a broken placeholder; a wrong language code. Menu titles and "
        "words of center.yml that are missing are a warning: they are shown in English",
        "Do what the message says; docs/translating.md shows how",
        _languages,
    ),
)
"""The rules of this family."""
