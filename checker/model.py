"""The words and signs that the engine works with, read once from `data.json`.

`data.json` is made from `signs.yml`, `questionnaire.yml` and `outcomes.yml` by
`site_config/questionnaire/compiler.py`, which checks them; here they are taken as sound.
"""

from __future__ import annotations

import json
import pkgutil
from dataclasses import dataclass
from functools import cached_property
from typing import Any

# By the loader: in the browser the package is read out of its wheel, which is not unpacked.
_DATA: dict[str, Any] = json.loads(pkgutil.get_data("checker", "data.json") or "")


@dataclass(frozen=True)
class Sign:
    """One sign of `signs.yml`, as the rules know it: its words are in `checker/sign_words.py`."""

    id: str
    section: str
    polarity: str
    alias_of: str | None


@dataclass(frozen=True)
class Option:
    """One possible response: the signs that it makes present, and those it denies.

    `paper` is what a reader without the form is told instead of `text`; with a `paper_heading` it
    stands under that, apart from the question.
    """

    id: str
    text: dict[str, str]
    paper: dict[str, str] | None
    present: tuple[str, ...]
    absent: tuple[str, ...]
    exclusive: bool
    decline: bool
    danger: str | None
    paper_heading: dict[str, str] | None = None


@dataclass(frozen=True)
class Question:
    """One item of the questionnaire. `kind` is "one" (a radio group) or "many" (checkboxes).

    `only_for` are the audiences that it is asked of, all if empty (`responses.audience`).
    `paper` is what a reader without the form is told instead of `text`.
    """

    id: str
    screen: str
    kind: str
    text: dict[str, str]
    shown_if: dict[str, Any] | None
    only_for: tuple[str, ...]
    options: tuple[Option, ...]
    paper: dict[str, str] | None = None

    @cached_property
    def signs(self) -> frozenset[str]:
        """Every sign that some option of this question makes present."""
        return frozenset(sign for option in self.options for sign in option.present)


def _sign(raw: dict[str, Any]) -> Sign:
    return Sign(**{name: raw.get(name) for name in Sign.__dataclass_fields__})  # type: ignore[arg-type]


def _option(raw: dict[str, Any]) -> Option:
    return Option(**{**raw, "present": tuple(raw["present"]), "absent": tuple(raw["absent"])})


def _question(raw: dict[str, Any]) -> Question:
    names = ("id", "screen", "kind", "text", "shown_if")
    only_for, options = tuple(raw.get("only_for") or ()), tuple(map(_option, raw["options"]))
    asked = {n: raw[n] for n in names}
    return Question(**asked, only_for=only_for, options=options, paper=raw["paper"])


VERSION: str = _DATA["version"]
SIGNS: dict[str, Sign] = {raw["id"]: _sign(raw) for raw in _DATA["signs"]}
SCREENS: list[dict[str, Any]] = _DATA["screens"]
QUESTIONS: dict[str, Question] = {raw["id"]: _question(raw) for raw in _DATA["questions"]}
OUTCOMES: dict[str, dict[str, Any]] = {raw["id"]: raw for raw in _DATA["outcomes"]}
BANNERS: dict[str, dict[str, Any]] = {raw["id"]: raw for raw in _DATA["banners"]}
RULES: dict[str, dict[str, Any]] = {raw["id"]: raw for raw in _DATA["rules"]}
CONFLICTS: dict[str, dict[str, Any]] = {raw["id"]: raw for raw in _DATA["conflicts"]}
WISHES: dict[str, dict[str, Any]] = {raw["id"]: raw for raw in _DATA["wishes"]}
# Questionnaires that a center has dropped in (`checker/instruments.py`); most have none.
INSTRUMENTS: list[dict[str, Any]] = _DATA.get("instruments", [])
# For the table that a clinician reads (`checker/decision_table.py`), not for deciding.
REVIEWER: dict[str, Any] | None = _DATA["review"]["reviewer"]
SOURCES: dict[str, dict[str, Any]] = _DATA["sources"]
