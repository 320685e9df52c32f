"""The releases that were online, newest last: one commit each on the branch `released`.

Git keeps each file once, however many releases have it, so all of them can be kept. What is not in
the branch was never online; what is at its tip is online now.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

BRANCH = "released"
REMOTE = "origin"
_COMMIT = "Release-Commit"
_WHEN = "Release-Moment"
_LEFT = "Went-Back-From"
_AS_IT_IS = ("-c", "core.autocrlf=false", "-c", "core.safecrlf=false")
_WRITER = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (
    ("NAME", "release"), ("EMAIL", "release@localhost"),
)}  # fmt: skip


class GitError(Exception):
    """Git could not do it; the text says what it said."""


class Entry(NamedTuple):
    """A release that went online: what was online from then on."""

    commit: str
    """In the branch itself."""
    tree: str
    title: str
    made_from: str
    when: int
    left: str = ""
    """The release that was left by going back to this one, as it is in the branch."""


class Branch:
    """A branch of the repository at `root` that holds folders of files, not the source."""

    def __init__(self, root: Path, name: str = BRANCH, remote: str = REMOTE) -> None:
        self.root = root
        self.name = name
        self.remote = remote
        self._kept = f"refs/ci/{name}"

    def fetch(self) -> None:
        """Get what others put there since.

        Raises:
            GitError: the remote cannot be reached.
        """
        listed = self._git("ls-remote", "--heads", self.remote, self.name)
        if listed:
            self._git("fetch", "--quiet", self.remote, f"+refs/heads/{self.name}:{self._kept}")
        else:
            self._git("update-ref", "-d", self._kept)

    def entries(self) -> list[Entry]:
        """Return all entries, oldest first."""
        form = "%x01".join(["%H", "%T", "%s", *(_trailer(key) for key in (_COMMIT, _WHEN, _LEFT))])
        if not self._tip():
            return []
        rows = self._git("log", "--reverse", f"--format={form}%x02", self._kept).split("\x02")
        return [_entry(row.strip("\n").split("\x01")) for row in rows if row.strip()]

    def export(self, commit: str, folder: Path) -> None:
        """Write the files of an entry into `folder`."""
        command = ["git", *_AS_IT_IS, "archive", "--format=tar", commit]
        packed = subprocess.run(command, cwd=self.root, capture_output=True, check=True).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")

    def record(self, folder: Path, title: str, entry: Entry | None = None) -> None:
        """Put the files of `folder` there, in place of those at the tip, unless they are there.

        Raises:
            GitError: the remote did not take it.
        """
        with tempfile.TemporaryDirectory() as kept:
            index = {"GIT_INDEX_FILE": str(Path(kept) / "index")}
            where = (f"--git-dir={self._git_dir()}", f"--work-tree={folder}")
            self._git(
                *where, *_AS_IT_IS, "add", "--all", "--force", ".", cwd=folder, settings=index
            )
            tree = self._git("write-tree", settings=index)
        tip = self._tip()
        if not tip or self._git("rev-parse", f"{tip}^{{tree}}") != tree:
            words = [f"{key}: {value}" for key, value in _trailers(entry) if value]
            parents = ["-p", tip] if tip else []
            message = "\n".join([title, "", *words])
            tip = self._git("commit-tree", tree, *parents, "-m", message, settings=_WRITER)
            self._git("update-ref", self._kept, tip)
        self._git("push", "--quiet", self.remote, f"{tip}:refs/heads/{self.name}")

    def _tip(self) -> str:
        return self._git("for-each-ref", "--format=%(objectname)", self._kept)

    def _git_dir(self) -> str:
        return self._git("rev-parse", "--absolute-git-dir")

    def _git(
        self, *words: str, cwd: Path | None = None, settings: dict[str, str] | None = None
    ) -> str:
        command, environment = ["git", *words], os.environ | (settings or {})
        done = subprocess.run(
            command, cwd=cwd or self.root, env=environment, capture_output=True, check=False
        )
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip()
            raise GitError(f"git {words[0]} failed: {said or 'no reason given'}")
        return done.stdout.decode().strip()


def _entry(row: list[str]) -> Entry:
    commit, tree, title, made_from, when, left = row
    return Entry(commit, tree, title, made_from, int(when or 0), left.strip())


def _trailer(key: str) -> str:
    return f"%(trailers:key={key},valueonly,separator=%x20)"


def _trailers(entry: Entry | None) -> list[tuple[str, str]]:
    if entry is None:
        return []
    return [(_COMMIT, entry.made_from), (_WHEN, str(entry.when)), (_LEFT, entry.left)]


def before(entries: list[Entry]) -> Entry | None:
    """Return the release that was online before the one that is online now; None if none was.

    Going back twice leads to the one before that, not to where it began.
    """
    if not entries:
        return None
    forward = [entry for entry in entries if not entry.left]
    places = [place for place, entry in enumerate(forward) if entry.tree == entries[-1].tree]
    return forward[places[-1] - 1] if places and places[-1] > 0 else None
