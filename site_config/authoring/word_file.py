"""A Word file before it is read: what must not slip through is taken out, and listed.

Comments, hidden text and changes that nobody has accepted are for the people who wrote the file.
Where a change stood, a TODO stands in the text. Parts are known by what is in them, never by their
name: some programs write word/document2.xml.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree
from PIL import Image, ImageOps

from site_config.authoring import word_changes, word_forms
from site_config.authoring.word_numbers import Numbers
from site_config.authoring.word_styles import Styles
from site_config.authoring.word_xml import SPACES, W, WordError, found, name_of, parsed, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_MOST_BYTES = 300_000_000
_OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")
_STRICT = b"http://purl.oclc.org/ooxml/"
_READ = ("document", "footnotes", "endnotes")
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, ValueError),
    *(NotImplementedError, RuntimeError, OSError),
)
"""What zipfile raises for a file that isn't an archive, or is a damaged one."""
_SAVE_AS = "Open it in Word, choose Save as, and there “Word Document (.docx)”"


class WordFile:
    """The parts of a Word file, cleaned; `notes` say what was taken out."""

    def __init__(self, data: bytes) -> None:
        self.notes: list[str] = []
        self._parts = _parts(data)
        self._roots = {
            name: parsed(content) for name, content in self._parts.items() if _is_xml(name)
        }
        self._refuse_others()
        self._list_comments()
        self._list_edges()
        styles, numbers = Styles(self._of("styles")), Numbers(self._of("numbering"))
        for name, root in self._roots.items():
            if root.tag in {f"{W}{one}" for one in _READ}:
                self.notes += word_forms.opened(root)
                self.notes += styles.apply(root)
                self.notes += word_changes.left_out(root)
                self.notes += numbers.ask(root, styles)
                self._crop_pictures(name, root)
                self._parts[name] = etree.tostring(root)

    def packed(self) -> io.BytesIO:
        """Return the cleaned file."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, content in self._parts.items():
                archive.writestr(name, content)
        target.seek(0)
        return target

    def missing(self, html: str) -> list[str]:
        """Return the words of the file that are not in `html`, by paragraph."""
        return list(word_forms.missing(self._of("document"), html))

    def _of(self, *kinds: str) -> list[Element]:
        return [one for one in self._roots.values() if one.tag in {f"{W}{kind}" for kind in kinds}]

    def _refuse_others(self) -> None:
        """Refuse the second form of .docx: it has other names, so nothing would be taken out."""
        if any(_STRICT in content for name, content in self._parts.items() if _is_xml(name)):
            raise WordError(
                f"This file was saved as “Strict Open XML Document”, which can't be checked for "
                f"tracked changes and hidden text. {_SAVE_AS}"
            )
        if not self._of("document"):
            raise WordError("This isn't a Word document. Save it in Word as .docx")

    def _list_comments(self) -> None:
        about = {key: words for root in self._of("document") for key, words in _commented(root)}
        for root in self._of("comments"):
            for comment in found(root, "//w:comment"):
                words, who = text(comment), comment.get(f"{W}author") or "someone"
                place = f" on “{about[one]}”" if (one := comment.get(f"{W}id")) in about else ""
                self.notes.append(f"A comment by {who}{place} was left out: “{words}”")

    def _list_edges(self) -> None:
        for root in self._of("hdr", "ftr"):
            if words := text(root):
                kind = "top" if root.tag == f"{W}hdr" else "foot"
                self.notes.append(f"Words at the {kind} of each page were left out: “{words}”")

    def _crop_pictures(self, part: str, root: Element) -> None:
        """Cut off what the writer cut off: in the file, the whole picture is still there."""
        targets = self._pictures(part)
        for cut in found(root, "//a:srcRect"):
            links = cut.xpath("../a:blip/@r:embed", namespaces=SPACES)
            name = targets.get(str(links[0])) if links else None
            sides = [_share(cut.get(side, "0")) for side in "ltrb"]
            if name in self._parts and any(side > 0 for side in sides):
                self._parts[name] = _cropped(self._parts[name], sides)

    def _pictures(self, part: str) -> dict[str, str]:
        folder, file = posixpath.split(part)
        relations = f"{folder}/_rels/{file}.rels"
        if relations not in self._roots:
            return {}
        return {
            one.get("Id", ""): posixpath.normpath(posixpath.join(folder, one.get("Target", "")))
            for one in self._roots[relations]
        }


def _is_xml(name: str) -> bool:
    return name.startswith(("word/", "_rels/")) and name.endswith((".xml", ".rels"))


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
    except _UNREADABLE as error:
        raise WordError(
            f"This isn't a Word document, whatever its name says, or it is damaged. {_SAVE_AS}"
        ) from error


def _commented(root: Element) -> Iterator[tuple[str, str]]:
    """Each comment's id, and the words that it is about."""
    about: dict[str, list[str]] = {}
    opened: set[str] = set()
    for element in root.iter():
        name, one = name_of(element), element.get(f"{W}id", "")
        if name == "commentRangeStart":
            opened.add(one)
        elif name == "commentRangeEnd":
            opened.discard(one)
        elif name == "t":
            for each in opened:
                about.setdefault(each, []).append(element.text or "")
    for one, words in about.items():
        yield one, " ".join("".join(words).split())[:60]


def _share(value: str) -> float:
    """Return a crop as a share of the side: "10000" and "10%" are 0.1."""
    try:
        return float(value[:-1]) / 100 if value.endswith("%") else int(value) / 100_000
    except ValueError as error:
        raise WordError("This Word document is damaged. Save it in Word again") from error


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
