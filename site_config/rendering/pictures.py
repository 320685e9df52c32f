"""Pictures on their way into the site: which are published, in what sizes, and how a page asks.

A page names its photo as the writer saved it, `../assets/pictures/room.jpg`. MkDocs is told that
this file comes out as `room-KEY-1600x1200.webp`, so its own links stay right; narrower files stand
beside it. Their names say all that the page needs for `srcset`, `width` and `height`.
"""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.structure.files import File, InclusionLevel

from site_config.rendering import photos

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

CACHE = ".cache/pictures"
SIZES = "(min-width: 45em) 41rem, 100vw"
"""How wide a page shows a picture, so that a browser can choose before it knows the layout."""

_SHOWN = photos.PHOTOS | {".pdf", ".svg"}
_TEMPLATES = ("site_config", "content/assets/css", "content/_data", "checker/browser")
_TEXTS = frozenset({".css", ".html", ".j2", ".js", ".svg", ".yml"})
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IMAGE = re.compile(r"<img\b[^>]*>")
_ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')
_OURS = re.compile(r"(?P<stem>.+-[0-9a-f]{8}-)(?P<wide>\d+)x(?P<high>\d+)\.webp")


def publish(files: Files, config: MkDocsConfig) -> None:
    """Put the photos that pages show in the place of the files they come from; leave out others.

    A picture that a template, a style or a setting names keeps its name and format; it is only
    stripped of what it tells besides its pixels. One that cannot be read is left out: the linter
    names it, and stops a build.
    """
    root = Path(config.config_file_path).parent
    shown = [file for file in files if _is_picture(file) and _may_be_seen(file.inclusion)]
    pages = "\n".join(_page_texts(files)) if shown else ""
    kept = "\n".join(_template_texts(root)) if shown else ""
    for file in shown:
        try:
            if _names(kept, file):
                _strip(file)
            elif not _names(pages, file):
                file.inclusion = InclusionLevel.EXCLUDED
            elif _suffix(file) in photos.PHOTOS:
                _replace(file, files, config, root / CACHE)
        except photos.UnusableError:
            file.inclusion = InclusionLevel.EXCLUDED


def _is_picture(file: File) -> bool:
    return _suffix(file) in _SHOWN and file.src_dir is not None


def _may_be_seen(level: InclusionLevel) -> bool:
    return level is not InclusionLevel.EXCLUDED


def _suffix(file: File) -> str:
    return posixpath.splitext(file.src_uri)[1].lower()


def _page_texts(files: Files) -> Iterator[str]:
    """The text of each page, without notes among writers: what they name is not shown."""
    for page in files.documentation_pages(inclusion=_may_be_seen):
        yield _COMMENT.sub("", page.content_bytes.decode("utf-8", errors="replace"))


def _template_texts(root: Path) -> Iterator[str]:
    for folder in _TEMPLATES:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in _TEXTS and file.is_file() and not file.name.startswith("."):
                yield file.read_text("utf-8", errors="replace")


def _names(text: str, file: File) -> bool:
    name = posixpath.basename(file.src_uri)
    return any(f"{before}{one}" in text for one in {name, quote(name)} for before in "/\"'( :")


def _strip(file: File) -> None:
    if _suffix(file) in photos.PHOTOS:
        file.content_bytes = photos.stripped(file.content_bytes)


def _replace(file: File, files: Files, config: MkDocsConfig, cache: Path) -> None:
    """Have `file` come out as WebP, with narrower ones beside it."""
    made = photos.Renditions(file.content_bytes, cache)
    wide, high = made.size
    stem = f"{posixpath.splitext(file.src_uri)[0]}-{made.key}"
    for width, content in made.files().items():
        if width == wide:
            file.dest_uri = f"{stem}-{wide}x{high}.webp"
            file.content_bytes = content
        else:
            name = f"{stem}-{width}.webp"
            if files.get_file_from_path(name) is None:
                files.append(File.generated(config, name, content=content))


def responsive(html: str) -> str:
    """Give each of our photos in a page's `html` its sizes, so that text does not jump.

    A `width` that a writer gave stays, and the height follows from it.
    """
    return _IMAGE.sub(lambda found: _responsive(found[0]), html) if "<img" in html else html


def _responsive(tag: str) -> str:
    given = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[4:].rstrip("/>"))}
    folder, _, name = given.get("src", "").rpartition("/")
    found = _OURS.fullmatch(name)
    if not found:
        return tag
    wide, high = int(found["wide"]), int(found["high"])
    width = int(given["width"]) if given.get("width", "").isdecimal() else wide
    start = f"{folder}/{found['stem']}" if folder else found["stem"]
    sources = [f"{start}{one}.webp {one}w" for one in photos.widths_of(wide)[:-1]]
    given |= {"width": str(width), "height": str(max(1, round(high * width / wide)))}
    if sources:
        given["srcset"] = ", ".join([*sources, f"{given['src']} {wide}w"])
        given["sizes"] = SIZES if width == wide else f"(min-width: 45em) {width}px, 100vw"
    given = {"loading": "lazy", "decoding": "async"} | given
    return f"<img {' '.join(f'{name}="{escape(value)}"' for name, value in given.items())}>"
