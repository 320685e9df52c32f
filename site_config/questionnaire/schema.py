"""The form of `signs.yml`, `questionnaire.yml`, `outcomes.yml` and `examples.yml`.

Only form: which names there are and what they hold. What the parts mean to each other is in
`engine_checks.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from site_config.core import yaml_source
from site_config.core.issues import Issue
from site_config.questionnaire.voices import wrong_voice

if TYPE_CHECKING:
    from pathlib import Path

    from site_config.core.yaml_source import Raw


def _words(raw: Raw) -> Raw:
    if wrong := wrong_voice(raw):
        raise PydanticCustomError("words", "{wrong}", {"wrong": wrong})
    return raw


Words = Annotated[Any, BeforeValidator(_words)]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Ids = Annotated[list[Id], Field(min_length=1)]
Texts = Annotated[list[Words], Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Sign(_Strict):
    """One sign; `asam4`, `locus` and `note` are for readers of the file."""

    id: Id
    section: Id
    sub: Id
    polarity: Literal["toward_iop", "higher_first", "support", "red_flag", "info"]
    safety: Literal["none", "watch", "urgent", "emergency"]
    source_line: int | None
    text: str
    asam4: str | None = None
    locus: str | None = None
    implied: bool = False
    alias_of: Id | None = None
    note: str | None = None
    why: str | None = None


class Signs(_Strict):
    """The whole of `signs.yml`."""

    signs: list[Sign]


class Option(_Strict):
    """One possible answer."""

    id: Id
    text: Words
    present: Ids | None = None
    also_no: Ids | None = None
    danger: Literal["urgent"] | None = None


class ShownIf(_Strict):
    """The answers to an earlier question after which a question is asked."""

    question: Id
    options: Ids


class Question(_Strict):
    """One question with its options."""

    id: Id
    kind: Literal["one", "many"]
    text: Words
    hint: Words | None = None
    shown_if: ShownIf | None = None
    none: bool = False
    decline: bool = False
    options: Annotated[list[Option], Field(min_length=1)]


class Screen(_Strict):
    """One screen of the form."""

    id: Id
    title: Words
    questions: Annotated[list[Question], Field(min_length=1)]


class Questionnaire(_Strict):
    """The whole of `questionnaire.yml`."""

    version: str
    none: Words
    decline: Words
    screens: Annotated[list[Screen], Field(min_length=1)]


class Outcome(_Strict):
    """The words of one outcome."""

    id: Id
    title: Words
    lead: Words
    meaning: Texts
    next_steps: Texts
    bring: list[Words]
    changes: Words


class Banner(_Strict):
    """The words of one banner."""

    id: Id
    title: Words
    text: Texts


class Rule(_Strict):
    """Why a rule led to an outcome."""

    id: Id
    outcome: Id
    why: Words
    unless: Words | None = None
    source: Id


class Phrase(_Strict):
    """A wish in place of a sign, or how a contradiction is read."""

    id: Id
    text: Words


class Said(_Strict):
    """The whole of `outcomes.yml`."""

    outcomes: list[Outcome]
    banners: list[Banner]
    rules: list[Rule]
    wishes: list[Phrase]
    conflicts: list[Phrase]


class Example(_Strict):
    """A made-up person: what differs from `everyone`, and what the check has to say."""

    id: Id
    story: str
    answers: dict[Id, list[Id]]
    outcome: Id
    banners: list[Id]


class Examples(_Strict):
    """The whole of `examples.yml`."""

    everyone: dict[Id, list[Id]]
    examples: Annotated[list[Example], Field(min_length=1)]


def wrong_form(path: Path, raw: Raw, model: type[BaseModel]) -> list[Issue]:
    """Every place where the file `path` does not have the form of `model`."""
    try:
        model.model_validate(raw)
    except ValidationError as error:
        return [_issue(path, raw, dict(problem)) for problem in error.errors()]
    return []


def _issue(path: Path, raw: Raw, problem: dict[str, Any]) -> Issue:
    *above, name = problem["loc"] or ("the file",)
    line = yaml_source.line_of(raw, problem["loc"])
    owner = _owner(raw, above)
    if problem["type"] == "missing":
        return Issue(path, line, f"`{name}` of {owner} is missing", f"Add `{name}:` there")
    if problem["type"] == "extra_forbidden":
        return Issue(path, line, f"{owner} has no `{name}`", "Remove it, or mend its name")
    message = f"`{name}` of {owner} cannot be used: {problem['msg']}"
    fix = _FIXES.get(problem["type"], "Compare it with its neighbors")
    return Issue(path, line, message, fix)


_FIXES = {
    "words": "Write one sentence, or one for `me` and one for `them`",
    "literal_error": "Use one of the words that are named",
    "string_pattern_mismatch": "Use small letters, digits and _ only, and begin with a letter",
    "too_short": "Add at least one",
    "list_type": "Write a list: [one, two], or lines that begin with `- `",
    "bool_type": "Write true or false",
    "string_type": "Write a text; put a number or a date in quotes",
}


def _owner(raw: Raw, keys: list[Any]) -> str:
    """The nearest thing with an id around a issue, as a person would call it."""
    found, kind = "the file", ""
    for key in keys:
        raw = raw[key] if isinstance(raw, dict | list) else None
        kind = str(key).removesuffix("s") if isinstance(key, str) else kind
        if isinstance(raw, dict) and "id" in raw:
            found = f"the {kind} {raw['id']!r}"
    return found
