"""Names of pages: each becomes an address that people read, type and print."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from site_config.content_model.addresses import file_name
from site_config.content_model.mkdocs_settings import left_out
from site_config.core.files import is_hidden
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.project import Project
    from site_config.linter.rule import Context

_LONGEST = 60
_COPIED = re.compile(r"(?: - Copy(?: ?\(\d+\))?| copy(?: \d+)?| ?\(\d+\))$", re.IGNORECASE)
"""What Windows, a Mac and a browser add to the name of a second copy."""
_SOUND = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _names(context: Context) -> Iterator[Issue]:
    project = context.project
    for name in project.pages:
        path = PurePosixPath(name)
        if any(not _SOUND.fullmatch(part) for part in (*path.parts[:-1], path.stem)):
            message = f"“{path.name}” makes an address that is hard to type and to read out"
            yield _issue(project, path, message)
        elif len(path.stem) > _LONGEST:
            message = f"The file's name has {len(path.stem)} letters, and it is the page's address"
            yield _issue(project, path, message)
    yield from _capital_endings(project)


def _capital_endings(project: Project) -> Iterator[Issue]:
    """NAME.MD is no page to MkDocs: it would lie open on the site as it is, notes and all."""
    content, out = project.root / "content", left_out(project.root)
    for file in sorted(content.rglob("*.*")):
        path = PurePosixPath(file.relative_to(content).as_posix())
        if file.suffix == ".md" or file.suffix.lower() not in (".md", ".markdown"):
            continue
        if file.is_file() and not is_hidden(file, content) and not out.match_file(str(path)):
            message = (
                f"A page's file ends in .md, and this one in {file.suffix}: it would be no page"
            )
            yield _issue(project, path, message)


def _issue(project: Project, path: PurePosixPath, message: str) -> Issue:
    better = "/".join([*map(file_name, path.parts[:-1]), f"{_shortened(path.stem)}.md"])
    fix = f"Rename it to {better}, and correct its line in mkdocs.yml"
    if found := _COPIED.search(path.stem):
        original = f"{path.stem[: found.start()]}.md"
        fix = f"If it's a copy of {original}, delete it. Else {fix[0].lower()}{fix[1:]}"
    return Issue(project.path(f"content/{path}"), 1, message, fix)


def _shortened(stem: str) -> str:
    words = file_name(stem) or "page"
    return words if len(words) <= _LONGEST else (words[:_LONGEST].rsplit("-", 1)[0])


RULES = (
    Rule(
        "file-name",
        "A page's file with spaces, capitals or signs in its name, over 60 letters, or not .md",
        "Rename it: small letters, digits and hyphens, and .md",
        _names,
    ),
)
"""The rules of this family."""
