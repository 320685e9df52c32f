"""The commands that writers call: the check, what is stale, a new page; and the box on a page."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_config.authoring.new_article import SECTIONS, new_article
from site_config.authoring.new_article import main as new_main
from site_config.core.issue_report import issues_box
from site_config.core.issues import Issue
from site_config.linter.__main__ import main
from site_config.linter.runner import check_site
from tests.small_site import ROOT, TODAY


def run(small, *arguments):
    return main([*arguments, "--root", str(small.root), "--today", str(TODAY)])


def test_the_check_fails_for_an_error_and_names_its_place(small, capsys):
    line = small.page("An addict. Do it now!")
    assert run(small) == 1
    lines = capsys.readouterr().out.splitlines()
    place = f"content/understand/page.md:{line}:"
    assert sum(place in row for row in lines) == 2
    assert any(place in row and "ERROR" in row and "addict" in row for row in lines)
    assert any(place in row and "WARNING" in row for row in lines)


def test_the_check_passes_with_warnings_alone(small):
    small.page("Do it now!")
    assert run(small) == 0


def test_a_release_is_held_to_more(small):
    small.page("Words.", last_reviewed="2025-01-01", next_review="2026-01-01")
    assert run(small) == 0
    assert run(small, "--release") == 1


def test_the_module_runs_as_the_makefile_calls_it(small):
    small.page("An addict.")
    command = [sys.executable, "-m", "site_config.linter", "--root", str(small.root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "addict" in done.stdout


def test_stale_lists_what_is_due_by_owner(small, capsys):
    small.page("Words.", next_review="2026-12-01", title="Soon")
    small.page(
        "Words.",
        name="signs/old.md",
        last_reviewed="2025-01-01",
        next_review="2026-01-01",
        title="Late",
    )
    assert run(small, "stale") == 0
    out = capsys.readouterr().out
    assert out.index("Editorial team") < out.index("Late") < out.index("Soon")
    assert "content/signs/old.md:6" in out
    assert "help.md" not in out


def test_nothing_is_stale_on_a_fresh_site(small, capsys):
    run(small, "stale")
    assert "content/" not in capsys.readouterr().out


def test_the_overview_names_signs_that_no_page_explains(small, capsys):
    small.page("Words.", signs="[sign_one]")
    run(small, "pages")
    out = capsys.readouterr().out
    assert "understand/page.md" in out
    assert "sign_two" in out
    assert "sign_one" not in out


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("title", ["What does it cost?", 'Who: "me" & #1', "Über [uns] *selbst*"])
def test_a_new_page_is_valid_and_waits_for_its_day(small, section, title):
    path = new_article(small.root, title, section, TODAY)
    name = path.relative_to(small.root).as_posix()
    assert name.startswith(f"content/{section}/")
    assert {issue.severity for issue in small.issues(name)} == {"warning"}
    published = small.issues(name, today=TODAY + dt.timedelta(days=61))
    assert "error" in {issue.severity for issue in published}


def test_a_new_page_never_overwrites(small, capsys):
    arguments = ["A page", "--root", str(small.root)]
    before = (small.root / "content/understand/page.md").read_text()
    there = small.root / "content/iop/a-page.md"
    there.parent.mkdir()
    (small.root / "content/understand/page.md").rename(there)
    assert new_main(arguments) == 1
    assert "content/iop/a-page.md" in capsys.readouterr().err
    assert there.read_text() == before


def test_a_new_page_is_in_the_menu_below_the_others_of_its_part(small):
    menu = "nav:\n  - Part:\n      - understand/page.md  # first\n  - Help: help.md\n"
    small.write("mkdocs.yml", menu)
    new_article(small.root, 'Who: "me"', "understand", TODAY)
    lines = (small.root / "mkdocs.yml").read_text().splitlines()
    assert lines[3] == '      - "Who: \\"me\\"": understand/who-me.md'
    assert "\n".join([*lines[:3], *lines[4:], ""]) == menu
    assert small.issues("mkdocs.yml") == []


def test_a_part_of_the_menu_that_has_no_page_yet_leaves_it_as_it_is(small):
    small.write("mkdocs.yml", "nav:\n  - Help: help.md\n  - understand/page.md\n")
    path = new_article(small.root, "A page more", "signs", TODAY)
    assert "more" not in (small.root / "mkdocs.yml").read_text()
    name = path.relative_to(small.root).as_posix()
    assert any("mkdocs.yml" in issue.fix for issue in small.issues(name))


def test_a_section_may_be_typed_in_capitals_and_a_wrong_one_is_named(small, capsys):
    assert new_main(["A page more", "--section", "Start/", "--root", str(small.root)]) == 0
    assert (small.root / "content/start/a-page-more.md").is_file()
    assert new_main(["A third page", "--section", "strat", "--root", str(small.root)]) == 1
    said = capsys.readouterr().err
    assert "strat" in said
    assert "start" in said


def test_make_hands_a_title_on_as_it_was_typed(small):
    title = """What's "it" & $HOME, `id`, $(ls) #1?"""
    shutil.copy(ROOT / "Makefile", small.root)
    command = ["make", "--no-print-directory", "-n", "new", f"TITLE={title}", "SECTION=signs"]
    said = subprocess.run(command, cwd=small.root, capture_output=True, text=True, check=True)
    call = said.stdout.splitlines()[-1]
    words = subprocess.run(
        ["sh", "-c", call.replace(".venv/bin/python", "printf '%s\\n'")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert words.stdout.splitlines()[-1] == title


@pytest.mark.parametrize("title", ["", "ab", "x" * 71, "???", "../../escape me"])
def test_a_title_stays_inside_its_section(small, title):
    code = new_main([title, "--root", str(small.root)])
    made = {p.name for p in (small.root / "content").rglob("*.md")} - {"page.md", "help.md"}
    assert made == (set() if code else {"escape-me.md"})


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


def test_what_the_box_says_comes_from_the_check(small):
    small.page("An addict.")
    found = [issue for issue in check_site(small.root, today=TODAY) if issue.severity == "error"]
    assert "addict" in BeautifulSoup(issues_box(found), "lxml").text
