"""Lists of Word whose signs or numbers say more than a page shows.

A page counts each list from one and has one kind of point. A cross before "stop suddenly" would
become a point that says to do it; "go back to step 4" would lead to no step.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.authoring.word_xml import W, found, todo_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from site_config.authoring.word_styles import Styles

_CROSS = re.compile(r"[✗✘✕✖❌❎☒⛔🚫]")
# The crosses and stop signs in the fonts that Word takes its points from.
_FONT_CROSSES = {"wingdings": "\uf0fb\uf0fd\uf078", "wingdings 2": "\uf04f\uf051\uf053\uf054"}


class Numbers:
    """The lists of a file, as numbering.xml has them."""

    def __init__(self, roots: list[Element]) -> None:
        self._kinds = {
            _value(one, ".", "abstractNumId"): one
            for root in roots
            for one in found(root, "//w:abstractNum")
        }
        self._lists = {
            _value(one, ".", "numId"): one for root in roots for one in found(root, "//w:num")
        }

    def ask(self, root: Element, styles: Styles) -> Iterator[str]:
        """Put a TODO where a sign or a number would be lost, and say so."""
        seen: dict[tuple[str, str], int] = {}
        last: tuple[str, str] | None = None
        for paragraph in found(root, "//w:p[not(ancestor::w:tc)]"):
            place = None if styles.is_heading(paragraph) else _place(paragraph)
            level = self._level(*place) if place else None
            if place is None or level is None:
                last = None
                continue
            yield from self._crossed(paragraph, level)
            before = seen.get(place, self._start(place[0], level) - 1)
            seen[place] = before + 1
            if before and place[1] == "0" and last is None and not _is_point(level):
                yield f"A list goes on with {before + 1}, and counts from 1 on a page"
                todo_in(
                    paragraph,
                    f"this is number {before + 1} in Word and 1 on the page; bring the list "
                    "together, or check each “step …” that is named",
                )
            last = place

    @staticmethod
    def _crossed(paragraph: Element, level: Element) -> Iterator[str]:
        sign = _value(level, "w:lvlText", "val")
        font = _value(level, "w:rPr/w:rFonts", "ascii").lower()
        if _CROSS.search(sign) or sign in tuple(_FONT_CROSSES.get(font, "")):
            yield "A cross stood before a point of a list"
            todo_in(paragraph, "a cross stood before this point in Word; say in words: don't")

    def _level(self, number: str, depth: str) -> Element | None:
        listed = self._lists.get(number)
        if listed is None:
            return None
        for own in found(listed, "./w:lvlOverride/w:lvl"):
            if own.get(f"{W}ilvl") == depth:
                return own
        kind = self._kinds.get(_value(listed, "w:abstractNumId", "val"))
        levels = found(kind, "./w:lvl") if kind is not None else []
        return next((one for one in levels if one.get(f"{W}ilvl") == depth), None)

    def _start(self, number: str, level: Element) -> int:
        depth = level.get(f"{W}ilvl", "0")
        for own in found(self._lists[number], "./w:lvlOverride[w:startOverride]"):
            if own.get(f"{W}ilvl") == depth:
                return _whole(_value(own, "w:startOverride", "val"))
        return _whole(_value(level, "w:start", "val"))


def _place(paragraph: Element) -> tuple[str, str] | None:
    number = _value(paragraph, "w:pPr/w:numPr/w:numId", "val")
    depth = _value(paragraph, "w:pPr/w:numPr/w:ilvl", "val") or "0"
    return (number, depth) if number not in {"", "0"} else None


def _is_point(level: Element) -> bool:
    return _value(level, "w:numFmt", "val") in {"bullet", "none"}


def _whole(words: str) -> int:
    return int(words) if words.isdecimal() else 1


def _value(element: Element, path: str, name: str) -> str:
    inner = element if path == "." else next(iter(found(element, f"./{path}")), None)
    return inner.get(f"{W}{name}", "") if inner is not None else ""
