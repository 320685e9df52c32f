"""Facts that many pages share, each kept once under `content/_data/`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from site_config.core import yaml_source

if TYPE_CHECKING:
    from pathlib import Path

    from site_config.settings.center import Center

UNVERIFIED = frozenset("KD")
"""Evidence marks of facts that no one has checked at the source: they are not shown."""

PUBLISHED = "A"
"""Evidence mark of a state's fact that was read in the law's or the agency's own text."""
STATES = "content/_data/states"
_FACT = frozenset({"id", "text", "source", "as_of", "evidence"})

GLOSSARY = "content/_data/glossary.md"
TERM = re.compile(r"\s*\*\[(?P<term>[^\]]+)\]:\s*(?P<meaning>\S.*)")
"""A line of the glossary."""


def crisis_lines(root: Path) -> list[dict[str, Any]]:
    """Return the crisis lines that someone has checked, in the file's order."""
    lines = yaml_source.load_or_raise(root / "content/_data/crisis_lines.yml", root)
    return [dict(line) for line in lines if line["evidence"] not in UNVERIFIED]


def helpful_pages(root: Path) -> list[tuple[str, str]]:
    """Return what every result of the check links to: address under the site's own, and words.

    Malformed entries are skipped here; the linter reports them.
    """
    listed = yaml_source.load_or_raise(root / "content/_data/helpful_pages.yml", root)
    whole = [e for e in listed or () if isinstance(e, dict) and {"page", "words"} <= e.keys()]
    return [(_address(PurePosixPath(entry["page"])), str(entry["words"])) for entry in whole]


def search_words(root: Path, name: str = "content/_data/search_words.yml") -> dict[str, Any]:
    """Return what the search page knows: words of danger, and the words typed for a page."""
    if not (root / name).is_file():
        return {"danger": [], "pages": {}}
    found = yaml_source.load_or_raise(root / name, root)
    pages = {_address(PurePosixPath(page)): words for page, words in found["pages"].items()}
    return {"danger": found["danger"], "pages": pages}


def _address(page: PurePosixPath) -> str:
    folder = page.parent if page.stem == "index" else page.with_suffix("")
    return f"{folder}/"


def people(root: Path) -> dict[str, Any]:
    """Return the reviewer (None until a clinician has signed) and the authors by key."""
    return dict(yaml_source.load_or_raise(root / "content/_data/people.yml", root))


def sources(root: Path) -> dict[str, Any]:
    """Return the sources by key."""
    return dict(yaml_source.load_or_raise(root / "content/_data/sources.yml", root))


def state_file(center: Center) -> str | None:
    """Return the name of the file with the facts of the center's state; None without a state."""
    slug = re.sub(r"[^a-z0-9]+", "-", (center.region or "").lower()).strip("-")
    return f"{STATES}/{slug}.yml" if slug else None


def state_facts(root: Path, center: Center) -> dict[str, dict[str, Any]]:
    """Return the facts of the center's state that someone read at the law or agency itself, by id.

    Each has at least `text` and `source`, a key of sources.yml. Empty for a state without a file.
    Malformed entries are skipped here; the linter reports them.
    """
    name = state_file(center)
    if name is None or not (root / name).is_file():
        return {}
    data = yaml_source.load_or_raise(root / name, root)
    facts = data.get("facts") if isinstance(data, dict) else None
    whole = [one for one in facts or () if isinstance(one, dict) and one.keys() >= _FACT]
    return {one["id"]: one for one in whole if one["evidence"] == PUBLISHED}


def glossary(root: Path) -> dict[str, str]:
    """Return the words that every page explains, with their meanings.

    Malformed entries are skipped here; the linter reports them.
    """
    rows = (TERM.fullmatch(row) for row in glossary_rows(root))
    return {found["term"]: found["meaning"] for found in rows if found}


def glossary_rows(root: Path) -> list[str]:
    """Return the lines of the glossary; none if a site has no such file."""
    file = root / GLOSSARY
    return file.read_text("utf-8", errors="replace").splitlines() if file.is_file() else []
