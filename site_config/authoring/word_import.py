"""A Word file as the text of a page, its pictures, and a list of what a person has to look at."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import mammoth
from PIL import Image

from site_config.authoring import word_forms
from site_config.authoring.word_file import WordFile
from site_config.authoring.word_markdown import Converter, escaped
from site_config.authoring.word_xml import WordError
from site_config.rendering import photos

if TYPE_CHECKING:
    from pathlib import Path

_STYLES = """p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
highlight => mark"""
_MADE_BY_WORD = ("automatically generated", "ai-generated content", "created with ai")
_NUMBERED = re.compile(r"(picture|image|photo|graphic|img|dsc)?[ _-]*\d*(\.\w+)?", re.IGNORECASE)
_SIGN = "Look for it in Word (≥ and ≤ change what a figure says), and write it"
_TODO_ALT = "TODO: say what this picture shows"


@dataclass(frozen=True)
class Imported:
    """What came of a Word file: `pictures` by file name, `notes` for the person who brings it."""

    title: str
    body: str
    pictures: dict[str, bytes]
    notes: list[str]


def read(file: Path, stem: str, way: str, *, seek_title: bool = False) -> Imported:
    """Read the Word file. Its pictures are named for `stem`; pages reach them by `way`.

    With `seek_title`, its first line will do for its title if it looks like one.

    Raises:
        WordError: it cannot be read; the text says what to do.
    """
    word = WordFile(_data(file))
    found: list[bytes] = []

    def keep(image: Any) -> dict[str, str]:  # noqa: ANN401 (mammoth has no types)
        with image.open() as content:
            found.append(content.read())
        return {"src": str(len(found) - 1)}

    try:
        done = mammoth.convert_to_html(
            word.packed(), style_map=_STYLES, convert_image=mammoth.images.img_element(keep)
        )
    except (KeyError, ValueError, AttributeError, OSError) as error:
        raise WordError("This Word document is damaged. Save it in Word once more") from error
    pictures = _Pictures(found, stem, way)
    text = Converter(done.value, pictures.mark, seek_title=seek_title)
    body = text.markdown()
    lost = word_forms.dropped(done.value, text.title, body)
    for words in [*word.missing(done.value), *([lost] if lost else [])]:
        word.notes.append(f"These words weren't imported: “{words}”")
        body += (
            f"\n(TODO: these words of the Word file are not in this draft: “{escaped(words)}”)\n"
        )
    for message in done.messages:
        if "w:sym" in message.message:
            word.notes.append(f"A symbol from a special font was left out. {_SIGN}")
            body += f"\n(TODO: a symbol from a special font is missing in this draft. {_SIGN})\n"
    if not body.strip() and not text.title:
        raise WordError("There are no words in this Word document. Is it the right file")
    return Imported(text.title, body, pictures.files, [*word.notes, *text.notes, *pictures.notes])


def _data(file: Path) -> bytes:
    if file.name.startswith("~$"):
        raise WordError(f"{file.name} is what Word leaves while a file is open. Name that file")
    try:
        return file.read_bytes()
    except OSError as error:
        raise WordError(f"{file} can't be read. Check the path") from error


class _Pictures:
    """The document's pictures, stripped, under names of this page."""

    def __init__(self, found: list[bytes], stem: str, way: str) -> None:
        self._found, self._stem, self._way = found, stem, way
        self.files: dict[str, bytes] = {}
        self.notes: list[str] = []

    def mark(self, number: str, alt: str) -> str:
        """Return the Markdown of a picture; a TODO where it, or its text, is missing."""
        try:
            content = photos.stripped(self._found[int(number)])
        except photos.UnusableError as error:
            self.notes.append(f"Picture {int(number) + 1} was left out. {error.what}. {error.fix}")
            return "(TODO: a picture stood here that could not be brought in)"
        name = f"{self._stem}-{len(self.files) + 1}{_ending(content)}"
        self.files[name] = content
        words = " ".join(alt.split())
        made = any(one in words.lower() for one in _MADE_BY_WORD)
        if not words or made or _NUMBERED.fullmatch(words):
            words = _TODO_ALT
            self.notes.append(f"{name} has no text that says what it shows")
        escaped = words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
        return f"![{escaped}]({self._way}{name})"


def _ending(content: bytes) -> str:
    with Image.open(io.BytesIO(content)) as image:
        form = (image.format or "PNG").lower()
    return {"jpeg": ".jpg", "heif": ".heic"}.get(form, f".{form}")
