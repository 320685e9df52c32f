"""Reads the text files that people edit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.core.issues import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Control characters, characters without width, private-use characters (Word's fonts), and �.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff\ue000-\uf8ff\ufffd]"
)
# UTF-8 that some program took for an older encoding: it's becomes itâ€™s.
_GARBLED = re.compile(r"â€.?|Ã[\x80-\xbf]|Â[\xa0-\xbf]")
_AROUND = 15
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AGAIN = "In the program you write in, choose “Save as”, and there the encoding UTF-8"


def read_text(file: Path, path: Path) -> tuple[str | None, list[Issue]]:
    """Return the text of `file` with plain line ends, or None, and the issues; `path` names it."""
    data = file.read_bytes()
    if _is_wide(data):
        message = "The file is saved as UTF-16, which some programs on Windows call Unicode"
        return None, [Issue(path, 1, message, _SAVE_AGAIN)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        words = data[max(error.start - 12, 0) : error.start + 12].decode("cp1252", "replace")
        message = f"The file isn't saved as UTF-8: near “{' '.join(words.split())}”"
        return None, [Issue(path, line, message, _SAVE_AGAIN)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, list(_unreadable_characters(text, path))


def _is_wide(data: bytes) -> bool:
    """Return whether the bytes are UTF-16, with a mark of it at their start or without."""
    start = data[:200]
    return start.startswith(_WIDE_MARKS) or start.count(0) * 3 > len(start) > 0


def _unreadable_characters(text: str, path: Path) -> Iterator[Issue]:
    """Give each line with characters that came in by copy and paste and that nobody can read."""
    if not (_UNSEEN.search(text) or _GARBLED.search(text)):
        return
    for line, row in enumerate(text.split("\n"), start=1):
        if found := _GARBLED.search(row):
            message = f"“{found[0]}” is a garbled character"
            fix = "Retype the character that belongs there, such as an apostrophe"
            yield Issue(path, line, message, fix)
        elif found := _UNSEEN.search(row):
            before, after = _UNSEEN.split(row, maxsplit=1)
            around = f"{before[-_AROUND:]}▯{_UNSEEN.sub('', after)[:_AROUND]}"
            message = f"There's an invisible character here: “{around}”"
            yield Issue(path, line, message, "Delete the words around ▯ and type them by hand")
