"""The small site with a few pictures, and a check of one bad text."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.content_model.project import read_project
from tests.small_site import ROOT


@pytest.fixture(scope="session")
def whole_project():
    """The project as on the day of its last look at a page or source: time fails no test."""
    first = read_project(ROOT, dt.date.max)
    read = [page.article.last_reviewed for page in first.pages.values() if page.article]
    return read_project(ROOT, max(*read, *(one.checked_on for one in first.sources.values())))


@pytest.fixture
def pictures(small):
    """The small site with a picture, one that is too big, and one that is heavy."""
    small.write("content/assets/a.svg", "<svg/>")
    small.write("content/assets/heavy.svg", f"<svg>{' ' * 600_000}</svg>")
    with (small.root / "content/assets/big.png").open("wb") as file:
        file.truncate(40_000_001)
    return small


@pytest.fixture
def gives_one_issue(pictures):
    """Check that a bad text gives one issue: on its line, of its kind, by a rule of `rules`."""

    def check(bad, rules):
        first = pictures.page(bad.body, sources="[hours]" if "[@hours]" in bad.body else "[]")
        found = pictures.issues()
        assert [(issue.line - first + 1, issue.severity) for issue in found] == [
            (bad.line, bad.severity)
        ], found
        assert bad.words in f"{found[0].what} {found[0].fix}"
        assert found[0].fix
        assert found[0].rule in {rule.id for rule in rules}

    return check
