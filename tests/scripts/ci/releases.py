"""A project with a remote of its own, and small releases to put online."""

from __future__ import annotations

import json
import os
import subprocess
import time
from typing import TYPE_CHECKING

from scripts import archive

if TYPE_CHECKING:
    from pathlib import Path

COMMIT = "a" * 40


def git(folder, *words, **settings):
    person = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    command = ["git", *person, *words]
    environment = os.environ | settings
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


class Project:
    """A git repository with one commit, and a bare one that it pushes to."""

    def __init__(self, folder: Path) -> None:
        self.root, self.remote = folder / "project", folder / "remote.git"
        self.root.mkdir()
        git(folder, "init", "--quiet", "--bare", str(self.remote))
        git(self.root, "init", "--quiet", "--initial-branch=main")
        git(self.root, "remote", "add", "origin", str(self.remote))
        self.write("site_config/center.yml", "name: Some Center\n")
        self.write(".gitignore", "dist/\n*.js\n")
        self.commit("Start")

    def write(self, name, text):
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def commit(self, words):
        git(self.root, "add", "-A")
        git(self.root, "commit", "--quiet", "-m", words)
        git(self.root, "push", "--quiet", "origin", "main")
        return git(self.root, "rev-parse", "HEAD")

    def release(self, words, *, when=None, commit=COMMIT, public=True):
        """Pack a release whose start page says `words`; return the archive."""
        folder = self.root / "dist/made" / words
        about = {"commit": commit, "when": when or int(time.time()), "public": public}
        files = {
            "site/index.html": words,
            f"site/runtime/{words}.js": f"runtime of {words}",
            "site/_headers": "/*\r\n",
            "hosting/nginx-site.conf": f"# {words}",
            "release.json": json.dumps(about),
        }
        for name, text in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        packed = self.root / f"dist/public-site-{words}.tar.gz"
        parts = {name.split("/", maxsplit=1)[0]: folder for name in files}
        archive.pack(packed, {name: folder / name for name in parts}, about["when"])
        os.utime(packed, (about["when"], about["when"]))
        return packed


def server(folder):
    """A stand-in for ssh: it runs what the server would be told to run, on this machine."""
    script = folder / "ssh"
    script.write_text('#!/bin/sh\n[ "$1" = -l ] && shift 2\nshift\nexec sh -c "$*"\n')
    script.chmod(0o755)
    return str(script)
