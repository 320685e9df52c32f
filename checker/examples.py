"""Made-up people, for the table that a clinician reads and for tests: never for deciding.

They stand in `examples.json`, made from `examples.yml` with `data.json`, and apart from it: a
visitor's browser does not download them.
"""

from __future__ import annotations

import json
import pkgutil
from typing import Any

_DATA: dict[str, Any] = json.loads(pkgutil.get_data("checker", "examples.json") or "")

EVERYONE: dict[str, list[str]] = _DATA["everyone"]
"""Answers of someone well: each person's own answers come on top of these."""

EXAMPLES: list[dict[str, Any]] = _DATA["examples"]
"""A person each: id, answers, and the outcome and banners that must come out."""
