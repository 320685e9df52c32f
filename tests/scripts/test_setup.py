"""Setting up says in one line what is missing, and repeats no finished step."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import setup

TOOLS = ("sh", "dirname", "ls", "rm", "env")


@pytest.fixture
def copy(root, tmp_path):
    """A folder with what setting up reads, and a PATH that holds little more than a shell."""
    for name in ("scripts", "requirements"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "package-lock.json", tmp_path)
    shelf = tmp_path / "bin"
    shelf.mkdir()
    for tool in TOOLS:
        (shelf / tool).symlink_to(Path(shutil.which(tool)))
    return tmp_path


def run(copy, **variables):
    environment = {"PATH": str(copy / "bin"), "HOME": str(copy), **variables}
    command = [str(copy / "scripts/setup.sh"), "site"]
    return subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, check=False
    )


def give_python(copy):
    (copy / "bin/python3").symlink_to(Path(sys.executable).resolve())


def test_without_python_one_line_says_what_to_install(copy):
    done = run(copy)
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1
    assert "Python 3.12 or newer" in done.stderr


def test_without_network_one_line_says_so(copy):
    give_python(copy)
    unreachable = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0"}
    done = run(copy, PIP_CONFIG_FILE=os.devnull, PIP_NO_CACHE_DIR="1", **unreachable)
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1
    assert "network" in done.stderr


def test_without_node_one_line_says_what_to_install(copy, monkeypatch):
    monkeypatch.setenv("PATH", str(copy / "bin"))
    with pytest.raises(setup.SetupError, match=r"Node\.js 20 or newer"):
        setup._install_node("package-lock.json")  # noqa: SLF001 (needs no installed packages)


def test_a_finished_step_is_repeated_only_when_its_file_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "STAMPS", tmp_path / "stamps")
    ran = []
    source = tmp_path / "a.txt"
    for text in ("one", "one", "two"):
        source.write_text(text)
        setup._step("a", "a.txt", ran.append)  # noqa: SLF001
    assert ran == ["a.txt", "a.txt"]


def test_a_step_that_failed_is_tried_again(tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "STAMPS", tmp_path / "stamps")
    (tmp_path / "a.txt").write_text("one")

    def fail(_source):
        raise setup.SetupError("no")

    with pytest.raises(setup.SetupError):
        setup._step("a", "a.txt", fail)  # noqa: SLF001
    ran = []
    setup._step("a", "a.txt", ran.append)  # noqa: SLF001
    assert ran == ["a.txt"]


@pytest.mark.parametrize(
    ("shell", "allowed", "chosen", "installs"),
    [
        (False, True, "", True),
        (True, True, "", False),  # it is there
        (False, False, "", False),  # no Debian, or no root
        (False, True, "/usr/bin/mine", False),
    ],
)
def test_the_shell_is_installed_where_it_lacks_and_may_be(
    monkeypatch, shell, allowed, chosen, installs
):
    ran = []
    monkeypatch.setenv("CHROMIUM", chosen)
    monkeypatch.setattr(setup.browsers, "chromium", lambda: Path("/usr/bin/chromium"))
    found = Path("/usr/bin/shell" if shell else "/usr/bin/chromium")
    monkeypatch.setattr(setup.browsers, "headless", lambda: found)
    monkeypatch.setattr(setup, "_may_install", lambda: allowed)
    monkeypatch.setattr(setup, "_logged", lambda name, command: ran.append((name, command)))
    setup._install_shell("scripts/browsers.py")  # noqa: SLF001
    assert len(ran) == int(installs)
    assert all(setup.browsers.SHELL in command[-1] for _, command in ran)
