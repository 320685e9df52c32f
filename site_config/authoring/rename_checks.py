"""What has to hold before a page gets another name."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_config.content_model.addresses import moves
from site_config.content_model.mkdocs_settings import left_out
from site_config.content_model.page import Page, read_page
from site_config.core.files import visible
from site_config.core.validation import suggestion
from site_config.settings import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 60  # as in the linter's file-name
_SOUND = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = {".py", ".html", ".js", ".mjs", ".css"}
_FORM = "make rename PAGE=start/court.md TO=start/court-ordered.md"


class RenameError(Exception):
    """A page can't be renamed; the text says why and what to do."""


def check_names(root: Path, old: str, new: str) -> None:
    """Raise a RenameError unless the page `old` can be called `new`, by its name alone."""
    content = root / "content"
    if not old or not new:
        raise RenameError(f"Say which page, and its new name: {_FORM}")
    _check_old(root, old)
    if not new.endswith(".md"):
        raise RenameError(f"A page's file ends in .md. Write: TO={new}.md")
    _check_form(content, new)
    if new == old:
        raise RenameError(f"content/{old} is its name already")
    for name in _in_every_language(content, new):
        if (content / name).exists():
            raise RenameError(f"content/{name} is there already. Choose another name")
    _check_address(content, old, new)


def _check_old(root: Path, old: str) -> None:
    content = root / "content"
    others = languages.folders(content)
    if (language := languages.language_of(old, others)) != languages.SOURCE:
        english = languages.in_english(old, language)
        raise RenameError(
            f"Give the English page, and its translations go along: make rename PAGE={english}"
        )
    if not (content / old).is_file() or not old.endswith(".md") or old.startswith("_data/"):
        known = [file.relative_to(content).as_posix() for file in visible(content, "*.md")]
        pages = [name for name in known if languages.language_of(name, others) == languages.SOURCE]
        raise RenameError(f"There is no page content/{old}{suggestion(old, pages)}")
    if PurePosixPath(old).name == "index.md":
        raise RenameError("index.md is the first page of its part, and has to keep that name")
    page = read_page(content / old, Path("content", old), old)
    if "template" in page.meta or "/" not in old:
        raise RenameError(f"The site itself leads to content/{old}, so it keeps its name")
    if left_out(root).match_file(old):
        raise RenameError(f"content/{old} isn't on the site, so nobody needs another name for it")


def _check_form(content: Path, new: str) -> None:
    path = PurePosixPath(new)
    stem = path.stem
    if any(not _SOUND.fullmatch(part) for part in (*path.parts[:-1], stem)):
        raise RenameError("A name has small letters, digits and hyphens, such as court-ordered.md")
    if len(stem) > _LONGEST:
        raise RenameError(f"The name has {len(stem)} letters; {_LONGEST} are the most")
    parts = {
        file.parent.relative_to(content).as_posix()
        for file in visible(content, "*.md")
        if languages.language_of(file.relative_to(content).as_posix(), languages.folders(content))
        == languages.SOURCE
    } - {".", "_data"}
    folder = path.parent.as_posix()
    if folder not in parts:
        listed = ", ".join(sorted(one for one in parts if not one.startswith("_data")))
        raise RenameError(f"There is no folder content/{folder}. Choose one of: {listed}")
    if stem == "index":
        raise RenameError("index.md is the first page of a part. Choose another name")


def _check_address(content: Path, old: str, new: str) -> None:
    """The new address is no other page's, and no other page took its place."""
    for name in _in_every_language(content, new):
        url = Page(Path(name), name).url
        if (content / url / "index.md").exists():
            raise RenameError(f"content/{url}index.md has the address /{url} already")
        for move in moves(content):
            if move.old == url and move.page not in _in_every_language(content, old):
                raise RenameError(
                    f"Visitors who ask for /{url} are sent to content/{move.page} (its `was`). "
                    "Choose another name"
                )


def _in_every_language(content: Path, name: str) -> list[str]:
    codes = sorted(languages.folders(content) - {languages.SOURCE})
    return [languages.in_language(name, code) for code in (languages.SOURCE, *codes)]


def named_in_code(
    root: Path,
    name: str,
    folders: tuple[str, ...] = ("site_config", "checker"),
    *,
    exactly: bool = True,
) -> list[str]:
    """Return the places in the code that name a page or its address, such as file.html:12.

    `exactly`: as a whole string, which does something; an example in a sentence does nothing.
    """
    url = Page(Path(name), name).url
    around = (r"[\"'](?:\.\./)*", r"[\"'#]") if exactly else (r"(?<![\w-])", r"(?![\w-])")
    pattern = re.compile(rf"{around[0]}(?:{re.escape(name)}|{re.escape(url)}){around[1]}")
    return [place for folder in folders for place in _places(root, folder, pattern)]


def _places(root: Path, folder: str, pattern: re.Pattern[str]) -> Iterator[str]:
    for file in visible(root / folder, *(f"*{ending}" for ending in _CODE)):
        text = file.read_text("utf-8", errors="replace")
        if "node_modules" not in file.parts and (found := pattern.search(text)):
            yield f"{file.relative_to(root).as_posix()}:{text.count(chr(10), 0, found.start()) + 1}"
