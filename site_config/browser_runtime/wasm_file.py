"""Reads and writes WebAssembly files, section by section."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEADER = b"\0asm\1\0\0\0"
IMPORT, FUNCTION, GLOBAL, EXPORT, START, ELEMENT, CODE, DATA, DATA_COUNT = (
    2,
    3,
    6,
    7,
    8,
    9,
    10,
    11,
    12,
)
# A shorter run of zeros costs less than the head of another piece.
DATA_PIECE = re.compile(rb"[^\0](?:\0{0,16383}[^\0])*", re.DOTALL)
MORE = 0x80  # in a byte of a LEB128 number: another byte follows
FUNC, TABLE, MEMORY, GLOBAL_KIND, TAG = range(5)
GLOBAL_GET, GLOBAL_SET, I32_CONST, I32_ADD, I32_STORE, END = 0x23, 0x24, 0x41, 0x6A, 0x36, 0x0B


class Reader:
    """Numbers and names in a run of bytes, from a place on."""

    def __init__(self, content: bytes, at: int = 0) -> None:
        self.content, self.at = content, at

    def byte(self) -> int:
        """One byte."""
        self.at += 1
        return self.content[self.at - 1]

    def number(self) -> int:
        """An unsigned LEB128 number."""
        value = shift = 0
        while (byte := self.byte()) & MORE:
            value |= (byte & ~MORE) << shift
            shift += 7
        return value | byte << shift

    def signed(self) -> int:
        """A signed LEB128 number."""
        start = self.at
        value = self.number()
        bits = 7 * (self.at - start)
        return value - (1 << bits) if value >> (bits - 1) else value

    def run(self) -> bytes:
        """A length and that many bytes."""
        length = self.number()
        self.at += length
        return self.content[self.at - length : self.at]

    def name(self) -> str:
        """A length and that much text."""
        return self.run().decode()


def number(value: int) -> bytes:
    """Write an unsigned LEB128 number."""
    written = bytearray()
    while value >= MORE:
        written.append(value % MORE | MORE)
        value >>= 7
    return bytes([*written, value])


def signed(value: int) -> bytes:
    """Write a signed LEB128 number."""
    written = bytearray()
    while not -MORE // 2 <= value < MORE // 2:
        written.append(value % MORE | MORE)
        value >>= 7
    return bytes([*written, value % MORE])


def run(content: bytes) -> bytes:
    """Write a length and the bytes."""
    return number(len(content)) + content


@dataclass
class Import:
    """What the module takes from outside."""

    module: str
    name: str
    kind: int


@dataclass
class Wasm:
    """The sections of a file, in order; a custom section's identifier is 0."""

    sections: list[tuple[int, bytes]]

    @classmethod
    def parse(cls, content: bytes) -> Wasm:
        """Read a whole file."""
        reader = Reader(content, len(HEADER))
        sections = []
        while reader.at < len(content):
            identifier = reader.byte()
            sections.append((identifier, reader.run()))
        return cls(sections)

    def write(self) -> bytes:
        """Return the whole file."""
        return HEADER + b"".join(bytes([one]) + run(content) for one, content in self.sections)

    def section(self, identifier: int) -> bytes:
        """The content of a section that is there once."""
        return next(content for one, content in self.sections if one == identifier)

    def replace(self, identifier: int, content: bytes) -> None:
        """Give a section another content."""
        self.sections = [(one, content if one == identifier else old) for one, old in self.sections]

    def imports(self) -> list[Import]:
        """All that is imported, in order."""
        reader = Reader(self.section(IMPORT))
        return [_import(reader) for _ in range(reader.number())]

    def imported(self, kind: int) -> list[str]:
        """The names of what is imported of one kind, in the order of their indices."""
        return [one.name for one in self.imports() if one.kind == kind]

    def exports(self, kind: int) -> list[tuple[str, int]]:
        """The names and indices of what is exported of one kind."""
        reader = Reader(self.section(EXPORT))
        found = [(reader.name(), reader.byte(), reader.number()) for _ in range(reader.number())]
        return [(name, index) for name, one, index in found if one == kind]

    def bodies(self) -> list[bytes]:
        """The functions that are defined here; their indices follow those of the imported ones."""
        reader = Reader(self.section(CODE))
        return [reader.run() for _ in range(reader.number())]

    def slots(self) -> list[int]:
        """The function in each slot of the table; Pyodide's first is `__table_base`."""
        reader = _one_segment(self.section(ELEMENT))
        return [reader.number() for _ in range(reader.number())]

    def data(self) -> bytes:
        """The one run of data, which starts at `__memory_base`."""
        return _one_segment(self.section(DATA)).run()

    def replace_data(self, content: bytes, base: int) -> None:
        """Put other data in the place of what `data` gives, in pieces without long runs of zeros.

        Memory is zero before anything is written to it, so that zeros need not be there.
        """
        pieces = [piece.span() for piece in DATA_PIECE.finditer(content)]
        written = (
            bytes([0, I32_CONST]) + signed(base + start) + bytes([END]) + run(content[start:end])
            for start, end in pieces
        )
        self.replace(DATA, number(len(pieces)) + b"".join(written))
        self.replace(DATA_COUNT, number(len(pieces)))


def _import(reader: Reader) -> Import:
    one = Import(reader.name(), reader.name(), reader.byte())
    if one.kind == GLOBAL_KIND:
        reader.at += 2
        return one
    if one.kind in {TABLE, TAG}:
        reader.byte()
    flags_or_type = reader.number()
    if one.kind in {TABLE, MEMORY}:
        for _ in range(1 + flags_or_type % 2):  # the least size, and perhaps the most
            reader.number()
    return one


def _one_segment(section: bytes) -> Reader:
    """Past the head of a section with one active segment that starts at an imported global."""
    reader = Reader(section)
    head = (reader.number(), reader.number(), reader.byte())
    reader.number()
    if head != (1, 0, GLOBAL_GET) or reader.byte() != END:
        raise ValueError("more than one segment, or one of another kind")
    return reader
