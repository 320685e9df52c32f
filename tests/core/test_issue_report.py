"""Issues as a line, as a report, as a box on the page."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from site_config.core.issue_report import issues_box, one_line, report, site_issues_box
from site_config.core.issues import Issue
from site_config.linter.runner import check_site
from tests.small_site import TODAY

ISSUES = [
    Issue(Path("content/a.md"), 9, "Careful", "Look again", "warning"),
    Issue(Path("content/a.md"), 3, "<script>alert(1)</script>", "Take it out"),
]


def test_the_box_shows_errors_first_with_line_words_and_fix():
    box = BeautifulSoup(issues_box(ISSUES), "lxml")
    items = [item.text for item in box.select("[role=alert] li")]
    assert ["3" in items[0], "Take it out" in items[0], "9" in items[1]] == [True] * 3
    assert box.script is None


def test_no_issues_no_box():
    assert issues_box([]) == ""


def test_errors_of_files_that_are_no_page_stand_in_a_titled_box():
    box = BeautifulSoup(site_issues_box(ISSUES[1:]), "lxml").select_one("[role=alert].admonition")
    assert box.select_one(".admonition-title").text
    assert [item.text for item in box.select("li")] == [str(ISSUES[1])]
    assert site_issues_box([]) == ""


def test_what_the_box_says_comes_from_the_check(small):
    small.page("An addict.")
    found = [issue for issue in check_site(small.root, today=TODAY) if issue.severity == "error"]
    assert "addict" in BeautifulSoup(issues_box(found), "lxml").text


def test_a_line_has_place_severity_words_fix_and_rule():
    issue = Issue(Path("content/a.md"), 3, "It is wrong.", "Write it right", "warning", "tone")
    assert one_line(issue) == "content/a.md:3: WARNING: It is wrong. Write it right. [tone]"
    assert str(issue) == "content/a.md:3: It is wrong. Write it right. [tone]"


def test_an_address_has_no_line():
    assert one_line(Issue(Path("/help-now"), 0, "Gone", "Put it back")).startswith("/help-now: ")


def test_a_report_names_each_file_once():
    assert report([*ISSUES, *ISSUES[:1]]).splitlines().count("content/a.md") == 1
