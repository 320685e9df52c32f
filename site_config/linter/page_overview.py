"""The pages at a glance: grade, words, sources, signs; and the signs that no page explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.content_model.document import PROSE
from site_config.content_model.project import read_project
from site_config.content_model.text import count_words
from site_config.linter.page_rules.readability import grade

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from site_config.content_model.project import Project


def unexplained(project: Project) -> frozenset[str]:
    """Return the signs of checker/signs.yml that no page has in its front matter."""
    pages = project.pages.values()
    return project.signs - {sign for page in pages if page.article for sign in page.article.signs}


def overview(root: Path, today: dt.date) -> str:
    """Return a Markdown table of all articles, and how many of the signs they explain."""
    project = read_project(root, today)
    lines = ["| page | grade | words | sources | signs |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, page in project.pages.items():
        if page.article:
            prose = [block.text for block in page.parts.blocks if block.kind in PROSE]
            words = sum(map(count_words, prose))
            counts = f"{len(page.article.sources)} | {len(page.article.signs)}"
            lines.append(f"| {name} | {grade(prose):.1f} | {words} | {counts} |")
    left = sorted(unexplained(project))
    lines.append(f"\nSigns explained: {len(project.signs) - len(left)} of {len(project.signs)}.")
    return "\n".join([*lines, *(f"- not yet: {sign}" for sign in left), ""])
