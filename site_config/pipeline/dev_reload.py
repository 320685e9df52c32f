"""While serving: makes MkDocs build every page again when something changed that all are made of.

`mkdocs serve --dirty` builds a page again when its file is newer than what was built of it, and
knows nothing of the data, templates and front matter that other pages show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SHARED_INPUTS = (
    "mkdocs.yml",
    "site_config/**/*.html",
    "site_config/*.yml",
    "checker/*.yml",
    "checker/browser/**/*.*",
    "content/_data/**/*",
)
_last_state: dict[Path, int | bytes] = {}


def rebuild_all_if_shared_inputs_changed(root: Path, site: Path) -> None:
    """Delete the built pages under `site` if one of `SHARED_INPUTS` or a front matter changed."""
    paths = [path for pattern in SHARED_INPUTS for path in root.glob(pattern) if path.is_file()]
    state: dict[Path, int | bytes] = {path: path.stat().st_mtime_ns for path in paths}
    # A page's title and place show in the navigation of all.
    state |= {path: _front_matter(path) for path in (root / "content").rglob("*.md")}
    if state == _last_state:
        return
    _last_state.clear()
    _last_state.update(state)
    for page in site.rglob("*.html"):
        page.unlink()


def _front_matter(page: Path) -> bytes:
    return page.read_bytes().partition(b"\n---")[0]
