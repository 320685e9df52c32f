"""How many cases hypothesis tries: the same ones each time, so that a red test stays red."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import Phase, is_hypothesis_test, settings

from checker import instruments
from site_config.questionnaire import instruments as files
from site_config.questionnaire.compiler import compile_data
from tests.questionnaire.instrument_files import drop_in

# What a changed word or rule leads to must not depend on who built last.
compile_data(Path(__file__).parents[2])

settings.register_profile("checker", parent=settings.get_profile("steady"), max_examples=300)
# `make mutants` asks whether a test fails, not for which smallest case.
settings.register_profile(
    "mutants",
    parent=settings.get_profile("checker"),
    max_examples=60,
    phases=[Phase.explicit, Phase.generate],
)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "checker")
settings.load_profile(PROFILE)


def pytest_collection_modifyitems(items):
    """For `make mutants`: examples before properties, since most changes fail one at once."""
    if PROFILE == "mutants":
        items.sort(key=lambda item: (is_hypothesis_test(item.obj), "people" in item.name))


@pytest.fixture(scope="module")
def own(root, tmp_path_factory):
    """The made-up instrument as the build hands it to the engine."""
    project = tmp_path_factory.mktemp("own")
    (project / "content/_data").mkdir(parents=True)
    shutil.copy(root / "content/_data/crisis_lines.yml", project / "content/_data")
    (project / "node_modules").symlink_to(root / "node_modules")
    drop_in(project)
    ((one,), _) = files.load(project)
    return one


@pytest.fixture
def offered(own, monkeypatch):
    """A site that has the instrument."""
    monkeypatch.setattr(instruments, "INSTRUMENTS", [own])
    return own
