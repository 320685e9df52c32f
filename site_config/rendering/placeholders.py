"""What a writer may put into a page as one short mark, and what it becomes."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from site_config.rendering import citations

if TYPE_CHECKING:
    from collections.abc import Mapping

FIND_TREATMENT = "find_treatment"
"""The tag of lines that name places for treatment and are no help in a crisis."""

FOR_CLINICIANS = ("The groups of signs", "Every sign", "The questions, and what")
"""Sections of the rules page that only someone who checks the rules wants to read."""

Gettext = Callable[[str], str]


def expand(
    markdown: str, marks: Mapping[str, str], sources: Mapping[str, Any], _: Gettext = str
) -> str:
    """Return a page's Markdown with its marks replaced.

    `<!-- name -->` becomes `marks["name"]`; each `[@key]` a small number that leads to the list
    of sources at the page's end.
    """
    for name, text in marks.items():
        markdown = markdown.replace(f"<!-- {name} -->", text)
    markdown, used = citations.number(markdown, sources)
    if not used:
        return markdown
    listed = citations.reference_list(used, sources)
    return f"{markdown}\n\n## {_('Sources')} {{ .sources }}\n\n{listed}\n"


def crisis_list(lines: list[dict[str, Any]], _: Gettext = str) -> str:
    """Return the lines to call in a crisis as an HTML list: name, what it is, how to reach it."""
    return _list("crisis-lines", [line for line in lines if FIND_TREATMENT not in line["when"]], _)


def treatment_list(lines: list[dict[str, Any]], _: Gettext = str) -> str:
    """Return the lines that find treatment, which do not help in a crisis, as an HTML list."""
    return _list("treatment-lines", [line for line in lines if FIND_TREATMENT in line["when"]], _)


def fold(markdown: str, titles: tuple[str, ...], _: Gettext = str) -> str:
    """Return Markdown in which sections whose heading begins with a title open on demand.

    The headings stay, so that a visitor sees what is there and reads on.
    """
    parts = re.split(r"(?m)^(?=## )", markdown)
    return "".join(_folded(part, _) if part[3:].startswith(titles) else part for part in parts)


def as_cards(markdown: str) -> str:
    """Return Markdown whose tables turn into cards on a phone."""
    box = '<div class="compare" markdown="1">\n\n{}\n\n</div>\n'
    return re.sub(r"(?m)(?:^\|.*\n?)+", lambda rows: box.format(rows[0].strip()), markdown)


def _folded(section: str, _: Gettext) -> str:
    heading, _end, body = section.partition("\n")
    opener = f"<summary>{_('Show the details, for clinicians')}</summary>"
    return f'{heading}\n\n<details markdown="1">\n{opener}\n\n{body.strip()}\n\n</details>\n\n'


def as_read(number: str) -> str:
    """Return a number to text as people read it: 18005550100 is 1-800-555-0100.

    Short numbers, such as 988 or 741741, stay as they are.
    """
    return re.sub(r"^(1)(\d{3})(\d{3})(\d{4})$", r"\1-\2-\3-\4", number)


def _list(name: str, lines: list[dict[str, Any]], _: Gettext) -> str:
    items = "\n".join(f"<li>{_crisis_item(line, _)}</li>" for line in lines)
    return f'<ul class="{name}">\n{items}\n</ul>'


def _way(to: str, label: str, name: str) -> str:
    """Ten lines have a website: who hears the links alone is told whose it is."""
    whose = f' aria-label="{escape(label)}, {name}"' if to.startswith("http") else ""
    return f'<a href="{escape(to)}"{whose}>{escape(label)}</a>'


def _crisis_item(line: dict[str, Any], _: Gettext) -> str:
    ways = []
    if line["call"]:
        ways.append(
            (
                f"tel:{line['call'].split(',')[0]}",
                _("Call %(number)s") % {"number": line["call_display"]},
            )
        )
    if line["text"]:
        body = f"?&body={quote(line['text_body'])}" if line["text_body"] else ""
        said = _("Text %(word)s to %(number)s") if line["text_body"] else _("Text %(number)s")
        number = {"word": line["text_body"], "number": as_read(line["text"])}
        ways.append((f"sms:{line['text']}{body}", said % number))
    if line["chat_url"]:
        ways.append((line["chat_url"], _("Chat online")))
    if line["url"]:
        ways.append((line["url"], _("Website")))
    name, what = escape(line["name"]), escape(line["what"])
    links = " ".join(_way(to, label, name) for to, label in ways)
    return f'<strong>{name}</strong> <span>{what}</span> <span class="crisis-ways">{links}</span>'
