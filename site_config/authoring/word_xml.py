"""The XML of a Word file: its namespaces, what stands in it, and a TODO put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
W, R = (f"{{{SPACES[name]}}}" for name in ("w", "r"))
_OFF = {"0", "false", "off", "none"}
# What a run needs around it where only larger things may stand.
_AROUND = {
    "tbl": ("tr", "tc", "p"),
    "tr": ("tc", "p"),
    **dict.fromkeys(("body", "tc", "txbxContent", "footnote", "endnote"), ("p",)),
}


class WordError(Exception):
    """Why a file cannot be brought in; the text says what to do."""


def parsed(content: bytes) -> Element:
    """Return the root of a part.

    Raises:
        WordError: it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise WordError("This Word document is damaged. Save it in Word once more") from error


def found(root: Element, path: str) -> list[Element]:
    """Return the elements at this XPath."""
    return list(root.xpath(path, namespaces=SPACES))


def name_of(element: Element | None) -> str:
    """Return the name without its namespace; nothing for a comment."""
    if element is None or not isinstance(element.tag, str):
        return ""
    return etree.QName(element).localname


def is_on(mark: Element | None) -> bool:
    """Return whether a mark such as <w:vanish/> is there and not switched off."""
    return mark is not None and str(mark.get(f"{W}val")) not in _OFF


def text(element: Element) -> str:
    """All words of an element, those that a change took away too."""
    words = {f"{W}t", f"{W}delText"}
    spaces = {f"{W}{name}" for name in ("tab", "br", "cr", "ptab", "p")}
    parts = [
        one.text or "" if one.tag in words else " "
        for one in element.iter()
        if one.tag in words | spaces
    ]
    return " ".join("".join(parts).split())


def remove(element: Element) -> None:
    """Take the element out."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put what is in the element in its place."""
    for child in list(element):
        element.addprevious(child)
    remove(element)


def todo_run(words: str) -> Element:
    """Return a run that asks for a decision; the linter keeps a page with it off the site."""
    run = etree.Element(f"{W}r")
    inner = etree.SubElement(run, f"{W}t")
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    inner.text = f" (TODO: {words}) "
    return run


def todo_before(element: Element, words: str) -> None:
    """Put a TODO in front of the element, in the form that may stand there."""
    parent = element.getparent()
    inner = todo_run(words)
    for name in reversed(_AROUND.get(name_of(parent), ()) if parent is not None else ()):
        outer = etree.Element(f"{W}{name}")
        outer.append(inner)
        inner = outer
    element.addprevious(inner)


def todo_in(block: Element, words: str) -> None:
    """Put a TODO at the end of a paragraph, or of the last one in a cell or row."""
    paragraphs = [block] if name_of(block) == "p" else found(block, ".//w:p")
    if paragraphs:
        paragraphs[-1].append(todo_run(words))
    else:
        etree.SubElement(block, f"{W}p").append(todo_run(words))
