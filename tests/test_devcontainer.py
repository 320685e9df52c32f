"""The container for writers starts the site and the editor; its image cannot be built here.

So each of its steps is looked at by itself: the commands are tasks, the ports are those that the
tasks use, and the image has what setting up asks for.
"""

from __future__ import annotations

import json
import re
import subprocess

import pytest

import tasks
from site_config.authoring.__main__ import PORT
from site_config.pipeline.serve import EDITOR, PORTS
from tests.conftest import ROOT

FOLDER = ROOT / ".devcontainer"
SETTINGS = json.loads((FOLDER / "devcontainer.json").read_text("utf-8"))
COMMANDS = {SETTINGS["postCreateCommand"], *SETTINGS["postAttachCommand"].values()}


def test_the_site_and_the_editor_are_open_when_it_has_started():
    assert SETTINGS["postAttachCommand"] == {"site": "make serve", "editor": "make edit"}
    assert SETTINGS["forwardPorts"] == [PORTS.start, PORT]
    assert PORT == EDITOR  # the site leaves it free
    opened = {port: one["onAutoForward"] for port, one in SETTINGS["portsAttributes"].items()}
    assert opened == {str(PORTS.start): "openPreview", str(PORT): "openBrowserOnce"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_each_command_is_a_task(command):
    make, task = command.split()
    assert make == "make"
    assert task in tasks.Makefile((ROOT / "Makefile").read_text("utf-8"), {}).tasks
    subprocess.run([make, "--dry-run", task], cwd=ROOT, capture_output=True, check=True)


def test_the_image_has_what_setting_up_asks_for():
    text = (FOLDER / SETTINGS["build"]["dockerfile"]).read_text("utf-8")
    version = re.search(r"^FROM python:(\d+\.\d+)-", text, re.MULTILINE)
    assert version[1] == (ROOT / ".python-version").read_text().strip()
    installed = set(re.search(r"install -y --no-install-recommends (.*) \\", text)[1].split())
    assert installed >= {"chromium", "git", "make", "nodejs", "npm"}
    assert f"--shell /bin/bash {SETTINGS['remoteUser']}" in text


def test_line_ends_stay_as_the_linter_wants_them():
    assert SETTINGS["customizations"]["vscode"]["settings"]["files.eol"] == "\n"
