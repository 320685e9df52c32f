"""`make rules-diff`: what a changed rule or question does to generated people."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

PARTS = ("checker", "site_config", "scripts", "content/_data")


@pytest.fixture
def project(root, tmp_path):
    """A project of its own with one commit, that of the rules as they stand here."""
    for part in PARTS:
        ignore = shutil.ignore_patterns("__pycache__", "data.json")
        shutil.copytree(root / part, tmp_path / part, ignore=ignore)
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "Rules"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


@pytest.fixture
def rules_diff(project):
    """Replace text in a file and run the script; give its exit code, output and errors."""

    def run(name=None, old="", new="", since="HEAD"):
        if name:
            text = (project / name).read_text("utf-8")
            assert old in text
            (project / name).write_text(text.replace(old, new), "utf-8")
        command = [sys.executable, "-m", "scripts.rules_diff", since]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    return run


def table(out):
    """The rows of the table: (from, to) and the count."""
    rows = [line.strip("| ").split(" | ") for line in out.splitlines() if line.startswith("| ")]
    return {(old, new): int(count) for old, new, count in rows[2:]}


def test_unchanged_rules_change_nothing(rules_diff):
    code, out, _ = rules_diff()
    assert code == 0
    assert "6000 end as before, 0 not" in out
    assert table(out) == {}


def test_a_changed_rule_shows_from_where_to_where_with_three_examples(rules_diff):
    """Four signs of need instead of five: from "weekly" to an assessment, and nothing else."""
    _, out, _ = rules_diff("checker/rules.py", "len(need) >= 5", "len(need) >= 4")
    assert set(table(out)) == {
        ("weekly_may_be_enough", "iop_assess"),
        ("weekly_may_be_enough", "iop_supports_missing"),
    }
    for (old, new), count in table(out).items():
        examples = out.partition(f"{old} → {new}, for example:")[2].partition("\n\n")[0]
        assert examples.count("- case ") == min(count, 3)


def test_a_changed_banner_is_counted(rules_diff):
    old, new = "_any(PREGNANCY)", "_any(COST)"
    _, out, _ = rules_diff("checker/banners.py", old, new)
    assert table(out) == {}
    assert "+ pregnancy_box" in out
    assert "- pregnancy_box" in out


def test_answers_that_no_longer_exist_are_counted(rules_diff):
    _, out, _ = rules_diff("checker/questionnaire.yml", "{id: focus,", "{id: thinking,")
    assert "gave answers that no longer exist" in out


def test_a_mistake_in_the_words_is_named_with_its_line(rules_diff):
    code, out, err = rules_diff("checker/questionnaire.yml", "kind: one", "kind: two")
    assert (code, out) == (1, "")
    assert "checker/questionnaire.yml:" in err
    assert "Traceback" not in err


def test_rules_that_cannot_run_are_named(rules_diff):
    code, out, err = rules_diff("checker/rules.py", "def decide(", "def decides(")
    assert (code, out) == (1, "")
    assert "the rules cannot decide: ImportError" in err


def test_an_unknown_commit_is_named(rules_diff):
    code, _, err = rules_diff(since="nowhere")
    assert code == 1
    assert "nowhere" in err
    assert err.count("\n") == 1
