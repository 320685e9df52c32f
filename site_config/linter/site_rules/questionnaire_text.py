"""The words of the short check (questions, outcomes, banners): terms, numbers, reading grade."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.data_files import (
    CRISIS_LINES,
    HELPFUL_PAGES,
    OUTCOMES,
    QUESTIONNAIRE,
)
from site_config.content_model.document import Writer
from site_config.content_model.page import Page
from site_config.content_model.text import count_words, short
from site_config.core.issues import Issue
from site_config.linter.page_rules.readability import HIGHEST_GRADE, grade, hard_text
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.project import Project
    from site_config.core.yaml_source import Key, YamlValue
    from site_config.linter.rule import Context

HIGHEST_QUESTION_GRADE = 6
_SAID = frozenset(
    {
        *("title", "text", "paper", "hint", "none", "none_paper", "decline"),  # questionnaire.yml
        *("lead", "meaning", "next_steps", "bring", "why"),  # outcomes.yml
        *("what", "words", "me", "them", "teen"),
    }
)
_UNSAID = frozenset(
    {
        *("id", "kind", "version", "present", "absent", "also_no", "shown_if", "danger", "page"),
        *("source", "outcome", "signs", "counts"),
    }
)
_VOICES = ("me", "them", "teen")


class Said(NamedTuple):
    """A sentence of the check: its place, line, words, and who is spoken to (None: everyone)."""

    key: Key
    line: int
    words: str
    voice: str | None


def pages(project: Project) -> Iterator[Page]:
    """Give the words of each data file as a page, for the rules on words."""
    for name, said in _texts(project).items():
        yield _as_page(name, said)


def _texts(project: Project) -> dict[str, list[Said]]:
    files = {
        QUESTIONNAIRE: project.questionnaire,
        OUTCOMES: project.outcomes,
        CRISIS_LINES: [dict(line) for line in project.crisis_lines],
        HELPFUL_PAGES: [dict(page) for page in project.helpful_pages],
    }
    return {name: list(_said(project, name, data)) for name, data in files.items()}


def _question_grade(context: Context) -> Iterator[Issue]:
    project = context.project
    asked = _as_page(QUESTIONNAIRE, list(_said(project, QUESTIONNAIRE, project.questionnaire)))
    for block in asked.parts.blocks:
        yield from hard_text(asked, block, HIGHEST_QUESTION_GRADE, context.allowed)


def _result_grade(context: Context) -> Iterator[Issue]:
    project = context.project
    said = list(_said(project, OUTCOMES, project.outcomes))
    yield from _grades(Path(OUTCOMES), said, HIGHEST_GRADE)


def _step_pages(context: Context) -> Iterator[Issue]:
    """A link that one result alone has would tell our host the result."""
    project = context.project
    shared = {entry.page for entry in project.helpful_pages}
    data = project.outcomes if isinstance(project.outcomes, dict) else {}
    for at, outcome in enumerate(data.get("outcomes") or ()):
        for place, step in enumerate(outcome.get("next_steps") or ()):
            page = step.get("page") if isinstance(step, dict) else None
            line = project.places[OUTCOMES].line("outcomes", at, "next_steps", place, "page")
            if page is not None and page not in project.pages:
                message = f"A step of “{outcome.get('id')}” leads to “{page}”, which doesn't exist"
                fix = f"Name another page of {HELPFUL_PAGES}, or take the whole step out"
                yield Issue(Path(OUTCOMES), line, message, fix)
            elif page is not None and page not in shared:
                message = f"A step of “{outcome.get('id')}” links to “{page}”, no other result does"
                fix = f"Add the page to {HELPFUL_PAGES}, or take `page` out"
                yield Issue(Path(OUTCOMES), line, message, fix)


def _said(project: Project, name: str, data: YamlValue) -> Iterator[Said]:
    """Give every sentence in `data`, which was read from the file `name`."""
    if name in project.places:
        for key, words in _leaves(data, ()):
            voice = next((part for part in key if part in _VOICES), None)
            yield Said(key, project.places[name].line(*key), words, str(voice) if voice else None)


def _leaves(data: YamlValue, key: Key) -> Iterator[tuple[Key, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            if name not in _UNSAID:
                yield from _leaves(value, (*key, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(value, (*key, index))
    elif isinstance(data, str) and not _SAID.isdisjoint(key):
        yield key, data


def _as_page(name: str, said: list[Said]) -> Page:
    """Return the sentences of a file as a page, for the rules on words."""
    page = Page(Path(name), name)
    for one in said:
        writer = Writer("paragraph", one.line)
        writer.add(one.words)
        if block := writer.block():
            page.parts.blocks.append(block)
    return page


def _grades(path: Path, said: list[Said], highest: int) -> Iterator[Issue]:
    """The whole, as each reader meets it: what is said to everyone, and to them."""
    for voice in _VOICES:
        heard = [one for one in said if one.voice in (None, voice)]
        if not any(one.voice == voice for one in heard):
            continue
        measured = grade(one.words for one in heard)
        if measured > highest:
            hard = sorted(heard, key=lambda one: -grade([one.words]) * count_words(one.words))[:3]
            places = "; ".join(f"line {one.line} “{short(one.words)}”" for one in hard)
            message = f"Read as “{voice}”, this is school grade {measured:g}, above {highest}"
            fix = f"Use shorter words and sentences. The hardest ones: {places}"
            yield Issue(path, hard[0].line, message, fix)


RULES = (
    Rule(
        "question-grade",
        f"A text of a question above school grade {HIGHEST_QUESTION_GRADE}",
        "Use shorter words and sentences",
        _question_grade,
        allowable=True,
    ),
    Rule(
        "result-grade",
        f"Results that read, to one audience, above school grade {HIGHEST_GRADE}",
        "Use shorter words and sentences, first in the ones that the message names",
        _result_grade,
    ),
    Rule(
        "step-page",
        "A step of one result that links to a page the other results don't link to",
        "Add the page to content/_data/helpful_pages.yml, or take `page` out",
        _step_pages,
    ),
)
"""The rules of this family."""
