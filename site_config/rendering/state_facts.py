"""State law and numbers: puts the facts of the center's state into a page.

A page names a fact of `content/_data/states/STATE.yml` by its id, so that a center in another
state swaps the file and leaves the pages alone:

- `<!-- state: ID -->` becomes the fact's text and its citation mark; nothing if there is no fact.
- what stands between the lines `<!-- if-state: ID -->` and `<!-- end-state -->` goes with the fact.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

BLOCK = re.compile(
    r"^[ \t]*<!-- if-state: (?P<id>[\w-]+) -->[ \t]*\n(?P<inside>.*?)^[ \t]*<!-- end-state -->[ \t]*\n?",
    re.MULTILINE | re.DOTALL,
)
MARK = re.compile(r"<!-- state: (?P<id>[\w-]+) -->")
EMPTY_ITEM = re.compile(r"^[ \t]*(?:[-*]|\d+\.)[ \t]*$\n?", re.MULTILINE)


def expand(markdown: str, facts: Mapping[str, Mapping[str, Any]]) -> str:
    """Return `markdown` with its state marks replaced by `facts` (id: text and source)."""
    if "state: " not in markdown:
        return markdown
    kept = BLOCK.sub(lambda found: found["inside"] if found["id"] in facts else "", markdown)
    filled = MARK.sub(lambda found: _fact(facts.get(found["id"])), kept)
    return EMPTY_ITEM.sub("", filled)


def _fact(fact: Mapping[str, Any] | None) -> str:
    return f"{fact['text'].strip()} [@{fact['source']}]" if fact else ""
