"""Material's boxes (`!!! note "Title"` with indented text), which plain Markdown does not know."""

from __future__ import annotations

import re
from typing import NamedTuple

OPENING = re.compile(r"( *)(?:!!!|\?\?\?\+?)(?: +[\w-]+)+(?: +(?:inline|end))*(?: +\"(.*)\")? *$")
_FENCE = re.compile(r" *(?:```|~~~)")
_INDENT = 4


class Title(NamedTuple):
    """A box's title and its row in the text, from 0."""

    row: int
    words: str


def open_boxes(rows: list[str]) -> tuple[list[str], list[Title]]:
    """Return `rows` as if the text of each box stood outside of it, and the boxes' titles.

    No row moves, so every line keeps its number.
    """
    result: list[str] = []
    titles: list[Title] = []
    boxes: list[int] = []  # indentation of the text in each open box
    fenced = False
    for number, row in enumerate(rows):
        indent = len(row) - len(row.lstrip(" "))
        while row.strip() and boxes and indent < boxes[-1]:
            boxes.pop()
        fenced ^= bool(_FENCE.match(row))
        if not fenced and (opening := OPENING.match(row)):
            boxes.append(len(opening[1]) + _INDENT)
            titles.append(Title(number, opening[2] or ""))
            result.append("")
        else:
            result.append(row[_INDENT * len(boxes) :] if row.strip() else "")
    return result, titles
