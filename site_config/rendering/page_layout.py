"""A Markdown extension that gives the pages' parts their shape.

It lives in Markdown, not in a MkDocs hook, because it works on the tree of one page alone
and because Zensical runs Markdown extensions but no hooks.

- Each part that starts with a second-level heading becomes a `<section>`; the heading's
  classes move to it, so `## Find your question { .doors }` styles the whole part.
- In a table each cell carries its column's name, so that the rows can stand as blocks on a phone
  and still be read as a table: as cards inside `<div class="compare">`, and in large letters
  elsewhere. A table outside such a `<div>` gets a box that scrolls.
- A drawing of our own (an SVG under assets/pictures) is put into the page itself: only
  there do its colors follow the page, in the dark too, without inline styles.
- A comment, `<!-- ask Anna -->`, is a note among writers: it stays out of the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.serializers import to_xhtml_string
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

SECTION_CLASSES = {"next-step": "next-step", "related-pages": "related-pages"}
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
SHAPED = frozenset({"table", "p"})
SVG = "{http://www.w3.org/2000/svg}"


def wrap_sections(root: Element) -> None:
    """Put every h2 of `root`, with what follows it, into a section of its own."""
    children = list(root)
    section: Element | None = None
    for child in children:
        if child.tag == "h2":
            section = ET.Element("section", _section_attributes(child))
            root.insert(list(root).index(child), section)
        if section is not None:
            root.remove(child)
            section.append(child)


def _section_attributes(heading: Element) -> dict[str, str]:
    classes = heading.attrib.pop("class", "").split()
    known = SECTION_CLASSES.get(heading.get("id", ""))
    if known:
        classes.append(known)
    return {"class": " ".join(["part", *classes])}


def label_cells(table: Element, *, names_rows: bool) -> None:
    """Name each cell by its column, and keep the table's roles: on a phone its rows are blocks."""
    table.set("role", "table")
    heads = _heads(table)
    for group in table:
        group.set("role", "rowgroup")
        for row in group:
            row.set("role", "row")
    for cell in table.findall("./thead/tr/th"):
        cell.set("role", "columnheader")
        cell.set("scope", "col")
    for row in table.findall("./tbody/tr"):
        _label_row(row, heads, names_rows=names_rows)


def _label_row(row: Element, heads: list[str], *, names_rows: bool) -> None:
    for place, (cell, head) in enumerate(zip(row, heads, strict=False)):
        if place == 0 and names_rows:
            cell.tag = "th"
            cell.set("scope", "row")
            cell.set("role", "rowheader")
        else:
            cell.set("data-label", head)
            cell.set("role", "cell")


def scrolling(table: Element) -> Element:
    """Return `table` in a box that scrolls sideways, which a keyboard can reach as well."""
    heads = ", ".join(filter(None, _heads(table)))
    box = ET.Element(
        "div", {"class": "table-scroll", "role": "group", "tabindex": "0", "aria-label": heads}
    )
    box.append(table)
    return box


def _heads(table: Element) -> list[str]:
    return ["".join(cell.itertext()).strip() for cell in table.findall("./thead/tr/th")]


@lru_cache(maxsize=256)
def drawing(svg: str, words: str) -> str | None:
    """Return the HTML of a drawing of our own, or None if `svg` is none of ours.

    `words` are its text alternative, the one that the writer gave in Markdown; the drawing's own
    title and description serve where the file is opened alone.
    """
    root = ET.fromstring(svg)  # noqa: S314 (a file of this project)
    if root.get("class") != "picture":
        return None
    for element in root.iter():
        element.tag = element.tag.removeprefix(SVG)
    for described in [*root.findall("title"), *root.findall("desc")]:
        root.remove(described)
    root.attrib.pop("aria-labelledby", None)
    root.attrib.update({"role": "img", "aria-label": words})
    return to_xhtml_string(root)


class PartsProcessor(Treeprocessor):
    """Shapes one page's tree, after headings have their ids and attributes."""

    def __init__(self, md: Markdown, *folders: Path) -> None:
        super().__init__(md)
        self.folders = folders

    def run(self, root: Element) -> None:
        """Shape `root` in place."""
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag in SHAPED:
                    parent[place] = self._shaped(parent, child)
        wrap_sections(root)

    def _shaped(self, parent: Element, child: Element) -> Element:
        """Return what stands in the place of `child`."""
        if child.tag == "table":
            is_comparing = "compare" in parent.get("class", "").split()
            label_cells(child, names_rows=is_comparing)
            if not is_comparing:
                return scrolling(child)
        if child.tag == "p" and len(child) == 1 and child[0].tag == "img":
            figure = self._figure(child[0])
            return child if figure is None else figure
        return child

    def _figure(self, image: Element) -> Element | None:
        """Return the drawing that `image` refers to as a figure, or None if it is none of ours."""
        files = (folder / Path(image.get("src", "")).name for folder in self.folders)
        file = next((one for one in files if one.suffix == ".svg" and one.is_file()), None)
        if file is None:
            return None
        svg = drawing(file.read_text("utf-8"), image.get("alt", ""))
        if svg is None:
            return None
        figure = ET.Element("figure", {"class": "figure", "data-search-exclude": ""})
        figure.text = self.md.htmlStash.store(svg)  # finished HTML: no later step reads it again
        return figure


class WithoutComments(Postprocessor):
    """Takes comments out of the finished HTML; in code they are text there, and stay."""

    def run(self, text: str) -> str:
        """Return `text` without its comments."""
        return COMMENT.sub("", text)


class PartsExtension(Extension):
    """Registers the processor; `pictures` is the folder of our own drawings."""

    def __init__(self, **options: object) -> None:
        self.config = {
            "pictures": ["content/assets/pictures", "folder of the drawings to put into pages"],
            "own_pictures": ["", "folder of those that the page's language has of its own"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Run after the headings' ids (toc, 5) and before MkDocs rewrites links (0).

        Comments go last, when raw HTML (30) is back in its place.
        """
        named = (self.getConfig("own_pictures"), self.getConfig("pictures"))
        md.treeprocessors.register(
            PartsProcessor(md, *map(Path, filter(None, named))), "site_parts", 2
        )
        md.postprocessors.register(WithoutComments(md), "site_comments", 0)


def makeExtension(**options: object) -> PartsExtension:  # noqa: N802 (the library's name)
    """Return the extension; called by Markdown when it reads mkdocs.yml."""
    return PartsExtension(**options)
