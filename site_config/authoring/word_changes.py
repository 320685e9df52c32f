"""Tracked changes that nobody accepted: left out of the text, with a TODO where each stood.

To leave out a "not" that someone added, or to put back a sentence that someone crossed out, could
do harm, so a person decides. The same holds for a row, a cell and the end of a paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.authoring.word_xml import (
    W,
    found,
    name_of,
    remove,
    text,
    todo_before,
    todo_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_DONE = {"ins": "added", "moveTo": "added", "del": "removed", "moveFrom": "removed"}
_CHANGES = " | ".join(f"//w:{name}" for name in _DONE)
_CELLS = {"cellIns": "added", "cellDel": "removed", "cellMerge": "merged"}
_PROPERTIES = {"rPr", "trPr", "numPr", "tcPr"}


def left_out(root: Element) -> Iterator[str]:
    """Take out each change, and say so."""
    yield from _ends_of_paragraphs(root)
    yield from _rows_and_cells(root)
    for change in found(root, _CHANGES):
        if root not in change.iterancestors():
            continue  # it went with the change around it
        if name_of(change.getparent()) in _PROPERTIES:
            remove(change)
        else:
            yield from _words(change)


def _words(change: Element) -> Iterator[str]:
    if not found(change, ".//w:r | .//w:p"):
        return  # nothing that anyone could see
    what = _described(change)
    yield f"A change by {_who(change)} was left out ({what[0]}): {what[1]}"
    todo_before(change, f"a tracked change {what[0]} {what[2]} here; write what is right")
    remove(change)


def _described(change: Element) -> tuple[str, str, str]:
    """What was done, to which words, and the same for the draft: there, removed words are gone.

    They may be about a client, and a draft is kept in Git for ever. Those of a change within a
    change are told apart.
    """
    inner = [one for one in found(change, ".//w:ins | .//w:del") if text(one)]
    within = [
        (f"{_DONE[name_of(one)]} ", _told(one, text(one)), f" within that, by {_who(one)}")
        for one in inner
        if name_of(one) != name_of(change) and name_of(one.getparent()) not in _PROPERTIES
    ]
    for one in inner if within else ():
        remove(one)
    words = _told(change, text(change))
    said, kept = (
        " and ".join([words[at], *(f"{done}{told[at]}{who}" for done, told, who in within)])
        for at in (0, 1)
    )
    return _DONE[name_of(change)], said, kept


def _told(change: Element, words: str) -> tuple[str, str]:
    """How a change's words are told in the terminal, and in the draft."""
    if not words:
        return ("a picture or a sign",) * 2
    hidden = "some words of the Word file" if _DONE[name_of(change)] == "removed" else ""
    return f"“{words}”", hidden or f"“{words}”"


def _ends_of_paragraphs(root: Element) -> Iterator[str]:
    """An end that was added or removed: one paragraph or two? Mammoth would join the words."""
    for mark in found(root, "//w:pPr/w:rPr/*[self::w:ins or self::w:del or self::w:moveFrom]"):
        paragraph = next(mark.iterancestors(f"{W}p"))
        remove(mark)
        if any(_is_free(one) for one in found(paragraph, ".//w:t")):
            done = _DONE[name_of(mark)]
            yield f"A change by {_who(mark)} {done} the end of a paragraph: “{text(paragraph)}”"
            todo_in(
                paragraph,
                f"a tracked change {done} the end of this paragraph; is this one paragraph "
                "with the next, or two?",
            )


def _is_free(words: Element) -> bool:
    """Whether the words stand in no change: those of a change have a TODO of their own."""
    return not any(name_of(one) in _DONE for one in words.iterancestors())


def _rows_and_cells(root: Element) -> Iterator[str]:
    for mark in found(root, "//w:trPr/w:ins | //w:trPr/w:del"):
        row = next(mark.iterancestors(f"{W}tr"))
        yield from _box(mark, row, _DONE[name_of(mark)], "row")
    for mark in found(root, " | ".join(f"//w:tcPr/w:{name}" for name in _CELLS)):
        cell = next(mark.iterancestors(f"{W}tc"))
        yield from _box(mark, cell, _CELLS[name_of(mark)], "cell")


def _box(mark: Element, box: Element, done: str, kind: str) -> Iterator[str]:
    """Keep the row or cell, without its mark: mammoth would drop it and the TODOs in it."""
    remove(mark)
    yield f"A change by {_who(mark)} {done} a table's {kind}: “{text(box)}”"
    todo_in(box, f"a tracked change {done} this {kind} of the table; decide whether it stays")


def _who(change: Element) -> str:
    return change.get(f"{W}author") or "someone"
