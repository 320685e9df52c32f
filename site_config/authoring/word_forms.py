"""Forms of Word that mammoth would drop with the words in them, or whose ends it would join."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from lxml import etree

from site_config.authoring.word_xml import (
    SPACES,
    W,
    found,
    name_of,
    remove,
    text,
    todo_before,
    unwrap,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_LOST = {
    "//c:chart": "A chart",
    "//dgm:relIds": "A diagram",
    "//m:oMath": "A formula",
    "//w:altChunk": "An inserted file",
    "//a:blip[@r:link and not(@r:embed)]": "A picture that is linked, not inserted,",
}
_BY_WORD = (
    *("Error! Reference source not found", "Error! Bookmark not defined", "Choose an item."),
    *(
        "Click or tap here to enter text",
        "Click here to enter text",
        "Click or tap to enter a date",
    ),
)
_TRACKED = re.compile(
    r"safelinks\.protection\.outlook|urldefense\.|[?&](?:utm_\w+|fbclid|gclid)=", re.IGNORECASE
)
_INK = "*[local-name()='contentPart']"
_SHAPE = "*[local-name()='wsp' or local-name()='cxnSp'][not(.//w:t)]"
_OLD_SHAPE = (
    "//w:pict[not(ancestor::mc:Fallback)][not(.//w:t)][not(.//*[local-name()='imagedata'])]"
)
_DRAWN = f"//mc:AlternateContent[.//{_SHAPE} or .//{_INK}] | {_OLD_SHAPE}"
_WRITE = "Save it as a picture, or write it as text"
_TARGET = re.compile(r"(?<!\\)\]\([^)\s]*\)")
_POINT = "o"  # typed in place of a point
_MOST_COLUMNS = 30
_BREAKS = ("br", "cr", "ptab", "tab")
_BLOCKS = ["p", "li", "td", "th", "br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol"]


def opened(root: Element) -> Iterator[str]:
    """Take words out of their wrapping, and say what cannot come along."""
    for field in found(root, "//w:fldSimple"):
        _as_long_field(field)
    for ruby in found(root, "//w:ruby"):
        for reading in found(ruby, "./w:rt"):
            yield f"The small reading above “{_words(ruby, 'rubyBase')}” was left out"
            remove(reading)
    for wrapping in found(root, "//w:dir | //w:bdo | //w:rubyBase | //w:ruby"):
        unwrap(wrapping)
    for empty in found(root, "//w:sdt[w:sdtPr/w:showingPlcHdr]"):
        yield f"A field of the Word form is empty: “{text(empty)}”"
        todo_before(empty, "a field of the Word form is empty here")
        remove(empty)
    for one in found(root, "//w:br[@w:type] | //w:cr | //w:ptab"):
        one.tag = f"{W}tab" if name_of(one) == "ptab" else f"{W}br"
        one.attrib.clear()
    for before in found(root, "//w:tr/w:trPr/w:gridBefore"):  # a row that starts further right
        row = next(before.iterancestors(f"{W}tr"))
        for _ in range(min(int(before.get(f"{W}val", "0") or 0), _MOST_COLUMNS)):
            cell = etree.Element(f"{W}tc")
            etree.SubElement(cell, f"{W}p")
            found(row, "./w:trPr")[0].addnext(cell)
    yield from _lost(root)


def _words(element: Element, name: str) -> str:
    return " ".join(text(one) for one in found(element, f"./w:{name}"))


def _as_long_field(field: Element) -> None:
    """Write a field in the form of several runs, which mammoth knows, with the link in it."""
    order = field.get(f"{W}instr", "")
    for kind in ("begin", "", "separate"):
        run = etree.Element(f"{W}r")
        if kind:
            etree.SubElement(run, f"{W}fldChar").set(f"{W}fldCharType", kind)
        else:
            etree.SubElement(run, f"{W}instrText").text = order
        field.addprevious(run)
    for child in list(field):
        field.addprevious(child)
    end = etree.Element(f"{W}r")
    etree.SubElement(end, f"{W}fldChar").set(f"{W}fldCharType", "end")
    field.addprevious(end)
    remove(field)


def _lost(root: Element) -> Iterator[str]:
    for path, what in _LOST.items():
        for one in found(root, path):
            yield f"{what} was left out. {_WRITE}"
            place = next(one.iterancestors(f"{W}r", f"{{{SPACES['m']}}}oMathPara"), one)
            todo_before(place, f"{what[0].lower()}{what[1:]} stood here. {_WRITE}")
    for one in found(root, _DRAWN):
        yield "A shape that was drawn in Word is gone. Look at the pictures: did it cover a face?"
        place = next(one.iterancestors(f"{W}r"), one)
        todo_before(place, "a drawn shape stood here; make sure that nothing it covered is shown")
    yield from _asked(root)


def _asked(root: Element) -> Iterator[str]:
    """Words that no writer typed: Word's own, and addresses that carry a tracker."""
    for one in found(root, "//w:r"):
        words = "".join(part.text or "" for part in found(one, "./w:t"))
        if any(own in words for own in _BY_WORD):
            yield f"Word's placeholder text is still in the document: “{words}”"
            todo_before(one, "Word wrote the next words; write what belongs here")
        if _TRACKED.search(words):
            yield "An address in the text tracks people, or has a mail address in it"
            todo_before(one, "the next address tracks people; link the page itself")


def missing(roots: list[Element], html: str) -> Iterator[str]:
    """The words of each paragraph that did not come along, whatever form they stood in."""
    left = Counter(_tokens(_shown(html)))
    for root in roots:
        for paragraph in found(root, "//w:p"):
            if _is_second_version(paragraph):
                continue
            gone = []
            for word in _tokens(_own_text(paragraph)):
                left[word] -= 1
                if left[word] < 0:
                    gone.append(word)
            if gone:
                yield " ".join(gone)


def dropped(html: str, title: str, markdown: str) -> str:
    """The words that the way from HTML to the draft lost; none, unless a form is not known yet."""
    soup = BeautifulSoup(html, "lxml")
    for mark in soup.select("a[href^='#footnote'], a[href^='#endnote']"):
        mark.decompose()
    for raised in soup.find_all(["sup", "sub"]):
        raised.insert_before(" ")
        raised.insert_after(" ")
    written = _TARGET.sub("]", markdown)
    left = Counter(_tokens(f"{title} {written}".replace("\\", "").replace("*", "")))
    gone = []
    for word in _tokens(_shown(str(soup)).replace("*", "")):
        left[word] -= 1
        if left[word] < 0 and word != _POINT:
            gone.append(word)
    return " ".join(gone)


def _is_second_version(paragraph: Element) -> bool:
    """Whether it stands in a text box whose words come a second time, for older programs."""
    choices = list(paragraph.iterancestors(f"{{{SPACES['mc']}}}Choice"))
    return any(found(one, "../mc:Fallback//w:t") for one in choices)


def _own_text(paragraph: Element) -> str:
    """The paragraph's words, without those of a text box in it."""
    parts = []
    for one in paragraph.iter():
        name = name_of(one)
        if next(one.iterancestors(f"{W}p"), None) is not paragraph:
            continue
        if name == "t":
            parts.append(one.text or "")
        elif name in _BREAKS:
            parts.append(" ")
        elif name in {"noBreakHyphen", "sym"}:
            parts.append("-")
    return "".join(parts)


def _shown(html: str) -> str:
    soup = BeautifulSoup(html, "lxml")
    for block in soup.find_all(_BLOCKS):
        block.insert_before(" ")
        block.append(" ")
    return soup.get_text()


def _tokens(words: str) -> list[str]:
    return re.findall(
        r"[^\W\d_]+|\d+", re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", words.lower())
    )
