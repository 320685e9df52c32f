"""What the tests of a center's own questionnaire share."""

from __future__ import annotations

import shutil

import pytest

from tests.questionnaire.instrument_files import FOLDER, NAME, known_to_the_schema


@pytest.fixture
def project(tmp_path, root):
    """A folder with what instruments are checked against."""
    (tmp_path / "content/_data").mkdir(parents=True)
    shutil.copy(root / "content/_data/crisis_lines.yml", tmp_path / "content/_data")
    (tmp_path / "node_modules").symlink_to(root / "node_modules")
    known_to_the_schema(tmp_path, FOLDER / f"{NAME}.fhir.json")
    return tmp_path
