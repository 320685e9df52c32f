"""The checker's wheel and the lock file that Pyodide installs it from."""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyodide_lock import PyodideLockSpec

from site_config.browser_runtime.build_tools import DATE, issue, run

if TYPE_CHECKING:
    from pathlib import Path

# What Pyodide 0.29.5 calls itself; it refuses a lock file with another `abi_version`.
PLATFORM = {
    "abi_version": "2025_0",
    "arch": "wasm32",
    "platform": "emscripten_4_0_9",
    "python": "3.13.2",
}
BYTE_CODE = (3, 13)
NEEDED = ("checker/browser_api.py", "checker/data.json")
FIX = "Run `make setup` again; then look at [build-system] and [tool.hatch] in pyproject.toml"


@dataclass(frozen=True)
class Wheel:
    """The wheel on disk, the lock file that names it, and the name it has there."""

    path: Path
    lock: Path
    file_name: str


def build(root: Path, work: Path) -> Wheel:
    """Build the wheel, enter it into a lock file of its own and compile it to byte code.

    The order is the tools': `add-wheels` refuses a wheel that is compiled, `py-compile`
    renames the wheel and rewrites its entry. Only Python 3.13 writes byte code that
    Pyodide's Python 3.13 reads; elsewhere the wheel keeps its sources.

    Raises:
        IssuesFound: a step failed, or the wheel lacks a file that the page needs.
    """
    work.mkdir()
    _tool("build", "--wheel", "--no-isolation", "--outdir", work, ".", folder=root)
    _require_content(_only_wheel(work))
    empty, lock = work / "empty.json", work / "pyodide-lock.json"
    empty.write_text(json.dumps({"info": PLATFORM, "packages": {}}), "utf-8")
    add = ("pyodide_cli", "lockfile", "add-wheels", "--input", empty, "--output", lock)
    _tool(*add, _only_wheel(work), folder=work)
    if sys.version_info[:2] == BYTE_CODE:
        pack = ("pyodide_cli", "py-compile", "--silent", "--compression-level", "0")
        _tool(*pack, work, folder=work)
    return _fix(_only_wheel(work), lock)


def _tool(*words: str | Path, folder: Path) -> None:
    """Run a tool of this Python's environment."""
    run([sys.executable, "-m", *words], folder=folder, fix=FIX)


def _only_wheel(work: Path) -> Path:
    """Return the newest form of the wheel: py-compile leaves the one with sources beside it."""
    return min(work.glob("*.whl"))


def _require_content(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        missing = sorted(set(NEEDED) - set(archive.namelist()))
    if missing:
        raise issue(wheel, f"the wheel has no {' and no '.join(missing)}", FIX)


def _fix(wheel: Path, lock: Path) -> Wheel:
    """Give the archive fixed dates and order, and the lock file the hash that it then has.

    It is stored, not deflated: the server's brotli packs it better.
    """
    draft = wheel.with_suffix(".fixed")
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(draft, "w") as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, DATE), old.read(name))
    digest = hashlib.sha256(draft.read_bytes()).hexdigest()
    fixed = wheel.parent / digest[:16] / wheel.name
    fixed.parent.mkdir()
    draft.rename(fixed)
    spec = PyodideLockSpec.from_json(lock)
    (entry,) = spec.packages.values()
    entry.file_name = fixed.relative_to(wheel.parent).as_posix()
    entry.sha256 = digest
    spec.to_json(lock)
    return Wheel(fixed, lock, entry.file_name)
