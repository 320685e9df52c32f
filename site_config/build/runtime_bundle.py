"""The worker's one script: Pyodide's loader, its Emscripten part, and our worker.js."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_config.build.runtime_tools import fault

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = ("pyodide.js", "pyodide.asm.js")


class Change(NamedTuple):
    """A change to a script of Pyodide: what to find, what to write, how often it must be there."""

    pattern: str
    replacement: str
    times: int


# Counted for Pyodide 0.29.5. `import()` would ask our own host, which the policy allows:
# the loader uses it only in Node and for what is already in the bundle.
IMPORT = r"(?<![\w$.])import\("
CHANGES = {
    "pyodide.js": [
        Change(IMPORT, "refuse(", 13),
        Change(r"https://cdn\.[^`]*", "memory:/", 1),
        Change(r"\n//# sourceMappingURL=\S*", "", 1),
    ],
    "pyodide.asm.js": [Change(IMPORT, "refuse(", 11)],
}


def worker(root: Path, pyodide: Path) -> bytes:
    """Return the script of the worker.

    One function around all of it: nothing but Pyodide's own global is reachable by name, and
    `loadPyodide` finds `_createPyodideModule` there and so loads no script itself.

    Raises:
        Faults: a script of Pyodide is not the one that the changes were made for.
    """
    parts = [_changed(pyodide / name) for name in SCRIPTS]
    parts.append((root / "checker/browser/worker.js").read_text("utf-8"))
    return "\n".join(["(function () {", *parts, "})();", ""]).encode()


def _changed(path: Path) -> str:
    text = path.read_text("utf-8")
    for change in CHANGES[path.name]:
        text, times = re.subn(change.pattern, change.replacement, text)
        if times != change.times:
            raise fault(
                path,
                f"{change.pattern} is there {times} times and not {change.times}",
                "This is not Pyodide 0.29.5: look at each place, then change CHANGES in "
                "site_config/build/runtime_bundle.py",
            )
    return text
