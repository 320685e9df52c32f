"""`make deploy` and `make go-back`: puts a release online, or the one before it.

What was online stays until the host has all of the new one, and after a failure.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from scripts.ci import hosts
from scripts.ci.hosts import DeployError, NotRecordedError
from scripts.ci.released import Branch, Entry, GitError, before
from scripts.release import ABOUT
from site_config.core.annotations import summarize

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = "site/runtime"
DRAFTS = "SHOW_DRAFT"


def deploy(root: Path, host: str, archive: Path | None = None) -> str:
    """Put the newest archive in dist/ online; return what to say.

    Raises:
        NotRecordedError: it is online, but the list of releases does not say so.
        DeployError: it did not go online, and what was online still is.
    """
    packed = archive or _newest(root / "dist")
    _check(packed)
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "release"
        with tarfile.open(packed) as opened:
            opened.extractall(folder, filter="data")
        about = json.loads((folder / ABOUT).read_text("utf-8"))
        _may_go_out(about)
        entry = Entry("", "", _name(about), about["commit"], about["when"])
        return _online(root, host, folder, entry)


def go_back(root: Path, host: str) -> str:
    """Put the release online that was there before; return what to say.

    Raises:
        DeployError: there is none, or it did not go online.
    """
    branch = _fetched(root)
    entries = branch.entries()
    target = before(entries)
    if target is None:
        raise DeployError("There is no earlier release to go back to.")
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "release"
        branch.export(target.commit, folder)
        return _online(root, host, folder, target._replace(left=entries[-1].commit))


def _online(root: Path, host: str, folder: Path, entry: Entry) -> str:
    """Send the release with the runtime files of the one that is online now, then record it."""
    branch = _fetched(root)
    entries = branch.entries()
    with tempfile.TemporaryDirectory() as kept:
        upload = Path(kept) / "upload"
        shutil.copytree(folder, upload)
        if entries:
            branch.export(entries[-1].commit, Path(kept) / "last")
            _keep_runtime(Path(kept) / "last" / RUNTIME, upload / RUNTIME)
        hosts.send(host, root, upload, entry.title)
    title = f"Back to {entry.title}" if entry.left else entry.title
    try:
        branch.record(folder, title, entry)
    except GitError as error:
        raise NotRecordedError(
            f"{entry.title} is online, but it could not be recorded ({error}). "
            "Run the same command again."
        ) from error
    said = f"Online at {host}: {title}."
    summarize(said)
    return said


def _keep_runtime(last: Path, new: Path) -> None:
    """Someone who opened the self-check before the change may press Start after it."""
    for file in last.rglob("*") if last.is_dir() else ():
        target = new / file.relative_to(last)
        if file.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, target)


def _fetched(root: Path) -> Branch:
    branch = Branch(root)
    try:
        branch.fetch()
    except GitError as error:
        raise DeployError(f"The list of releases can't be read: {error}") from error
    return branch


def _newest(dist: Path) -> Path:
    found = sorted(dist.glob("*site-*.tar.gz"), key=lambda file: file.stat().st_mtime)
    if not found:
        raise DeployError("There is no release in dist/: run make release first.")
    return found[-1]


def _check(packed: Path) -> None:
    """Compare with the checksum that was written beside it."""
    try:
        said = packed.with_name(f"{packed.name}.sha256").read_text("utf-8").split()[0]
    except (OSError, IndexError) as error:
        raise DeployError(
            f"{packed.name}.sha256 is missing or empty: run make release again."
        ) from error
    if hashlib.sha256(packed.read_bytes()).hexdigest() != said:
        raise DeployError(f"{packed.name} is damaged: run make release again.")


def _may_go_out(about: dict[str, Any]) -> None:
    """A release is for the public only when nothing required is open, and it was audited."""
    if about["public"] or os.environ.get(DRAFTS) == "1":
        return
    raise DeployError(
        "This release is a draft: launch-check.txt in it says what is open before the public sees "
        "it. When that is done, set PUBLIC to 1. To show the draft on a host behind a password, "
        f"set {DRAFTS} to 1."
    )


def _name(about: dict[str, Any]) -> str:
    """A name that sorts by time: site-20261129-081000-4911c3f."""
    when = dt.datetime.fromtimestamp(about["when"], dt.UTC)
    kind = "public-site" if about["public"] else "site"
    return f"{kind}-{when:%Y%m%d-%H%M%S}-{about['commit'][:7]}"


def main(step: str, archive: str = "") -> None:
    """Do one step; a failure is told in plain words."""
    host = os.environ.get("HOST", "")
    try:
        if step == "back":
            print(go_back(ROOT, host))
        else:
            print(deploy(ROOT, host, Path(archive) if archive else None))
    except NotRecordedError as error:
        sys.exit(str(error))
    except DeployError as error:
        sys.exit(f"Nothing was put online. {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
