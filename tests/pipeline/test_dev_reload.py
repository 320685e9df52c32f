"""`make serve` after a change: only what changed is built again, and nothing else suffers."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from tests import project_copy

ARTICLE, OTHER = "start/first-week", "right-for-me/mental-health"
TOLD = "Told by this test alone"

# What `make serve` does in its one process: build, change a file, build again.
BUILDS = """
import os, sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

def once():
    config = load_config(strict=False, site_dir="served")
    config.plugins.on_startup(command="serve", dirty=True)
    build(config, dirty=True)

once()
pages = list(Path("served").rglob("*.html"))
for page in pages:
    os.utime(page, (1, 1))
for name in Path("content").rglob("*.md"):
    os.utime(name, (1, 1))
path, old, new = sys.argv[1:]
text = Path(path).read_text("utf-8")
assert old in text
Path(path).write_text(text.replace(old, new, 1), "utf-8")
once()
"""


@pytest.fixture
def project(root, tmp_path, built_site):  # noqa: ARG001 (its runtime is copied)
    """A copy of the project that a test may change and serve."""
    return project_copy.make(root, tmp_path)


def serve_and_change(project, path, old, new):
    """Build, replace a text in a file, build again; return the pages that were built again."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project)}
    command = [sys.executable, "-c", BUILDS, path, old, new]
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    served = project / "served"
    return {
        file.parent.relative_to(served).as_posix()
        for file in served.rglob("index.html")
        if file.stat().st_mtime > 1
    }


def read(project, path):
    return BeautifulSoup((project / "served" / path / "index.html").read_text("utf-8"), "lxml")


def test_changed_article_is_built_alone_and_keeps_its_place_among_the_others(project, built_site):
    article = f"content/{ARTICLE}.md"
    again = serve_and_change(project, article, "\n## ", f"\n{TOLD}.\n\n## ")
    assert again == {ARTICLE}
    page = read(project, ARTICLE)
    assert TOLD in page.main.text
    whole = (built_site / ARTICLE / "index.html").read_text("utf-8")
    before = BeautifulSoup(whole, "lxml")
    assert page.header.get_text(" ", strip=True) == before.header.get_text(" ", strip=True)
    links = [(a["href"], a.text.strip()) for a in page.select("nav a[href], aside a[href]")]
    assert links == [
        (a["href"], a.text.strip()) for a in before.select("nav a[href], aside a[href]")
    ]


def test_change_to_what_all_pages_share_builds_every_page(project):
    name = ("name: Create Recovery Center", "name: Another Center")
    again = serve_and_change(project, "site_config/center.yml", *name)
    assert {ARTICLE, OTHER} <= again
    assert "Another Center" in read(project, OTHER).footer.text


def test_issue_of_a_changed_article_shows_on_it(project):
    article = f"content/{ARTICLE}.md"
    serve_and_change(project, article, "\n## ", "\nSee [this](../nowhere.md).\n\n## ")
    assert "nowhere.md" in read(project, ARTICLE).select_one(".site-issues").text
