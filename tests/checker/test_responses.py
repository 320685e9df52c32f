"""What was checked on the form, and the signs that it says."""

from __future__ import annotations

import pytest

from checker.examples import EVERYONE
from checker.findings import InputError
from checker.model import QUESTIONS, SIGNS
from checker.responses import audience, findings, for_audience, read_responses, ruled_out, shown
from tests.checker import roles
from tests.checker.strategies import asked


def test_no_alcohol_or_drugs_answers_the_safety_questions_about_them():
    answered = findings({"substances": ["none"], "left": ["none"]})
    assert answered.absent >= {"x_daily_alcohol_or_sedatives", "x_past_severe_withdrawal"}
    assert answered.absent >= roles.SECTIONS["su_"]
    assert answered.present == {"x_last_over_30_days"}


def test_skipping_and_declining_say_nothing():
    for answer in ([], ["rather_not_say"]):
        answered = findings({"thoughts": answer})
        assert not answered.answered
    assert findings({"thoughts": ["rather_not_say"]}).declined >= {"sf_active_suicidal"}


def test_choosing_some_boxes_denies_the_others_of_the_group():
    answered = findings({"feelings": ["sleep"]})
    assert answered.present == {"mh_sleep_affects_day"}
    assert answered.absent == QUESTIONS["feelings"].signs - answered.present


def test_a_yes_to_one_question_outweighs_a_no_to_another():
    responses = asked("hold_urges") | {"safe_for_now": ["none"], "hold_urges": ["cannot_hold"]}
    answered = findings(responses)
    assert "rd_cannot_stay_safe_between_sessions" in answered.present
    assert "rd_cannot_stay_safe_between_sessions" not in answered.absent


def test_answers_to_questions_that_are_not_asked_do_not_count():
    stale = {"substances": ["none"], "daily_alcohol": ["daily"], "overdose": ["yes"]}
    assert findings(stale) == findings({"substances": ["none"]})


@pytest.mark.parametrize(
    ("raw", "culprit"),
    [
        (None, "expected an object"),
        ({"responses": ["who"]}, "expected an object"),
        ({"responses": {}, "more": 1}, "unknown key 'more'"),
        ({"responses": {"nothing": []}}, "unknown question 'nothing'"),
        ({"responses": {"who": "me"}}, "question 'who' takes a list"),
        ({"responses": {"who": ["us"]}}, "unknown option 'us' in question 'who'"),
        ({"responses": {"who": [1]}}, "unknown option 1 in question 'who'"),
        ({"responses": {"who": ["me", "them"]}}, "of question 'who' stands alone"),
        ({"responses": {"feelings": ["none", "sleep"]}}, "option 'none' of question 'feelings'"),
    ],
)
def test_what_is_no_answer_is_refused_by_name(raw, culprit):
    with pytest.raises(InputError) as refused:
        read_responses(raw)
    assert culprit in str(refused.value)


def test_an_answer_given_twice_counts_once():
    assert read_responses({"responses": {"feelings": ["sleep", "sleep"]}}) == {
        "feelings": ["sleep"]
    }


@pytest.mark.parametrize("form", [{"who": ["me"]}, {"who": ["them"]}, {"age": ["under_18"]}])
def test_what_is_not_for_this_person_is_neither_asked_nor_denied(form):
    others = [q for q in QUESTIONS.values() if not for_audience(q, form)]
    assert others
    for question in others:
        assert audience(form) not in question.only_for
        whole = asked(question.id) | {question.id: [question.options[0].id]} | form
        if audience(whole) == audience(form):
            assert not shown(question, whole)
            assert not ruled_out(question, whole)


def test_a_protection_that_nobody_asked_about_is_open_and_all_else_is_denied():
    """After an answer that makes a follow-up needless."""
    for question in QUESTIONS.values():
        if not question.shown_if:
            continue
        before = QUESTIONS[question.shown_if["question"]]
        others = {option.id for option in before.options if not option.decline}
        for option in sorted(others - set(question.shown_if["options"])):
            form = asked(before.id) | {before.id: [option]}
            strengths = {s for s in question.signs if SIGNS[s].polarity == "support"}
            if ruled_out(question, form):
                assert not strengths & findings(form).absent


def test_what_was_declined_is_remembered_of_each_question():
    """Two questions declined: the signs of both are open, and neither is forgotten."""
    declined = findings(
        EVERYONE | {"violence": ["rather_not_say"], "managing": ["rather_not_say"]}
    ).declined
    assert {"x_violence_at_home", "mh_needs_24h_supervision"} <= declined
