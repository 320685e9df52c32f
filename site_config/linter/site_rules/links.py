"""Links inside the site, pictures on disk, addresses that two pages would share."""

from __future__ import annotations

import posixpath
import re
from functools import cache, lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from markdown.extensions.toc import slugify, unique

from site_config.content_model.project import HELPFUL_PAGES
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.core.validation import suggestion
from site_config.rendering.photos import PHOTOS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project

_PICTURES = PHOTOS | {".svg"}
_TOO_BIG = 10_000_000
_BIG = 500_000
_TOO_BIG_FOR_GIT = 40_000_000


def page_issues(page: Page, project: Project) -> Iterator[Issue]:
    """Give the links and pictures of one page that lead nowhere."""
    for link in page.parts.links:
        parts = urlsplit(unquote(link.href))
        if not (parts.scheme or parts.netloc):
            yield from _link(page, project, parts.path, parts.fragment, link.line)
    for image in page.parts.images:
        parts = urlsplit(unquote(image.src))
        if not (parts.scheme or parts.netloc):
            yield from _picture(page, project, parts.path, image.line)


def _link(page: Page, project: Project, path: str, fragment: str, line: int) -> Iterator[Issue]:
    if path.startswith("/"):
        message = f"The link {path} starts with a slash, which leads out of some sites"
        yield Issue(page.path, line, message, _from_here(project, page, path))
        return
    name = _resolved(page, path) if path else page.name
    target = project.pages.get(name)
    if target is None:
        if not name.endswith(".md") and (project.root / "content" / name).is_file():
            return
        if path.startswith("www."):
            message = f"{path} is taken for a page of ours"
            yield Issue(page.path, line, message, f"Write https://{path}")
            return
        message = f"The link leads to “{path}”, which does not exist"
        yield Issue(page.path, line, message, _where_instead(project, page, name))
    elif name in project.hidden and page.name not in project.hidden:
        day = target.values["publish_on"]
        message = f"The link leads to “{path}”, which is kept back until {day}"
        yield Issue(page.path, line, message, "Take the link out, or publish that page first")
    elif fragment and not _complete(target) and fragment not in _anchors(target):
        message = f"“{path or page.name}” has no heading for #{fragment}"
        hint = suggestion(fragment, _anchors(target)).strip(" ()") or "Link to the page alone"
        yield Issue(page.path, line, message, hint)


def _resolved(page: Page, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))


def _where_instead(project: Project, page: Page, name: str) -> str:
    """Return the fix for a link to `name`: the page that was probably meant."""
    folder = posixpath.dirname(page.name) or "."
    for guess in (f"{name}.md", f"{name}/index.md", f"{name.removesuffix('/')}.md"):
        if guess in project.pages:
            return f"Link to the file: {posixpath.relpath(guess, folder)}"
    last = posixpath.basename(name)
    same = [one for one in project.pages if posixpath.basename(one) == last and last != "index.md"]
    if same:
        return f"Perhaps {posixpath.relpath(same[0], folder)} is meant"
    ways = [posixpath.relpath(one, folder) for one in project.pages]
    near = suggestion(posixpath.relpath(name, folder), ways)
    return f"Correct the way from content/{folder} to the page{near}"


def _from_here(project: Project, page: Page, path: str) -> str:
    """Return the fix for a `path` that starts with a slash."""
    name = path.strip("/")
    for guess in (name, f"{name}.md", f"{name}/index.md"):
        if guess in project.pages or (project.root / "content" / guess).is_file():
            way = posixpath.relpath(guess, posixpath.dirname(page.name) or ".")
            return f"Write the way from this file: {way}"
    return "Write the way from this file, such as ../help-now.md"


def _complete(page: Page) -> bool:
    """Return whether the build adds headings to the page that are not in its file."""
    return bool(page.meta.get("template")) or any(w == "rules" for w, _ in page.parts.comments)


def _anchors(page: Page) -> frozenset[str]:
    return _anchors_of(
        tuple(_heading_texts(page)),
        tuple(tag.attributes["id"] for tag in page.parts.tags if "id" in tag.attributes),
    )


def _heading_texts(page: Page) -> Iterator[str]:
    for block in page.parts.blocks:
        if block.kind == "heading":
            yield re.sub(r"\s+", " ", block.text).strip()


@cache
def _anchors_of(headings: tuple[str, ...], ids: tuple[str, ...]) -> frozenset[str]:
    used = set(ids)
    for words in headings:
        unique(slugify(words, "-"), used)  # adds what it returns to `used`
    return frozenset(used)


def _picture(page: Page, project: Project, path: str, line: int) -> Iterator[Issue]:
    name = _resolved(page, path)
    file = project.root / "content" / name
    if path.startswith("/") or name.startswith(".."):
        if path.startswith("/") and (project.root / "content" / path.strip("/")).is_file():
            message = f"The picture {path} starts with a slash, which leads out of some sites"
            yield Issue(page.path, line, message, _from_here(project, page, path))
            return
        message = f"The picture {path} is not under content/"
        yield Issue(
            page.path, line, message, "Put it into content/assets/pictures/ and name it from here"
        )
    elif not file.is_file():
        message = f"The picture {path} does not exist"
        near = suggestion(file.name, [one.name for one in _files(file.parent)])
        fix = f"Put the file at content/{name}, or correct its name{near}"
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


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _size(path: Path, line: int, name: str, size: int) -> Iterator[Issue]:
    amount = f"{size / 1_000_000:.1f} MB"
    if not size:
        message = f"The picture {name} is an empty file"
        yield Issue(path, line, message, "Save the picture there once more")
    elif PurePath(name).suffix.lower() in PHOTOS:
        if size > _TOO_BIG_FOR_GIT:  # the build makes smaller ones of it
            message = f"The photo {name} has {amount}: everyone who works here has to load it"
            yield Issue(path, line, message, "Save it smaller: 3,000 pixels wide is plenty")
    elif size >= _TOO_BIG:
        message = f"The picture {name} has {amount}: on a phone it costs time and money"
        yield Issue(path, line, message, "Make it simpler, so that it has at most 0.5 MB")
    elif size > _BIG:
        message = f"The picture {name} has {amount}"
        yield Issue(path, line, message, "Make it simpler, with fewer shapes", "warning")


def site_issues(project: Project) -> Iterator[Issue]:
    """Give pages that share an address or are missing under results, and unused big pictures."""
    yield from _same_address(project)
    yield from _helpful_pages(project)
    used = {
        _resolved(page, urlsplit(unquote(image.src)).path)
        for page in project.pages.values()
        for image in page.parts.images
    }
    content = project.root / "content"
    for file in sorted(content.rglob("*")):
        name = file.relative_to(content).as_posix()
        if file.suffix.lower() in _PICTURES and name not in used:
            yield from _size(project.path(f"content/{name}"), 1, file.name, file.stat().st_size)


def _helpful_pages(project: Project) -> Iterator[Issue]:
    """The pages that every result of the check links to have to be there."""
    for index, entry in enumerate(project.helpful_pages):
        line = project.places[HELPFUL_PAGES].line(index, "page")
        if entry.page not in project.pages:
            message = f"Every result of the check leads to “{entry.page}”, which does not exist"
            near = suggestion(entry.page, project.pages)
            fix = f"Name a page under content/{near}, or delete this line"
            yield Issue(project.path(HELPFUL_PAGES), line, message, fix)
        elif entry.page in project.hidden:
            message = f"Every result of the check leads to “{entry.page}”, which is kept back"
            fix = "Add this line when the page is published, or publish it first"
            yield Issue(project.path(HELPFUL_PAGES), line, message, fix)


def _same_address(project: Project) -> Iterator[Issue]:
    taken: dict[str, Page] = {}
    for page in project.pages.values():
        other = taken.setdefault(page.url.lower(), page)
        if other is not page:
            message = f"This page and {short(other.name)} would have the same address /{page.url}"
            yield Issue(page.path, 1, message, "Rename one of the two files")
