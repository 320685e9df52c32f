"""`checker/words.LANGUAGE.json`: the translations that the engine needs, for its wheel."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from site_config.translation import catalog, strings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write(root: Path, languages: Iterable[str]) -> None:
    """Write the words of the listed languages, and remove those of all others."""
    wanted = {f"words.{language}.json": language for language in languages}
    for file in (root / "checker").glob("words.*.json"):
        if file.name not in wanted:
            file.unlink()
    for name, language in wanted.items():
        words = catalog.read(root, language).words
        own = {text: words[text] for text in strings.of_engine(root) if text in words}
        new = json.dumps(own, ensure_ascii=False, separators=(",", ":"))
        file = root / "checker" / name
        if not file.is_file() or file.read_text("utf-8") != new:
            file.write_text(new, "utf-8")
