"""How many cases hypothesis tries: the same ones each time, so that a red test stays red."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import Phase, is_hypothesis_test, settings

from site_config.questionnaire.compiler import compile_data

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


@pytest.fixture(scope="session")
def engine_data(root):
    """The compiled data, as the engine and the page get it."""
    return json.loads((root / "checker/data.json").read_text("utf-8"))
