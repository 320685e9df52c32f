"""Which translations are older than their English page, and what changed in it since."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess

import pytest

from site_config.content_model.project import read_project
from site_config.linter.old_translations import old_translations

PAGE = "cost/denied.md"
FRONT = (
    "---\ntitle: Cuando lo niegan\ndescription: Qué hacer cuando el seguro niega un programa.\n"
    "last_reviewed: {day}\n---\n\n# Cuando lo niegan\n\nPregunte por qué.\n"
)


TODAY = dt.date(2026, 11, 29)


def git(folder, *words):
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def translated(root, tmp_path):
    """A project with one page and its translation, saved in one commit."""
    names = ("site_config/center.yml", f"content/{PAGE}", f"content/es/{PAGE}", "mkdocs.yml")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_file():
            shutil.copy2(root / name, tmp_path / name)
    (tmp_path / "content/es" / PAGE).write_text(FRONT.format(day="2099-01-01"), "utf-8")
    git(tmp_path, "init", "-q")
    save(tmp_path)
    return tmp_path


def save(folder):
    git(folder, "add", "content")
    git(folder, "commit", "-qm", "saved")


def listed(folder):
    return list(old_translations(read_project(folder, TODAY)))


def test_a_translation_saved_with_its_original_is_not_old(translated):
    assert listed(translated) == []


def test_a_change_of_the_english_is_shown_with_its_lines(translated):
    with (translated / "content" / PAGE).open("a", encoding="utf-8") as file:
        file.write("\nCall on Monday.\n")
    save(translated)
    name, *rows = listed(translated)
    assert name == f"content/es/{PAGE}: its English page changed after it"
    assert "    +Call on Monday." in rows


def test_saving_the_translation_takes_it_off_the_list(translated):
    with (translated / "content" / PAGE).open("a", encoding="utf-8") as file:
        file.write("\nCall on Monday.\n")
    save(translated)
    with (translated / "content/es" / PAGE).open("a", encoding="utf-8") as file:
        file.write("\nLlame el lunes.\n")
    save(translated)
    assert listed(translated) == []


def test_without_git_the_days_at_the_top_decide(translated):
    shutil.rmtree(translated / ".git")
    (translated / "content/es" / PAGE).write_text(FRONT.format(day="2000-01-01"), "utf-8")
    assert listed(translated) == [f"content/es/{PAGE}: its English page changed after it"]


def test_the_page_that_changed_last_comes_first(translated):
    for name in ("a.md", "z.md"):
        (translated / "content" / name).write_text(FRONT.format(day="2026-01-01"), "utf-8")
        (translated / "content/es" / name).write_text(FRONT.format(day="2026-01-01"), "utf-8")
    save(translated)
    for name in ("a.md", "z.md"):  # z.md isn't saved yet: it changed after a.md
        with (translated / "content" / name).open("a", encoding="utf-8") as file:
            file.write("\nCall on Monday.\n")
        if name == "a.md":
            save(translated)
    names = [row.partition(":")[0] for row in listed(translated) if row.startswith("content")]
    assert names == ["content/es/z.md", "content/es/a.md"]
