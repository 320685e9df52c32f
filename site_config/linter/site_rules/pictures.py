"""Picture files: names that no page can write, files that cannot be read, places they tell."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_config.core.issues import Issue
from site_config.linter.rule import Rule
from site_config.rendering import photos

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.linter.rule import Context

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_HOLDS_PHOTO = re.compile(rb"<image\b[^>]*href\s*=\s*[\"'](?:data:|https?:|//)", re.IGNORECASE)


def _files(context: Context) -> Iterator[Issue]:
    """Give what is wrong with each picture file under content/assets/, shown or not."""
    project = context.project
    content = project.root / "content"
    for file in sorted((content / "assets").rglob("*")):
        suffix = file.suffix.lower()
        if suffix not in photos.PHOTOS | {".svg"} or not file.is_file() or _hidden(file, content):
            continue
        path = project.path(f"content/{file.relative_to(content).as_posix()}")
        yield from _name(path)
        if not file.stat().st_size:
            continue  # links.py says so
        for what, fix, severity in _looked_at(file, file.stat().st_mtime_ns):
            yield Issue(path, 1, what, fix, "warning" if severity == "warning" else "error")


def _raw_html(context: Context) -> Iterator[Issue]:
    """Give the photos that stand there as HTML: the build can't make them smaller."""
    for page in context.project.pages.values():
        for tag in page.parts.tags:
            where = urlsplit(tag.attributes.get("src", ""))
            if tag.name == "img" and PurePath(where.path).suffix.lower() in photos.PHOTOS:
                message = "This photo is written as HTML, so phones would get no smaller one"
                fix = f"Write ![what it shows]({where.path})"
                yield Issue(page.path, tag.line, message, fix)


def _hidden(file: Path, content: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in file.relative_to(content).parts)


def _name(path: Path) -> Iterator[Issue]:
    if _NAME.fullmatch(path.name):
        return
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "picture"
    reason = "a space" if " " in path.name else "signs that an address can't have"
    message = f"The name “{path.name}” has {reason}, so no page can show this picture"
    fix = f"Rename the file to {stem}{path.suffix.lower()}, and write that name on the page"
    yield Issue(path, 1, message, fix)


@lru_cache(maxsize=4096)
def _looked_at(file: Path, _changed: int) -> tuple[tuple[str, str, str], ...]:
    """Return what is wrong with the content of one file, what to do, and how bad it is."""
    data = file.read_bytes()
    if file.suffix.lower() == ".svg":
        if not _HOLDS_PHOTO.search(data):
            return ()
        what = "This drawing has a photo in it, or loads one from another site"
        return ((what, "Save the photo as a file of its own and show that", "error"),)
    try:
        photos.check(data)
    except photos.UnusableError as error:
        return ((error.what, error.fix, "error"),)
    if photos.tells_where(data):
        what = (
            "This photo says where it was taken. The site leaves that out, but everyone who "
            "gets these files can read it"
        )
        return ((what, "Run `make clean-photos`: it takes that out of the file", "warning"),)
    return ()


RULES = (
    Rule(
        "picture-content",
        "A picture that can't be read or shown on a page, or that says where it was taken",
        "Rename it, save it once more, or run `make clean-photos`",
        _files,
    ),
    Rule(
        "photo-as-html",
        "A photo written as HTML",
        "Write ![what it shows](file)",
        _raw_html,
    ),
)
"""The rules of this family."""
