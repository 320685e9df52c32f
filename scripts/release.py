"""`make release`: python -m scripts.release build; the audit; python -m scripts.release pack.

The archive is the same, byte for byte, whenever it is made from the same commit. A page whose
`publish_on` is later than the commit's day is not in it.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts import archive, review_notice, servers

ROOT = Path(__file__).resolve().parents[1]
BUILT = "dist/built-from"
"""Names the commit that `site/` was built from, between the two steps."""

PARTS = {
    "site": "site",
    "hosting": "dist/hosting",
    "bill.cdx.json": "dist/bill.cdx.json",
    "deploying.md": "docs/deploying.md",
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
    (root / BUILT).write_text(commit, "utf-8")


def pack(root: Path) -> Path:
    """Write `dist/site-DATE.tar.gz`, DATE being the commit's day, with its checksum beside it.

    Raises:
        ReleaseError: the site was not built from the last commit, or a part is missing.
    """
    commit, when = _commit(root)
    built = root / BUILT
    if not built.exists() or built.read_text("utf-8") != commit:
        raise ReleaseError("site/ was not built from the last commit: run make release.")
    if missing := [path for path in PARTS.values() if not (root / path).exists()]:
        raise ReleaseError(f"Missing: {', '.join(missing)}. Run make release from the start.")
    day = dt.datetime.fromtimestamp(when, dt.UTC).date()
    target = root / f"dist/site-{day}.tar.gz"
    archive.pack(target, {name: root / path for name, path in PARTS.items()}, when)
    return target


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


def main(step: str) -> None:
    """Do one step; a failure is told in plain words."""
    try:
        if step == "build":
            build(ROOT)
        else:
            print(f"Ready to upload: {pack(ROOT).relative_to(ROOT)}")
    except (ReleaseError, servers.ServerError) as error:
        sys.exit(f"No release. {error}")


if __name__ == "__main__":
    main(sys.argv[1])
