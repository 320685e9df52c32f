"""The browser's Python: from the pinned npm package and `checker/` to `.cache/runtime/`.

Everything in that folder is shipped, named by its content, and can be cached for ever.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from site_config.browser_runtime import stdlib, wheel, worker_bundle
from site_config.browser_runtime.unused_parts import PARTS
from site_config.core import compression, file_lock
from site_config.core.files import visible

FOLDER = Path(".cache/runtime")
RECORD = Path(".cache/runtime.json")
PYODIDE = Path("node_modules/pyodide")

Manifest = dict[str, Any]


def package(root: Path) -> Manifest:
    """Build the runtime into `root/.cache/runtime/`, unless it is there already.

    A build that fails leaves the last good one as it was.

    Returns:
        `{"version": ..., "files": {role: {"path", "bytes", "sha256_b64"}}}`; the roles are
        worker, wasm, stdlib, lock and wheel, the paths relative to the site's root.

    Raises:
        IssuesFound: something that the build needs is missing or not as expected.
    """
    cache = root / FOLDER.parent
    cache.mkdir(exist_ok=True)
    with (cache / "runtime.lock").open("w") as lock:
        # `make serve` and `make test` may build at the same time.
        file_lock.lock(lock)
        fingerprint = _fingerprint(root)
        return _last_build(root, fingerprint) or _build_anew(root, cache, fingerprint)


def _build_anew(root: Path, cache: Path, fingerprint: str) -> Manifest:
    """Build everything beside the last good build, and only then put it in its place."""
    with tempfile.TemporaryDirectory(dir=cache, prefix="runtime-") as work:
        manifest = _build(root, Path(work), fingerprint)
        _replace(root / FOLDER, Path(work) / "out")
        _write_record(root / RECORD, {"fingerprint": fingerprint, "manifest": manifest})
    return manifest


def _build(root: Path, work: Path, fingerprint: str) -> Manifest:
    """Make all files in `work/out`, with their compressed copies beside them."""
    pyodide = root / PYODIDE
    out = work / "out"
    out.mkdir()
    engine = wheel.build(root, work / "wheel")
    core = worker_bundle.core(root, pyodide, root / ".cache/core")
    library = stdlib.cut(pyodide, core, engine, work / "stdlib.zip")
    files = {
        "worker": _place(worker_bundle.worker(root, core), out, "worker", ".js"),
        "wasm": _place((core / worker_bundle.WASM).read_bytes(), out, "python", ".wasm"),
        "stdlib": _place(library.read_bytes(), out, "stdlib", ".zip"),
        "lock": _place(engine.lock.read_bytes(), out, "pyodide-lock", ".json"),
        "wheel": _place_wheel(engine, out),
    }
    compression.compress_once(files.values(), root / ".cache/compressed")
    return {
        "version": fingerprint[:12],
        "files": {role: _entry(path, out) for role, path in files.items()},
    }


def _place(content: bytes, out: Path, stem: str, suffix: str) -> Path:
    path = out / f"{stem}-{hashlib.sha256(content).hexdigest()[:16]}{suffix}"
    path.write_bytes(content)
    return path


def _place_wheel(wheel: wheel.Wheel, out: Path) -> Path:
    """Put the wheel where its lock file says it is: a wheel's own name has a fixed form."""
    path = out / wheel.file_name
    path.parent.mkdir()
    shutil.copyfile(wheel.path, path)
    return path


def _entry(path: Path, out: Path) -> dict[str, str | int]:
    content = path.read_bytes()
    return {
        "path": f"runtime/{path.relative_to(out).as_posix()}",
        "bytes": len(content),
        "sha256_b64": base64.b64encode(hashlib.sha256(content).digest()).decode(),
    }


def _inputs(root: Path) -> list[Path]:
    here = Path(__file__).parent
    return sorted(
        [
            *visible(root / "checker", "*.py"),
            root / "checker/data.json",
            *visible(root / "checker", "words.*.json"),
            root / "checker/browser/runtime/worker.js",
            root / "pyproject.toml",
            PARTS,
            *(root / PYODIDE / name for name in worker_bundle.CHANGES),
            root / PYODIDE / worker_bundle.WASM,
            root / PYODIDE / stdlib.NAME,
            *visible(here, "*.py", "*.mjs"),
        ],
        key=lambda path: path.name,  # not by folder: a copy elsewhere has the same fingerprint
    )


def _fingerprint(root: Path) -> str:
    """One hash over all that the runtime is made of."""
    whole = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for path in _inputs(root):
        content = path.read_bytes() if path.exists() else b""
        whole.update(f"{path.name}:{hashlib.sha256(content).hexdigest()}\n".encode())
    return whole.hexdigest()


def _last_build(root: Path, fingerprint: str) -> Manifest | None:
    """Return the manifest of the last build if it is whole and made from the same inputs."""
    try:
        record = json.loads((root / RECORD).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    if record["fingerprint"] != fingerprint:
        return None
    manifest: Manifest = record["manifest"]
    whole = all(
        (path := root / FOLDER.parent / file["path"]).is_file()
        and path.stat().st_size == file["bytes"]
        for file in manifest["files"].values()
    )
    return manifest if whole else None


def _replace(folder: Path, fresh: Path) -> None:
    """Put the fresh folder in the old one's place."""
    if folder.exists():
        folder.rename(fresh.with_name("old"))
    fresh.rename(folder)


def _write_record(path: Path, record: dict[str, Any]) -> None:
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(record, indent=1, sort_keys=True), "utf-8")
    draft.replace(path)
