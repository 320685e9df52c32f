"""The questionnaire as a way to the signs: all of them, by paths that end."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
import yaml

from checker import ids
from checker.banners import banners
from checker.evaluate import evaluate
from checker.examples import EVERYONE, EXAMPLES
from checker.findings import canonical
from checker.model import QUESTIONS, SCREENS
from checker.responses import findings, shown
from checker.rules import decide
from scripts.random_cases import corpus, person
from tests.checker import roles
from tests.checker.strategies import asked

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SCREENS = 16


@pytest.fixture(scope="module")
def file_signs(root):
    """The signs as they stand in signs.yml, read without any code of the project."""
    return yaml.safe_load((root / "checker/signs.yml").read_text("utf-8"))["signs"]


def test_every_deciding_sign_can_be_set_by_an_answer(file_signs):
    """Found by giving each answer to each question, as a person would, not from the data."""
    settable = set()
    for question in QUESTIONS.values():
        for option in question.options:
            settable |= findings(asked(question.id) | {question.id: [option.id]}).present
    deciding = [s for s in file_signs if s["id"] in roles.ALL and s["id"] not in ids.OLD_INPUTS]
    assert len(deciding) == len(roles.ALL) - len(ids.OLD_INPUTS)
    assert [s["id"] for s in deciding if s.get("alias_of", s["id"]) not in settable] == []


def test_an_alias_is_asked_once(file_signs):
    aliases = {s["id"]: s["alias_of"] for s in file_signs if "alias_of" in s}
    asked_signs = [sign for q in QUESTIONS.values() for sign in q.signs]
    for alias, sign in aliases.items():
        assert [canonical(s) for s in asked_signs if s in (alias, sign)] == [sign]


def switches() -> dict[str, list[str]]:
    """The questions that decide which others are asked, with all their options."""
    named = {q.shown_if["question"] for q in QUESTIONS.values() if q.shown_if}
    return {name: [option.id for option in QUESTIONS[name].options] for name in named}


def ways_through() -> Iterator[dict[str, list[str]]]:
    """For each audience: every switch left open, one option at a time, and all open doors at once.

    A follow-up needs one option of one question, so no other combination opens another screen.
    """
    every = {n: [o.id for o in QUESTIONS[n].options if not o.exclusive] for n in switches()}
    for who, age in product(["me", "them"], ["adult", "under_18"]):
        audience = {"who": [who], "age": [age]}
        yield audience
        yield audience | every
        for name, options in switches().items():
            for option in options:
                yield audience | {name: [option]}
                yield audience | every | {name: [option]}


def test_every_path_ends_in_at_most_16_screens():
    """Each screen stands at most once on a path, in the order of the file."""
    lengths = set()
    for responses in ways_through():
        path = [
            screen["id"]
            for screen in SCREENS
            if any(shown(QUESTIONS[name], responses) for name in screen["questions"])
        ]
        lengths.add(len(path))
        assert path[0] == "about"
    assert max(lengths) <= MOST_SCREENS
    assert min(lengths) < max(lengths), "no block is ever skipped"


def test_a_question_is_asked_only_after_an_earlier_one():
    order = list(QUESTIONS)
    for name, question in QUESTIONS.items():
        if question.shown_if:
            assert order.index(question.shown_if["question"]) < order.index(name)


def test_safety_comes_before_anything_else():
    """Every question about danger stands before every question about need."""
    order = list(QUESTIONS)
    emergency, need = set(roles.SIGNS["emergency"]), set(roles.SIGNS["current"])
    last = max(order.index(q.id) for q in QUESTIONS.values() if q.signs & emergency)
    first = min(order.index(q.id) for q in QUESTIONS.values() if q.signs & need)
    assert last < first


def test_every_question_of_a_safety_sign_can_be_declined():
    for question in QUESTIONS.values():
        if question.signs & (roles.GATE | {"x_violence_at_home"}):
            assert any(option.decline for option in question.options), question.id


def test_not_wanting_to_say_whether_home_is_violent_brings_its_note():
    declined = {"violence": ["rather_not_say"]}
    assert "dv_box" in evaluate({"responses": EVERYONE | declined})["banners"]
    assert "dv_box" in evaluate({"responses": EVERYONE | {"violence": []}})["banners"]
    assert "dv_box" not in evaluate({"responses": EVERYONE})["banners"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_worked_example(example):
    answer = evaluate({"responses": EVERYONE | example["answers"]})
    assert answer["outcome"] == example["outcome"]
    assert set(answer["banners"]) == {*example["banners"], "crisis_988"}


def test_the_worked_examples_show_every_outcome():
    assert {example["outcome"] for example in EXAMPLES} == set(roles.OUTCOMES)


def test_people_at_the_form_reach_every_outcome_and_banner(engine_data):
    decisions = [decide(findings(form)) for form in corpus(person, 1, 4000, engine_data)]
    assert {decision.outcome for decision in decisions} == set(roles.OUTCOMES)
    assert len({banner for d in decisions for banner in banners(d)}) == len(ids.BANNERS)
