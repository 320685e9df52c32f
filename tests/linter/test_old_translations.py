"""Which translations are older than their English page, and what changed in it since."""

from __future__ import annotations

import subprocess

import pytest

from site_config.linter.old_translations import old_translations
from tests import project_copy

PAGE = "cost/denied.md"
FRONT = (
    "---\ntitle: Cuando lo niegan\ndescription: Qué hacer cuando el seguro niega un programa.\n"
    "last_reviewed: {day}\n---\n\n# Cuando lo niegan\n\nPregunte por qué.\n"
)


def git(folder, *words):
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def translated(tmp_path):
    """A copy of the project, with one translation, in a history of its own."""
    root = project_copy.make(tmp_path)
    project_copy.edit(root / "site_config/center.yml", "languages: [en]", "languages: [en, es]")
    file = root / "content/es" / PAGE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(FRONT.format(day="2099-01-01"), "utf-8")
    git(root, "init", "-q")
    git(root, "add", "-f", f"content/{PAGE}", f"content/es/{PAGE}")
    git(root, "commit", "-qm", "both")
    return root
