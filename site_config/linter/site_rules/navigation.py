"""Rules over all of content/ together: the menu, pages that look alike, orphaned files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.content_model.menu import entries, menu_line
from site_config.content_model.mkdocs_settings import SETTINGS, left_out, patterns, settings
from site_config.content_model.normalization import plain as spelled
from site_config.content_model.text import short
from site_config.core.files import visible
from site_config.core.issues import Issue
from site_config.core.validation import suggestion
from site_config.linter.rule import Rule
from site_config.rendering.photos import PHOTOS
from site_config.settings.languages import SOURCE, in_english
from site_config.settings.shared_data import GLOSSARY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.core.issues import Severity
    from site_config.linter.rule import Context

# What the pages themselves load, and sheets to print. Of anything else nobody knows what is in it.
_PICTURES = PHOTOS | {".ico", ".svg"}
_OF_PAGES = _PICTURES | {".css", ".js", ".md", ".pdf", ".txt", ".woff2"}


def _menu(context: Context) -> Iterator[Issue]:
    project = context.project
    nav = settings(project.root).get("nav")
    if nav is None:
        return
    listed, content = set(), project.root / "content"
    for name, line in entries(nav):
        listed.add(name)
        if "://" not in name and not (content / name).is_file():
            message = f"The menu leads to “{name}”, which doesn't exist"
            near = suggestion(name, project.pages_in(SOURCE))
            fix = f"Correct it{near}, or delete this line"
            yield Issue(project.path(SETTINGS), line, message, fix)
    elsewhere = patterns(project.root, "not_in_nav")
    parts = {name.rpartition("/")[0] for name in listed} - {""}
    for name, page in project.pages.items():
        if page.language != SOURCE:
            continue  # its menu is made from the English one
        if name not in listed and not elsewhere.match_file(name):
            late: Severity = "warning" if name in project.hidden else "error"
            entry = menu_line(str(page.values.get("title", "Its name")), name)
            fix = f"Add “{entry}” to {SETTINGS}, below the other pages of its part"
            if parts and name.rpartition("/")[0] not in parts:
                fix = (
                    f"Move it into the folder of a part of the menu: {', '.join(sorted(parts))}. "
                    f"For a part of its own, add “{entry}” to {SETTINGS}"
                )
            yield Issue(page.path, 1, "This page is missing in the menu", fix, late)


def _lookalikes(context: Context) -> Iterator[Issue]:
    yield from _alike(context.project, "title", "error")
    yield from _alike(context.project, "description", "warning")


def _alike(project: Project, name: str, severity: Severity) -> Iterator[Issue]:
    first: dict[tuple[str, str], Page] = {}
    for page in project.pages.values():
        if not (words := str(page.values.get(name) or "")):
            continue
        seen = spelled(words).casefold().strip(" .?!…")
        other = first.setdefault((page.language, seen), page)
        if other is not page:
            message = f"{other.path.as_posix()} has the same {name}: “{short(words)}”"
            fix = "Change one of the two: people tell pages apart by it in a search"
            yield Issue(page.path, page.front.line(name), message, fix, severity)


def _stray_files(context: Context) -> Iterator[Issue]:
    project = context.project
    content, out = project.root / "content", left_out(project.root)
    for file in sorted(content.rglob("*")):
        place = file.relative_to(content)
        first = place.parts[0]
        if not file.is_file() or any(part.startswith(".") for part in place.parts):
            continue
        in_assets = "assets" in (
            place.parts[0],
            in_english(
                place.as_posix(), first if first in project.center.languages else SOURCE
            ).partition("/")[0],
        )
        known = _OF_PAGES if in_assets else {".md"}
        if file.suffix.lower() in known | {".markdown"} or out.match_file(place.as_posix()):
            continue
        message = f"Anyone could open this file on the site, at /{place.as_posix()}"
        yield Issue(project.path(f"content/{place.as_posix()}"), 1, message, _meant(place))


def _lost_pages(context: Context) -> Iterator[Issue]:
    """Pages where none is looked for: nobody would miss them before a visitor does."""
    root = context.project.root
    data = (file for file in visible(root / "content/_data", "*.md") if file != root / GLOSSARY)
    for file in (*sorted(root.glob("*.md")), *data):
        if file.read_bytes()[:200].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"---"):
            path = context.project.path(file.relative_to(root).as_posix())
            message = "This page is in a folder that the site isn't made from"
            fix = f"Move it into a part's folder, such as content/start/{file.name}"
            yield Issue(path, 1, message, fix)


def _meant(place: Path) -> str:
    """Return the fix for a file that is no page or picture: what its writer probably meant."""
    name = place.as_posix()
    if place.name.startswith("~$"):
        return "Word leaves this while a file is open. Close Word, then delete it"
    bring_in = '`make new FROM="…" SECTION=start`'
    match place.suffix.lower():
        case ".docx":
            return f"Move it out of content/; {bring_in}, with the way to it, makes a page of it"
        case ".doc" | ".odt" | ".rtf" | ".pages":
            return f"Save it as .docx, outside of content/; {bring_in} then makes a page of that"
        case ".txt":
            page = f"{name.removesuffix('.txt').removesuffix('.md')}.md"
            return (
                f"If it is a page, rename it to {page}. Windows hides the end of a name: in its "
                "Explorer, choose View, Show, File name extensions. Else move it out of content/"
            )
    return "Move it out of content/. Pictures go into content/assets/pictures/"


RULES = (
    Rule(
        "menu",
        "A menu entry without a page, or a page without a menu entry",
        "Correct `nav` in mkdocs.yml",
        _menu,
    ),
    Rule(
        "same-words",
        "Two pages with the same title or description",
        "Change one of the two",
        _lookalikes,
    ),
    Rule(
        "orphaned-file",
        "A file under content/ that anyone could open, and that is no page or picture",
        "Move it out of content/",
        _stray_files,
    ),
    Rule(
        "lost-page",
        "A page outside of content/, or in content/_data/, where no page is looked for",
        "Move it into the folder of a part of the menu",
        _lost_pages,
    ),
)
"""The rules of this family."""
