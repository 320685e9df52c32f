"""The words that stand in templates: the check's start page, buttons, messages, paper; frames."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from site_config.content_model.html_reader import read_html
from site_config.content_model.page import Page
from site_config.core.files import visible
from site_config.core.source_text import read_text
from site_config.linter.page_rules.readability import HIGHEST_GRADE, hard_text
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_config.content_model.project import Project
    from site_config.core.issues import Issue
    from site_config.linter.rule import Context

FOLDERS = ("site_config/rendering/templates", "site_config/overrides")
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_VOICES = re.compile(r'(?<=voices\()\s*"([^"]*)",\s*"([^"]*)"')
_PLACEHOLDER = re.compile(r"%\(\w+\)s|%(?=%)")
_SAID = re.compile(r"""\b_\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")


def pages(project: Project) -> Iterator[Page]:
    """Give the words of each template as a page, for the rules on words."""
    for folder in FOLDERS:
        for file in visible(project.root / folder, "*.html"):
            yield _as_page(project, file)


def _template_grade(context: Context) -> Iterator[Issue]:
    for page in pages(context.project):
        for block in page.parts.blocks:
            yield from hard_text(page, block, HIGHEST_GRADE, context.allowed)


def _unreadable(context: Context) -> Iterator[Issue]:
    for page in pages(context.project):
        yield from page.issues


def _as_page(project: Project, file: Path) -> Page:
    name = file.relative_to(project.root).as_posix()
    text, issues = read_text(file, project.path(name))
    return _read_once(project.path(name), name, text or "", tuple(issues))


@lru_cache(maxsize=256)  # three rules ask, and each rebuild while serving
def _read_once(path: Path, name: str, text: str, issues: tuple[Issue, ...]) -> Page:
    """Return the words of a template, each on its line; what Jinja does is left out."""
    page = Page(path, name, issues=list(issues))
    words = _JINJA.sub(_spoken, text)
    read_html(words, 1, page.parts, lambda b: page.parts.blocks.append(b) if b else None)
    # A number or an address that the data fill in has been checked with the data.
    page.parts.links = [link for link in page.parts.links if re.search(r"[\d@]", link.href)]
    return page


def _spoken(code: re.Match[str]) -> str:
    """Return what a piece of Jinja says, in both voices, on as many lines as it has."""
    said = (re.sub(r"\\(.)", r"\1", one or other) for one, other in _SAID.findall(code[0]))
    untranslated = (text for pair in _VOICES.findall(code[0]) for text in pair)
    texts = [_PLACEHOLDER.sub("", text).rstrip() for text in (*said, *untranslated)]
    if code[0].startswith("{{ _("):  # each string is measured by itself, also beside others
        sentences = " ".join(t if t[-1:] in ".?!:" else f"{t}." for t in texts)
    else:  # the items of a list, or one text in several voices
        sentences = "".join(f"</p><p>{text}</p><p>" for text in texts)
    return f"{sentences} " + "\n" * code[0].count("\n")


RULES = (
    Rule(
        "template-grade",
        f"A text of a template above school grade {HIGHEST_GRADE}",
        "Use shorter words and sentences",
        _template_grade,
        allowable=True,
    ),
    Rule(
        "template-file",
        "A template that isn't UTF-8 or has characters that nobody can see",
        "Save it as UTF-8, and type the characters by hand",
        _unreadable,
    ),
)
"""The rules of this family."""
