"""Takes out of the built site what the theme brings along and no page of ours uses.

A file that is not there cannot be cached, attacked or asked for. The theme's search stays.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

STYLES = "assets/stylesheets"
FAVICON = "assets/images/favicon.png"
LANGUAGES = "assets/javascripts/lunr"
"""The search's helpers for languages: English needs none."""


def prune(site: Path, language: str) -> None:
    """Remove the theme's unused files from a built site in this language."""
    for folder in (STYLES, *([LANGUAGES] if language == "en" else [])):
        shutil.rmtree(site / folder, ignore_errors=True)
    (site / FAVICON).unlink(missing_ok=True)
    for folder in ("assets/javascripts", "assets/images"):
        if (site / folder).is_dir() and not any((site / folder).iterdir()):
            (site / folder).rmdir()
    for source_map in (site / "assets").rglob("*.map"):
        source_map.unlink()
