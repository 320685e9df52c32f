"""Takes built-in modules that the check never imports out of Pyodide's WebAssembly.

Three steps, before `trim_wasm.mjs` leaves out the functions that nothing reaches any more:
pointers in the data get their final values, the modules leave the interpreter's list of built-in
modules, and their data and their entries in the table of functions are emptied.

What belongs to them is in `unused_parts.json`, with lengths and hashes, for one file of Pyodide
alone. `python -m site_config.browser_runtime.find_unused` writes it; docs/decisions/102 says how it
knows.
"""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from site_config.browser_runtime import wasm_file
from site_config.browser_runtime.build_tools import issue, run
from site_config.browser_runtime.wasm_file import Wasm

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTS = Path(__file__).with_name("unused_parts.json")
RELOCATE = Path(__file__).with_name("run_relocations.mjs")
RELOCATIONS = "__wasm_apply_data_relocs"
# Pyodide's script gives the module these two addresses; worker_bundle.py counts on it too.
MEMORY_BASE, TABLE_BASE = 1024, 1
ENTRY = 8  # of the list of built-in modules: where the name is, which slot makes the module
FIX = (
    "Pyodide has changed: run `python -m site_config.browser_runtime.find_unused` and read "
    "docs/decisions/102 before you commit what it writes"
)


class Relocated(NamedTuple):
    """The data with every pointer at its final value, and the places of the pointers."""

    data: bytes
    unknown: list[dict[str, Any]]
    pointers: list[int]
    functions: list[int]


def digest(content: bytes) -> str:
    """Return the SHA-256 as text."""
    return hashlib.sha256(content).hexdigest()


def relocate(path: Path, wasm: Wasm, work: Path) -> Relocated:
    """Run the module's own relocation code, in Node, and read what it leaves."""
    data, words = work / "data.bin", work / "words.json"
    length = str(len(wasm.data()))
    run(["node", RELOCATE, path.resolve(), length, data, words], folder=work, fix=FIX)
    return Relocated(data.read_bytes(), **json.loads(words.read_text("utf-8")))


def remove(path: Path, work: Path) -> bytes:
    """Return Pyodide's WebAssembly without the unused parts.

    Raises:
        IssuesFound: it is not the file that the parts were found in, or not what is in its place.
    """
    content = path.read_bytes()
    parts = json.loads(PARTS.read_text("utf-8"))
    if digest(content) != parts["wasm_sha256"]:
        raise issue(path, f"this is not the file of Pyodide {parts['pyodide']}", FIX)
    wasm = Wasm.parse(content)
    relocated = relocate(path, wasm, work)
    data = bytearray(relocated.data)
    for region in parts["regions"]:
        _empty(path, data, region)
    _shorten_list(data, parts["modules"], parts["list"])
    wasm.replace_data(bytes(data), MEMORY_BASE)
    _keep_relocations(wasm, relocated.unknown)
    _empty_slots(wasm, parts["slots"])
    return wasm.write()


def _empty(path: Path, data: bytearray, region: dict[str, Any]) -> None:
    start, end = region["at"], region["at"] + region["bytes"]
    if digest(bytes(data[start:end])) != region["sha256"]:
        raise issue(path, f"the data at {start} is not what was found there", FIX)
    data[start:end] = bytes(region["bytes"])


def entries(data: bytes, start: int) -> list[tuple[str, bytes]]:
    """Return the name and the bytes of each entry in the list of built-in modules."""
    found = []
    for at in range(start, len(data), ENTRY):
        name = int.from_bytes(data[at : at + 4], "little")
        if not name:
            break
        begin = name - MEMORY_BASE
        text = data[begin : data.index(0, begin)].decode()
        found.append((text, data[at : at + ENTRY]))
    return found


def _shorten_list(data: bytearray, names: list[str], start: int) -> None:
    """Close the gaps that the modules leave; the end is marked by zeros, as before."""
    listed = entries(bytes(data), start)
    kept = b"".join(entry for name, entry in listed if name not in names)
    data[start : start + ENTRY * len(listed)] = kept.ljust(ENTRY * len(listed), b"\0")


def _keep_relocations(wasm: Wasm, unknown: list[dict[str, Any]]) -> None:
    """Let the relocation code set only what no build can know: where the heap starts."""
    globals_ = [
        f"{one.module}.{one.name}" for one in wasm.imports() if one.kind == wasm_file.GLOBAL_KIND
    ]
    base = globals_.index("env.__memory_base")
    body = b"\0" + b"".join(_store(base, one["at"], globals_.index(one["name"])) for one in unknown)
    functions = len(wasm.imported(wasm_file.FUNC))
    bodies = wasm.bodies()
    bodies[dict(wasm.exports(wasm_file.FUNC))[RELOCATIONS] - functions] = body + bytes(
        [wasm_file.END]
    )
    code = wasm_file.number(len(bodies)) + b"".join(map(wasm_file.run, bodies))
    wasm.replace(wasm_file.CODE, code)


def _store(base: int, at: int, value: int) -> bytes:
    """Instructions that put an imported global's value into a word of the data."""
    place = [wasm_file.GLOBAL_GET, *wasm_file.number(base), wasm_file.I32_CONST]
    add = [wasm_file.I32_ADD, wasm_file.GLOBAL_GET, *wasm_file.number(value)]
    return bytes([*place, *wasm_file.signed(at), *add, wasm_file.I32_STORE, 2, 0])


def _empty_slots(wasm: Wasm, empty: Iterable[tuple[int, int]]) -> None:
    """Write the table in several runs that leave out the slots from first to last."""
    slots = wasm.slots()
    edges = [-1, *(edge for pair in empty for edge in pair), len(slots)]
    runs = [(last + 1, first) for last, first in list(pairwise(edges))[::2] if first > last + 1]
    segments = b"".join(_segment(start, slots[start:end]) for start, end in runs)
    wasm.replace(wasm_file.ELEMENT, wasm_file.number(len(runs)) + segments)


def _segment(start: int, functions: list[int]) -> bytes:
    place = bytes([0, wasm_file.I32_CONST]) + wasm_file.signed(TABLE_BASE + start)
    written = b"".join(map(wasm_file.number, functions))
    return place + bytes([wasm_file.END]) + wasm_file.number(len(functions)) + written
