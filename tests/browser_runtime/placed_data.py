"""Where a shipped WebAssembly file puts its data."""

from __future__ import annotations

from site_config.browser_runtime.wasm_file import DATA, Reader, Wasm


def placed_data(wasm: Wasm) -> list[tuple[int, bytes]]:
    """The pieces of data that `replace_data` wrote, and their addresses."""
    reader = Reader(wasm.section(DATA))
    found = []
    for _ in range(reader.number()):
        reader.at += 2
        address = reader.signed()
        reader.at += 1
        found.append((address, reader.run()))
    return found
