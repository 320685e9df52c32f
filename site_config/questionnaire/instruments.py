"""A center's own questionnaires: `content/_data/questionnaires/NAME.fhir.json` with `NAME.yml`.

The project ships none: a validated instrument belongs to others, word for word.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_config.core import yaml_source
from site_config.core.files import visible
from site_config.core.issues import Issue, IssuesFound
from site_config.core.validation import validated
from site_config.questionnaire import instrument_file
from site_config.questionnaire.instrument_checks import settings_problems
from site_config.questionnaire.instrument_items import Problem, Reader
from site_config.questionnaire.instrument_settings import Settings
from site_config.questionnaire.instrument_texts import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.core.yaml_source import Located

FOLDER = "content/_data/questionnaires"
FHIR, WORDS = ".fhir.json", ".yml"
NAME = re.compile(r"[a-z][a-z0-9-]*")

Json = dict[str, Any]


def load(root: Path) -> tuple[list[Json], list[Issue]]:
    """Return the instruments without issues, and the warnings about those left out.

    Raises:
        IssuesFound: all that is wrong; an instrument whose settings say `if_wrong: leave_out`
        only gives warnings.
    """
    found: list[Json] = []
    issues: list[Issue] = []
    for name in _names(root):
        instrument, problems = _read(root, name)
        issues += problems
        if instrument and not problems:
            found.append(instrument)
    if any(issue.severity == "error" for issue in issues):
        raise IssuesFound(issues)
    return found, issues


def _names(root: Path) -> list[str]:
    folder = root / FOLDER
    files = visible(folder, f"*{FHIR}", f"*{WORDS}") if folder.is_dir() else []
    return sorted({file.name.removesuffix(FHIR).removesuffix(WORDS) for file in files})


def _read(root: Path, name: str) -> tuple[Json | None, list[Issue]]:
    """Return one instrument for the engine, or None, and what is wrong with it."""
    fhir_path, yml_path = (Path(FOLDER, name + ending) for ending in (FHIR, WORDS))
    issues = list(_pair(root, name, fhir_path, yml_path))
    if issues:
        return None, issues
    settings_at = yaml_source.read(root / yml_path, yml_path)
    settings, wrong = validated(Settings, settings_at.data, settings_at, yml_path)
    resource, resource_at, found = instrument_file.read(root / fhir_path, fhir_path, root)
    issues = [*settings_at.issues, *wrong, *found]
    instrument = None
    if settings and not found:
        instrument, problems = _compiled(name, resource, settings)
        issues += _issues(problems, resource_at, fhir_path)
        # What is wrong in the file would be named twice: as numbers that do not add up.
        checked = [] if problems else settings_problems(settings, instrument, root)
        issues += _issues(checked, settings_at, yml_path)
    return instrument, _weighed(issues, settings_at)


def _pair(root: Path, name: str, fhir_path: Path, yml_path: Path) -> Iterator[Issue]:
    if not NAME.fullmatch(name):
        what = f"“{name}” is no name for a questionnaire"
        yield Issue(fhir_path, 1, what, "Use lowercase letters, digits and - in the file's name")
    for path, other in ((fhir_path, yml_path), (yml_path, fhir_path)):
        if not (root / path).is_file():
            what = f"There is a {other.name} without this file beside it"
            yield Issue(path, 1, what, "Add it: docs/own-questionnaires.md says what it holds")


def _issues(problems: list[Problem], located: Located, path: Path) -> Iterator[Issue]:
    for key, what, fix in problems:
        yield Issue(path, located.line(*key), what[0].upper() + what[1:], fix)


def _weighed(issues: list[Issue], settings: Located) -> list[Issue]:
    """Only warnings, where the center would rather have the site without this offer."""
    raw = settings.data if isinstance(settings.data, dict) else {}
    if raw.get("if_wrong") != "leave_out":
        return issues
    return [
        replace(
            issue, severity="warning", fix=f"{issue.fix.rstrip('.')}. Until then it is left out"
        )
        for issue in issues
    ]


def _compiled(name: str, resource: Json, settings: Settings) -> tuple[Json, list[Problem]]:
    """Return the instrument for the engine (`checker/instruments.py`), and the file's problems."""
    reader = Reader(settings)
    reader.read(resource)
    problems = [*_head(resource), *reader.problems, *_untranslated(resource, reader)]
    items = reader.items
    _mark_safety(items, settings)
    code = [settings.total_code.model_dump(exclude_none=True)] if settings.total_code else None
    return {
        "id": name,
        "url": resource.get("url", ""),
        "version": resource.get("version", ""),
        "language": resource.get("language", "en"),
        "name": settings.name,
        "title": words(resource, "title"),
        "code": code or resource.get("code", []),
        "range": settings.range,
        "bands": [band.model_dump(by_alias=True) for band in settings.bands],
        "cutoff": settings.cutoff.model_dump(),
        "source": settings.source,
        "rights": settings.rights,
        "for": settings.made_for.model_dump(),
        "groups": reader.groups,
        "items": items,
    }, problems


def _head(resource: Json) -> Iterator[Problem]:
    for name, fix in (
        ("url", "Add the address by which clinics know this questionnaire"),
        ("version", "Add the version of the instrument, as its owner names it"),
        ("title", "Add the instrument's title"),
    ):
        if not resource.get(name):
            yield Problem((), f"The questionnaire has no `{name}`", fix)


def _untranslated(resource: Json, reader: Reader) -> Iterator[Problem]:
    """A language that only some words have: half of an instrument is none."""
    spoken = [((), words(resource, "title")), *reader.spoken]
    languages = sorted({language for _, said in spoken for language in said["texts"]})
    for language in languages:
        for key, said in spoken:
            if language not in said["texts"] and said["text"]:
                what = f"“{str(said['text'])[:40]}” has no translation into “{language}”"
                yield Problem(key, what, "Add it, or take that language out of the whole file")


def _mark_safety(items: list[Json], settings: Settings) -> None:
    by_link = {item["link"]: item for item in items}
    for safety in settings.safety:
        item = by_link.get(safety.item, {"options": []})
        for option in item["options"]:
            if option_code(option) in safety.answers:
                option["danger"] = True
                item["lines"] = safety.opens


def option_code(option: Json) -> str | bool:
    """What NAME.yml calls an option by: its code, or true and false."""
    answer = option["answer"]
    code: str | bool = answer.get("valueBoolean", answer.get("valueCoding", {}).get("code", ""))
    return code
