"""No page may go out looking reviewed when no clinician has signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import frontmatter
import yaml
from playwright.sync_api import sync_playwright

from scripts import browsers
from site_config.core.files import visible

if TYPE_CHECKING:
    from pathlib import Path

SAYS = "not yet reviewed by a clinician"
MEDIA = ("screen", "print")


def unreviewed(root: Path) -> list[str]:
    """The addresses, within the site, of all pages that no named clinician has signed."""
    people = yaml.safe_load((root / "content/_data/people.yml").read_text("utf-8"))
    content = root / "content"
    return [
        _address(file.relative_to(content).as_posix())
        for file in visible(content, "*.md")
        if _needs_review(front := frontmatter.load(str(file)).metadata)
        and not (people.get("reviewer") and front.get("reviewed_by"))
        and (root / "site" / _address(file.relative_to(content).as_posix())).is_dir()
    ]


def silent(address: str, pages: list[str]) -> list[str]:
    """Those of the pages that do not say, where a person can read it, that they are drafts.

    A browser decides what can be read, on the screen and on paper: a line that a style hides
    does not count.
    """
    path_to_it = browsers.chromium()  # before Playwright starts: it may be asked for its own
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path_to_it)
        page = chromium.new_page()
        found = [f"{path} on {m}" for path in pages for m in _hidden(page, address, path)]
        chromium.close()
    return found


def _hidden(page, address: str, path: str) -> list[str]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    page.goto(f"{address}/{path}")
    hidden = []
    for medium in MEDIA:
        page.emulate_media(media=medium)
        if SAYS not in page.inner_text("body").lower():
            hidden.append(medium)
    return hidden


def _needs_review(front: dict[str, object]) -> bool:
    return "last_reviewed" in front and not front.get("draft_part")


def _address(name: str) -> str:
    """The address of a page's Markdown file: a/b.md is reached as a/b/."""
    bare = name.removesuffix(".md")
    return bare.removesuffix("index") if bare.endswith("index") else f"{bare}/"
