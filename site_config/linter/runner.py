"""Runs every rule over every page and data file of a project."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from site_config.content_model.project import read_project
from site_config.linter.allowlist import Allowances
from site_config.linter.page_rules import (
    accessible_markup,
    broken_marks,
    citations,
    claims,
    crisis_safety,
    empty_parts,
    external_resources,
    form_of_words,
    front_matter,
    harmful_claims,
    house_style,
    linked_numbers,
    medicine_safety,
    own_facts,
    pasted_word,
    personal_claims,
    placeholders,
    raw_html,
    readability,
    review_claims,
    signs_and_capitals,
    stray_markup,
    table_form,
    tracking_links,
    translations,
    typed_layout,
    unfinished,
    voice,
)
from site_config.linter.remembered import Checked, Remembered
from site_config.linter.rule import Rule
from site_config.linter.site_rules import (
    addresses,
    center_facts,
    crisis_lines,
    file_names,
    glossary,
    house_terms,
    links,
    navigation,
    pictures,
    questionnaire_text,
    sources,
    state_facts,
    template_text,
)
from site_config.linter.site_rules import translations as languages
from site_config.settings import calendar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.core.issues import Issue
    from site_config.linter.rule import Context

PAGE_RULES = (
    *front_matter.RULES,
    *unfinished.RULES,
    *empty_parts.RULES,
    *citations.RULES,
    *claims.RULES,
    *harmful_claims.RULES,
    *personal_claims.RULES,
    *medicine_safety.RULES,
    *review_claims.RULES,
    *own_facts.RULES,
    *house_style.RULES,
    *readability.RULES,
    *crisis_safety.RULES,
    *linked_numbers.RULES,
    *accessible_markup.RULES,
    *table_form.RULES,
    *form_of_words.RULES,
    *placeholders.RULES,
    *raw_html.RULES,
    *broken_marks.RULES,
    *external_resources.RULES,
    *tracking_links.RULES,
    *stray_markup.RULES,
    *pasted_word.RULES,
    *typed_layout.RULES,
    *signs_and_capitals.RULES,
    *voice.RULES,
    *translations.RULES,
)
"""Looked for on each page."""

_OF_WORDS = frozenset(
    {
        *("house-words", "tone", "unchecked-contact", "linked-number", "contractions"),
        "translated-words",
    }
)
WORD_RULES = tuple(rule for rule in PAGE_RULES if rule.id in _OF_WORDS)
"""Looked for as well in the self-check, data files, templates and the glossary."""

SITE_RULES = (
    *links.RULES,
    *navigation.RULES,
    *file_names.RULES,
    *pictures.RULES,
    *addresses.RULES,
    *sources.RULES,
    *crisis_lines.RULES,
    *center_facts.RULES,
    *state_facts.RULES,
    *glossary.RULES,
    *house_terms.RULES,
    *questionnaire_text.RULES,
    *template_text.RULES,
    *languages.RULES,
)
"""Looked for once in the whole project."""


def _read_issues(context: Context) -> Iterator[Issue]:
    yield from context.project.issues


READING = Rule(
    "file-form",
    "A file that can't be read, or a setting that is missing, unknown or of another form",
    "Do what the message says; docs/for-writers.md shows the form of a page",
    _read_issues,
)


def _no_issues(_context: Context) -> Iterator[Issue]:
    yield from ()


ALLOWLIST = Rule(
    "allowed",
    "An entry of site_config/allowed.yml that names no rule or page, or that nothing needs",
    "Correct the entry or delete it",
    _no_issues,  # found by Allowances, after all other rules
)

RULES = (READING, *PAGE_RULES, *SITE_RULES, ALLOWLIST)


def check_site(
    root: Path,
    *,
    release: bool = False,
    today: dt.date | None = None,
    remembered: Remembered | None = None,
) -> list[Issue]:
    """Return every issue of the project under `root`, sorted by file and line.

    A `release` is held to more: reviews and phone numbers that are overdue become errors.
    `today` is for tests and for a look ahead; `remembered` spares pages that did not change since
    the check before.
    """
    now = calendar.now_at(root)
    if today:
        project = read_project(root, today, release=release)
    else:
        project = read_project(root, now.date(), release=release, now=now)
    allowances = Allowances(project)
    found = set(_found(project, allowances, remembered or Remembered()))
    found |= {replace(issue, rule=ALLOWLIST.id) for issue in allowances.issues(RULES)}
    return sorted(found)


def check_page(project: Project, name: str) -> list[Issue]:
    """Return the issues of the page `name` alone, for an editor that asks while someone writes.

    Its menu entry is left out: that is made when the page is saved.
    """
    allowances = Allowances(project)
    page = project.pages[name]
    found = {issue for rule in PAGE_RULES for issue in rule.issues(project, allowances, page)}
    rules = (READING, *links.RULES, *pictures.RULES, *addresses.RULES, *navigation.RULES)
    found |= {
        issue for rule in rules if rule.id != "menu" for issue in rule.issues(project, allowances)
    }
    return sorted(issue for issue in found if issue.path == page.path)


def _found(project: Project, allowances: Allowances, remembered: Remembered) -> Iterator[Issue]:
    for rule in (READING, *SITE_RULES):
        yield from rule.issues(project, allowances)
    remembered.begin(project)
    own = ((page, PAGE_RULES) for page in project.pages.values())
    for page, rules in chain(own, ((page, WORD_RULES) for page in _worded(project))):
        check = partial(_checked, project, rules)
        found = remembered.checked(project, page, len(rules), check)
        allowances.note(found.used)
        yield from found.issues


def _checked(project: Project, rules: tuple[Rule, ...], page: Page) -> Checked:
    allowances = Allowances(project)
    found = {issue for rule in rules for issue in rule.issues(project, allowances, page)}
    return Checked(frozenset(found), allowances.used)


def _worded(project: Project) -> Iterator[Page]:
    """Give what is no page of its own and has words that visitors read."""
    if project.glossary:
        yield project.glossary
    yield from chain(
        questionnaire_text.pages(project),
        template_text.pages(project),
        state_facts.pages(project),
        languages.pages(project),
    )
