"""Nothing on a page may come from elsewhere or run: that is our promise of privacy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Tag
    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_FORBIDDEN = {
    "script": "runs code",
    "iframe": "shows another site inside the page",
    "frame": "shows another site inside the page",
    "object": "loads a program or a file",
    "embed": "loads a program or a file",
    "applet": "loads a program",
    "link": "loads a file",
    "style": "changes the look outside the style sheets",
    "base": "redirects every link of the page",
    "meta": "changes settings of the page",
    "form": "sends what people type",
    "input": "asks for something to be typed",
    "portal": "shows another site inside the page",
}
_LOADING = ("src", "srcset", "data", "poster", "background", "ping", "action", "formaction")
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_ON_A_COMPUTER = re.compile(r"\s*(?:file:|[a-z]:(?:[/\\]|%5C))", re.IGNORECASE)
_RUNNING = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)
_SAFE_SCHEMES = ("https", "http", "tel", "sms", "mailto")


def _resources(page: Page, _context: Context) -> Iterator[Issue]:
    for code in page.foreign_code:
        yield Issue(page.path, code.line, code.what, code.fix)
    for tag in page.parts.tags:
        yield from _tag(page, tag)
    for image in page.parts.images:
        if _ON_A_COMPUTER.match(image.src):
            name = re.split(r"[/\\]|%5C", image.src)[-1]
            message = f"The picture {name} is on your computer alone: no visitor would see it"
            fix = "Put the file into content/assets/pictures/, and write that way here"
            yield Issue(page.path, image.line, message, fix)
        elif _OUTSIDE.match(image.src):
            message = f"The picture {image.src} would be loaded from another site"
            fix = "Save it under content/assets/ and use that file, if its license allows"
            yield Issue(page.path, image.line, message, fix)
    for language, line in page.parts.fences:
        if language.split(" ")[0].strip("{.}") == "mermaid":
            message = "A mermaid drawing loads its program from another site"
            fix = "Make an SVG picture and put it under content/assets/"
            yield Issue(page.path, line, message, fix)


def _links(page: Page, _context: Context) -> Iterator[Issue]:
    for link in page.parts.links:
        yield from _target(page, link.href, link.line)


def _tag(page: Page, tag: Tag) -> Iterator[Issue]:
    if tag.name in _FORBIDDEN:
        message = f"<{tag.name}> {_FORBIDDEN[tag.name]}"
        yield Issue(page.path, tag.line, message, "Take it out: a page here has none")
        return
    for name, value in tag.attributes.items():
        if name.startswith("on"):
            message = f"“{name}=…” runs code"
            fix = f"Take out {name}" if tag.name in ("", "a", "img") else _without(tag)
            yield Issue(page.path, tag.line, message, fix)
        elif name == "style":
            message = (
                f"“style=…” came in with pasted text ({value.strip()[:40]}); no browser may use it"
            )
            fix = f"{_without(tag)}: colors and letters come from the site"
            yield Issue(page.path, tag.line, message, fix)
        elif name in _LOADING and tag.name != "img" and _OUTSIDE.match(value):
            message = f"<{tag.name} {name}> would load {value} from another site"
            yield Issue(page.path, tag.line, message, "Use a file under content/assets/")
        elif name == "srcset" and "//" in value:
            message = "A picture here would be loaded from another site"
            yield Issue(page.path, tag.line, message, "Use files under content/assets/")


def _without(tag: Tag) -> str:
    """Return how to get rid of a tag that is there for its look."""
    if not tag.name:  # { style="…" }
        return "Delete style and what is in quotes after it"
    return f"Delete <{tag.name} …> and </{tag.name}>, and keep the words between them"


def _target(page: Page, href: str, line: int) -> Iterator[Issue]:
    scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", href, re.IGNORECASE)
    if href.startswith("//"):
        yield Issue(page.path, line, f"The link {href} names no scheme", "Write https: before it")
    elif scheme and scheme[1].lower() not in _SAFE_SCHEMES:
        does = "runs code" if _RUNNING.match(href) else "opens nothing on most devices"
        message, fix = f"A link with “{scheme[1]}:” {does}", "Use a page's address with https://"
        if _ON_A_COMPUTER.match(href):
            message = "This link leads to a file on your own computer: no visitor could open it"
            fix = "Link to a page; or save it as a PDF under content/assets/, and link to that"
        yield Issue(page.path, line, message, fix)
    elif scheme and scheme[1].lower() == "http":
        message = f"The link {href} can be read and changed on the way"
        yield Issue(page.path, line, message, "Use https:// if the site has it", "warning")


RULES = (
    Rule(
        "outside-resource",
        "Scripts, frames, forms, styles in the text, and files loaded from another site",
        "Take it out, or use a file under content/assets/",
        _resources,
    ),
    Rule(
        "link-scheme",
        "A link that runs code, opens nothing, or can be read on the way",
        "Use an address with https://",
        _links,
    ),
)
"""The rules of this family."""
