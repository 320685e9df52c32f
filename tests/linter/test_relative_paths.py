"""Ways between files, as writers give them, and the fix for one that starts with a slash."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.content_model.page import Page
from site_config.content_model.project import read_project
from site_config.linter.relative_paths import from_here, resolved, shown_file
from tests.small_site import TODAY


@pytest.fixture
def small_project(small):
    small.write("content/assets/a.svg", "<svg/>")
    small.write("content/assets/ayuda.svg", "<svg/>")
    small.write("content/es/assets/a.svg", "<svg/>")
    small.page("Words.", name="cost/index.md")
    return read_project(small.root, TODAY)


def page(name, language="en"):
    return Page(Path("content") / name, name, language=language)


@pytest.mark.parametrize(
    ("name", "path", "file"),
    [
        ("help.md", "cost/index.md", "cost/index.md"),
        ("cost/plan.md", "index.md", "cost/index.md"),
        ("cost/plan.md", "../help.md", "help.md"),
        ("cost/plan.md", "../../help.md", "../help.md"),
    ],
)
def test_a_way_leads_to_a_file(name, path, file):
    assert resolved(page(name), path) == file


@pytest.mark.parametrize(
    ("name", "language", "path", "file"),
    [
        ("help.md", "en", "assets/a.svg", "assets/a.svg"),
        ("es/help.md", "es", "assets/a.svg", "es/assets/a.svg"),  # one of its own
        ("es/help.md", "es", "assets/ayuda.svg", "assets/ayuda.svg"),  # else the English one
    ],
)
def test_a_translation_shows_its_own_file_or_the_english(small_project, name, language, path, file):
    assert shown_file(page(name, language), small_project, path) == file


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("/help.md", "../help.md"),
        ("/help", "../help.md"),
        ("/cost/", "index.md"),
        ("/assets/a.svg", "../assets/a.svg"),
        ("/nowhere/", "such as ../help-now.md"),
    ],
)
def test_the_fix_is_the_way_from_this_file(small_project, path, way):
    assert from_here(small_project, page("cost/plan.md"), path).endswith(way)
