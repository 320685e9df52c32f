"""The earlier addresses of pages, which they name under `was:`."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.page import read_page

if TYPE_CHECKING:
    from pathlib import Path

FORM = "small letters, digits, hyphens and slashes, such as cost/call-sheet/"

_FORM = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)+")
_END = re.compile(r"(?:(?:^|(?<=/))(?:index|readme))?\.(?:md|html)$", re.IGNORECASE)


class Move(NamedTuple):
    """An address that a page had: where it was, and the page (its file) that took its place."""

    old: str
    page: str


def file_name(title: str) -> str:
    """Return `title` as a file name without its ending: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def address(written: str) -> str | None:
    """Return an address as the site has it, `cost/call-sheet/`; None if it can't be one.

    A writer may give it with a slash in front, as the file's name, or as the page's .html.
    """
    path = _END.sub("", written.strip().removeprefix("/"))
    path = f"{path.rstrip('/')}/"
    return path if _FORM.fullmatch(path) else None


def moves(content: Path) -> list[Move]:
    """Return the earlier addresses that pages under `content` name, in the order of the files."""
    found = []
    for file in sorted(content.rglob("*.md")):
        if any(part.startswith(".") for part in file.relative_to(content).parts):
            continue  # an editor or the system left it
        if b"\nwas:" not in file.read_bytes():
            continue  # fast path: few pages have moved
        name = file.relative_to(content).as_posix()
        given = read_page(file, file, name).meta.get("was")
        olds = (address(str(one)) for one in (given if isinstance(given, list) else []))
        found += [Move(old, name) for old in olds if old]
    return found
