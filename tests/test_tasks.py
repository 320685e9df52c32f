"""tasks.py does what make does, for every task of the Makefile: make itself is asked."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest

import tasks
from tests.conftest import ROOT

TEXT = (ROOT / "Makefile").read_text("utf-8")
_POSIX = re.compile(r"^\s*import (fcntl|pwd|grp|resource)\b", re.MULTILINE)
NAMES = sorted(tasks.Makefile(TEXT, {}).tasks)
GIVEN = {
    "TITLE": 'It\'s "5 $x" `a` & b',
    "FROM": "C:\\My files\\a, b.docx",
    "SECTION": "cost",
    "NAME": "Willow Center",
    "URL": "https://example.org/",
    "REF": "v1",
    "PAGE": "my page.md",
    "TO": "it's another.md",
    "ENGINES": "chromium webkit",
    "PUBLIC": "1",
    "DUE": "1",
    "AUDIT": "no",
}
ALONE = {key: value for key, value in os.environ.items() if key not in {"MAKELEVEL", "MAKEFLAGS"}}
"""Without what `make test` hands on to the make that is asked here."""


def as_make_runs_it(name, given):
    """The words of all commands that make would run, in order, also where make runs the tests."""
    words = [f"{key}={value}" for key, value in given.items()]
    done = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "--always-make", name, *words],
        cwd=ROOT, capture_output=True, text=True, check=True, env=ALONE,
    )  # fmt: skip
    return shlex.split(done.stdout.replace("\\\n", " "))


@pytest.mark.parametrize("given", [{}, GIVEN], ids=["plain", "with variables"])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "help"])
def test_a_task_runs_the_commands_that_make_runs(name, given):
    lines = tasks.Makefile(TEXT, given).plan(name)
    assert [word for line in lines for word in shlex.split(line)] == as_make_runs_it(name, given)
    assert all(command for line in lines for command in tasks.commands(line))


@pytest.mark.parametrize("value", ["0", "no", "false"])
@pytest.mark.parametrize("name", ["PUBLIC", "DUE"])
def test_a_release_is_public_or_due_only_for_1(name, value):
    given = {name: value}
    plain = tasks.Makefile(TEXT, {}).plan("release")
    assert tasks.Makefile(TEXT, given).plan("release") == plain
    assert shlex.split("\n".join(plain)) == as_make_runs_it("release", given)
    assert tasks.Makefile(TEXT, {name: "1"}).plan("release") != plain


def test_every_target_of_the_makefile_is_a_task():
    targets = set(re.findall(r"^([a-z][\w-]*):(?!=)", TEXT, re.MULTILINE))
    assert targets == set(NAMES)
    phony = re.findall(r"^\.PHONY: (.*)$", TEXT, re.MULTILINE)
    assert {name for line in phony for name in line.split()} == targets


def test_without_a_task_all_are_listed_as_make_lists_them():
    command = [sys.executable, "tasks.py"]
    ours = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    makes = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT, capture_output=True, text=True, check=True, env=ALONE,
    )  # fmt: skip
    assert ours.stdout == makes.stdout


@pytest.fixture
def copy(tmp_path):
    """A folder with a Makefile of the test's own."""
    shutil.copy(ROOT / "tasks.py", tmp_path)

    def run(text, *words):
        (tmp_path / "Makefile").write_text(text, "utf-8")
        command = [sys.executable, "tasks.py", *words]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run


def test_it_stops_at_the_first_command_that_fails(copy, tmp_path):
    text = "a: b ## first\n\t@touch a && false && touch c\n\t@touch d\nb:\n\t@touch b\n"
    assert copy(text, "a").returncode == 1
    assert {name for name in "abcd" if (tmp_path / name).exists()} == {"a", "b"}


def test_variables_reach_the_command_and_its_environment(copy):
    show = "import os, sys; print(sys.argv[1:], os.environ['X'], os.environ['Y'])"
    text = f'export X := 1\nPY := {sys.executable}\na: ## it\n\t@Y=2 $(PY) -c "{show}" $(T)\n'
    assert copy(text, "a", "T=one two").stdout == "['one', 'two'] 1 2\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a:\n\t@echo a | cat\n", "only && may stand"),
        ("a:\n\t@echo $(shell date)\n", "cannot read $(shell date)"),
        ("b:\n\t@true\n", "There is no task “a”"),
    ],
)
def test_what_it_cannot_do_is_said_in_one_line(copy, text, words):
    done = copy(text, "a")
    assert done.returncode == 1
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_it_sets_up_without_a_shell(copy, tmp_path):
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts/__init__.py").touch()
    (tmp_path / "scripts/setup.py").write_text("import sys; print(sys.prefix, sys.argv[1:])")
    done = copy("setup: ## it\n\t@scripts/setup.sh site\n", "setup")
    assert done.stdout == f"{tmp_path / '.venv'} ['site']\n", done.stderr


def test_what_writers_use_loads_where_there_is_no_fcntl():
    """Windows has no fcntl: only file_lock.py may import it, and not there."""
    importing = [
        file.relative_to(ROOT).as_posix()
        for folder in ("site_config", "scripts", "checker")
        for file in (ROOT / folder).rglob("*.py")
        if _POSIX.search(file.read_text("utf-8"))
    ]
    assert importing == ["site_config/core/file_lock.py"]
