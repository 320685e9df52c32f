"""The schema of a page's front matter.

The linter validates with it, and the local editor's form is made from it. Field descriptions are
written for writers: they are shown as the fix and as the hint in the editor.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from site_config.content_model.field_types import Day, Line, Moment, Name, Strict
from site_config.content_model.publication import FORM


class Search(Strict):
    """What the site's own search does with the page."""

    exclude: bool = Field(default=False, description="true keeps the page out of the site's search")
    boost: float = Field(default=1, gt=0, description="Above 1 moves the page up in the results")


class Special(Strict):
    """The front matter of a page that is a tool, not an article: it names a `template`."""

    title: Line = Field(
        min_length=3, max_length=70, description="The page's title: 3 to 70 characters"
    )
    description: Line = Field(
        min_length=50,
        max_length=160,
        description="What the page answers, in one or two sentences of 50 to 160 characters",
    )
    template: Line | None = Field(default=None, description="A page template, for special pages")
    neutral: bool = Field(
        default=False,
        description="true gives the page the neutral title and icon of site_config/center.yml",
    )
    quick_exit: bool = Field(
        default=False,
        description="true shows the button Exit this page; its translations show it too",
    )
    hide: list[Literal["navigation", "toc", "path", "footer", "tags"]] = Field(
        default=[],
        description="Parts of the page to leave out: navigation, toc, path, footer, tags",
    )
    search: Search | None = Field(
        default=None, description="`exclude: true` keeps it out of search"
    )
    was: list[Line] = Field(
        default=[],
        description="Earlier addresses of this page, such as cost/old-name/: visitors who ask for "
        "them are sent here",
    )


class Article(Special):
    """The front matter of an article: what is between the two `---` lines at its top."""

    author: Line = Field(
        description="Who wrote it: a key under `authors` in content/_data/people.yml"
    )
    reviewed_by: Line | None = Field(
        default=None,
        description="The reviewer named in content/_data/people.yml; leave it empty until that "
        "person has read the page",
    )
    last_reviewed: Day = Field(
        description="The day someone last read it through, written like 2026-11-23"
    )
    next_review: Day = Field(description="The day it must be read again, written like 2026-11-23")
    sources: list[Name] = Field(
        default=[], description="Keys of the sources it cites, from content/_data/sources.yml"
    )
    tags: list[Line] = Field(default=[], description="Topics, as a list of short words")
    signs: list[Name] = Field(
        default=[], description="Ids from checker/signs.yml that the page explains"
    )
    publish_on: Moment | None = Field(
        default=None,
        description=f"Write the first day on the site like {FORM}. To publish now, delete the line",
    )
    unpublish_on: Moment | None = Field(
        default=None,
        description=f"Write the day it goes off the site like {FORM}. To keep it, delete the line",
    )


def field_order() -> list[str]:
    """Return the names of the front matter in the order in which they are written."""
    special = list(Special.model_fields)
    own = [name for name in Article.model_fields if name not in special]
    return [*special[:2], *own, *special[2:]]
