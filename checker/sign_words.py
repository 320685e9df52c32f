"""What each sign says, for the table that a clinician reads: never for deciding.

It stands in `sign_words.json`, made from `signs.yml` with `data.json`, and apart from it: a
visitor's browser does not download it.
"""

from __future__ import annotations

import json
import pkgutil
from dataclasses import dataclass


@dataclass(frozen=True)
class SignWords:
    """The sign in a sentence, its line in the source article if it has one, or why it was added."""

    text: str
    source_line: int | None
    why: str | None


SIGN_WORDS: dict[str, SignWords] = {
    sign: SignWords(**words)
    for sign, words in json.loads(pkgutil.get_data("checker", "sign_words.json") or "").items()
}
"""By the sign's id."""
