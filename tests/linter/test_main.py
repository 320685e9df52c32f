"""The commands that writers call: the check, what is due, the overview, the list of rules."""

from __future__ import annotations

import subprocess
import sys

import pytest

from site_config.linter.__main__ import main
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


@pytest.mark.parametrize(
    "name",
    ["understand/page.md", "content/understand/page.md", "understand\\page", "understand/page"],
)
def test_one_page_alone_is_checked(small, capsys, name):
    small.page("Do it now!", name="help.md")
    small.page("An addict.")
    assert run(small, "--page", name) == 1
    out = capsys.readouterr().out
    assert "addict" in out
    assert "help.md" not in out


def test_a_page_that_is_not_there_is_told_in_one_line(small, capsys):
    assert run(small, "--page", "nowhere.md") == 1
    assert "There is no page nowhere.md" in capsys.readouterr().err


def test_make_says_error_1_and_what_that_means(small, capsys, monkeypatch):
    small.page("An addict.")
    monkeypatch.delenv("MAKELEVEL", raising=False)
    run(small, "--page", "understand/page.md")
    assert "Error 1" not in capsys.readouterr().out
    monkeypatch.setenv("MAKELEVEL", "1")
    run(small, "--page", "understand/page.md")
    assert capsys.readouterr().out.endswith("no more than that there are errors.)\n")
