"""Links inside the site, and addresses that two pages would share."""

from __future__ import annotations

import posixpath
import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown.extensions.toc import slugify, unique

from site_config.content_model.data_files import HELPFUL_PAGES, SEARCH_WORDS
from site_config.content_model.publication import as_written
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.core.validation import suggestion
from site_config.core.web_address import parts_of
from site_config.linter.relative_paths import from_here, resolved, shown_file
from site_config.linter.rule import Rule
from site_config.settings.languages import SOURCE, in_english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.linter.rule import Context

_ALIKE = 0.72
_SITE = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.(?:org|com|gov|net|edu)(?:/|$)", re.IGNORECASE)
_SHEET = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?|pptx?)$", re.IGNORECASE)


def _links(context: Context) -> Iterator[Issue]:
    project = context.project
    for page in project.pages.values():
        for link in page.parts.links:
            parts = parts_of(unquote(link.href))
            if "://" in parts.path:
                message = f"No browser can open “{short(link.href)}”"
                fix = "Open the page in a browser, and copy the address from there"
                yield Issue(page.path, link.line, message, fix)
            elif link.href == "#":
                message = "This link leads nowhere: # alone is the top of the same page"
                fix = "Write where it leads, or take the link out"
                yield Issue(page.path, link.line, message, fix)
            elif not (parts.scheme or parts.netloc):
                yield from _link(page, project, parts.path, parts.fragment, link.line)


def _link(page: Page, project: Project, path: str, fragment: str, line: int) -> Iterator[Issue]:
    if path.startswith("/"):
        message = f"The link {path} starts with a slash, which leads out of some sites"
        yield Issue(page.path, line, message, from_here(project, page, path))
        return
    name = resolved(page, path) if path else page.name
    target = project.pages.get(name)
    if target is None and in_english(name, page.language) in project.pages:
        return  # not translated: a page in its place leads to the English one
    if target is None:
        if (
            name.endswith(".md")
            or not (project.root / "content" / shown_file(page, project, path)).is_file()
        ):
            yield Issue(page.path, line, *_missing(project, page, path, name))
    elif name in project.hidden and page.name not in project.hidden:
        yield Issue(page.path, line, *_offline(project, path, target))
    elif _ends_first(project, page, target):
        day = as_written(target.values["unpublish_on"])
        message = f"The link leads to “{path}”, which goes off the site on {day}"
        fix = "Take the link out before that day: with it, no release can be made then"
        yield Issue(page.path, line, message, fix, "warning")
    elif fragment and not _complete(target) and fragment not in _anchors(target):
        message = f"“{path or page.name}” has no heading for #{fragment}"
        near = get_close_matches(fragment.lower(), _anchors(target), n=1, cutoff=_ALIKE)
        fix = f"Write #{near[0]}" if near else "Link to the page alone"
        yield Issue(page.path, line, message, fix)


def _missing(project: Project, page: Page, path: str, name: str) -> tuple[str, str]:
    """Return what is wrong with a link to nothing, and the fix: what was probably meant."""
    if _SITE.match(path):
        return f"{path} is taken for a page of ours", f"Write https://{path}"
    message = f"The link leads to “{path}”, which doesn't exist"
    if _SHEET.search(path):
        fix = "Save it as a PDF, put it into content/assets/, and write the way to it from here"
        return message, fix
    return message, _where_instead(project, page, name)


def _ends_first(project: Project, page: Page, target: Page) -> bool:
    """Return whether `target` goes off the site while `page`, online or to come, is still there."""
    end, own = (one.values.get("unpublish_on") for one in (target, page))
    return bool(end) and target.name not in project.taken_off and (own is None or end < own)


def _offline(project: Project, path: str, target: Page) -> tuple[str, str]:
    """Return what is wrong with a link to a page that is not online, and the fix."""
    if target.name in project.taken_off:
        day = as_written(target.values["unpublish_on"])
        message = f"The link leads to “{path}”, which is off the site since {day}"
        return message, "Take the link out, or lead it to another page"
    day = as_written(target.values["publish_on"])
    message = f"The link leads to “{path}”, which is kept back until {day}"
    return message, "Take the link out, or publish that page first"


def _where_instead(project: Project, page: Page, name: str) -> str:
    """Return the fix for a link to `name`: the page that was probably meant."""
    folder = posixpath.dirname(page.name)
    for guess in (f"{name}.md", f"{name}/index.md", f"{name.removesuffix('/')}.md"):
        if guess in project.pages:
            return f"Link to the file: {_way(guess, folder)}"
    last = posixpath.basename(name)
    own = project.pages_in(page.language)
    same = [one for one in own if posixpath.basename(one) == last and last != "index.md"]
    if same:
        return f"Perhaps {_way(same[0], folder)} is meant"
    # By the last part alone: the folders that two ways share say nothing about the page.
    names = {_last_part(one): one for one in own}
    near = get_close_matches(_last_part(name), names, n=1, cutoff=_ALIKE)
    if near:
        here, way = f"content/{folder}".rstrip("/"), _way(names[near[0]], folder)
        return f"Correct the way from {here} to the page (did you mean “{way}”?)"
    return "No page has this name: link to another page, or keep the words without the link"


def _way(name: str, folder: str) -> str:
    return posixpath.relpath(name, folder or ".")


def _last_part(name: str) -> str:
    """Return what tells a page from others: its file's name, or its folder's."""
    path = posixpath.splitext(name.removesuffix("/index.md"))[0]
    return posixpath.basename(path)


def _complete(page: Page) -> bool:
    """Return whether the build adds headings to the page that are not in its file."""
    return bool(page.meta.get("template")) or any(w == "rules" for w, _ in page.parts.comments)


def _anchors(page: Page) -> frozenset[str]:
    return _anchors_of(
        tuple(_heading_texts(page)),
        tuple(tag.attributes["id"] for tag in page.parts.tags if "id" in tag.attributes),
    )


def _heading_texts(page: Page) -> Iterator[str]:
    for block in page.parts.blocks:
        if block.kind == "heading":
            yield re.sub(r"\s+", " ", block.written).strip()


@cache
def _anchors_of(headings: tuple[str, ...], ids: tuple[str, ...]) -> frozenset[str]:
    used = set(ids)
    for words in headings:
        unique(slugify(words, "-"), used)  # adds what it returns to `used`
    return frozenset(used)


def _helpful_pages(context: Context) -> Iterator[Issue]:
    """The pages that every result of the check links to have to be there."""
    project = context.project
    for index, entry in enumerate(project.helpful_pages):
        line = project.places[HELPFUL_PAGES].line(index, "page")
        if entry.page not in project.pages:
            message = f"Every result of the check leads to “{entry.page}”, which doesn't exist"
            near = suggestion(entry.page, project.pages_in(SOURCE))
            fix = f"Name a page under content/{near}, or delete this line"
            yield Issue(project.path(HELPFUL_PAGES), line, message, fix)
        elif entry.page in project.hidden:
            message = f"Every result of the check leads to “{entry.page}”, which is kept back"
            fix = "Add this line when the page is published, or publish it first"
            yield Issue(project.path(HELPFUL_PAGES), line, message, fix)


def _search_pages(context: Context) -> Iterator[Issue]:
    """The pages that the search knows words for have to be there."""
    project = context.project
    for page in project.search_words.pages if project.search_words else ():
        if page not in project.pages:
            line = project.places[SEARCH_WORDS].line("pages", page)
            message = f"The search has words for “{page}”, which doesn't exist"
            near = suggestion(page, project.pages_in(SOURCE))
            fix = f"Name a page under content/{near}, or take it out"
            yield Issue(project.path(SEARCH_WORDS), line, message, fix, "warning")


def _same_address(context: Context) -> Iterator[Issue]:
    taken: dict[str, Page] = {}
    for page in context.project.pages.values():
        other = taken.setdefault(page.url.lower(), page)
        if other is not page:
            message = f"This page and {short(other.name)} would have the same address /{page.url}"
            yield Issue(page.path, 1, message, "Rename one of the two files")


RULES = (
    Rule(
        "link-target",
        "A link to a page, heading or file that doesn't exist or is kept back",
        "Write the way from this file to the other",
        _links,
    ),
    Rule(
        "result-links",
        "A page that every result of the self-check links to, and that doesn't exist",
        "Correct content/_data/helpful_pages.yml",
        _helpful_pages,
    ),
    Rule(
        "search-pages",
        "A page that the search has words for, and that doesn't exist",
        "Correct content/_data/search_words.yml",
        _search_pages,
    ),
    Rule(
        "same-address",
        "Two pages with one address",
        "Rename one of the two files",
        _same_address,
    ),
)
"""The rules of this family."""
