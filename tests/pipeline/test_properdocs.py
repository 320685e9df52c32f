"""MkDocs 1 gets no more releases: ProperDocs, its successor, builds the same site from mkdocs.yml.

Why that matters, and what else was tried: docs/decisions/ and the note on Zensical there.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from tests import project_copy


@pytest.fixture(scope="module")
def other_site(root, built_site, tmp_path_factory):  # noqa: ARG001 (its runtime is copied)
    """The site as ProperDocs builds it."""
    project = project_copy.make(root, tmp_path_factory.mktemp("properdocs"))
    command = [sys.executable, "-m", "properdocs", "build", "--quiet", "-f", "mkdocs.yml"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return project / "site"


def files(site):
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def pages(site):
    return {name for name in files(site) if name.endswith(".html")}


def text(page):
    return page.get_text(" ", strip=True)


def headings(page):
    return [(tag.name, tag.get("id"), tag.get_text()) for tag in page(["h1", "h2", "h3", "h4"])]


def structured_data(page):
    return [tag.string for tag in page("script", type="application/ld+json")]


def policy(page):
    return page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]


def links(page):
    return [tag.get("href") or tag.get("src") for tag in page(["a", "link", "img", "script"])]


def test_both_write_the_same_files(built_site, other_site):
    assert files(other_site) == files(built_site)
    assert len(pages(built_site)) > 30


@pytest.mark.parametrize("part", [text, headings, structured_data, policy, links])
def test_every_page_is_the_same_with_both(built_site, other_site, part):
    different = []
    for name in sorted(pages(built_site)):
        ours, theirs = (
            part(BeautifulSoup((site / name).read_text("utf-8"), "lxml"))
            for site in (built_site, other_site)
        )
        if ours != theirs:
            different.append(name)
    assert different == []


def test_the_headers_are_the_same_with_both(built_site, other_site):
    name = "_headers"
    assert (other_site / name).read_text("utf-8") == (built_site / name).read_text("utf-8")
