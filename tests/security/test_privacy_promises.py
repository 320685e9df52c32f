"""A promise is made only where a test holds it, and each is shown with its limit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from lxml import html

from site_config.core.issues import IssuesFound
from site_config.security import privacy_promises

ONE = "- id: kept\n  promise: We keep it.\n  limit: Not for ever.\n"


@pytest.fixture
def project(tmp_path):
    """A project with these promises, and one test that holds the promise `kept`."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "content/_data").mkdir(parents=True)
    marked = '@pytest.mark.promise("kept")\ndef test_that_it_is_kept():\n    pass\n'
    (tmp_path / "tests/test_one.py").write_text(marked, "utf-8")

    def write(text):
        (tmp_path / privacy_promises.NAME).write_text(text, "utf-8")
        return tmp_path

    return write


def test_each_promise_is_held_by_tests_that_run(root):
    """Read from the files at build time; here, pytest itself says which tests there are."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "promise", "tests"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    collected = {line.rpartition("::")[2].partition("[")[0] for line in done.stdout.splitlines()}
    held = privacy_promises.held_by(root / "tests")
    assert {name for names in held.values() for name in names} <= collected


def test_no_test_holds_a_promise_that_is_not_made(root):
    made = {one["id"] for one in yaml.safe_load((root / privacy_promises.NAME).read_text("utf-8"))}
    assert privacy_promises.held_by(root / "tests").keys() == made


def test_the_page_shows_each_promise_with_its_limit(root, built_site):
    page = html.document_fromstring((built_site / "about/privacy/index.html").read_bytes())
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//tbody/tr")]
    shown = {(promise, limit) for promise, limit, _ in rows}
    made = yaml.safe_load((root / privacy_promises.NAME).read_text("utf-8"))
    assert {(one["promise"], one["limit"]) for one in made} <= shown


def test_a_promise_with_its_test_is_a_row(project):
    row = "| We keep it. | Not for ever. | Yes, 1 test |"
    assert row in privacy_promises.table(project(ONE)).splitlines()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (ONE + "- id: bare\n  promise: Trust us.\n  limit: None.\n", 4),
        (ONE + "- id: kept\n  promise: Without a limit.\n", 4),
        (ONE.replace("Not for ever.", "''"), 3),
        (ONE + "- a text\n", 4),
        ("kept: We keep it.\n", 1),
    ],
)
def test_a_promise_without_a_test_or_a_limit_stops_the_build(project, text, line):
    with pytest.raises(IssuesFound) as caught:
        privacy_promises.table(project(text))
    (issue,) = caught.value.issues
    assert (issue.path, issue.line) == (Path("content/_data/promises.yml"), line)
