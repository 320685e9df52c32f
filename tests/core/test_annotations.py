"""Issues on their lines in a pull request, in the writer's words."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from site_config.core.annotations import announce
from site_config.core.issues import Issue
from site_config.linter import __main__ as linter
from site_config.pipeline import collector

WARNING = Issue(Path("content/b.md"), 4, "It is long", "Cut it", "warning", "length")
ERROR = Issue(Path("content/a, b.md"), 0, "Half: 50%\nof.", "Say 1, 2 or 3:\nplainly.", "error")


@pytest.fixture
def on_github(monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    return tmp_path / "summary.md"


def test_each_issue_is_one_line_for_github_errors_first(on_github, capsys):
    announce("Content", [WARNING, ERROR])
    assert capsys.readouterr().out.splitlines() == [
        "::error file=content/a%2C b.md,line=1,title=Half%3A 50%25%0Aof::Say 1, 2 or 3:%0Aplainly.",
        "::warning file=content/b.md,line=4,title=It is long::Cut it. [length]",
    ]
    told = on_github.read_text("utf-8")
    assert "1 error and 1 warning" in told
    assert "content/b.md:4" in told


def test_elsewhere_nothing_is_printed(monkeypatch, capsys):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    announce("Content", [WARNING, ERROR])
    assert capsys.readouterr().out == ""


def test_the_content_check_announces_what_it_finds(small, on_github, capsys):
    line = small.page("An addict.")
    assert linter.main(["--root", str(small.root), "--today", "2026-11-23"]) == 1
    rows = capsys.readouterr().out.splitlines()
    place = f"::error file=content/understand/page.md,line={line},"
    assert any(row.startswith(place) and "addict" in row for row in rows)
    assert "addict" in on_github.read_text("utf-8")


def test_a_build_announces_what_only_a_build_finds(on_github, capsys):  # noqa: ARG001
    with pytest.raises(PluginError):
        collector.log_issues([ERROR, WARNING], serving=False)
    (row,) = capsys.readouterr().out.splitlines()
    assert row.startswith("::error file=content/a%2C b.md,line=1,")
