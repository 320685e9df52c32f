"""Pages about the center: part of the site only as far as `center.yml` has something to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathspec.gitignore import GitIgnoreSpec

from site_config.pipeline.schedule import prune_nav
from site_config.settings import languages
from site_config.settings.center_profile import has_contact_page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from site_config.settings.center import Center

CONTACT = "about/contact.md"


def leave_out_empty(config: MkDocsConfig, center: Center) -> None:
    """Keep a page without anything on it out of the build and the menu, also while serving."""
    if has_contact_page(center):
        return
    others = [languages.in_language(CONTACT, one) for one in center.languages[1:]]
    pages = GitIgnoreSpec.from_lines([f"/{name}" for name in (CONTACT, *others)])
    config.exclude_docs = config.exclude_docs + pages if config.exclude_docs else pages
    config.nav = prune_nav(config.nav, {CONTACT})
