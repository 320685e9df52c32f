"""A Markdown extension that gives the pages' parts their shape.

It lives in Markdown, not in a MkDocs hook, because it works on the tree of one page alone
and because Zensical runs Markdown extensions but no hooks.

- Each part that starts with a second-level heading becomes a `<section>`; the heading's
  classes move to it, so `## Find your question { .doors }` styles the whole part.
- In a table inside `<div class="compare">` each cell carries its column's name, so that the
  rows can stand as cards on a phone and still be read as a table.
- A drawing of our own (an SVG under assets/pictures) is put into the page itself: only
  there do its colors follow the page, in the dark too, without inline styles.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

SECTION_CLASSES = {"next-step": "next-step", "related-pages": "related-pages"}
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


def label_cells(table: Element) -> None:
    """Name each cell of a comparing table by its column, and keep the table's roles."""
    table.set("role", "table")
    heads = ["".join(cell.itertext()).strip() for cell in table.findall("./thead/tr/th")]
    for group in table:
        group.set("role", "rowgroup")
        for row in group:
            row.set("role", "row")
    for cell in table.findall("./thead/tr/th"):
        cell.set("role", "columnheader")
        cell.set("scope", "col")
    for row in table.findall("./tbody/tr"):
        _label_row(row, heads)


def _label_row(row: Element, heads: list[str]) -> None:
    for place, (cell, head) in enumerate(zip(row, heads, strict=False)):
        if place == 0:
            cell.tag = "th"
            cell.set("scope", "row")
            cell.set("role", "rowheader")
        else:
            cell.set("data-label", head)
            cell.set("role", "cell")


def inline_picture(image: Element, pictures: Path) -> Element | None:
    """Return the drawing that `image` refers to as a figure, or None if it is none of ours.

    The text alternative is the one the writer gave in Markdown; the drawing's own title and
    description serve where the file is opened alone.
    """
    name = Path(image.get("src", "")).name
    file = pictures / name
    if not name.endswith(".svg") or not file.is_file():
        return None
    drawing = ET.fromstring(file.read_text("utf-8"))  # noqa: S314 (a file of this project)
    if drawing.get("class") != "picture":
        return None
    for element in drawing.iter():
        element.tag = element.tag.removeprefix(SVG)
    for described in [*drawing.findall("title"), *drawing.findall("desc")]:
        drawing.remove(described)
    drawing.attrib.pop("aria-labelledby", None)
    drawing.attrib.update({"role": "img", "aria-label": image.get("alt", "")})
    figure = ET.Element("figure", {"class": "figure", "data-search-exclude": ""})
    figure.append(drawing)
    return figure


class PartsProcessor(Treeprocessor):
    """Shapes one page's tree, after headings have their ids and attributes."""

    def __init__(self, md: Markdown, pictures: Path) -> None:
        super().__init__(md)
        self.pictures = pictures

    def run(self, root: Element) -> None:
        """Shape `root` in place."""
        for box in root.iter("div"):
            if "compare" in box.get("class", "").split():
                for table in box.iter("table"):
                    label_cells(table)
        self._inline_pictures(root)
        wrap_sections(root)

    def _inline_pictures(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag != "p" or len(child) != 1 or child[0].tag != "img":
                    continue
                figure = inline_picture(child[0], self.pictures)
                if figure is not None:
                    parent[place] = figure


class PartsExtension(Extension):
    """Registers the processor; `pictures` is the folder of our own drawings."""

    def __init__(self, **options: object) -> None:
        self.config = {
            "pictures": ["content/assets/pictures", "folder of the drawings to put into pages"]
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Run after the headings' ids (toc, 5) and before MkDocs rewrites links (0)."""
        pictures = Path(self.getConfig("pictures"))
        md.treeprocessors.register(PartsProcessor(md, pictures), "site_parts", 2)


def makeExtension(**options: object) -> PartsExtension:  # noqa: N802 (the library's name)
    """Return the extension; called by Markdown when it reads mkdocs.yml."""
    return PartsExtension(**options)
