"""How long the form takes, worked out from the words that a person is shown.

The start page and the articles state these minutes, so they cannot be wishes: a test holds the
form to them (`tests/questionnaire/test_reading_time.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORDS_A_MINUTE = 200  # silent reading of short text on a phone by a tired adult
SECONDS_A_CHOICE = 3  # to make up one's mind and tap, for each question
OPTIONAL_SCREEN = "bring"  # never changes a result, and can be skipped

PATHS = {"me": "typical", "well": "well", "them": "worried_sister", "teen": "teen"}
"""Whose path each figure is: ids of `checker/examples.yml`."""

Json = dict[str, Any]
Answers = dict[str, list[str]]


def minutes(data: Mapping[str, Any], examples: Mapping[str, Any]) -> dict[str, float]:
    """Minutes for each audience, one decimal: the paths of four people of `examples.yml`."""
    people = {person["id"]: person["answers"] for person in examples["examples"]}
    return {
        name: round(path_minutes(data, {**examples["everyone"], **people[person]}), 1)
        for name, person in PATHS.items()
        if person in people
    }


def path_minutes(data: Mapping[str, Any], answers: Answers) -> float:
    """Minutes that a person with these answers needs, without the optional last step."""
    asked = [q for q in path(data, answers) if q["screen"] != OPTIONAL_SCREEN]
    words = sum(len(text.split()) for text in shown_texts(data, asked, voice(answers)))
    return words / WORDS_A_MINUTE + len(asked) * SECONDS_A_CHOICE / 60


def path(data: Mapping[str, Any], answers: Answers) -> list[Json]:
    """The questions that this person is asked, in order."""
    questions = {question["id"]: question for question in data["questions"]}
    return [question for question in data["questions"] if shown(question, questions, answers)]


def screens(data: Mapping[str, Any], answers: Answers) -> list[str]:
    """The screens that this person sees, in order."""
    return list(dict.fromkeys(question["screen"] for question in path(data, answers)))


def voice(answers: Answers) -> str:
    """Whom the page speaks to: "them" (about another person), "teen" or "me"."""
    if answers.get("who") == ["them"]:
        return "them"
    return "teen" if answers.get("age") == ["under_18"] else "me"


def shown_texts(data: Mapping[str, Any], asked: Iterable[Json], who: str) -> list[str]:
    """Every text on the way. The two fixed options are read once and known by sight after that."""
    titles = {screen["id"]: screen["title"] for screen in data["screens"]}
    asked = list(asked)
    texts = [titles[name] for name in dict.fromkeys(question["screen"] for question in asked)]
    fixed: dict[str, Json] = {}
    for question in asked:
        texts += [question["text"], *([question["hint"]] if question["hint"] else [])]
        for option in question["options"]:
            if option["decline"] or option["id"] == "none":
                fixed[option["id"]] = option["text"]
            else:
                texts.append(option["text"])
    return [text.get(who) or text["me"] for text in [*texts, *fixed.values()]]


def shown(question: Json, questions: Mapping[str, Json], answers: Answers) -> bool:
    """Whether a question of the compiled data is asked, given the answers before it."""
    only = question.get("only_for")
    if only and voice(answers) not in only:
        return False
    condition = question["shown_if"]
    if not condition:
        return True
    before = questions[condition["question"]]
    chosen = set(answers.get(before["id"], ()))
    return shown(before, questions, answers) and bool(chosen & set(condition["options"]))
