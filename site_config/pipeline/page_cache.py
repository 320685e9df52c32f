"""While serving: what MkDocs read and rendered, kept for pages that it need not read again.

`mkdocs serve --dirty` builds only the page that changed, and leaves the others without a title
or text: this gives them back, so that navigation and lists of pages stay right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.pages import Page

READ = ("markdown", "meta", "content", "toc", "_title_from_render", "present_anchor_ids")
_kept: dict[str, dict[str, Any]] = {}


def restore(pages: Iterable[Page]) -> None:
    """Keep what was read of each page, and give it back to those that were not read now."""
    for page in pages:
        name = page.file.src_uri
        if page.markdown is not None:
            _kept[name] = {part: getattr(page, part) for part in READ if hasattr(page, part)}
        else:
            for part, value in _kept.get(name, {}).items():
                setattr(page, part, value)
