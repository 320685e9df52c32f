"""A Word file before it is read: what must not slip through is taken out, and listed.

Comments, hidden text and changes that nobody has accepted are for the people who wrote the file.
Where a change stood, a TODO stands in the text: to leave out a "not" that someone added, or to put
back a sentence that someone crossed out, could do harm, so a person decides.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from lxml import etree
from PIL import Image, ImageOps

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DOCUMENT = "word/document.xml"
COMMENTS = "word/comments.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
RELATIONS = "word/_rels/document.xml.rels"

_MOST_BYTES = 300_000_000
_OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")
_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
W, R = (f"{{{_SPACES[name]}}}" for name in ("w", "r"))
_CHANGES = {"ins": "added", "moveTo": "added", "del": "removed", "moveFrom": "removed"}
_LOST = {"//c:chart": "A chart", "//dgm:relIds": "A diagram", "//m:oMath": "A formula"}
_OFF = {"0", "false", "off", "none"}


class WordError(Exception):
    """Why a file cannot be brought in; the text says what to do."""


class WordFile:
    """The parts of a Word file, cleaned; `notes` say what was taken out."""

    def __init__(self, data: bytes) -> None:
        self.notes: list[str] = []
        self._parts = _parts(data)
        if DOCUMENT not in self._parts:
            raise WordError("This is no Word document. Save it in Word as .docx")
        self._list_comments()
        for name in (DOCUMENT, *NOTES):
            if name in self._parts:
                root = _xml(self._parts[name])
                self._clean(root)
                if name == DOCUMENT:
                    self._crop_pictures(root)
                self._parts[name] = etree.tostring(root)

    def packed(self) -> io.BytesIO:
        """Return the cleaned file."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, content in self._parts.items():
                archive.writestr(name, content)
        target.seek(0)
        return target

    def _list_comments(self) -> None:
        if COMMENTS not in self._parts:
            return
        about = _commented(_xml(self._parts[DOCUMENT]))
        for comment in _found(_xml(self._parts[COMMENTS]), "//w:comment"):
            words, who = _text(comment), comment.get(f"{W}author") or "someone"
            place = f" on “{about[one]}”" if (one := comment.get(f"{W}id")) in about else ""
            self.notes.append(f"A comment by {who}{place} was left out: “{words}”")

    def _clean(self, root: Element) -> None:
        for mark in _found(root, "//w:r/w:rPr/w:vanish"):
            if str(mark.get(f"{W}val")) not in _OFF:
                run = mark.xpath("../..")[0]
                if words := _text(run):
                    self.notes.append(f"Hidden text was left out: “{words}”")
                _remove(run)
        for change in _found(root, "//w:ins | //w:del | //w:moveTo | //w:moveFrom"):
            if root in change.iterancestors():  # else it went with the change around it
                self._leave_out(change)
        for path, what in _LOST.items():
            for _ in _found(root, path):
                self.notes.append(f"{what} was left out. Save it as a picture, or write it as text")

    def _leave_out(self, change: Element) -> None:
        words = _text(change)
        if not words:
            return  # a mark on a paragraph or a row, not on its words
        done = _CHANGES[etree.QName(change).localname]
        who = change.get(f"{W}author") or "someone"
        self.notes.append(f"A change by {who} was left out ({done}): “{words}”")
        run = etree.Element(f"{W}r")
        text = etree.SubElement(run, f"{W}t")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = f" (TODO: a tracked change {done} “{words}” here; write what is right) "
        change.addprevious(run)
        _remove(change)

    def _crop_pictures(self, root: Element) -> None:
        """Cut off what the writer cut off: in the file, the whole picture is still there."""
        targets = self._pictures()
        for cut in _found(root, "//a:srcRect"):
            links = cut.xpath("../a:blip/@r:embed", namespaces=_SPACES)
            name = targets.get(str(links[0])) if links else None
            sides = [int(cut.get(side, "0")) / 100_000 for side in "ltrb"]
            if name in self._parts and any(side > 0 for side in sides):
                self._parts[name] = _cropped(self._parts[name], sides)

    def _pictures(self) -> dict[str, str]:
        if RELATIONS not in self._parts:
            return {}
        return {
            one.get("Id", ""): posixpath.normpath(posixpath.join("word", one.get("Target", "")))
            for one in _xml(self._parts[RELATIONS])
        }


def _parts(data: bytes) -> dict[str, bytes]:
    if data.startswith(_OLD_OR_LOCKED):
        raise WordError(
            "This file has a password, or is from an old Word (.doc). Open it in Word, take the "
            "password out, and save it as .docx"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MOST_BYTES:
                raise WordError("This file is larger than 300 MB. Make its pictures smaller")
            return {one.filename: archive.read(one) for one in archive.infolist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise WordError("This is no Word document, or it is damaged. Save it as .docx") from error


def _xml(content: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise WordError("This Word document is damaged. Save it in Word once more") from error


def _found(root: Element, path: str) -> list[Element]:
    return list(root.xpath(path, namespaces=_SPACES))


def _text(element: Element) -> str:
    """All words of an element, those that a change took away too."""
    texts = _found(element, ".//w:t | .//w:delText | .//w:tab | .//w:br")
    return " ".join("".join(one.text or " " for one in texts).split())


def _commented(root: Element) -> dict[str, str]:
    """The words that each comment is about, by its id."""
    about: dict[str, list[str]] = {}
    opened: set[str] = set()
    for element in root.iter():
        name, one = etree.QName(element).localname, element.get(f"{W}id", "")
        if name == "commentRangeStart":
            opened.add(one)
        elif name == "commentRangeEnd":
            opened.discard(one)
        elif name == "t":
            for each in opened:
                about.setdefault(each, []).append(element.text or "")
    return {one: " ".join("".join(words).split())[:60] for one, words in about.items()}


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _cropped(data: bytes, sides: list[float]) -> bytes:
    """Return the visible part of a picture as PNG; nothing if it cannot be read."""
    left, top, right, bottom = (max(side, 0) for side in sides)
    try:
        with Image.open(io.BytesIO(data)) as image:
            upright = ImageOps.exif_transpose(image)
            wide, high = upright.size
            box = (
                *(round(left * wide), round(top * high)),
                *(round((1 - right) * wide), round((1 - bottom) * high)),
            )
            target = io.BytesIO()
            upright.crop(box).convert("RGBA").save(target, "PNG")
    except (OSError, ValueError, SyntaxError, SystemError):
        return b""  # better no picture than the whole of it
    return target.getvalue()
