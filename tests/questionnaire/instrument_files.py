"""The made-up instrument of the tests: its files, and a project that has them."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
import yaml

from site_config.core.issues import IssuesFound
from site_config.questionnaire import instruments
from site_config.questionnaire.instrument_file import PASSED

FOLDER = Path(__file__).with_name("instruments")
NAME = "sample-week"
TARGET = "content/_data/questionnaires"
FHIR = f"{TARGET}/{NAME}.fhir.json"
WORDS = f"{TARGET}/{NAME}.yml"


def drop_in(project):
    """Put both files into a project."""
    shutil.copytree(FOLDER, project / TARGET, dirs_exist_ok=True)


def resource():
    return json.loads((FOLDER / f"{NAME}.fhir.json").read_text("utf-8"))


def settings():
    return yaml.safe_load((FOLDER / f"{NAME}.yml").read_text("utf-8"))


def write(project, fhir=None, words=None):
    """Write the instrument's files, changed."""
    drop_in(project)
    if fhir is not None:
        (project / FHIR).write_text(json.dumps(fhir, indent=2, ensure_ascii=False), "utf-8")
    if words is not None:
        (project / WORDS).write_text(yaml.safe_dump(words, allow_unicode=True), "utf-8")


def item(fhir, link):
    """The item with this linkId, wherever it is."""
    return next(found for found in _all(fhir) if found["linkId"] == link)


def _all(part):
    for one in part.get("item", []):
        yield one
        yield from _all(one)


def known_to_the_schema(project, file=None):
    """Spare the seconds that the schema takes to load: the slip is one of our own rules."""
    text = (file or project / FHIR).read_bytes()
    stamp = project / PASSED / hashlib.sha256(text).hexdigest()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.touch()


def issues(project):
    """The issues for which its instruments are refused."""
    with pytest.raises(IssuesFound) as caught:
        instruments.load(project)
    return caught.value.issues
