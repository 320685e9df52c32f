"""What each function of Pyodide's WebAssembly names: functions, numbers, imported globals.

Only the instructions that Pyodide's compiler writes are known; any other is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from site_config.browser_runtime.wasm_file import GLOBAL_GET, I32_CONST, Reader

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCK, TRY = {0x02, 0x03, 0x04}, 0x06
CALL, REF_FUNC = {0x10, 0x12}, 0xD2
CALL_INDIRECT = {0x11, 0x13}
BRANCH_TABLE, SELECT_TYPED, PREFIXED = 0x0E, 0x1C, 0xFC
ONE_NUMBER = {0x07, 0x08, 0x09, 0x0C, 0x0D, 0x18, 0x20, 0x21, 0x22, 0x24, 0x25, 0x26, 0x42}
PLAIN = {0x00, 0x01, 0x05, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1, *range(0x45, 0xC5)}
MEMORY_ACCESS = range(0x28, 0x3F)
FIXED = {0x3F: 1, 0x40: 1, 0x43: 4, 0x44: 8, 0xD0: 1}
SATURATING = range(8)
TWO_NUMBERS = {8, 10, 12, 14}


class Named(NamedTuple):
    """What one function names. `numbers` are its 32-bit constants and its offsets into memory."""

    functions: frozenset[int]
    numbers: frozenset[int]
    globals: frozenset[int]


def named(body: bytes) -> Named:
    """Read one function.

    Raises:
        ValueError: an instruction is not known.
    """
    reader = Reader(body)
    functions: set[int] = set()
    numbers: set[int] = set()
    used: set[int] = set()
    for _ in range(reader.number()):
        reader.number()
        reader.byte()
    while reader.at < len(body):
        code = reader.byte()
        if code in PLAIN:
            continue
        if code in CALL or code == REF_FUNC:
            functions.add(reader.number())
        elif code == GLOBAL_GET:
            used.add(reader.number())
        elif code == I32_CONST:
            numbers.add(reader.signed() & 0xFFFF_FFFF)
        elif code in MEMORY_ACCESS:
            reader.number()
            numbers.add(reader.number())
        else:
            _skip(reader, code)
    return Named(frozenset(functions), frozenset(numbers), frozenset(used))


def _skip(reader: Reader, code: int) -> None:
    """Pass over what follows an instruction that names nothing of interest."""
    if code in ONE_NUMBER:
        reader.number()
    elif code in BLOCK or code == TRY:
        reader.signed()
    elif code in CALL_INDIRECT:
        _numbers(reader, 2)
    elif code == BRANCH_TABLE:
        _numbers(reader, reader.number() + 1)
    elif code == SELECT_TYPED:
        _times(reader.byte, reader.number())
    elif code == PREFIXED:
        which = reader.number()
        if which not in SATURATING or which in TWO_NUMBERS:
            _numbers(reader, 2 if which in TWO_NUMBERS else 1)
    elif code in FIXED:
        reader.at += FIXED[code]
    else:
        raise ValueError(f"instruction {code:#x} is not known")


def _numbers(reader: Reader, times: int) -> None:
    _times(reader.number, times)


def _times(read: Callable[[], int], times: int) -> None:
    for _ in range(times):
        read()
