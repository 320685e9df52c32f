"""Schema of `signs.yml`, `questionnaire.yml`, `outcomes.yml` and `examples.yml`.

Only which names there are and what they hold. How the parts fit together is in `consistency.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from site_config.core.validation import WORDING
from site_config.questionnaire.voices import audience_text_error

if TYPE_CHECKING:
    from site_config.core.yaml_source import YamlValue


def _words(raw: YamlValue) -> YamlValue:
    if wrong := audience_text_error(raw):
        raise PydanticCustomError(WORDING, "{wrong}", {"wrong": wrong})
    return raw


Words = Annotated[
    Any,
    BeforeValidator(_words),
    Field(description="Write one sentence, or one for `me` and one for `them`"),
]
Id = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9_]*$",
        description="Use lowercase letters, digits and _ only, and start with a letter",
    ),
]
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
