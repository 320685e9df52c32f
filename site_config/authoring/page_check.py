"""What the editor asks while someone writes: the finished page, and what the linter says of it."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from site_config.authoring.new_article import (
    SECTIONS,
    add_to_menu,
    defaults,
    heading_words,
    page_name,
)
from site_config.content_model.addresses import file_name
from site_config.content_model.document import MARKER
from site_config.content_model.front_matter import front_matter
from site_config.content_model.markdown_reader import read_markdown
from site_config.content_model.project import read_project, with_page
from site_config.core.files import visible
from site_config.linter.runner import READING, check_page
from site_config.settings import calendar
from site_config.settings.languages import SOURCE, in_language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from site_config.content_model.project import Project
    from site_config.core.issues import Issue

_HEADING = re.compile(r"\s*# +(.+?)[ #]*(?:\n|$)")
_ROOTED_PICTURE = re.compile(r"(!\[[^\]]*\]\()/(assets/)")
_ESCAPE = re.compile(r"\\([\\`*_\[\]<>#])")
# A picture that was chosen a moment ago is not yet a file: until saving, the browser holds it.
_HELD_PICTURE = re.compile(r"!\[([^\]]*)\]\(blob:[^)]*\)")
_PAGE = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9-]+\.md")
_READ = ("content", "site_config", "checker", "mkdocs.yml")


class NoPageError(ValueError):
    """What was named is no page under content/."""


@dataclass(frozen=True)
class Finding:
    """An issue as the editor shows it: `line` counts in the text alone, 0 is above it."""

    line: int
    what: str
    fix: str
    severity: str


@dataclass(frozen=True)
class Checked:
    """A page as it will be saved, and what is wrong with it."""

    body: str
    sources: list[str]
    issues: list[Finding]
    added: dict[str, Any]
    """Fields that a new page gets besides those that the writer has filled in."""

    def as_json(self) -> dict[str, Any]:
        """Return what the browser gets."""
        return asdict(self)


class PageCheck:
    """Checks pages of the project under `root`; reads its files again only after a change."""

    def __init__(self, root: Path, today: dt.date | None = None) -> None:
        self.root = root
        self.today = today or calendar.today_at(root)
        self._project: Project | None = None
        self._state: frozenset[tuple[str, int]] = frozenset()

    def check(self, given: Mapping[str, Any], data: Mapping[str, Any]) -> Checked:
        """Return the page with these fields as it will be saved, and its issues.

        `given` names its file under content/ as `name`, or for a new page its `section`; `new`
        says that the file is not there yet, and `language` that it is the page's translation.
        """
        project = self._read()
        title = _text(data, "title")
        title_for_name = title if file_name(title) else "new page"
        name = _text(given, "name") or page_name(
            title_for_name, _text(given, "section"), self.today
        )
        language = _text(given, "language") or SOURCE
        if not _PAGE.fullmatch(name) or language not in project.center.languages:
            raise NoPageError(name)
        is_new = bool(given.get("new") or given.get("section"))
        if language != SOURCE:
            is_new = not (self.root / "content" / in_language(name, language)).is_file()
        added = self._added(name, data) if is_new else {}
        name = in_language(name, language)
        written = _text(data, "body")
        body = _with_heading(written, title)
        body = _ROOTED_PICTURE.sub(rf"\1{'../' * name.count('/')}\2", body)
        sources = _cited(body, data.get("sources"))
        top = {key: value for key, value in data.items() if key not in ("body", "sources")} | added
        front = f"---\n{front_matter(top | {'sources': sources})}---\n"
        # On its own line where the picture will be, so that each line keeps its number.
        text = f"{front}\n{_HELD_PICTURE.sub(r'*\1*', body)}"
        issues = check_page(with_page(project, name, text), name)
        # Lines count as the writer sees them: without the top, and before the heading came in.
        before = front.count("\n") + 1 + body.count("\n") - written.count("\n")
        found = [_finding(issue, before) for issue in issues if title or issue.rule != READING.id]
        return Checked(body, sources, found, added)

    def _added(self, name: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return what `make new` writes and the writer of a new page has left empty."""
        section = name.partition("/")[0]
        usual = defaults(section, self.today) if section in SECTIONS else {}
        return {
            key: usual[key] for key in ("tags", "publish_on") if key in usual and not data.get(key)
        }

    def _read(self) -> Project:
        files = (one for name in _READ for one in _files(self.root / name))
        state = frozenset((str(file), file.stat().st_mtime_ns) for file in files)
        if self._project is None or state != self._state:
            self._project, self._state = read_project(self.root, self.today), state
        return self._project

    def add_to_menu(self, name: str, title: str) -> str:
        """Put the new page `name` into the menu; return what to tell the writer."""
        if not _PAGE.fullmatch(name) or name.partition("/")[0] not in SECTIONS:
            raise NoPageError(name)
        if not (self.root / "content" / name).is_file():
            return (
                f"The page was saved in another folder than {self.root}. Open that folder in the "
                "editor, or the site will not have the page."
            )
        if add_to_menu(self.root, title, name):
            return "The page is in the menu (mkdocs.yml). Shorten its words there if you like."
        return "The page is saved. Put it into the menu in mkdocs.yml."


def _files(path: Path) -> list[Path]:
    return visible(path, "*.*") if path.is_dir() else [path] if path.is_file() else []


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""


def _with_heading(body: str, title: str) -> str:
    """Return `body` with `title` as its main heading: a writer types the title once."""
    title = " ".join(title.split())
    found = _HEADING.match(body)
    if not title or (found and _ESCAPE.sub(r"\1", found[1]).split() == title.split()):
        return body
    rest = body[found.end() :] if found else body
    return f"# {heading_words(title)}\n\n{rest.lstrip()}"


def _cited(body: str, listed: object) -> list[str]:
    """Return the sources that the text cites: first those that were listed, in their order."""
    blocks = read_markdown(body).blocks
    cited = list(dict.fromkeys(key for one in blocks for key in MARKER.findall(one.text)))
    known = [key for key in listed if key in cited] if isinstance(listed, list) else []
    return [*known, *(key for key in cited if key not in known)]


def _finding(issue: Issue, before: int) -> Finding:
    return Finding(max(issue.line - before, 0), issue.what, issue.fix, issue.severity)
