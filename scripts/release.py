"""`make release`: python -m scripts.release build; the audit; python -m scripts.release pack.

The archive is the same, byte for byte, whenever it is made from the same commit for the same
moment. The moment is that of the commit, and a page whose `publish_on` is later is not in it; with
`due`, it is that of the last change since then that has come: a `publish_on` or `unpublish_on`, an
event or a job that is over.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scripts import archive, launch_check, review_notice, servers
from scripts.ci import approvals
from site_config.content_model.project import read_project
from site_config.core import issue_report
from site_config.pipeline import build_lock, schedule
from site_config.settings import center

ROOT = Path(__file__).resolve().parents[1]
BUILT = "dist/built-from"
"""What `site/` was built from and a checksum of its files, between the two steps."""
LAUNCH = "dist/launch-check.txt"
APPROVALS = "dist/approvals.tsv"
ABOUT = "release.json"
"""In the archive: what it was made from."""

PARTS = {
    "site": "site",
    "hosting": "dist/hosting",
    "bill.cdx.json": "dist/bill.cdx.json",
    "deploying.md": "docs/deploying.md",
    "launch-check.txt": LAUNCH,
    ABOUT: f"dist/{ABOUT}",
    "approvals.tsv": APPROVALS,
}
"""What is in the archive, and where it comes from."""


class Origin(NamedTuple):
    """What a release is made from: a commit, for a moment in seconds since 1970."""

    commit: str
    when: int


class ReleaseError(Exception):
    """Why there is no release; the text says what to do."""


def build(root: Path, *, due: bool = False) -> None:
    """Build `site/` strictly from the last commit; with `due`, as it should be by now.

    Raises:
        ReleaseError: something is not committed, a check fails, the build does, a page changed
            after a clinician signed it, or one that none has signed does not say so.
    """
    origin = _origin(root, due=due)
    when = origin.when
    (root / BUILT).unlink(missing_ok=True)
    _run(root, "The content is not ready", ["-m", "site_config.linter", "--release"])
    settings = {"SOURCE_DATE_EPOCH": str(when), "NO_MKDOCS_2_WARNING": "1"}
    _run(root, "The site does not build", ["-m", "mkdocs", "build", "--strict"], settings)
    project = read_project(root, _day(root, when))
    if issues := approvals.unapproved(project):
        raise ReleaseError(f"Changed after a clinician signed it:\n{issue_report.report(issues)}")
    with tempfile.TemporaryDirectory() as folder, servers.any_of(root, Path(folder)) as address:
        if silent := review_notice.silent(address, review_notice.unreviewed(root)):
            raise ReleaseError(
                f"Not signed by a clinician, and not saying so: {', '.join(silent)}. Let the "
                'line "Not yet reviewed by a clinician" show again: templates and styles.'
            )
    (root / LAUNCH).write_text(
        launch_check.report(launch_check.open_requirements(root, _day(root, when))), "utf-8"
    )
    built = f"{origin.commit} {when} {_checksum(root / 'site')}"
    (root / APPROVALS).write_text(approvals.log(root), "utf-8")
    (root / BUILT).write_text(built, "utf-8")


def pack(root: Path, *, public: bool = False, audited: bool = True) -> Path:
    """Write `dist/site-DATE.tar.gz`, DATE being the moment's day, with its checksum beside it.

    A `public` one may go out; its name begins with `public-`. The archive says what is still open.

    Raises:
        ReleaseError: the site was not built from the last commit, a part is missing, or a public
            release is asked for while something required is open, or without an audit.
    """
    if public and not audited:
        raise ReleaseError("What the public sees is audited: leave out AUDIT=no.")
    with build_lock.held(root):  # a build would replace the site while it is packed
        return _pack(root, public=public)


def _pack(root: Path, *, public: bool) -> Path:
    when = _built(root)
    required = [
        one for one in launch_check.open_requirements(root, _day(root, when)) if one.required
    ]
    if public and required:
        raise ReleaseError(f"It is not public yet:\n{launch_check.report(required)}")
    about = {"commit": _origin(root).commit, "when": when, "public": public}
    (root / PARTS[ABOUT]).write_text(json.dumps(about, indent=1), "utf-8")
    if missing := [path for path in PARTS.values() if not (root / path).exists()]:
        raise ReleaseError(f"Missing: {', '.join(missing)}. Run make release from the start.")
    name = "public-site" if public else "site"
    target = root / f"dist/{name}-{_day(root, when)}.tar.gz"
    archive.pack(target, {name: root / path for name, path in PARTS.items()}, when)
    return target


def _built(root: Path) -> int:
    """The moment that `site/` was built for, which must be from the last commit, and unchanged."""
    commit, checksum = _origin(root).commit, _checksum(root / "site")
    built = root / BUILT
    words = built.read_text("utf-8").split() if built.exists() else []
    if len(words) != len(("commit", "when", "checksum")) or words[::2] != [commit, checksum]:
        raise ReleaseError(
            "site/ was not built from the last commit, or was built again since: run make release."
        )
    return int(words[1])


def _day(root: Path, when: int) -> dt.date:
    """The date at the center."""
    return _clock(root, when).date()


def _clock(root: Path, when: float) -> dt.datetime:
    """What the clocks at the center show."""
    return dt.datetime.fromtimestamp(when, _zone(root)).replace(tzinfo=None)


def _zone(root: Path) -> ZoneInfo:
    return ZoneInfo(center.Center.model_validate(center.load(root)).time_zone)


def _checksum(site: Path) -> str:
    """A checksum over the names and contents of all files of a built site."""
    total = hashlib.sha256()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        total.update(f"{file.relative_to(site).as_posix()}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def due_since(root: Path, when: int) -> list[schedule.Change]:
    """Return what should have appeared, or gone, since a moment; in order."""
    return schedule.changes(root, _clock(root, when), _clock(root, time.time()))


def _origin(root: Path, *, due: bool = False) -> Origin:
    """The last commit and its time, or that of the last change which is due since."""
    if changed := _git(root, "status", "--porcelain"):
        raise ReleaseError(f"Commit these first, or put them away:\n{changed}")
    commit, when = _git(root, "log", "-1", "--format=%H %ct").split()
    changes = due_since(root, int(when)) if due else []
    if changes:
        return Origin(commit, int(changes[-1].when.replace(tzinfo=_zone(root)).timestamp()))
    return Origin(commit, int(when))


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ReleaseError(f"A release is made from a git repository: {done.stderr.strip()}")
    return done.stdout.rstrip()


def _run(root: Path, failed: str, words: list[str], settings: dict[str, str] | None = None) -> None:
    environment = os.environ | (settings or {})
    done = subprocess.run([sys.executable, *words], cwd=root, env=environment, check=False)
    if done.returncode:
        raise ReleaseError(f"{failed}: see above.")


def main(step: str, *words: str) -> None:
    """Do one step; a failure is told in plain words."""
    try:
        if step == "build":
            build(ROOT, due="due" in words)
        else:
            packed = pack(ROOT, public="public" in words, audited="unaudited" not in words)
            packed = packed.relative_to(ROOT)
            print(f"Ready to upload: {packed}\nWhat is open before it is public: {LAUNCH}")
    except (ReleaseError, servers.ServerError) as error:
        sys.exit(f"No release. {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
