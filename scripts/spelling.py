"""`make spelling`, and part of `make check`: misspelled words in all that people read in English.

codespell knows common mistakes and British forms; `site_config/spelling/mistakes.txt` adds those
of our field (`fentynal->fentanyl`), `right.txt` the words that codespell takes for mistakes.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from site_config.core.annotations import announce
from site_config.core.issue_report import counted, report
from site_config.core.issues import Issue
from site_config.settings import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTS = Path("site_config/spelling")
TEXTS = (
    *("content/**/*.md", "content/_data/**/*.yml", "checker/*.yml", "docs/**/*.md", "README.md"),
    *("site_config/center.yml", "site_config/**/*.html"),
)

_FOUND = re.compile(r"(?P<path>.+?):(?P<line>\d+): (?P<word>\S+) ==> (?P<better>.+)")
_ADDRESS = r"\b(?:https?://|www\.)\S+|\[@\w+\]|\b\w+_\w+\b"
"""Addresses, citations and ids are no words."""


class SpellingError(Exception):
    """codespell did not run; the text is what it said."""


def misspelled(root: Path) -> Iterator[Issue]:
    """Give each misspelled word with its line.

    Raises:
        SpellingError: codespell did not run to its end.
    """
    content = root / "content"
    others = [content / language for language in languages.folders(content)]
    files = sorted({file for pattern in TEXTS for file in root.glob(pattern)})
    names = [
        file.relative_to(root).as_posix()
        for file in files
        if not any(file.is_relative_to(other) for other in others)
    ]
    command = [
        *(sys.executable, "-m", "codespell_lib", "--disable-colors", "--quiet-level", "2"),
        *("--builtin", "clear,rare,en-GB_to_en-US", "--dictionary", "-"),
        *("--dictionary", str(LISTS / "mistakes.txt"), "--ignore-words", str(LISTS / "right.txt")),
        *("--ignore-regex", _ADDRESS),
    ]
    done = subprocess.run([*command, *names], cwd=root, capture_output=True, text=True, check=False)
    found = [_FOUND.fullmatch(row) for row in done.stdout.splitlines()]
    if done.stderr or None in found:
        raise SpellingError(done.stderr or done.stdout)
    for one in filter(None, found):
        better = one["better"].split(", ")
        fix = f"Write “{'” or “'.join(better)}”. If it is right, add it to {LISTS / 'right.txt'}"
        yield Issue(Path(one["path"]), int(one["line"]), f"“{one['word']}” is misspelled", fix)


def main(arguments: list[str] | None = None) -> int:
    """Check the spelling; return 1 if a word is misspelled."""
    parser = argparse.ArgumentParser(prog="make spelling", description=main.__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help=argparse.SUPPRESS)
    issues = list(misspelled(parser.parse_args(arguments).root))
    print(f"{report(issues)}Spelling: {counted(issues)}.")
    announce("Spelling", issues)
    return int(bool(issues))


if __name__ == "__main__":
    sys.exit(main())
