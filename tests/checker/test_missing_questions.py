"""Which questions a result leads back to: those left open that could still change it."""

from __future__ import annotations

import pytest

from checker.examples import EVERYONE, EXAMPLES
from checker.explain import missing_questions
from checker.model import QUESTIONS, Option, Question
from checker.responses import findings
from checker.rules import decide
from tests.checker.page_answer import explained


def test_missing_safety_answers_can_be_jumped_to():
    answer = explained(thoughts=[], safe_for_now=["rather_not_say"])
    assert answer["outcome"] == "not_enough_answers"
    assert answer["missing_questions"] == ["thoughts", "safe_for_now"]


def test_a_question_that_is_not_asked_yet_is_reached_through_the_one_before():
    answer = explained(substances=[])
    assert answer["missing_questions"] == ["substances"]


@pytest.fixture
def chain(monkeypatch):
    """Three questions, each asked after a yes to the one before; the last one is about need."""
    need = {"first": [], "later": [], "last": ["su_friends_use"]}
    before = None
    for name, signs in need.items():
        yes = Option(
            id="yes",
            text={"me": "Yes"},
            present=tuple(signs),
            absent=(),
            exclusive=True,
            decline=False,
            danger=None,
            paper=None,
        )
        shown_if = before and {"question": before, "options": ["yes"]}
        question = Question(name, "mood", "one", {"me": name}, shown_if, (), (yes,))
        monkeypatch.setitem(QUESTIONS, name, question)
        before = name
    return {"first": ["yes"], "later": ["yes"], "last": ["yes"]}


def test_a_question_is_asked_only_if_all_before_it_were_answered_so(chain):
    assert "su_friends_use" in findings(chain).present
    assert not findings(chain | {"later": []}).present
    assert not findings(chain | {"first": []}).present


@pytest.mark.parametrize(
    ("answered", "reached"),
    [([], ["first"]), (["first"], ["later"]), (["first", "later"], ["last"])],
)
def test_a_question_two_steps_away_is_reached_by_the_step_that_is_asked(chain, answered, reached):
    form = EVERYONE | {"substances": []} | {name: chain[name] for name in answered}
    given = findings(form)
    named = missing_questions(decide(given), given, form)
    assert [name for name in named if name in chain] == reached


def test_a_safety_sign_that_two_questions_ask_is_reached_by_the_one_that_is_asked():
    answer = explained(safe_for_now=["rather_not_say"])
    assert answer["missing_questions"] == ["safe_for_now"]


def test_every_open_question_about_need_is_named_in_the_order_of_the_form():
    using = next(e["answers"] for e in EXAMPLES if e["id"] == "busy_parent")
    answer = explained(**{**using, "use_effects": [], "feelings": []})
    assert answer["outcome"] == "weekly_may_be_enough"
    assert answer["missing_questions"] == ["use_effects", "feelings"]


def test_a_calm_result_names_the_questions_about_need_that_were_left_open():
    answer = explained(feelings=[])
    assert answer["outcome"] == "weekly_may_be_enough"
    assert answer["missing"] == []
    assert answer["missing_questions"] == ["feelings"]


def test_an_open_question_is_not_named_beside_a_result_that_asks_for_more():
    answer = explained(care=["now"], care_now=["same_or_worse"], feelings=[])
    assert answer["outcome"] == "iop_assess"
    assert answer["missing_questions"] == []
