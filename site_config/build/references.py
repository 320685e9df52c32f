"""Source markers `[@key]` as numbered links, and the list of sources they lead to."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from site_config.build.checks.admonitions import open_boxes
from site_config.build.checks.blocks import MARKER

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_KEYS = re.compile(
    rf"(?P<code>(?P<ticks>(?<!`)`+(?!`)).+?(?<!`)(?P=ticks)(?!`))"
    rf"|(?P<group>[ \t]*{MARKER.pattern}(?:[ ,;]*{MARKER.pattern})*)",
    re.DOTALL,
)
_FENCE = re.compile("```|~~~")
_PARSER = MarkdownIt("commonmark").disable("code").disable("inline")  # blocks are enough


def number(markdown: str, sources: Collection[str]) -> tuple[str, list[str]]:
    """Turn each `[@key]` into a small numbered link to `#source-N`.

    Numbers follow the first mention; the same key keeps its number, and markers side by side
    share one superscript. A key that is not among `sources` stays as written (the content check
    names it), and so does what is shown as code.

    Returns the new Markdown and the keys that were used, the first being number 1.
    """
    used: list[str] = []
    mentions: dict[str, int] = {}

    def link(key: str) -> str:
        if key not in used:
            used.append(key)
        place, mentions[key] = used.index(key) + 1, mentions.get(key, 0) + 1
        return (
            f'<a href="#source-{place}" id="cite-{place}-{mentions[key]}" '
            f'aria-label="Source {place}">{place}</a>'
        )

    def group(found: re.Match[str]) -> str:
        keys = [one[1] for one in MARKER.finditer(found[0])]
        if found["code"] or not all(key in sources for key in keys):
            return found[0]
        return f'<sup class="source-ref">{", ".join(map(link, keys))}</sup>'

    rows = markdown.split("\n")
    pieces = _outside_of_code(rows)
    return "\n".join(_KEYS.sub(group, text) if words else text for text, words in pieces), used


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


def reference_list(keys: Sequence[str], sources: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the sources `keys` (from `number`) as an HTML list whose items the links lead to.

    Raises KeyError for a key that is not among `sources`.
    """
    items = [_item(place, sources[key]) for place, key in enumerate(keys, start=1)]
    return f'<ol class="source-list">\n{"".join(items)}</ol>' if items else ""


def _item(place: int, source: Mapping[str, Any]) -> str:
    title = f"<cite>{escape(str(source['title']))}</cite>"
    if source.get("url"):
        title = f'<a href="{escape(str(source["url"]))}">{title}</a>'
    year = f", {source['year']}" if source.get("year") else ""
    back = f'<a href="#cite-{place}-1" aria-label="Back to where source {place} is cited">↩</a>'
    return (
        f'<li id="source-{place}">{title}. {escape(str(source["publisher"]))}{year}. '
        f"Checked on {source['checked_on']}. {back}</li>\n"
    )
