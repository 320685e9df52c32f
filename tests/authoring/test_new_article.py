"""`make new`: a draft that is valid, waits for its day and is in the menu."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess

import pytest

from site_config.authoring.new_article import SECTIONS, new_article
from site_config.authoring.new_article import main as new_main
from tests.small_site import ROOT, TODAY


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
    small.write("content/iop/a-page.md", before)
    assert new_main(arguments) == 1
    assert "content/iop/a-page.md" in capsys.readouterr().err
    assert (small.root / "content/iop/a-page.md").read_text() == before


def test_a_title_that_another_page_has_is_named(small, capsys):
    small.page("Words.", name="cost/bill.md", title="What does it cost?")
    assert new_main(["What does it  COST", "--section", "start", "--root", str(small.root)]) == 1
    assert "content/cost/bill.md" in capsys.readouterr().err
    assert not (small.root / "content/start").exists()


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
    command = ["make", "--no-print-directory", "-n", "new", f"TITLE={title}", "SECTION=start"]
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
