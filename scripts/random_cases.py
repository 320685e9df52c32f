"""Generated cases, the same for the same seed: signs at random, and people at the form.

For comparing two versions of the rules, or two places where they run. Little danger in most
cases, so that the later rows of the table are reached as well.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from site_config.questionnaire import reading_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Json = dict[str, Any]
ROUTES = {"x_under_18", "x_about_loved_one"}


def signs(random: Random, data: Json) -> Json:
    """Findings: `{"present": [...], "absent": [...]}` of the signs that are asked; some stay open.

    `data` is the engine's compiled data (`checker/data.json`).
    """
    danger, left_open = random.choice([0, 0, 0, 0.02, 0.2]), random.choice([0, 0, 0.02, 0.5])
    other = random.choice([0.02, 0.04, 0.08, 0.12, 0.4])
    asked = {s for q in data["questions"] for option in q["options"] for s in option["present"]}
    found: Json = {"present": [], "absent": []}
    for sign in data["signs"]:
        if not asked & {sign["id"], sign.get("alias_of")}:
            continue
        likely = 0.8 if sign["polarity"] == "support" else other
        if random.random() < (danger if _alarming(sign) else likely):
            found["present"].append(sign["id"])
        elif random.random() >= left_open:
            found["absent"].append(sign["id"])
    return found


def person(random: Random, data: Json) -> Json:
    """Responses: `{question: [options]}` of one person who answers, skips, goes back, changes.

    An answer to a question that is no longer asked stays behind, as it may in the page.
    """
    form = _Form(random, data)
    responses: Json = {}
    for question in data["questions"]:
        if form.shown(question, responses):
            responses[question["id"]] = form.answer(question)
    for question in random.sample(data["questions"], random.choice([0, 0, 1, 4])):
        if form.shown(question, responses):
            responses[question["id"]] = form.answer(question)
    return responses


class _Form:
    """The questionnaire, and how readily this person ticks, skips, and is in danger."""

    def __init__(self, random: Random, data: Json) -> None:
        self.random = random
        self.questions = {question["id"]: question for question in data["questions"]}
        self.alarming = {sign["id"] for sign in data["signs"] if _alarming(sign)}
        self.strengths = {s["id"] for s in data["signs"] if s["polarity"] == "support"}
        self.danger = random.choice([0, 0, 0, 0.02, 0.3])
        self.ticks = random.choice([0.03, 0.1, 0.3])
        self.skips = random.choice([0, 0, 0.05, 0.4])

    def shown(self, question: Json, responses: Json) -> bool:
        return reading_time.shown(question, self.questions, responses)

    def answer(self, question: Json) -> list[str]:
        if self.random.random() < self.skips:
            decline = [option["id"] for option in question["options"] if option["decline"]]
            return self.random.choice([[], decline])
        boxes = [option for option in question["options"] if not option["exclusive"]]
        if question["kind"] == "one":
            return [self._one(question)]
        chosen = [o["id"] for o in boxes if self.random.random() < self._tick(o)]
        return chosen or [o["id"] for o in question["options"] if o["id"] == "none"]

    def _one(self, question: Json) -> str:
        """The one answer; an alarming one only now and then."""
        options = [option for option in question["options"] if not option["decline"]]
        alarming = [option["id"] for option in options if self._alarms(option)]
        calm = [option["id"] for option in options if option["id"] not in alarming]
        alarmed = alarming and self.random.random() < self.danger
        return str(self.random.choice(alarming if alarmed or not calm else calm))

    def _tick(self, option: Json) -> float:
        if self.strengths & set(option["present"]):
            return 0.8
        return self.danger if self._alarms(option) else self.ticks

    def _alarms(self, option: Json) -> bool:
        return bool(self.alarming & set(option["present"]))


def _alarming(sign: Json) -> bool:
    return (
        sign["safety"] in ("urgent", "emergency")
        or sign["polarity"] in ("red_flag", "higher_first")
        or sign["id"] in ROUTES
        or (sign["safety"] == "watch" and sign["polarity"] == "toward_iop")
    )


def corpus(
    kind: Callable[[Random, Json], Json], seed: int, size: int, data: Json
) -> Iterator[Json]:
    """`size` cases of one kind (`signs` or `person`); the same for the same seed and data."""
    random = Random(seed)  # noqa: S311 (cases, not secrets)
    for _ in range(size):
        yield kind(random, data)
