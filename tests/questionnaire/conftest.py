"""What the tests of the questionnaire, and of a center's own ones, share."""

from __future__ import annotations

import shutil

import pytest

from site_config.core.issues import IssuesFound
from site_config.questionnaire import compiler
from tests.questionnaire.engine_yaml import FILES
from tests.questionnaire.instrument_files import FOLDER, NAME, known_to_the_schema


@pytest.fixture
def project(tmp_path, root):
    """A folder with what instruments are checked against."""
    (tmp_path / "content/_data").mkdir(parents=True)
    shutil.copy(root / "content/_data/crisis_lines.yml", tmp_path / "content/_data")
    (tmp_path / "node_modules").symlink_to(root / "node_modules")
    known_to_the_schema(tmp_path, FOLDER / f"{NAME}.fhir.json")
    return tmp_path


@pytest.fixture
def engine_files(root, tmp_path):
    """A copy of the files that the engine's data are made from."""
    for name in (*(f"checker/{n}.yml" for n in FILES), "content/_data"):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, target)
    return tmp_path


@pytest.fixture
def issues_after(engine_files):
    """Replace text in files; give the issues as lines, and see that nothing was written."""

    def change(*changes):
        for name, old, new in changes:
            path = engine_files / f"checker/{name}.yml"
            text = path.read_text("utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(IssuesFound) as caught:
            compiler.compile_data(engine_files)
        assert not list((engine_files / "checker").glob("*.json"))
        return [str(issue) for issue in caught.value.issues]

    return change
