"""Two builds at once: the second waits, and what they leave is one whole site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from site_config.pipeline import build_lock
from tests import project_copy

HOLD = """
import sys
from pathlib import Path
from site_config.pipeline import build_lock
build_lock.acquire(Path.cwd())
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture(scope="module")
def project(make_six_pages, tmp_path_factory):
    """A small project to build in."""
    return make_six_pages(tmp_path_factory.mktemp("lock"))


@pytest.fixture(scope="module")
def with_scripts(root, tmp_path_factory):
    """What is packed, compared or served: a site, its sources and scripts, one commit."""
    folder = project_copy.make(root, tmp_path_factory.mktemp("scripts"))
    shutil.copytree(root / "scripts", folder / "scripts")
    (folder / "site").mkdir()
    (folder / "site/index.html").touch()
    person = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    for words in (["init"], ["commit", "--allow-empty", "-m", "Test"]):
        command = ["git", *person, *words, "--quiet"]
        subprocess.run(command, cwd=folder, check=True)
    return folder


def start(project, *command):
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project)}
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=project,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_build_beside_another_one_says_that_it_waits_and_then_builds(project):
    first = start(project, "-c", HOLD)
    assert first.stdout.readline() == "held\n"
    second = start(project, "-m", "mkdocs", "build", "--quiet")
    assert second.stderr.readline() == build_lock.WAITING
    assert second.poll() is None
    assert not (project / "site").exists()
    first.communicate("\n")
    _, told = second.communicate()
    assert second.returncode == 0, told
    assert (project / "site/index.html").is_file()


def test_two_builds_that_start_together_leave_a_whole_site(project):
    builds = [start(project, "-m", "mkdocs", "build", "--quiet") for _ in range(2)]
    told = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], told
    assert sum(build_lock.WAITING in text for text in told) == 1
    assert (project / "site/_headers").is_file()
    assert not (project / "site.new").exists()


def test_a_killed_build_keeps_nobody_waiting(project):
    first = start(project, "-c", HOLD)
    assert first.stdout.readline() == "held\n"
    first.kill()
    first.communicate()
    build_lock.acquire(project)
    build_lock.release()


PACK = "from pathlib import Path; from scripts import release; release.pack(Path.cwd())"


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "site_config.pipeline.serve", "--port", "0"),
        ("-c", PACK),
        ("-m", "scripts.preview", "HEAD"),
    ],
    ids=["serve", "release", "preview"],
)
def test_what_else_builds_or_reads_the_site_waits_for_a_build(with_scripts, command):
    first = start(with_scripts, "-c", HOLD)
    assert first.stdout.readline() == "held\n"
    other = start(with_scripts, *command)
    said = []
    while not said or (said[-1] and said[-1] != build_lock.WAITING):
        said.append(other.stderr.readline())
    assert said[-1] == build_lock.WAITING, said
    assert other.poll() is None
    other.terminate()
    other.communicate()
    first.communicate("\n")
