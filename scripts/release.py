"""`make release`: python -m scripts.release build; the audit; python -m scripts.release pack.

The archive is the same, byte for byte, whenever it is made from the same commit. A page whose
`publish_on` is later than the commit's day is not in it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

from scripts import archive, launch_check, review_notice, servers
from site_config.pipeline import build_lock
from site_config.settings import center

ROOT = Path(__file__).resolve().parents[1]
BUILT = "dist/built-from"
"""The commit that `site/` was built from and a checksum of its files, between the two steps."""
LAUNCH = "dist/launch-check.txt"

PARTS = {
    "site": "site",
    "hosting": "dist/hosting",
    "bill.cdx.json": "dist/bill.cdx.json",
    "deploying.md": "docs/deploying.md",
    "launch-check.txt": LAUNCH,
}
"""What is in the archive, and where it comes from."""


class ReleaseError(Exception):
    """Why there is no release; the text says what to do."""


def build(root: Path) -> None:
    """Build `site/` strictly from the last commit.

    Raises:
        ReleaseError: something is not committed, a check fails, the build does, or a page that no
            clinician has signed does not say so.
    """
    commit, when = _commit(root)
    (root / BUILT).unlink(missing_ok=True)
    _run(root, "The content is not ready", ["-m", "site_config.linter", "--release"])
    settings = {"SOURCE_DATE_EPOCH": str(when), "NO_MKDOCS_2_WARNING": "1"}
    _run(root, "The site does not build", ["-m", "mkdocs", "build", "--strict"], settings)
    with tempfile.TemporaryDirectory() as folder, servers.any_of(root, Path(folder)) as address:
        if silent := review_notice.silent(address, review_notice.unreviewed(root)):
            raise ReleaseError(
                f"Not signed by a clinician, and not saying so: {', '.join(silent)}. Let the "
                'line "Not yet reviewed by a clinician" show again: templates and styles.'
            )
    (root / LAUNCH).write_text(
        launch_check.report(launch_check.owed(root, _day(root, when))), "utf-8"
    )
    (root / BUILT).write_text(f"{commit} {_checksum(root / 'site')}", "utf-8")


def pack(root: Path, *, public: bool = False) -> Path:
    """Write `dist/site-DATE.tar.gz`, DATE being the commit's day, with its checksum beside it.

    A `public` one may go out; its name begins with `public-`. The archive says what is still owed.

    Raises:
        ReleaseError: the site was not built from the last commit, a part is missing, or a public
            release is asked for while something required is open.
    """
    with build_lock.held(root):  # a build would replace the site while it is packed
        return _pack(root, public=public)


def _pack(root: Path, *, public: bool) -> Path:
    commit, when = _commit(root)
    built = root / BUILT
    if not built.exists() or built.read_text("utf-8") != f"{commit} {_checksum(root / 'site')}":
        raise ReleaseError(
            "site/ was not built from the last commit, or was built again since: run make release."
        )
    required = [debt for debt in launch_check.owed(root, _day(root, when)) if debt.required]
    if public and required:
        raise ReleaseError(f"It is not public yet:\n{launch_check.report(required)}")
    if missing := [path for path in PARTS.values() if not (root / path).exists()]:
        raise ReleaseError(f"Missing: {', '.join(missing)}. Run make release from the start.")
    name = "public-site" if public else "site"
    target = root / f"dist/{name}-{_day(root, when)}.tar.gz"
    archive.pack(target, {name: root / path for name, path in PARTS.items()}, when)
    return target


def _day(root: Path, when: int) -> dt.date:
    """The date of the commit at the center."""
    facts = center.Center.model_validate(center.load(root))
    return dt.datetime.fromtimestamp(when, ZoneInfo(facts.time_zone)).date()


def _checksum(site: Path) -> str:
    """A checksum over the names and contents of all files of a built site."""
    total = hashlib.sha256()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        total.update(f"{file.relative_to(site).as_posix()}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _commit(root: Path) -> tuple[str, int]:
    """The last commit and its time, in seconds since 1970."""
    if changed := _git(root, "status", "--porcelain"):
        raise ReleaseError(f"Commit these first, or put them away:\n{changed}")
    commit, when = _git(root, "log", "-1", "--format=%H %ct").split()
    return commit, int(when)


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


def main(step: str, public: str = "") -> None:
    """Do one step; a failure is told in plain words."""
    try:
        if step == "build":
            build(ROOT)
        else:
            packed = pack(ROOT, public=public == "public").relative_to(ROOT)
            print(f"Ready to upload: {packed}\nWhat is owed before it is public: {LAUNCH}")
    except (ReleaseError, servers.ServerError) as error:
        sys.exit(f"No release. {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
