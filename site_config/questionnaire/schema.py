"""Schema of `signs.yml`, `questionnaire.yml`, `outcomes.yml` and `examples.yml`.

Only which names there are and what they hold. How the parts fit together is in `consistency.py`.
"""

from __future__ import annotations

import re
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
CONDITION_KEYS = (
    *("if", "if_all", "if_no", "if_open", "if_rule", "voice"),
    *("unless", "unless_all", "unless_rule", "beside"),
)
_PLAIN_KEYS = {"text", "page", "local", "later", "screen_only"}
LOCAL = ("crisis_team",)
"""What `local` of a step can name: a fact of the center's state (`selfcheck_form.STEP_FACTS`)."""
_ITEM_KEYS = {"lines", *_PLAIN_KEYS, *CONDITION_KEYS}


def _item(raw: YamlValue) -> YamlValue:
    """Words, or `{text: words}` with conditions and the lines to call."""
    if not isinstance(raw, dict) or "text" not in raw:
        return _words(raw)
    _words(raw["text"])
    if unknown := sorted(set(map(str, raw)) - _ITEM_KEYS):
        wrong = f"`{unknown[0]}` is not one of {', '.join(sorted(_ITEM_KEYS))}"
        raise PydanticCustomError(WORDING, "{wrong}", {"wrong": wrong})
    if raw.get("local", LOCAL[0]) not in LOCAL:
        wrong = f"`local` must be one of {', '.join(LOCAL)}"
        raise PydanticCustomError(WORDING, "{wrong}", {"wrong": wrong})
    if error := _step_error(raw):
        raise PydanticCustomError(WORDING, "{wrong}", {"wrong": error})
    for key in _ITEM_KEYS - _PLAIN_KEYS:
        names = raw.get(key)
        if names is not None and not _is_list_of_ids(names):
            wrong = f"`{key}` must be a list of ids: [one, two]"
            raise PydanticCustomError(WORDING, "{wrong}", {"wrong": wrong})
    return raw


_URGENT_WORDS = re.compile(
    r"911|988|\bnaloxone\b|\bemergency\b|\bdo not\b|\bsuicid|\bguns?\b|\btonight\b|\btoday\b",
    re.IGNORECASE,
)
"""What makes a step one that must not be folded away."""


def _step_error(item: dict[str, Any]) -> str | None:
    """What is wrong with the page of a step, or with `later`, which may not fold danger away."""
    later = item.get("later", True)
    if not isinstance(item.get("page", ""), str):
        return "`page` must be one file under content/, such as start/work.md"
    if item.get("screen_only", True) is not True:
        return "`screen_only` can only be true: leave it out for a step that is on paper, too"
    if later is not True:
        return "`later` can only be true: leave it out for a step that stays open"
    if "later" in item and "lines" in item:
        return "`later` folds a step away, and this one has numbers to call: take `later` out"
    if "later" in item and (found := _URGENT_WORDS.search(str(item["text"]))):
        return f"`later` folds a step away, and this one says “{found[0]}”: take `later` out"
    return None


def _is_list_of_ids(raw: YamlValue) -> bool:
    return isinstance(raw, list) and bool(raw) and all(isinstance(one, str) for one in raw)


Item = Annotated[
    Any,
    BeforeValidator(_item),
    Field(description="Write words, or {text: words, if: [signs], lines: [crisis lines]}"),
]
Items = Annotated[list[Item], Field(min_length=1)]
Tone = Literal["danger", "soon", "next", "steady"]
Urgency = Literal["now", "today", "days", "weeks", "none"]
Audience = Literal["me", "them", "teen"]


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
    paper: Words | None = None
    """What stands on paper instead, where `text` says nothing without the form."""
    paper_heading: Words | None = None
    """What `paper` stands under there, apart from the question."""
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
    paper: Words | None = None
    """What stands on paper instead, and among the questions that are still open."""
    hint: Words | None = None
    shown_if: ShownIf | None = None
    only_for: Annotated[list[Audience], Field(min_length=1)] | None = None
    none: bool = False
    none_present: Ids | None = None
    """Signs that "None of these" makes present."""
    decline: bool = False
    options: Annotated[list[Option], Field(min_length=1)]


class Screen(_Strict):
    """One screen of the form."""

    id: Id
    title: Words
    only_for: Annotated[list[Audience], Field(min_length=1)] | None = None
    questions: Annotated[list[Question], Field(min_length=1)]


class Questionnaire(_Strict):
    """The whole of `questionnaire.yml`."""

    version: str
    none: Words
    none_paper: Words | None = None
    """What "None of these" says on paper, under a question that has `paper`."""
    decline: Words
    screens: Annotated[list[Screen], Field(min_length=1)]


class _Conditions(_Strict):
    """When words are said: all that is given must hold, read after contradictions are settled."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)
    any_present: Ids | None = Field(default=None, alias="if")
    all_present: Ids | None = Field(default=None, alias="if_all")
    any_absent: Ids | None = Field(default=None, alias="if_no")
    any_open: Ids | None = Field(default=None, alias="if_open")
    any_rule: Ids | None = Field(default=None, alias="if_rule")
    voice: Annotated[list[Audience], Field(min_length=1)] | None = None
    none_present: Ids | None = Field(default=None, alias="unless")
    not_all_present: Ids | None = Field(default=None, alias="unless_all")
    no_rule: Ids | None = Field(default=None, alias="unless_rule")
    beside: Ids | None = None


class Variant(_Conditions):
    """Another title and lead of an outcome, for some people."""

    title: Words
    lead: Words


class Outcome(_Strict):
    """The words of one outcome, how it looks and how soon it asks for help."""

    id: Id
    tone: Tone
    urgency: Urgency
    title: Words
    lead: Words
    variants: list[Variant] = []
    meaning: Items
    next_steps: Items
    bring: list[Words]
    changes: Words


class Banner(_Strict):
    """The words of one banner, how it looks and where it goes."""

    id: Id
    tone: Literal["danger", "care", "info"]
    slot: Literal["safety", "practical", "conflict"]
    on_paper: Literal[True] | None = None
    title: Words
    text: Items
    lines: Ids | None = None


class Turn(_Strict):
    """Where to turn for a reason: words, and the lines to call."""

    text: Words
    lines: Ids | None = None


class Rule(_Strict):
    """Why a rule led to an outcome."""

    id: Id
    outcome: Id
    why: Words
    unless: Words | None = None
    source: Id
    turn: Turn | None = None


class Phrase(_Strict):
    """A wish in place of a sign, or how a contradiction is read."""

    id: Id
    text: Words


class OutcomesFile(_Strict):
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
