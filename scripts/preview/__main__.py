"""Compare the built site with that of a git ref: python -m scripts.preview [REF].

Writes `dist/preview/index.html`. The ref's site is built once and kept in `.cache/preview/`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

from scripts.preview import changes, report
from site_config.pipeline import build_lock

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".cache/preview"
OUT = ROOT / "dist/preview"
RUNTIME = (".cache/runtime", ".cache/runtime.json", ".cache/compressed")


class PreviewError(Exception):
    """The preview cannot be made; the text is one line that says why and what to do."""


def main(ref: str) -> None:
    """Write the preview of `site/` against `ref`."""
    after = ROOT / "site"
    if not (after / "index.html").is_file():
        raise PreviewError("There is no site/ to compare: run make build first.")
    commit = _commit(ref)
    with build_lock.held(ROOT):  # a build would replace the pages while they are compared
        before = _built(commit)
        found = changes.between(before, after)
        shutil.rmtree(OUT, ignore_errors=True)
        shown = report.write(OUT, found, before, after, f"{ref} ({commit[:7]})")
    print(f"Changed against {ref}: {shown} {'page' if shown == 1 else 'pages'}.")
    print(f"Open {(OUT / 'index.html').relative_to(ROOT)} in a browser.")


def _commit(ref: str) -> str:
    command = ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PreviewError(f"Git knows no {ref!r} here: name a branch, a tag or a commit.")
    return done.stdout.strip()


def _built(commit: str) -> Path:
    """The site of `commit`, built now unless it was built before; older ones are removed."""
    folder = KEPT / commit
    if not (folder / "site/index.html").is_file():
        shutil.rmtree(KEPT, ignore_errors=True)
        _checked_out(commit, folder)
        _build(folder, commit)
    return folder / "site"


def _checked_out(commit: str, folder: Path) -> None:
    command = ["git", "archive", "--format=tar", commit]
    packed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    for name in RUNTIME:  # so that an unchanged runtime need not be packaged again
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
        elif (ROOT / name).exists():
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def _build(folder: Path, commit: str) -> None:
    print(f"Building the site of {commit[:7]} to compare with, once.", flush=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise PreviewError(f"The site of {commit[:7]} cannot be built here: {last}")


if __name__ == "__main__":
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "main")
    except PreviewError as error:
        sys.exit(str(error))
