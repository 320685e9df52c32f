"""Takes out of the built site what the theme brings along: no page of ours uses any of it.

A file that is not there cannot be cached, attacked or asked for.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

UNUSED = ("assets/stylesheets", "assets/javascripts", "assets/images/favicon.png")


def prune(site: Path) -> None:
    """Remove the theme's files from a built site."""
    for name in UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    images = site / "assets/images"
    if images.is_dir() and not any(images.iterdir()):
        images.rmdir()
