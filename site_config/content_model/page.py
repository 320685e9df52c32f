"""One Markdown file of content/: its front matter, its parts, and what could not be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from frontmatter.default_handlers import YAMLHandler

from site_config.content_model.document import Block, Parts, Writer
from site_config.content_model.foreign_code import ForeignCode, without_foreign_code
from site_config.content_model.markdown_reader import read_markdown
from site_config.content_model.prefilter import fold
from site_config.core.issues import Issue
from site_config.core.source_text import read_text
from site_config.core.yaml_source import Located, load

if TYPE_CHECKING:
    from pathlib import Path

    from site_config.content_model.article_schema import Article

_HANDLER = YAMLHandler()
# Settings at the top without their two lines of ---, or with lines that only look like them.
_RULE = r"(?:[-—–]+[ \t]*\n)?"
_LOOKS_SET = re.compile(rf"\s*{_RULE}(?=\w+:)(?:(?:\w+:|[ \t]*- |[ \t]+\S).*\n)+{_RULE}")

_FENCE = re.compile(r"\s*(?:```|~~~)")
_CONFLICT = re.compile(r"^<{7} .*$(?=(?:\n.*)*?\n={7}$(?:\n.*)*?\n>{7} )", re.MULTILINE)
_CONFLICT_ROW = re.compile(r"^(?:<{7} .*|={7}|>{7} .*)$", re.MULTILINE)


@dataclass
class Page:
    """A page as the rules see it.

    `path` is relative to the project's root (for issues), `name` to content/ (for links).
    """

    path: Path
    name: str
    front: Located = field(default_factory=Located)
    parts: Parts = field(default_factory=Parts)
    article: Article | None = None
    """The front matter, if all of it has passed the schema."""
    values: dict[str, Any] = field(default_factory=dict)
    """The fields of an article's front matter that have passed, each by itself."""
    issues: list[Issue] = field(default_factory=list)
    """What could not be read."""
    source: str = ""
    """The whole text of the file, without foreign code."""
    foreign_code: list[ForeignCode] = field(default_factory=list)
    """Scripts, frames and the like, which are in no other part of this."""
    language: str = "en"
    """The language that it is in: the rules on words know one language each."""

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter as given; empty if there is none that can be read."""
        return self.front.data if isinstance(self.front.data, dict) else {}

    @property
    def url(self) -> str:
        """The address of the page under the site's own, such as `cost/call-sheet/`."""
        stem = self.name.removesuffix(".md")
        folder, _, last = stem.rpartition("/")
        if last.lower() in ("index", "readme"):
            return f"{folder}/" if folder else ""
        return f"{stem}/"

    def text(self) -> str:
        """Return all words of the page, for a search over the whole."""
        return "\n".join(block.text for block in self.parts.blocks)

    @cached_property
    def body(self) -> str:
        """The source below the front matter."""
        return split_front(self.source)[1]

    @cached_property
    def above_body(self) -> int:
        """How many lines of the source are above the body."""
        return self.source.count("\n") - self.body.count("\n")

    @cached_property
    def rows(self) -> list[str]:
        """The rows of the source, those of code empty."""
        return without_code(self.source)

    @cached_property
    def body_rows(self) -> list[str]:
        """The rows of the body, those of code empty."""
        return without_code(self.body)

    @cached_property
    def folded_blocks(self) -> list[tuple[Block, str]]:
        """The blocks, each with its text for a prefilter; asked for once all have been read."""
        return [(block, fold(block.text)) for block in self.parts.blocks]

    @cached_property
    def folded(self) -> str:
        """All words of the page, for a prefilter."""
        return "\n".join(folded for _, folded in self.folded_blocks)


def read_page(file: Path, path: Path, name: str) -> Page:
    """Read `file`; the page says in `.issues` what could not be read."""
    text, issues = read_text(file, path)
    if text is None:
        return Page(path, name, issues=issues)
    return page_of(text, path, name, issues)


def page_of(text: str, path: Path, name: str, issues: list[Issue] | None = None) -> Page:
    """Return the page that a file with this `text` would be; `issues` came up in reading it."""
    text, conflicts = _without_conflicts(text, path)
    text, code = without_foreign_code(text)
    page = Page(path, name, issues=[*(issues or []), *conflicts], source=text, foreign_code=code)
    front, body = split_front(text)
    if front is None:
        page.issues.append(_no_front(text, path))
        body = _without_settings(text)
    else:
        page.front = load(front, path, _line_of(text, front))
        page.issues += page.front.issues
    page.parts = read_markdown(body, _line_of(text, body))
    page.parts.blocks[:0] = _words_of(page)
    return page


def _without_conflicts(text: str, path: Path) -> tuple[str, list[Issue]]:
    """Return `text` with Git's lines between two versions left empty, and an issue for each."""
    issues = []
    for found in _CONFLICT.finditer(text) if "<<<<<<<" in text else ():
        line = text.count("\n", 0, found.start()) + 1
        message = "Two versions of the text are here, one above ======= and one below"
        fix = "Keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
        issues.append(Issue(path, line, message, fix))
    return (_CONFLICT_ROW.sub("", text) if issues else text), issues


def _no_front(text: str, path: Path) -> Issue:
    guide = "docs/for-writers.md shows how"
    looks = _LOOKS_SET.match(text)
    if looks is None:
        message = "The lines with title, description and so on are missing"
        return Issue(path, 1, message, f"Put them at the top, between two lines of ---; {guide}")
    if re.match(r"---[ \t]*\n", text):
        line = text.count("\n", 0, looks.end())
        message = "The lines at the top aren't closed"
        return Issue(path, line, message, f"Put a line of --- below the last of them; {guide}")
    message = "The lines at the top aren't opened"
    if re.match(r"\s*[-—–]+[ \t]*\n", text) and text[0] in "—–-":
        fix = f"Type three hyphens, ---, as the very first line: Word made a dash of them; {guide}"
        return Issue(path, 1, message, fix)
    return Issue(path, 1, message, f"Make the very first line of the file ---; {guide}")


def _without_settings(text: str) -> str:
    """Return `text` from where it stops to look like settings: those are no sentences."""
    found = _LOOKS_SET.match(text)
    return text[found.end() :] if found else text


def without_code(text: str) -> list[str]:
    """Return the rows of `text`, those of fenced code empty: there, signs stand for themselves."""
    rows = text.split("\n")
    if "```" not in text and "~~~" not in text:
        return rows
    kept, inside = [], False
    for row in rows:
        fence = bool(_FENCE.match(row))
        kept.append("" if inside or fence else row)
        inside ^= fence
    return kept


def split_front(text: str) -> tuple[str | None, str]:
    """Return front matter (None if there is none) and body, both as they stand in `text`."""
    if not re.match(r"---[ \t]*\n", text):
        return None, text
    try:
        front, body = _HANDLER.split(text)
    except ValueError:  # no closing `---`
        return None, text
    return front, body


def _line_of(text: str, part: str) -> int:
    """Return the line on which `part` of a page's text starts."""
    start = len(text) - len(part) if text.endswith(part) else text.index(part)
    return text.count("\n", 0, start) + 1


def _words_of(page: Page) -> list[Block]:
    """Return title and description as blocks: readers see them too."""
    blocks = []
    for name in ("title", "description"):
        if isinstance(words := page.meta.get(name), str):
            writer = Writer("meta", page.front.line(name))
            writer.add(words)
            if block := writer.block():
                blocks.append(block)
    return blocks
