"""Reading grade and contractions of each English article, now and before November's rewrite.

`.venv/bin/python -m scripts.reading_grades` prints the table in docs/content-coverage.md. The
earlier pages come from Git, so a shallow copy of the project shows a dash for them.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.document import PROSE
from site_config.content_model.page import page_of
from site_config.content_model.text import count_words, sentences
from site_config.linter.page_rules.readability import grade

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"
BEFORE_THE_REWRITE = "b19fb2b"
SHORT_SENTENCE = 6
FEWEST_WORDS = 80  # below that, a grade says little
MOVED = {
    "cost/call-sheet.md": "prepare/call-sheet.md",
    "cost/index.md": "prepare/insurance-and-cost.md",
    "family/index.md": "prepare/family-and-friends.md",
    "family/teens.md": "prepare/teens.md",
    "iop/groups.md": "understand/group-sessions.md",
    "iop/index.md": "understand/index.md",
    "iop/levels.md": "understand/levels-of-care.md",
    "iop/medication.md": "understand/medication.md",
    "iop/week.md": "understand/a-week-in-an-iop.md",
    "right-for-me/both.md": "signs/both-at-once.md",
    "right-for-me/relapse.md": "signs/earlier-treatment.md",
    "right-for-me/safe-to-stop.md": "signs/withdrawal.md",
}
FOLDERS = {"start": "prepare", "right-for-me": "signs"}
"""Where a page stood before the rewrite, if somewhere else; then, by its folder."""

_CONTRACTION = re.compile(
    r"\b\w+(?:n['’]t|['’](?:re|ve|ll|d|m))\b|\b(?:it|he|she|that|there|what|who|how|where|let|here"
    r"|someone|everyone|nobody|one)['’]s\b",
    re.IGNORECASE,
)


class Measured(NamedTuple):
    """Of one page: grade of all prose and of its paragraphs, contractions, short sentences (%)."""

    grade: float
    paragraphs: float
    contractions: int
    short: int

    @classmethod
    def of(cls, text: str, name: str) -> Measured | None:
        """Measure a page's Markdown; None if it has too few words for a grade."""
        prose = [b for b in page_of(text, Path(name), name).parts.blocks if b.kind in PROSE]
        if sum(count_words(block.text) for block in prose) < FEWEST_WORDS:
            return None
        said = [one for block in prose for _, one in sentences(block.text)]
        short = sum(count_words(one) <= SHORT_SENTENCE for one in said)
        contractions = sum(len(_CONTRACTION.findall(one)) for one in said)
        paragraphs = [b.text for b in prose if b.kind == "paragraph" and not b.quoted]
        share = round(100 * short / len(said))
        return cls(grade([b.text for b in prose]), grade(paragraphs), contractions, share)


def earlier(name: str) -> Measured | None:
    """Return what the page measured before the rewrite, or None if it didn't exist."""
    folder, _, file = name.rpartition("/")
    old = MOVED.get(name, f"{FOLDERS.get(folder, folder)}/{file}".lstrip("/"))
    place = f"{BEFORE_THE_REWRITE}:content/{old}"
    found = subprocess.run(
        ["git", "show", place],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return Measured.of(found.stdout, name) if found.returncode == 0 else None


def rows() -> Iterator[tuple[str, Measured | None, Measured]]:
    """Give each article with its measures before and now."""
    for path in sorted(CONTENT.rglob("*.md")):
        name = path.relative_to(CONTENT).as_posix()
        now = Measured.of(path.read_text("utf-8"), name)
        if now and not name.startswith(("_data/", "es/")) and name != "about/parts.md":
            yield name, earlier(name), now


def table() -> str:
    """Return the table in Markdown: before and now in one cell."""
    lines = [
        "| Page | Grade | Of paragraphs alone | Contractions | Sentences up to six words |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, before, now in rows():
        cells = [f"{_was(before, at)}{now[at]}{unit}" for at, unit in enumerate(("", "", "", " %"))]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _was(before: Measured | None, at: int) -> str:
    return f"{before[at]} → " if before else ""


if __name__ == "__main__":
    print(table())
