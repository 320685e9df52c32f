"""A page at each address that a page once had: a host that sends nobody on still shows the way."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from site_config.content_model.addresses import moves
from site_config.content_model.front_matter import front_matter
from site_config.content_model.page import read_page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

Gettext = Callable[[str], str]

_PUBLISHED = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV)
_TEXT = """\
---
{front}---

# {moved}

{here} [{title}]({way}).
"""


def publish(files: Files, config: MkDocsConfig) -> None:
    """Add a page for each `was:` of a page that is published, unless a page is there."""
    content = Path(config.docs_dir)
    for old, name in moves(content):
        target, source = files.get_file_from_path(name), f"{old.rstrip('/')}.md"
        taken = {file.url for file in files.documentation_pages()}
        if target is None or target.inclusion not in _PUBLISHED or old in taken:
            continue
        meta = read_page(content / name, Path(name), name).meta
        text = _text(str(meta.get("title", name)), target.url, source, name, meta)
        files.append(
            File.generated(config, source, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
        )


def _text(
    title: str, url: str, source: str, name: str, meta: dict[str, object], _: Gettext = str
) -> str:
    """The page's Markdown. A page with a neutral title in a browser's history keeps it."""
    front = {
        "title": _("This page has moved"),
        "moved_to": "" if url == "./" else url,
        "neutral": bool(meta.get("neutral")) or None,
        "search": {"exclude": True},
    }
    escaped = title.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    way = posixpath.relpath(name, posixpath.dirname(source) or ".")
    lines = front_matter({key: value for key, value in front.items() if value is not None})
    if not front["moved_to"]:
        lines += 'moved_to: ""\n'
    return _TEXT.format(
        front=lines,
        title=escaped,
        way=way,
        moved=_("This page has moved"),
        here=_("You'll find it here now:"),
    )
