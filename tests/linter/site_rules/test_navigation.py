"""Rules over all pages: the menu, two pages that look alike, files that nobody meant to publish."""

from __future__ import annotations

import pytest

from tests.small_site import FRONT, PAGE

MENU = "nav:\n  - Start: help.md\n  - Part:\n      - understand/page.md\n"


@pytest.fixture
def menu(small):
    small.write("mkdocs.yml", MENU)
    return small


def test_pages_in_the_menu_are_fine(menu):
    assert menu.issues("mkdocs.yml") == menu.issues("content/help.md") == menu.issues() == []


def test_a_page_that_is_in_no_menu_is_an_error_with_the_line_to_add(menu):
    menu.page("Words.", name="understand/new.md", title='Who is "it"')
    (issue,) = menu.issues("content/understand/new.md")
    assert issue.severity == "error"
    assert '- "Who is \\"it\\"": understand/new.md' in issue.fix


def test_a_page_that_waits_is_warned_of_before_its_day(menu):
    menu.page("Words.", name="understand/new.md", publish_on="2026-12-24")
    assert [f.severity for f in menu.issues("content/understand/new.md")] == ["warning"]


@pytest.mark.parametrize("setting", ["not_in_nav", "draft_docs", "exclude_docs"])
def test_a_page_that_is_kept_out_of_the_menu_on_purpose_is_fine(menu, setting):
    menu.write("mkdocs.yml", f"{setting}: |\n  /understand/new.md\n{MENU}")
    menu.page("Words.", name="understand/new.md")
    assert menu.issues("content/understand/new.md") == []


def test_a_menu_entry_without_a_page_is_an_error_on_its_line(menu):
    menu.write("mkdocs.yml", MENU + "      - Gone: understand/pgae.md\n")
    (issue,) = menu.issues("mkdocs.yml")
    assert (issue.line, issue.severity) == (5, "error")
    assert PAGE in issue.fix


@pytest.mark.parametrize(("name", "severity"), [("title", "error"), ("description", "warning")])
def test_two_pages_that_look_the_same_in_a_search(small, name, severity):
    small.page("Words.", name="understand/twin.md", **{name: FRONT[name].upper()})
    twin = small.issues("content/understand/twin.md")
    (issue,) = [one for one in twin if f"content/{PAGE}" in one.what]
    assert issue.severity == severity
    assert issue.line == 2 + list(FRONT).index(name)


@pytest.mark.parametrize(
    "name", ["understand/salaries.docx", "page.md.bak", "a.png", "assets/list.xlsx", "assets/x"]
)
def test_a_file_that_would_go_public_unread_is_an_error(small, name):
    small.write(f"content/{name}", "Names and salaries.")
    assert [issue.severity for issue in small.issues(f"content/{name}")] == ["error"]


@pytest.mark.parametrize("name", ["assets/sheet.pdf", "assets/a.svg", ".hidden", "_data/a.xlsx"])
def test_files_of_the_site_and_files_that_are_not_built_are_fine(small, name):
    small.write(f"content/{name}", "<svg/>")
    assert small.issues(f"content/{name}") == []


@pytest.mark.parametrize(
    ("menu", "line"),
    [
        ("nav:\n  - Help: help.md\n  - Page: understand/page.md\n - Lost: help.md\n", 4),
        ("nav:\n  - Help: help.md\n  - What: now: understand/page.md\n", 3),
        ('nav:\n  - "Help: help.md\n', 2),
        ("nav:\n\t- Help: help.md\n", 2),
    ],
)
def test_a_slip_in_the_menu_is_one_issue_on_its_line(small, menu, line):
    small.write("mkdocs.yml", menu)
    (issue,) = small.errors("mkdocs.yml")
    assert (issue.line, issue.rule) == (line, "file-form")
    assert issue.fix
