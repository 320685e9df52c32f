"""Finds what in Pyodide belongs only to built-in modules that the check never imports.

`python -m site_config.browser_runtime.find_unused` runs the check under an untouched Pyodide, sees
which built-in modules it loads, and writes `unused_parts.json` for all others. Why what it finds
can go is in docs/decisions/102.
"""

from __future__ import annotations

import json
import logging
import tempfile
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import groupby
from pathlib import Path
from typing import Any

from site_config.browser_runtime import stdlib, unused_parts, wasm_file, wheel, worker_bundle
from site_config.browser_runtime.package import PYODIDE
from site_config.browser_runtime.unused_parts import MEMORY_BASE, TABLE_BASE, Relocated
from site_config.browser_runtime.wasm_code import Named, named
from site_config.browser_runtime.wasm_file import Reader, Wasm

logger = logging.getLogger(__name__)

# Pyodide links these and all between them one after another, each from a file of its own in
# CPython's Modules/. What else is built in shares files with the interpreter, and stays.
FIRST, LAST = "_ctypes", "_socket"
PREFIX = "PyInit_"
# Short runs could be texts, which the linker shares between files; a module's data is longer.
SHORTEST = 1000


class Module:
    """Pyodide's WebAssembly, and who names what in it."""

    def __init__(self, wasm: Wasm, relocated: Relocated, loaded: set[str]) -> None:
        self.relocated = relocated
        self.size = len(relocated.data)
        self.slots = wasm.slots()
        self.imported = len(wasm.imported(wasm_file.FUNC))
        self.exports = dict(wasm.exports(wasm_file.FUNC))
        globals_ = wasm.imported(wasm_file.GLOBAL_KIND)
        self.memory_base = globals_.index("__memory_base")
        self.table_base = globals_.index("__table_base")
        bodies = wasm.bodies()
        self.named = [named(body) for body in bodies]
        self.start = Reader(wasm.section(wasm_file.START)).number()
        self.addresses = self._addresses(bodies[self.start - self.imported])
        self.list = self._list(wasm)
        self.removed = self._removed(loaded)
        self.pointers = {at: self._word(at) - MEMORY_BASE for at in relocated.pointers}
        self.functions = {at: self._word(at) - TABLE_BASE for at in relocated.functions}
        self._note_references()

    def _word(self, at: int) -> int:
        return int.from_bytes(self.relocated.data[at : at + 4], "little")

    def _list(self, wasm: Wasm) -> int:
        """Where the list of built-in modules is: PyImport_Inittab points to it."""
        values = Reader(wasm.section(wasm_file.GLOBAL))
        known = {}
        first = len(wasm.imported(wasm_file.GLOBAL_KIND))
        for index in range(first, first + values.number()):
            values.at += 3
            known[index] = values.signed()
            values.at += 1
        exported = dict(wasm.exports(wasm_file.GLOBAL_KIND))
        return self._word(known[exported["PyImport_Inittab"]]) - MEMORY_BASE

    def _addresses(self, body: bytes) -> dict[int, tuple[bool, int]]:
        """The globals that the start function fills: whether with a slot or a place, and which."""
        reader = Reader(body, 1)
        found = {}
        while body[reader.at] == wasm_file.GLOBAL_GET:
            reader.at += 1
            is_slot = reader.number() == self.table_base
            reader.at += 1
            value = reader.signed()
            if body[reader.at] != wasm_file.I32_ADD or body[reader.at + 1] != wasm_file.GLOBAL_SET:
                break
            reader.at += 2
            found[reader.number()] = (is_slot, value)
        return found

    def _removed(self, loaded: set[str]) -> dict[int, str]:
        """The functions of each module that goes: from its maker up to the next file."""
        makers = {self.exports[name]: name for name in self.exports if name.startswith(PREFIX)}
        first, last = self.exports[PREFIX + FIRST], self.exports[PREFIX + LAST]
        starts = sorted(index for index in makers if first <= index <= last)
        after = min(index for index in self.exports.values() if index > last)
        owners = {}
        for start, end in zip(starts, [*starts[1:], after], strict=True):
            name = makers[start].removeprefix(PREFIX)
            if name not in loaded:
                owners.update(dict.fromkeys(range(start, end), name))
        return owners

    def _note_references(self) -> None:
        """Note for each slot and each place in the data which functions name it, at most."""
        self.slot_users: dict[int, set[int]] = defaultdict(set)
        self.data_users: dict[int, set[int]] = defaultdict(set)
        ignored = {self.start, self.exports[unused_parts.RELOCATIONS]}
        for function, one in enumerate(self.named, self.imported):
            if function in ignored:
                continue
            for slot in self.slots_of(one):
                self.slot_users[slot].add(function)
            for at in self.places_of(one):
                self.data_users[at].add(function)
        self.pointed = defaultdict(list)
        for at, target in self.pointers.items():
            self.pointed[target].append(at)
        self.held = defaultdict(list)
        for at, slot in self.functions.items():
            self.held[slot].append(at)
        self.borders = sorted({*self.data_users, *self.pointed})
        self.links = sorted({*self.pointers, *self.functions})

    def slots_of(self, one: Named) -> set[int]:
        """Every slot that a function may name: any of its numbers, if it reads the table's base."""
        named_ = {value for is_slot, value in self._through_globals(one) if is_slot}
        if self.table_base in one.globals:
            named_ |= {0, *(value for value in one.numbers if value < len(self.slots))}
        return named_

    def places_of(self, one: Named) -> set[int]:
        """Every place in the data that a function may name, in the same way."""
        named_ = {value for is_slot, value in self._through_globals(one) if not is_slot}
        if self.memory_base in one.globals:
            named_ |= {value for value in one.numbers if value < self.size}
        return named_

    def _through_globals(self, one: Named) -> list[tuple[bool, int]]:
        return [self.addresses[index] for index in one.globals if index in self.addresses]

    def extent(self, at: int) -> tuple[int, int]:
        """The piece of data around a place: from one place that is named to the next."""
        index = bisect_right(self.borders, at)
        return self.borders[index - 1], (*self.borders[index : index + 1], self.size)[0]

    def links_in(self, piece: int) -> list[int]:
        """The pointers in a piece of data."""
        start, end = self.extent(piece)
        return self.links[bisect_left(self.links, start) : bisect_left(self.links, end)]

    # What belongs to the modules alone

    def reached(self) -> set[int]:
        """The pieces of data that the modules' functions name, that these point to, and so on."""
        functions = list(self.removed)
        pieces: set[int] = set()
        seen: set[int] = set()
        while functions:
            function = functions.pop()
            if function in seen or function not in self.removed:
                continue
            seen.add(function)
            places = self.places_of(self.named[function - self.imported])
            functions += self._follow([at for at in places if at >= self.borders[0]], pieces)
        return pieces

    def _follow(self, places: list[int], pieces: set[int]) -> list[int]:
        """Add the pieces to be reached from these places; return the functions they hold."""
        functions = []
        while places:
            piece, _ = self.extent(places.pop())
            if piece in pieces:
                continue
            pieces.add(piece)
            for at in self.links_in(piece):
                if at in self.functions:
                    functions.append(self.slots[self.functions[at]])
                elif self.borders[0] <= self.pointers[at] < self.size:
                    places.append(self.pointers[at])
        return functions

    def exclusive(self) -> set[int]:
        """Of these, the pieces that nothing else names or points to."""
        pieces = self.reached()
        while shared := {piece for piece in pieces if not self._is_exclusive(piece, pieces)}:
            pieces -= shared
        return pieces

    def _is_exclusive(self, piece: int, pieces: set[int]) -> bool:
        return self.data_users[piece] <= self.removed.keys() and all(
            self.extent(at)[0] in pieces for at in self.pointed[piece]
        )

    def runs(self, pieces: set[int]) -> list[tuple[int, int]]:
        """Neighbors among the pieces, without the last: where that ends nobody says.

        Only in the two stretches that hold the modules' files: constants without a pointer, and
        what comes after the list of built-in modules. Elsewhere a piece could be the inside of
        something larger, as the interpreter's own texts are.
        """
        found = []
        for mine, group in groupby(self.borders, key=pieces.__contains__):
            run = list(group)
            is_constant = run[-1] <= self.links[0]
            if mine and run[-1] - run[0] >= SHORTEST and (is_constant or run[0] > self.list):
                found.append((run[0], run[-1]))
        return found

    def empty_slots(self, pieces: set[int]) -> list[tuple[int, int]]:
        """The first and last of each run of slots whose functions only the modules can call."""
        listed = range(self.list, self.list + unused_parts.ENTRY * len(self._names()))
        empty = [
            slot
            for slot, function in enumerate(self.slots)
            if function in self.removed
            and self.slot_users[slot] <= self.removed.keys()
            and all(at in listed or self.extent(at)[0] in pieces for at in self.held[slot])
        ]
        return [(run[0], run[-1]) for run in _consecutive(empty)]

    def _names(self) -> list[str]:
        return [name for name, _ in unused_parts.entries(self.relocated.data, self.list)]


def _consecutive(values: list[int]) -> list[list[int]]:
    groups = groupby(enumerate(values), key=lambda pair: pair[1] - pair[0])
    return [[value for _, value in group] for _, group in groups]


def find(pyodide: Path, loaded: set[str], work: Path) -> dict[str, Any]:
    """Return what `unused_parts.json` holds."""
    path = pyodide / worker_bundle.WASM
    content = path.read_bytes()
    wasm = Wasm.parse(content)
    module = Module(wasm, unused_parts.relocate(path, wasm, work), loaded)
    pieces = module.exclusive()
    data = module.relocated.data
    return {
        "pyodide": json.loads((pyodide / "package.json").read_text("utf-8"))["version"],
        "wasm_sha256": unused_parts.digest(content),
        "modules": sorted(set(module.removed.values())),
        "list": module.list,
        "slots": module.empty_slots(pieces),
        "regions": [
            {"at": start, "bytes": end - start, "sha256": unused_parts.digest(data[start:end])}
            for start, end in module.runs(pieces)
        ],
    }


def loaded_modules(root: Path, work: Path) -> set[str]:
    """The built-in modules that the check loads under Pyodide with all of them."""
    pyodide = root / PYODIDE
    engine = wheel.build(root, work / "wheel")
    core = worker_bundle.untouched(pyodide, work / "core")
    return set(stdlib.trace(pyodide, core, engine, work / "traced").builtin)


def main() -> None:
    """Write `unused_parts.json`."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    root = Path(__file__).parents[2]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        found = find(root / PYODIDE, loaded_modules(root, work), work)
    text = json.dumps(found, separators=(",", ":"))
    unused_parts.PARTS.write_text(text.replace('{"at"', '\n{"at"') + "\n", "utf-8")
    size = sum(region["bytes"] for region in found["regions"])
    logger.info(
        "%s: %d modules, %d bytes of data in %d regions",
        unused_parts.PARTS.name,
        len(found["modules"]),
        size,
        len(found["regions"]),
    )


if __name__ == "__main__":
    main()
