"""Pictures: files that are missing or too big, names that no page can write, places they tell."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from site_config.core.issues import Issue
from site_config.core.validation import suggestion
from site_config.core.web_address import parts_of
from site_config.linter.relative_paths import from_here, shown_file
from site_config.linter.rule import Rule
from site_config.rendering import photos

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.linter.rule import Context

_PICTURES = photos.PHOTOS | {".svg"}
_TOO_BIG = 10_000_000
_BIG = 500_000
_TOO_BIG_FOR_GIT = 40_000_000
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_HOLDS_PHOTO = re.compile(rb"<image\b[^>]*href\s*=\s*[\"'](?:data:|https?:|//)", re.IGNORECASE)


def _shown_pictures(context: Context) -> Iterator[Issue]:
    """Pictures on a page, and big ones that no page shows."""
    project, used = context.project, set()
    for page in project.pages.values():
        for image in page.parts.images:
            parts = parts_of(unquote(image.src))
            used.add(shown_file(page, project, parts.path))
            if not (parts.scheme or parts.netloc):
                yield from _picture(page, project, parts.path, image.line)
    content = project.root / "content"
    for file in sorted(content.rglob("*")):
        name = file.relative_to(content).as_posix()
        if file.suffix.lower() in _PICTURES and name not in used:
            yield from _size(project.path(f"content/{name}"), 1, file.name, file.stat().st_size)


def _picture(page: Page, project: Project, path: str, line: int) -> Iterator[Issue]:
    name = shown_file(page, project, path)
    file = project.root / "content" / name
    if path.startswith("/") or name.startswith(".."):
        if path.startswith("/") and (project.root / "content" / path.strip("/")).is_file():
            message = f"The picture {path} starts with a slash, which leads out of some sites"
            yield Issue(page.path, line, message, from_here(project, page, path))
            return
        message = f"The picture {path} isn't under content/"
        yield Issue(
            page.path, line, message, "Put it into content/assets/pictures/ and name it from here"
        )
    elif other := _in_other_letters(file):
        message = f"The picture {path} doesn't exist, and {other} does: capital letters count"
        fix = f"Write {path.removesuffix(file.name)}{other}"
        yield Issue(page.path, line, message, fix)
    elif not file.is_file():
        message = f"The picture {path} doesn't exist"
        near = suggestion(file.name, [one.name for one in _neighbors(file.parent)])
        better = f"{_sound_stem(file.stem)}{file.suffix.lower()}"
        if better == file.name:
            fix = f"Put the file at content/{name}, or correct its name{near}"
        else:
            fix = (
                f"Rename the file to {better}, put it into content/assets/pictures/, and write "
                f"that name here, without spaces, %20 or capitals{near}"
            )
        yield Issue(page.path, line, message, fix)
    else:
        yield from _size(page.path, line, path, file.stat().st_size)
        if file.suffix == ".svg" and (found := _no_drawing(file, file.stat().st_mtime_ns)):
            at, problem = found
            message = f"This file is no drawing that can be read: {problem}"
            yield Issue(project.path(f"content/{name}"), at, message, "Save it as SVG once more")


@lru_cache(maxsize=256)
def _no_drawing(file: Path, _changed: int) -> tuple[int, str] | None:
    """Return the line at which an SVG cannot be read, and why; None if it can."""
    try:
        ET.parse(file)  # noqa: S314 (a file of this project)
    except ET.ParseError as error:
        return error.position[0], str(error).partition(":")[0]
    return None


def _neighbors(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _in_other_letters(file: Path) -> str:
    """Return the name of the file that differs from `file` in capitals alone, or nothing.

    Windows and Macs open it all the same; the host doesn't.
    """
    names = [one.name for one in _neighbors(file.parent)]
    same = (name for name in names if name.lower() == file.name.lower())
    return "" if file.name in names else next(same, "")


def _size(path: Path, line: int, name: str, size: int) -> Iterator[Issue]:
    amount = f"{size / 1_000_000:.1f} MB"
    if not size:
        message = f"The picture {name} is an empty file"
        yield Issue(path, line, message, "Save the picture there once more")
    elif PurePath(name).suffix.lower() in photos.PHOTOS:
        if size > _TOO_BIG_FOR_GIT:  # the build makes smaller ones of it
            message = f"The photo {name} has {amount}: everyone who works here has to load it"
            yield Issue(path, line, message, "Save it smaller: 3,000 pixels wide is plenty")
    elif size >= _TOO_BIG:
        message = f"The picture {name} has {amount}: on a phone it costs time and money"
        yield Issue(path, line, message, "Make it simpler, so that it has at most 0.5 MB")
    elif size > _BIG:
        message = f"The picture {name} has {amount}"
        yield Issue(path, line, message, "Make it simpler, with fewer shapes", "warning")


def _files(context: Context) -> Iterator[Issue]:
    """Give what is wrong with each picture file under content/assets/, shown or not."""
    project = context.project
    content = project.root / "content"
    for file in sorted((content / "assets").rglob("*")):
        suffix = file.suffix.lower()
        if suffix not in _PICTURES or not file.is_file() or _hidden(file, content):
            continue
        path = project.path(f"content/{file.relative_to(content).as_posix()}")
        yield from _name(path)
        if not file.stat().st_size:
            continue  # _size says so
        for what, fix, severity in _looked_at(file, file.stat().st_mtime_ns):
            yield Issue(path, 1, what, fix, "warning" if severity == "warning" else "error")


def _raw_html(context: Context) -> Iterator[Issue]:
    """Give the photos that stand there as HTML: the build can't make them smaller."""
    for page in context.project.pages.values():
        for tag in page.parts.tags:
            where = parts_of(tag.attributes.get("src", ""))
            if tag.name == "img" and PurePath(where.path).suffix.lower() in photos.PHOTOS:
                message = "This photo is written as HTML, so phones would get no smaller one"
                fix = f"Write ![what it shows]({where.path})"
                yield Issue(page.path, tag.line, message, fix)


def _hidden(file: Path, content: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in file.relative_to(content).parts)


def _sound_stem(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "picture"


def _name(path: Path) -> Iterator[Issue]:
    if _NAME.fullmatch(path.name):
        return
    stem = _sound_stem(path.stem)
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
        "picture-file",
        "A picture that is missing, empty, unreadable or too big",
        "Put the file under content/assets/pictures/, smaller than 0.5 MB",
        _shown_pictures,
    ),
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
