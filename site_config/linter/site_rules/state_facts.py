"""The file of the center's state: each fact once, with a source that is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from site_config.content_model.data_files import SOURCES
from site_config.content_model.markdown_reader import read_markdown
from site_config.content_model.page import Page
from site_config.core.issues import Issue
from site_config.core.validation import suggestion
from site_config.linter.rule import Rule
from site_config.settings import us_states
from site_config.settings.shared_data import state_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.project import Project
    from site_config.linter.rule import Context

_OWN_LAW = "Write what the law or an agency of {} says, and name that; or delete the fact"


def pages(project: Project) -> Iterator[Page]:
    """Give the texts of the facts as a page, for the rules on words."""
    name = state_file(project.center)
    if name is None or name not in project.places:
        return
    page = Page(Path(name), name)
    for index, fact in _entries(project, name):
        line = project.places[name].line("facts", index, "text")
        parts = read_markdown(" ".join(str(fact.get("text") or "").split()), line)
        page.parts.blocks += parts.blocks
        page.parts.links += parts.links
    yield page


def _facts(context: Context) -> Iterator[Issue]:
    project, seen = context.project, set()
    name = state_file(project.center) or ""
    for index, fact in _entries(project, name):
        key, line = str(fact.get("source")), project.places[name].line("facts", index, "source")
        if fact.get("source") and not project.names_source(key):
            message = f"There is no source “{key}” in {SOURCES}{suggestion(key, project.sources)}"
            yield Issue(Path(name), line, message, "Correct the key, or add the source there")
        if not (fact.get("law") or fact.get("agency")):
            line = project.places[name].line("facts", index)
            message = f"“{fact.get('id')}” names no law and no agency"
            yield Issue(Path(name), line, message, "Name the law, or the agency that says so")
        if fact.get("id") in seen:
            line = project.places[name].line("facts", index)
            yield Issue(Path(name), line, f"duplicate fact id “{fact['id']}”", "Rename one of them")
        seen.add(fact.get("id"))
        as_of = project.state_facts.get(str(fact.get("id")))
        if as_of and as_of.as_of > project.today:
            line = project.places[name].line("facts", index, "as_of")
            message = f"{as_of.as_of} is in the future"
            yield Issue(Path(name), line, message, "Write the day on which it was read there")


def _entries(project: Project, name: str) -> Iterator[tuple[int, dict[str, object]]]:
    located = project.places.get(name)
    data = located.data if located else None
    facts = data.get("facts") if isinstance(data, dict) else None
    for index, fact in enumerate(facts if isinstance(facts, list) else ()):
        if isinstance(fact, dict):
            yield index, fact


def _elsewhere(context: Context) -> Iterator[Issue]:
    """A renamed file would turn one state's law into another's, and nobody could see it."""
    project = context.project
    name, own = state_file(project.center), project.center.region
    if name is None or own not in us_states.STATES:
        return
    located = project.places.get(name)
    stated = located.data.get("state") if located and isinstance(located.data, dict) else own
    if located and stated != own:
        fix = f"Give the file the name of its own state, and begin one for {own}"
        yield Issue(Path(name), located.line("state"), f"This file is that of {stated}", fix)
    for index, fact in _entries(project, name):
        for field, said in _said_by(project, fact):
            state = us_states.of_law(said) or us_states.of_address(said)
            if state not in (None, own):
                line = project.places[name].line("facts", index, field)
                message = f"This fact of {own} rests on {state}: {said}"
                yield Issue(Path(name), line, message, _OWN_LAW.format(own))
                break


def _said_by(project: Project, fact: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Give the law behind a fact, and the address of its source, each with the field it is from."""
    yield "law", str(fact.get("law") or "")
    source = project.sources.get(str(fact.get("source")))
    yield "source", (source.url if source else None) or ""


RULES = (
    Rule(
        "state-file",
        "A fact in content/_data/states/ whose source is unknown, that is there twice, or whose "
        "day is in the future",
        "Correct the entry",
        _facts,
    ),
    Rule(
        "law-elsewhere",
        "A fact of the center's state that rests on the law or the website of another state",
        "Write what the center's own state says, with its source, or delete the fact",
        _elsewhere,
    ),
)
"""The rules of this family."""
