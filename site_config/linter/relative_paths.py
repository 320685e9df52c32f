"""Ways from one file under content/ to another, as writers give them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from site_config.settings.languages import in_english

if TYPE_CHECKING:
    from site_config.content_model.page import Page
    from site_config.content_model.project import Project


def resolved(page: Page, path: str) -> str:
    """Return the file under content/ that `path` means on this page."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))


def shown_file(page: Page, project: Project, path: str) -> str:
    """Return the file that `path` shows; without one of its language, it is the English page's."""
    name = resolved(page, path)
    own = (project.root / "content" / name).is_file()
    return name if own else in_english(name, page.language)


def from_here(project: Project, page: Page, path: str) -> str:
    """Return the fix for a `path` that starts with a slash."""
    name = path.strip("/")
    for guess in (name, f"{name}.md", f"{name}/index.md"):
        if guess in project.pages or (project.root / "content" / guess).is_file():
            way = posixpath.relpath(guess, posixpath.dirname(page.name) or ".")
            return f"Write the way from this file: {way}"
    return "Write the way from this file, such as ../help-now.md"
