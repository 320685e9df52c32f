"""Files that office programs and editors leave beside a document while it is open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.core.files import visible
from site_config.core.issues import Issue, IssuesFound

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = ("checker", "content/_data", "site_config/overrides")
"""Elsewhere in content/ the linter names every file that is no page or picture."""
_NAMES = re.compile(r"~\$.+|#.+#|.+~")


def check(root: Path) -> None:
    """Refuse leftovers: they would be taken for data, templates or code.

    Raises:
        IssuesFound: names each one.
    """
    found = [
        file
        for folder in FOLDERS
        for file in visible(root / folder, "*")
        if _NAMES.fullmatch(file.name)
    ]
    if found:
        what = "An editor or office program left this file here"
        fix = "Close the document, or delete this file"
        raise IssuesFound(Issue(file.relative_to(root), 1, what, fix) for file in found)
