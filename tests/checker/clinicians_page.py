"""The decision table as a clinician reads it, taken apart."""

from __future__ import annotations

import copy
import re

from bs4 import BeautifulSoup
from markdown import markdown as render

from checker import decision_table


def read():
    return BeautifulSoup(render(decision_table.markdown(), extensions=["tables"]), "lxml")


def codes(part):
    return {code.get_text() for code in part.find_all("code")}


def section(page, title):
    """All elements below the heading that begins with `title`, up to the next of its level."""
    start = next(h for h in page.find_all(re.compile("h[23]")) if h.get_text().startswith(title))
    found = BeautifulSoup("<div></div>", "lxml").div
    for element in list(start.find_next_siblings()):
        if element.name <= start.name and element.name.startswith("h"):
            break
        found.append(copy.copy(element))
    return found
