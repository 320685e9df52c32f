"""Every address that was ever online, one a line in `content/_data/addresses.txt`.

People have them in bookmarks, printed sheets and letters: each must lead somewhere, for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHED = "content/_data/addresses.txt"

_HEAD = """\
# Every address that was ever on the site. `make addresses` adds those of new pages.
# If one goes, the page that takes its place names it at its top: was: [old/address/]
"""


def published(root: Path) -> dict[str, int]:
    """Return the addresses that were online, each with its line in the list."""
    file = root / PUBLISHED
    rows = file.read_text("utf-8").splitlines() if file.is_file() else []
    return {
        row.strip(): line
        for line, row in enumerate(rows, start=1)
        if row.strip() and not row.startswith("#")
    }


def write_published(root: Path, addresses: set[str]) -> None:
    """Write the list, sorted."""
    rows = "".join(f"{one}\n" for one in sorted(addresses))
    (root / PUBLISHED).write_text(f"{_HEAD}{rows}", "utf-8")
