"""Lists of the site's pages for machines: sitemap.xml, robots.txt, llms.txt, the Atom feed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from feedgenerator import Atom1Feed

from site_config.discovery.page_entry import UPDATES
from site_config.settings import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from site_config.discovery.page_entry import Entry
    from site_config.settings.center import Center

FEED = f"{UPDATES}/feed.xml"
_NONE: Mapping[str, Mapping[str, str]] = {}

Gettext = Callable[[str], str]


def robots(site_url: str | None) -> str:
    """Return robots.txt: all may read all; the sitemap's address if the site's is known."""
    sitemap = f"\nSitemap: {site_url}sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def sitemap(
    entries: Iterable[Entry], site_url: str, versions: Mapping[str, Mapping[str, str]] = _NONE
) -> str:
    """Return sitemap.xml: each page's address and the day it was last read through.

    `versions` has, by a page's address, the addresses of all its languages, by their codes.
    """
    top = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    if versions:
        top.set("xmlns:xhtml", "http://www.w3.org/1999/xhtml")
    for entry in entries:
        url = ET.SubElement(top, "url")
        ET.SubElement(url, "loc").text = site_url + entry.url
        if entry.reviewed:
            ET.SubElement(url, "lastmod").text = entry.reviewed.isoformat()
        for language, address in versions.get(entry.url, {}).items():
            other = {"rel": "alternate", "hreflang": language, "href": site_url + address}
            ET.SubElement(url, "xhtml:link", other)
    ET.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(top, encoding="unicode")}\n'


def updates(entries: Iterable[Entry]) -> list[Entry]:
    """Return the notes of what is new, the newest first."""
    notes = [entry for entry in entries if entry.is_update and entry.published]
    return sorted(notes, key=lambda note: (note.published, note.source), reverse=True)


def feed(notes: Sequence[Entry], center: Center, language: str = languages.SOURCE) -> str:
    """Return the Atom feed (RFC 4287) of `notes`; `center` has a `site_url`."""
    root = center.site_url or ""
    atom = Atom1Feed(
        title=f"{notes[0].group or notes[0].title} – {center.name}",
        link=root + languages.in_language(f"{UPDATES}/", language),
        feed_url=root + languages.in_language(FEED, language),
        description="",
        language=language,
        author_name=center.name,
    )
    for note in notes:
        atom.add_item(
            title=note.title,
            link=root + note.url,
            unique_id=root + note.url,
            description=escape(note.description),  # Atom reads it as HTML
            pubdate=_moment(note.published),
            updateddate=_moment(max(filter(None, (note.published, note.reviewed)))),
        )
    text: str = atom.writeString("utf-8")
    return text


def llms(
    entries: Sequence[Entry],
    center: Center,
    crisis_lines: Iterable[Mapping[str, Any]],
    *,
    reviewed: bool,
    _: Gettext = str,
) -> str:
    """Return llms.txt: the site in short, in Markdown, for programs that answer people.

    What such a program passes on first is whom to call in a crisis, and whether a clinician has
    signed. Addresses are relative when the site's own is not known.
    """
    home = next((entry for entry in entries if entry.source == "index.md"), None)
    # The file is beside the home page of its language, and addresses are below the site's root.
    up = "../" * home.url.count("/") if home else ""
    about = f"\n> {home.description}\n" if home and home.description else ""
    calls = "".join(f"- {_line(line, _)}\n" for line in crisis_lines)
    limits = _(
        "These pages explain care. They do not diagnose or take the place of a professional."
    )
    if not reviewed:
        limits += f" {_('No licensed clinician has reviewed them yet: treat them as a draft.')}"
    parts = [f"# {center.name}\n{about}", f"{limits}\n"]
    if calls:
        parts.append(f"## {_('In a crisis')}\n\n{calls}")
    for section, inside in groupby(entries, key=lambda entry: entry.section):
        links = "".join(_link(entry, center.site_url or up or "./") for entry in inside)
        parts.append(f"## {section or center.name}\n\n{links}")
    return "\n".join(parts)


def _link(entry: Entry, root: str) -> str:
    """A line of llms.txt. A neutral page keeps to its title here too."""
    more = f": {entry.description}" if entry.description and not entry.neutral else ""
    return f"- [{entry.title}]({root}{entry.url}){more}\n"


def _line(line: Mapping[str, Any], _: Gettext) -> str:
    return f"{line['name']}: {', '.join(_ways(line, _))}. {line['what']}"


def _ways(line: Mapping[str, Any], _: Gettext) -> Iterator[str]:
    if line.get("call"):
        yield _("call %(number)s") % {"number": line.get("call_display") or line["call"]}
    if line.get("text"):
        said = _("text %(word)s to %(number)s") if line.get("text_body") else _("text %(number)s")
        yield said % {"word": line.get("text_body"), "number": line["text"]}
    if address := line.get("chat_url") or line.get("url"):
        yield str(address)


def _moment(day: dt.date | None) -> dt.datetime | None:
    return dt.datetime.combine(day, dt.time(), dt.UTC) if day else None
