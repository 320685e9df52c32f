"""The site's own pages and data."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.content_model.project import read_project
from site_config.linter.page_overview import unexplained
from site_config.linter.runner import check_site
from tests.small_site import ROOT


@pytest.fixture(scope="module")
def project():
    """The project as on the day it was last reviewed: time alone must not fail a test."""
    first = read_project(ROOT, dt.date.max)
    articles = [page.article for page in first.pages.values() if page.article]
    return read_project(ROOT, max(article.last_reviewed for article in articles))


def test_the_content_has_no_errors(project):
    found = check_site(ROOT, today=project.today, release=True)
    assert [str(issue) for issue in found if issue.severity == "error"] == []


def test_every_sign_is_explained_on_some_page(project):
    assert len(project.signs) > 100
    assert sorted(unexplained(project)) == []


def test_every_page_but_the_tools_says_who_wrote_it_and_when(project):
    unsigned = [name for name, page in project.pages.items() if page.article is None]
    assert all("template" in project.pages[name].meta for name in unsigned)
    assert len(project.pages) - len(unsigned) >= 18
