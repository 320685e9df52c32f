"""Signs in angle brackets: `<NAME>` vanishes from a page, and HTML keeps Markdown from working.

A browser shows nothing for a tag it doesn't know, and Python-Markdown leaves what is inside a
block of HTML as it was typed: stars around a "not", and links that can't be pressed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.linter.page_rules.broken_marks import is_broken_placeholder
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_HIDDEN = re.compile(r"<!--.*?-->|(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*|/)?)>")
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i"),
        *("img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span"),
        *("strong", "sub", "sup", "time", "u", "var", "wbr"),
    }
)
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "audio", "blockquote", "caption", "col", "colgroup"),
        *("dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "picture", "pre"),
        *("section", "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        *("track", "ul", "video"),
    }
)
# Named by other rules, each with its reason: what runs code, and what Word leaves behind.
_OTHERS = frozenset(
    {
        *("script", "iframe", "frame", "object", "embed", "applet", "link", "style", "base"),
        *("center", "big", "tt", "strike", "marquee"),
        *("meta", "form", "input", "portal", "font", "svg", "math", "button", "select", "textarea"),
    }
)
_EMPTY = frozenset({"br", "img", "hr", "wbr", "col", "source", "track", "input", "link", "meta"})
_MAY_STAY_OPEN = frozenset({"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot"})
_TYPED = re.compile(
    r"<!--(?! ?/?wp:| ?(?:more|nextpage) ?-->).*?-->|(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL
)
_PASTED = re.compile(
    r"<(?P<name>span|font|center|big|tt|strike|u|p|b|strong|i|em|br|h[1-6]|a)(?:\s[^<>]*|/)?>"
    r"|&nbsp;|&#160;|<!-- ?/?wp:[^>]*-->|<!-- ?(?:more|nextpage) ?-->",
    re.IGNORECASE,
)
_LOOK = re.compile(r"\s(?:class|target|rel)\s*=", re.IGNORECASE)
_NAMED_ELSEWHERE = re.compile(r"\s(?:on\w+|style)\s*=", re.IGNORECASE)
"""The rule on outside resources has such a tag deleted."""
_IN_MARKDOWN = {
    **dict.fromkeys(("b", "strong"), "write **words** for bold ones"),
    **dict.fromkeys(("i", "em"), "write *words* for italic ones"),
    **{f"h{level}": f"write {'#' * level} and a space for a heading" for level in range(1, 7)},
    "p": "leave an empty line between paragraphs",
    "br": "begin a new paragraph or a list for a new line",
    "a": "write a link as [words](address)",
    **dict.fromkeys(("&nbsp;", "&#160;"), "type a plain space"),
}
_MARKDOWN = re.compile(r"\*\*\S|\]\(|\[@\w|^ {0,3}#{1,6} |^ {0,3}[-*] \S", re.MULTILINE)


class _Open(NamedTuple):
    name: str
    start: int
    end: int
    renders: bool
    """Whether Markdown works inside, by `markdown` on it or on what is around it."""


def _tags(page: Page, _context: Context) -> Iterator[Issue]:
    above, text = _body(page)
    text = _HIDDEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for at, message, fix in _problems(text):
        yield Issue(page.path, above + text.count("\n", 0, at) + 1, message, fix)


def _body(page: Page) -> tuple[int, str]:
    """Return how many lines are above the page's text, and the text without fenced code."""
    return page.above_body, "\n".join(page.body_rows)


def _pasted(page: Page, _context: Context) -> Iterator[Issue]:
    """Tags for the look of words, which programs put into what is copied from them."""
    above, text = _body(page)
    shown = _TYPED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for number, row in enumerate(shown.split("\n"), start=above + 1):
        found: dict[str, str] = {}
        for tag in _PASTED.finditer(row) if "<" in row or "&" in row else ():
            name = (tag["name"] or "").lower()
            if not name:
                found[tag[0]] = _IN_MARKDOWN.get(tag[0], f"delete {tag[0]}")
            elif not _NAMED_ELSEWHERE.search(tag[0]) and (name != "a" or _LOOK.search(tag[0])):
                found[f"<{name}>"] = _IN_MARKDOWN.get(name, f"delete <{name}> and </{name}>")
        if found:
            message = f"{' '.join(map(short, found))} came in with pasted text"
            fixes = "; ".join(dict.fromkeys(found.values()))
            yield Issue(page.path, number, message, f"Keep the words, and {fixes}", "warning")


def _problems(text: str) -> Iterator[tuple[int, str, str]]:
    opened: list[_Open] = []
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name not in _INLINE | _BLOCKS | _OTHERS:
            if not is_broken_placeholder(tag[0]):
                yield _unknown(tag)
        elif tag[1]:
            at = next((n for n in reversed(range(len(opened))) if opened[n].name == name), None)
            if at is not None:
                inner = (one for one in opened[at + 1 :] if one.name not in _MAY_STAY_OPEN)
                yield from (_unclosed(text, one) for one in inner)
                yield from _untouched(text, opened[at], tag.start())
                del opened[at:]
        elif name in _INLINE | _BLOCKS and name not in _EMPTY and not tag[3].endswith("/"):
            renders = bool(re.search(r"\bmarkdown\b", tag[3])) or name in _INLINE
            inside = all(one.renders for one in opened)
            opened.append(_Open(name, tag.start(), tag.end(), renders and inside))
    yield from (_unclosed(text, one) for one in opened if one.name not in _MAY_STAY_OPEN)


def _unknown(tag: re.Match[str]) -> tuple[int, str, str]:
    message = f"“{short(tag[0])}” would vanish from the page: a browser takes it for code"
    fix = "Write the words that belong there, without < and >"
    return tag.start(), message, fix


def _unclosed(text: str, one: _Open) -> tuple[int, str, str]:
    message = f"“{short(text[one.start : one.end])}” is opened and never closed"
    fix = f"Take it out, or put </{one.name}> where it ends"
    return one.start, message, fix


def _untouched(text: str, one: _Open, end: int) -> Iterator[tuple[int, str, str]]:
    if not one.renders and one.name in _BLOCKS and (found := _MARKDOWN.search(text, one.end, end)):
        start = max(text.rfind("\n", 0, found.start()) + 1, one.end)
        row = text[start : text.find("\n", found.start())]
        message = f"Inside <{one.name}>, “{short(row)}” would be shown as it is typed"
        fix = f"Take <{one.name}> and </{one.name}> out: an empty line makes a paragraph"
        yield found.start(), message, fix


RULES = (
    Rule(
        "html-tag",
        "<NAME> and the like, which vanish; HTML that is not closed, or with Markdown in it",
        "Write the words without < and >; use Markdown in place of HTML",
        _tags,
    ),
    Rule(
        "pasted-html",
        "<span>, <b>, <br>, &nbsp; and the like: what programs put into copied text",
        "Keep the words and delete the tags; use Markdown for bold words, links and headings",
        _pasted,
        "warning",
    ),
)
"""The rules of this family."""
