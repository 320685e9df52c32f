"""Placeholders, notes and boxes that Word's dashes, quotes or indents have broken.

The parser takes them for words, so these rules look at the rows of the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.admonitions import OPENING
from site_config.content_model.prefilter import Prefilter, fold
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.core.validation import suggestion
from site_config.linter.page_rules.placeholders import END_STATE, PLACEHOLDERS, WITH_ID
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DASH = "[-\u2010-\u2015\u2212]"
_OPENS = r"(?:\\?[<＜‹]|&lt;)"
_CLOSES = r"(?:\\?[>＞›]|&gt;)"
_LIST = r"(?:crisis|treatment)[\W_]{0,3}lines?"
_NAME = rf"(?:{_LIST}|promises|rules|(?:if|end)[\W_]?state|state)\b"
_BROKEN = re.compile(
    rf"{_OPENS}\s*[!！]\s*\\?{_DASH}|{_OPENS}[\W_]{{0,8}}{_NAME}"
    rf"|\b{_LIST}\s*\\?(?:{_DASH}\\?)+\s*{_CLOSES}|\[\W*{_LIST}\W*\](?![(\[])",
    re.IGNORECASE,
)
_BREAKS = Prefilter(_BROKEN)
_MEANT = re.compile(rf"({_NAME})(?:\s*:\s*([a-z0-9_]+))?", re.IGNORECASE)

KINDS = (
    *("note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger"),
    *("bug", "example", "quote"),
)
"""Boxes that the theme draws."""
BOX = re.compile(
    rf"[ \t]*(?:[-*>]\s+)?(?:\\?[!！]{{3,}}|\?{{3}}\+?(?= *[\w“\"])"
    rf"|\\?[!！]{{1,2}}(?=\s*(?:{'|'.join(KINDS)})\b))\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[“”„«\"'‘’]+(.+?)[“”»\"'‘’]+\s*$")
_BESIDE = frozenset({"inline", "end"})


class _Found(NamedTuple):
    line: int
    message: str
    fix: str


def has_list(page: Page, name: str) -> bool:
    """Return whether `<!-- name -->` stands so that the build puts its list there."""
    mark = f"<!-- {name} -->"
    return mark in page.source and any(row.rstrip() == mark for row in page.rows)


def is_broken_placeholder(tag: str) -> bool:
    """Return whether a tag such as `<crisis-lines>` is a placeholder typed wrong, named here."""
    return _BROKEN.match(tag) is not None


def _broken_comments(page: Page, _context: Context) -> Iterator[Issue]:
    text = "\n".join(page.rows)
    found = [*_whole(text), *_remains(_without_comments(text))]
    for line, message, fix in found:
        yield Issue(page.path, line, message, fix)


def _whole(text: str) -> Iterator[_Found]:
    """Comments that a browser takes for one, and that the build or a writer does not."""
    for comment in _COMMENT.finditer(text):
        line = text.count("\n", 0, comment.start()) + 1
        words = comment[0][4:-3].strip()
        if "<!--" in words:
            yield _unclosed(line, comment[0])
        elif words in PLACEHOLDERS and _row(text, comment.start()).rstrip() != f"<!-- {words} -->":
            message = (
                f"“<!-- {words} -->” must be alone on its line, or the list will be missing or "
                "broken"
            )
            fix = (
                f"Type <!-- {words} --> on a line of its own: no spaces, tab, sign or words in "
                "front of it or after it, and one space inside at each end"
            )
            yield _Found(line, message, fix)
        elif _is_mark(words) and comment[0] != f"<!-- {words} -->":
            message = f"“{short(comment[0])}” isn't recognized, so nothing would be shown there"
            yield _Found(line, message, f"Type it with one space at each end: <!-- {words} -->")


def _is_mark(words: str) -> bool:
    return words in PLACEHOLDERS or words == END_STATE or bool(WITH_ID.fullmatch(words))


def _row(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]


def _without_comments(text: str) -> str:
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)


def _remains(text: str) -> Iterator[_Found]:
    """What looks like a comment, or part of one, and is none."""
    folded = fold(text)
    if not _BREAKS.might_match(folded):
        return
    rows = zip(text.split("\n"), folded.split("\n"), strict=True)
    for line, (row, letters) in enumerate(rows, start=1):
        if _BREAKS.might_match(letters) and (found := _BROKEN.search(row)):
            yield _remaining(line, row, found)


def _remaining(line: int, row: str, found: re.Match[str]) -> _Found:
    shown = row[found.start() :].strip()
    if meant := _MEANT.search(row, found.start()):
        right = f"<!-- {_spelled(meant)} -->"
        message = f"“{short(shown)}” isn't a placeholder: visitors would see it exactly like this"
        fix = (
            f"Type {right} by hand, with two hyphens at each end: Word makes a dash of them, or "
            "puts signs in front"
        )
        return _Found(line, message, fix)
    if found[0].startswith("<!-") and row.startswith("<!--", found.start()):
        return _unclosed(line, shown)
    message = f"“{short(shown)}” is no note that stays hidden: visitors would read it"
    fix = "Type <!-- before it and --> after it by hand: Word makes a dash of two hyphens"
    return _Found(line, message, fix)


def _spelled(meant: re.Match[str]) -> str:
    name = re.sub(r"[\W_]+", "-", meant[1].lower())
    if name.endswith("line"):
        name += "s"
    if name in ("state", "if-state"):
        return f"{name}: {meant[2] or 'ID'}"
    return name


def _unclosed(line: int, words: str) -> _Found:
    message = f"“{short(words)}” isn't closed: visitors would read it, or miss what follows"
    return _Found(line, message, "Put --> after the note, with two hyphens typed by hand")


def _boxes(page: Page, _context: Context) -> Iterator[Issue]:
    rows = page.source.split("\n")
    shown = _without_comments("\n".join(page.rows)).split("\n")
    for at, row in enumerate(shown):
        if (found := BOX.match(row)) and (problem := _box_problem(rows, at, row)):
            yield Issue(page.path, at + 1, problem, _box_fix(found["rest"]))


def _box_problem(rows: list[str], at: int, row: str) -> str:
    """Return what is wrong with the box that opens in `row`, or nothing."""
    opening = OPENING.match(row)
    if not opening:
        return f"“{short(row)}” doesn't open a box: visitors would read these signs"
    kind, *others = re.findall(r"[\w-]+", row.split('"', maxsplit=1)[0])
    if kind.lower() not in KINDS:
        return f"There is no box of the kind “{kind}”{suggestion(kind.lower(), KINDS)}"
    if set(others) - _BESIDE:
        return f"The title in “{short(row)}” would be lost: it needs straight quotes"
    below = next((one for one in rows[at + 1 :] if one.strip()), "").expandtabs(4)
    if len(below) - len(below.lstrip(" ")) < len(opening[1]) + 4:
        return f"The box “{short(row)}” is empty: the words below it are outside"
    return ""


def _box_fix(rest: str) -> str:
    title = _TITLE.search(rest)
    named = next((kind for kind in KINDS if rest.lower().startswith(kind)), "warning")
    words = f' "{title[1]}"' if title else ' "Title"'
    return (
        f"Type !!! {named}{words} with straight quotes, below it an empty line, and then the "
        f"words with four spaces in front of each line. Kinds: {', '.join(KINDS)}"
    )


RULES = (
    Rule(
        "broken-comment",
        "A placeholder or a note that Word's dashes, an indent or a sign in front has broken",
        "Type <!-- and --> by hand; a list's placeholder stands alone on its line",
        _broken_comments,
    ),
    Rule(
        "broken-box",
        "A box whose line has curly quotes, an unknown kind, or whose words aren't indented",
        'Write !!! warning "Title", an empty line, and the words with four spaces in front',
        _boxes,
    ),
)
"""The rules of this family."""
