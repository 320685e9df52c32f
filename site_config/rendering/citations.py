"""Source markers `[@key]` as numbered links, and the list of sources they lead to.

A page's Markdown gets short marks, and the finished HTML what they stand for: links written into
the Markdown would have to be read, twice, as a writer's own HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown_it import MarkdownIt

from site_config.content_model.admonitions import open_boxes
from site_config.content_model.document import MARKER

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from markdown import Markdown

Gettext = Callable[[str], str]

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Around a mark: from the range that no alphabet uses."""
_GROUP = rf"{MARKER.pattern}(?:[ ,;]*{MARKER.pattern})*"
_MARKERS = re.compile(_GROUP)
_CODE_OR_MARKERS = re.compile(
    rf"(?P<code>(?P<ticks>(?<!`)`+(?!`)).+?(?<!`)(?P=ticks)(?!`))|{_GROUP}", re.DOTALL
)
_BEFORE = re.compile(rf"[ \t]+(?={_OPEN}\d)")
_SHOWN = re.compile(rf"{_OPEN}([\d. ]+){_CLOSE}")
_LISTED = re.compile(rf"<p>{_OPEN}=([\d ]+){_CLOSE}</p>")
_FENCE = re.compile("```|~~~")
_PARSER = MarkdownIt("commonmark").disable("code").disable("inline")  # blocks are enough


def number(markdown: str, sources: Collection[str]) -> tuple[str, list[str]]:
    """Turn each `[@key]` into a mark for a small numbered link to `#source-N`.

    Numbers follow the first mention; the same key keeps its number, and markers side by side
    share one superscript. A key that is not among `sources` stays as written (the content check
    names it), and so does what is shown as code.

    Returns the new Markdown and the keys that were used, the first being number 1.
    """
    used: list[str] = []
    mentions: dict[str, int] = {}

    def mark(key: str) -> str:
        if key not in used:
            used.append(key)
        mentions[key] = mentions.get(key, 0) + 1
        return f"{used.index(key) + 1}.{mentions[key]}"

    def group(found: re.Match[str]) -> str:
        keys = [one[1] for one in MARKER.finditer(found[0])]
        if found.lastgroup == "code" or not all(key in sources for key in keys):
            return found[0]
        return f"{_OPEN}{' '.join(map(mark, keys))}{_CLOSE}"

    rows = markdown.split("\n")
    pieces = _outside_of_code(rows)
    markers = _CODE_OR_MARKERS if "`" in markdown else _MARKERS  # on most pages, and far faster
    numbered = (
        _BEFORE.sub("", markers.sub(group, text)) if words else text for text, words in pieces
    )
    return "\n".join(numbered), used


def _outside_of_code(rows: list[str]) -> list[tuple[str, bool]]:
    """Return the text in pieces, each with whether it is words (or a fenced block of code)."""
    if not _FENCE.search("\n".join(rows)):
        return [("\n".join(rows), True)]  # as on most pages: they need not be parsed
    pieces, at = [], 0
    for token in _PARSER.parse("\n".join(open_boxes(rows)[0])):
        if token.type == "fence" and token.map:
            first, last = token.map
            pieces += [("\n".join(rows[at:first]), True)] if first > at else []
            pieces.append(("\n".join(rows[first:last]), False))
            at = last
    return [*pieces, ("\n".join(rows[at:]), True)] if at < len(rows) else pieces


def reference_list(keys: Sequence[str], sources: Collection[str]) -> str:
    """Return the mark for the list of the sources `keys` (from `number`), or nothing for none.

    Raises ValueError for a key that is not among `sources`.
    """
    places = list(sources)
    return f"{_OPEN}={' '.join(str(places.index(key)) for key in keys)}{_CLOSE}" if keys else ""


def as_html(html: str, sources: Mapping[str, Mapping[str, Any]], _: Gettext = str) -> str:
    """Return finished HTML with its marks replaced by the links and the list."""
    entries = list(sources.values())

    def shown(found: re.Match[str]) -> str:
        links = (_link(mark, _) for mark in found[1].split())
        return f'<sup class="source-ref">{", ".join(links)}</sup>'

    def listed(found: re.Match[str]) -> str:
        cited = (entries[int(index)] for index in found[1].split())
        items = (_item(place, source, _) for place, source in enumerate(cited, start=1))
        return f'<ol class="source-list">\n{"".join(items)}</ol>'

    return _LISTED.sub(listed, _SHOWN.sub(shown, html))


class SourcesExtension(Extension):
    """Puts links and list into the finished page; `sources` are all there are, by key."""

    def __init__(self, **options: object) -> None:
        self.config = {
            "sources": [{}, "the sources by key"],
            "gettext": [str, "what translates a word of ours"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Run when raw HTML (30) is back in its place: a marker may stand in it as well."""
        md.postprocessors.register(
            _Marks(self.getConfig("sources"), self.getConfig("gettext")), "site_sources", 1
        )


class _Marks(Postprocessor):
    def __init__(self, sources: Mapping[str, Mapping[str, Any]], gettext: Gettext) -> None:
        super().__init__()
        self.sources, self.gettext = sources, gettext

    def run(self, text: str) -> str:
        return as_html(text, self.sources, self.gettext)


def makeExtension(**options: object) -> SourcesExtension:  # noqa: N802 (the library's name)
    """Return the extension; called by Markdown when it reads mkdocs.yml."""
    return SourcesExtension(**options)


def _link(mark: str, _: Gettext) -> str:
    place, mention = mark.split(".")
    label = _("Source %(number)s") % {"number": place}
    return f'<a href="#source-{place}" id="cite-{place}-{mention}" aria-label="{label}">{place}</a>'


def _read(source: Mapping[str, Any], _: Gettext) -> str:
    """Return what was read, and when: a date alone would claim too much for a copy."""
    day = {"day": source["checked_on"]}
    if source.get("read") == "copy":
        return _("Read in a copy on %(day)s. Official page not opened yet.") % day
    return _("Checked on %(day)s.") % day


def _item(place: int, source: Mapping[str, Any], _: Gettext) -> str:
    title = f"<cite>{escape(str(source['title']))}</cite>"
    if source.get("url"):
        title = f'<a href="{escape(str(source["url"]))}">{title}</a>'
    year = f", {source['year']}" if source.get("year") else ""
    label = _("Back to where source %(number)s is cited") % {"number": place}
    back = f'<a href="#cite-{place}-1" aria-label="{label}">↩</a>'
    checked = _read(source, _)
    return (
        f'<li id="source-{place}">{title}. {escape(str(source["publisher"]))}{year}. '
        f"{checked} {back}</li>\n"
    )
