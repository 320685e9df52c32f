"""The part of Python's standard library that the check uses."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from site_config.browser_runtime.build_tools import DATE, Change, changed, issue, run

if TYPE_CHECKING:
    from site_config.browser_runtime.wheel import Wheel

SCRIPT = Path(__file__).with_name("trace_stdlib.mjs")
NAME = "python_stdlib.zip"
FIX = (
    "Node 20 or newer is needed, and a check that runs: try `python -m checker questions`. If a "
    "module is not found that Python has built in, the check needs one that was taken out: run "
    "`python -m site_config.browser_runtime.find_unused`"
)

# Modules of Pyodide 0.29.5 that load others which nothing here uses. The check is plain synchronous
# Python: no event loop is ever started, and what it hashes it hashes with SHA-1 alone (uuid5).
CHANGES = {
    # Pyodide starts its event loop, and with it all of asyncio.
    "pyodide/__init__.py": [
        Change(r"^from \.webloop import _initialize_event_loop$", "", 1),
        Change(r"^_initialize_event_loop\(\)$", "", 1),
        Change(r"^del _initialize_event_loop$", "", 1),
    ],
    # Pyodide's core looks up asyncio.get_event_loop when it starts, and calls it only to await.
    "asyncio/__init__.py": [
        Change(
            r"\A(?s:.*)^from \.events import \*$(?s:.*)\Z",
            'def get_event_loop():\n    raise RuntimeError("the check awaits nothing")\n',
            1,
        )
    ],
    # hashlib loads every algorithm there is; this is the same SHA-1 that it would give.
    "uuid.py": [Change(r"^    from hashlib import sha1$", "    from _sha1 import sha1", 1)],
    # Names that moved to importlib.resources in 3.11, kept by CPython for old code.
    "importlib/abc.py": [
        Change(r"^from \.resources import abc as _resources_abc$", "", 1),
        Change(r"^def __getattr__\(name\):\n(?:^(?: .*)?\n)+", "", 1),
    ],
}


class Traced(NamedTuple):
    """What the check loaded: files of the library's archive, and modules that are built in."""

    library: list[str]
    builtin: list[str]


def cut(pyodide: Path, core: Path, wheel: Wheel, target: Path) -> Path:
    """Write a standard library that holds only the modules in use, as byte code.

    Which these are is found by running the real check in Node, under the core that visitors
    get. Byte code takes more on the wire than sources (0.45 and 0.30 MB as brotli), and saves
    compiling two thirds of the boot time on the visitor's phone.

    Raises:
        IssuesFound: Node is missing, or the check does not run.
    """
    folder = target.with_name("traced")
    traced = trace(pyodide, core, wheel, folder)
    with zipfile.ZipFile(target, "w") as packed:
        for name in traced.library:
            content = (folder / "modules" / f"{name}c").read_bytes()
            packed.writestr(zipfile.ZipInfo(f"{name}c", DATE), content)
    return target


def trace(pyodide: Path, core: Path, wheel: Wheel, folder: Path) -> Traced:
    """Run the check; leave the compiled modules in `folder/modules`.

    Raises:
        IssuesFound: Node is missing, or the check does not run.
    """
    if not pyodide.is_dir():
        raise issue(pyodide, "the Pyodide package is not installed", "Run `make setup`")
    folder.mkdir()
    whole = folder / NAME
    write_whole(pyodide / NAME, whole)
    files = (core, whole, wheel.path, folder)
    run(
        ["node", SCRIPT, pyodide.resolve(), *(p.resolve() for p in files)],
        folder=wheel.lock.parent,
        fix=FIX,
    )
    return Traced(**json.loads((folder / "traced.json").read_text("utf-8")))


def write_whole(source: Path, target: Path) -> None:
    """Write Pyodide's library with the few lines changed that load what the core has no more.

    Raises:
        IssuesFound: a line to change is not there.
    """
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in CHANGES:
                text = changed(source / name, content.decode(), CHANGES[name])
                content = text.encode()
            new.writestr(zipfile.ZipInfo(name, DATE), content)
