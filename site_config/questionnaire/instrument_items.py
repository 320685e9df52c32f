"""From the items of a FHIR Questionnaire to those that the engine asks and scores.

What the self-check cannot show as the instrument's authors mean it is an issue, never a guess:
another kind of item would change a validated instrument.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from site_config.questionnaire.instrument_texts import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.core.yaml_source import Key
    from site_config.questionnaire.instrument_settings import Settings

Json = dict[str, Any]

SCORES = (
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
)
HIDDEN = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"
YES_NO = (
    (True, {"text": "Yes", "texts": {"es": "Sí"}}),
    (False, {"text": "No", "texts": {"es": "No"}}),
)
UNSUPPORTED = {
    "repeats": "more than one answer to an item",
    "answerValueSet": "options from a value set",
    "initial": "an answer that is given beforehand",
    "modifierExtension": "what changes the meaning of an item",
}
_INLINE = "List the options in the file as `answerOption`"
_KINDS = "Use choice, boolean, group or display. Leave out an item for the total: we add it up"


class Problem(NamedTuple):
    """What is wrong in the part of the file at `key`."""

    key: Key
    what: str
    fix: str


class Place(NamedTuple):
    """Where an item stands: groups and conditions around it, and words said before it."""

    within: tuple[str, ...] = ()
    when: tuple[Json, ...] = ()
    lead: tuple[Json, ...] = ()


class Reader:
    """Walks through the items once; `items` and `groups` are for the engine."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.items: list[Json] = []
        self.groups: dict[str, str] = {}
        self.keys: dict[str, Key] = {}
        self.problems: list[Problem] = []
        self.spoken: list[tuple[Key, Json]] = []

    def read(self, resource: Json) -> None:
        """Read all items of the resource, and note what is wrong with them."""
        self._level(resource.get("item", []), ("item",), Place())
        if not self.items:
            self._say(
                ("item",), "there is no item to answer", "Add items of type choice or boolean"
            )

    def _say(self, key: Key, what: str, fix: str) -> None:
        self.problems.append(Problem(key, what, fix))

    def words(self, owner: Json, name: str, key: Key) -> Json:
        """Return the words of an element; they must be there."""
        said = words(owner, name)
        if not str(said["text"]).strip():
            self._say(key, f"the item has no `{name}`", "Add the words that the person reads")
        self.spoken.append((key, said))
        return said

    def _level(self, items: list[Json], key: Key, place: Place) -> None:
        before: tuple[Json, ...] = ()
        for number, item in enumerate(items):
            here = (*key, number)
            self._common(item, here)
            kind = item.get("type")
            if kind == "display":
                if "enableWhen" in item:
                    self._say(
                        here,
                        "words of type display with `enableWhen` aren't supported",
                        "Put them into a group that has the `enableWhen`",
                    )
                before = (*before, self.words(item, "text", here))
                continue
            when = (*place.when, *self._condition(item, here))
            inner = Place(place.within, when, (*place.lead, *before))
            if kind == "group":
                self._group(item, here, inner)
            elif kind in ("choice", "boolean"):
                self._question(item, here, inner)
            else:
                self._say((*here, "type"), f"items of type “{kind}” aren't supported", _KINDS)
            before = ()

    def _common(self, item: Json, key: Key) -> None:
        link = item.get("linkId", "")
        if link in self.keys:
            self._say(key, f"the linkId “{link}” is there twice", "Rename one of them")
        self.keys.setdefault(link, key)
        for name, what in UNSUPPORTED.items():
            if item.get(name):
                fix = _INLINE if name == "answerValueSet" else f"Leave `{name}` out"
                self._say((*key, name), f"{what} isn't supported", fix)
        if any(one.get("url") == HIDDEN for one in item.get("extension", ())):
            self._say((*key, "extension"), "a hidden item isn't supported", "Leave the item out")

    def _group(self, item: Json, key: Key, place: Place) -> None:
        lead = place.lead
        if item.get("text"):
            lead = (*lead, self.words(item, "text", key))
        self.groups[item["linkId"]] = item.get("text", "")
        inside = Place((*place.within, item["linkId"]), place.when, lead)
        self._level(item.get("item", []), (*key, "item"), inside)

    def _question(self, item: Json, key: Key, place: Place) -> None:
        if item.get("item"):
            fix = "Put them after it, with `enableWhen`"
            self._say((*key, "item"), "items below a question aren't supported", fix)
        link = item["linkId"]
        options = self._yes_no(link) if item["type"] == "boolean" else self._options(item, key)
        scored = any(option["score"] is not None for option in options)
        self._scores(link, key, options, scored=scored)
        self.items.append(
            {
                "id": str(len(self.items) + 1),
                "link": link,
                **self.words(item, "text", key),
                "lead": list(place.lead),
                "within": list(place.within),
                "when": list(place.when),
                "scored": scored and link not in self.settings.not_scored,
                "options": options,
                "lines": [],
            }
        )

    def _yes_no(self, link: str) -> list[Json]:
        scores = self.settings.yes_no_scores.get(link, {})
        return [
            {
                **said,
                "answer": {"valueBoolean": value},
                "danger": False,
                "score": scores.get("yes" if value else "no"),
            }
            for value, said in YES_NO
        ]

    def _options(self, item: Json, key: Key) -> list[Json]:
        options: list[Json] = []
        for number, raw in enumerate(item.get("answerOption", ())):
            here = (*key, "answerOption", number)
            coding = raw.get("valueCoding")
            if coding is None:
                self._say(
                    here, "an option that is no coding isn't supported", "Write `valueCoding`"
                )
                continue
            answer = {n: coding[n] for n in ("system", "code", "display") if n in coding}
            said = self.words(coding, "display", here)
            if "code" not in coding:
                self._say(
                    here, "the option has no `code`", "Add the code that the file's system has"
                )
            same = [o for o in options if _code(o["answer"]["valueCoding"]) == _code(answer)]
            if same or any(said["text"] == o["text"] for o in options):
                self._say(here, f"the option “{said['text']}” is there twice", "Leave one of them")
            score = self._score(raw, here)
            options.append(
                {**said, "answer": {"valueCoding": answer}, "danger": False, "score": score}
            )
        if len(options) < 2 and "answerValueSet" not in item:  # noqa: PLR2004
            self._say(key, "the item has fewer than two options", _INLINE)
        return options

    def _score(self, option: Json, key: Key) -> int | None:
        extensions = (*option.get("extension", ()), *option["valueCoding"].get("extension", ()))
        values = {one.get("valueDecimal") for one in extensions if one.get("url") in SCORES}
        if not values:
            return None
        value = values.pop()
        if values or value is None or value != int(value):
            self._say(key, "the score isn't one whole number", "Write it as `valueDecimal`, once")
            return 0
        return int(value)

    def _scores(self, link: str, key: Key, options: list[Json], *, scored: bool) -> None:
        exempt = link in self.settings.not_scored
        if scored and exempt:
            fix = "Take it out of `not_scored` in the .yml file, or take the scores out here"
            self._say(key, f"the item “{link}” has scores and isn't scored", fix)
        for number, option in enumerate(options):
            if option["score"] is None and not exempt:
                coded = "valueCoding" in option["answer"]
                here = (*key, "answerOption", number) if coded else key
                fix = "Add an `ordinalValue`" if coded else "Add the item to `yes_no_scores`"
                self._say(
                    here,
                    f"the score of “{option['text']}” of the item “{link}” is missing",
                    f"{fix}, or list the item under `not_scored` in the .yml file",
                )
                if not scored:
                    break

    def _condition(self, item: Json, key: Key) -> Iterator[Json]:
        raw = item.get("enableWhen")
        if not raw or item.get("type") == "display":
            return
        if len(raw) > 1 and "enableBehavior" not in item:
            fix = "Add `enableBehavior`: all or any"
            self._say((*key, "enableWhen"), "it isn't said how the conditions go together", fix)
        tests = [self._test(one, (*key, "enableWhen", number)) for number, one in enumerate(raw)]
        yield {
            "behavior": item.get("enableBehavior", "all"),
            "tests": [test for test in tests if test],
        }

    def _test(self, raw: Json, key: Key) -> Json | None:
        """Return one condition: the item has one of these options, or with `not` has none."""
        asked = next((one for one in self.items if one["link"] == raw["question"]), None)
        if asked is None:
            fix = "Name the linkId of a choice or boolean item that comes before this one"
            self._say(key, f"`enableWhen` names no earlier item “{raw['question']}”", fix)
            return None
        places = list(range(len(asked["options"])))
        if raw["operator"] == "exists":
            return {"item": asked["id"], "options": places, "not": not raw.get("answerBoolean")}
        if raw["operator"] not in ("=", "!="):
            what = f"the operator “{raw['operator']}” of `enableWhen` isn't supported"
            self._say(key, what, "Use =, != or exists")
            return None
        fitting = [n for n in places if _fits(raw, asked["options"][n]["answer"])]
        if not fitting:
            fix = f"Use an answer that the item “{raw['question']}” has"
            self._say(key, "`enableWhen` names an answer that nobody can give", fix)
        return {"item": asked["id"], "options": fitting, "not": raw["operator"] == "!="}


def _fits(condition: Json, answer: Json) -> bool:
    if "valueBoolean" in answer:
        return condition.get("answerBoolean") is answer["valueBoolean"]
    return _code(condition.get("answerCoding", {})) == _code(answer["valueCoding"])


def _code(coding: Json) -> tuple[str | None, str | None]:
    return coding.get("system"), coding.get("code")
