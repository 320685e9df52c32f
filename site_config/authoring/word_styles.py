"""What a run looks like in Word, by its own marks and by its styles: hidden, struck, raised.

Mammoth looks at a run's own marks alone, so a style could hide words from a writer and show them
to visitors. What styles say is written into each run here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from site_config.authoring.word_xml import W, found, is_on, name_of, remove, text, todo_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_MOST_STYLES_DEEP = 20
_TINY = 6  # half points: text of 3 points or less
_HEADINGS = ("heading ", "title")
_WHITE = "FFFFFF"
_FIELD_PARTS = {"rPr", "fldChar", "instrText"}


class Styles:
    """The styles of a file; without any, only a run's own marks count."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles = {
            one.get(f"{W}styleId", ""): one for root in roots for one in found(root, "//w:style")
        }

    def apply(self, root: Element) -> Iterator[str]:
        """Take out what nobody sees in Word, say so, and give the other runs their marks."""
        for run in found(root, "//w:r"):
            if self._on(run, "vanish"):
                if words := _without_words(run):
                    yield f"Hidden text was left out: “{words}”"
                continue
            if self._is_invisible(run) and text(run):
                yield f"White or tiny text was left out: “{text(run)}”"
                todo_before(run, "white or tiny text was left out here; look at the Word file")
                _without_words(run)
                continue
            if self._on(run, "strike") or self._on(run, "dstrike"):
                _mark(run, "strike", "true")
            if raised := self._raised(run):
                _mark(run, "vertAlign", raised)

    def is_heading(self, paragraph: Element) -> bool:
        """Return whether it is a title or heading: a page shows those without a number."""
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        style = self._styles.get(named.get(f"{W}val", "")) if named is not None else None
        name = style.find(f"{W}name") if style is not None else None
        return name is not None and name.get(f"{W}val", "").lower().startswith(_HEADINGS)

    def _on(self, run: Element, name: str) -> bool:
        """Whether a mark holds: the run's own word counts first, then any of its styles."""
        own = run.find(f"{W}rPr/{W}{name}")
        return is_on(own) if own is not None else any(is_on(one) for one in self._set(run, name))

    def _value(self, run: Element, name: str) -> str:
        own = run.find(f"{W}rPr/{W}{name}")
        marks = [own] if own is not None else list(self._set(run, name))
        return str(marks[0].get(f"{W}val", "")) if marks else ""

    def _set(self, run: Element, name: str) -> Iterator[Element]:
        """What each style around the run says of a mark, the nearest first."""
        for style in self._around(run):
            seen, one = 0, self._styles.get(style)
            while one is not None and seen < _MOST_STYLES_DEEP:
                if (mark := one.find(f"{W}rPr/{W}{name}")) is not None:
                    yield mark
                    break
                based = one.find(f"{W}basedOn")
                one = self._styles.get(based.get(f"{W}val", "")) if based is not None else None
                seen += 1

    @staticmethod
    def _around(run: Element) -> list[str]:
        paragraph = next(run.iterancestors(f"{W}p"), None)
        table = next(run.iterancestors(f"{W}tbl"), None)
        marks = (
            run.find(f"{W}rPr/{W}rStyle"),
            paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None,
            table.find(f"{W}tblPr/{W}tblStyle") if table is not None else None,
        )
        return [one.get(f"{W}val", "") for one in marks if one is not None]

    def _is_invisible(self, run: Element) -> bool:
        """Tiny, or white where no shade that we can see is behind it (a table may have one)."""
        size = self._value(run, "sz")
        if size.isdecimal() and int(size) <= _TINY:
            return True
        if self._value(run, "color").upper() != _WHITE:
            return False
        boxes = ("p", "tc", "tbl", "txbxContent")
        around = [run, *(one for one in run.iterancestors() if name_of(one) in boxes)]
        in_box = any(name_of(one) in boxes[1:] for one in around)
        return not in_box and not any(found(one, "./*/w:shd | ./*/w:highlight") for one in around)

    def _raised(self, run: Element) -> str:
        if (value := self._value(run, "vertAlign")) in {"superscript", "subscript"}:
            return value
        try:
            height = int(self._value(run, "position") or 0)
        except ValueError:
            return ""
        return "superscript" if height > 0 else "subscript" if height < 0 else ""


def _without_words(run: Element) -> str:
    """Empty a run, and return what stood in it; a field would not end without its parts."""
    words = text(run)
    for child in list(run):
        if name_of(child) not in _FIELD_PARTS:
            remove(child)
    return words


def _mark(run: Element, name: str, value: str) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    mark = properties.find(f"{W}{name}")
    if mark is None:
        mark = etree.SubElement(properties, f"{W}{name}")
    mark.set(f"{W}val", value)
