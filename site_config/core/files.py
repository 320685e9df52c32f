"""Files that people wrote, without those that editors and systems leave beside them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

HIDDEN = shutil.ignore_patterns(".*")
"""For `shutil.copytree`: names that begin with a dot."""


def is_hidden(file: Path, root: Path) -> bool:
    """Whether a name on the way from `root` to `file` begins with a dot.

    Emacs locks (`.#page.md`, a link to nowhere), what a Mac leaves (`._page.md`), `.DS_Store`.
    """
    return any(part.startswith(".") for part in file.relative_to(root).parts)


def visible(folder: Path, *patterns: str) -> list[Path]:
    """Files below `folder` that match a glob pattern, sorted, without hidden ones."""
    return sorted({file for pattern in patterns for file in _visible(folder, pattern)})


def _visible(folder: Path, pattern: str) -> Iterator[Path]:
    found: Iterable[Path] = folder.rglob(pattern)
    yield from (file for file in found if not is_hidden(file, folder) and file.is_file())
