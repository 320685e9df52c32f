"""Where in the project's sources something on a built page was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from site_config.core.files import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHARED = (
    "site_config/overrides",
    "site_config/rendering/templates",
    "content/_data",
    "content/assets",
    "site_config/center.yml",
    "checker",
)
"""Where else than in its own Markdown file a page's HTML comes from."""

TEXT = frozenset({".md", ".html", ".yml", ".svg", ".css"})


def find(root: Path, page: Path, clues: Iterable[str]) -> tuple[Path, int]:
    """Return file and line, relative to `root`, of the first clue that is found.

    `page` is relative to the built site. The page's own Markdown file is searched first, then
    templates and data; if no clue is found, it is that file's first line.
    """
    own = _markdown(root, page)
    files = [*own, *_shared(root)]
    for clue in filter(None, clues):
        for file in files:
            line = _line(file, clue)
            if line:
                return file.relative_to(root), line
    return (own[0].relative_to(root) if own else Path("site", page)), 1


def _markdown(root: Path, page: Path) -> list[Path]:
    """The page's Markdown file, if it was made from one."""
    folder = root / "content" / page.parent
    names = [folder / f"{page.stem}.md"]
    if page.stem == "index":
        names.append(folder.parent / f"{folder.name}.md")
    return [name for name in names if name.is_file()]


def _shared(root: Path) -> Iterator[Path]:
    for name in SHARED:
        place = root / name
        files = visible(place, "*") if place.is_dir() else [place]
        yield from (file for file in files if file.suffix in TEXT and file.is_file())


def _line(file: Path, clue: str) -> int:
    """The line that holds the clue, counted from 1; 0 if there is none."""
    before, found, _ = file.read_text("utf-8", errors="replace").partition(clue)
    return before.count("\n") + 1 if found else 0
