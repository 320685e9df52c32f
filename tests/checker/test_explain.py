"""Why a result came out, in the person's own words, and what would have changed it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from checker.browser_api import result
from checker.examples import EVERYONE
from checker.explain import reasons
from checker.findings import canonical
from checker.model import CONFLICTS, OUTCOMES, QUESTIONS, RULES, WISHES
from checker.responses import findings, ruled_out, shown
from checker.rules import decide
from tests.checker import roles
from tests.checker.page_answer import answer, explained
from tests.checker.strategies import responses


def questions_of(answer):
    return [reason["question"] for reason in answer["reasons"]]


def test_a_ticked_box_is_quoted_as_it_was_read():
    answer = explained(care=["now"], care_now=["same_or_worse"])
    box = next(o for o in QUESTIONS["care_now"].options if o.id == "same_or_worse")
    assert [(r["answer"], r["option"]) for r in answer["reasons"]] == [(box.text["me"], box.id)]


def test_a_bare_yes_or_no_comes_with_its_question():
    answer = explained(violence=["yes"])
    words = answer["reasons"][0]["answer"]
    assert words.startswith(QUESTIONS["violence"].text["me"])


def test_on_paper_a_no_to_a_list_says_what_was_asked():
    """The question "Is any of this true?" tells a reader without the form nothing."""
    paper = {r["question"]: r["paper"] for r in explained()["reasons"]}
    asked = "Suicide or hurting yourself or someone else"
    assert paper["thoughts"] == f"{asked}: Said no to all of these"
    assert paper["feelings"] is None


def test_on_paper_a_box_that_was_checked_stands_alone():
    checked = explained(thoughts=["better_off_dead"], reach_out=["would_not_call"])["reasons"]
    assert {r["paper"] for r in checked if r["option"] == "better_off_dead"} == {None}


def test_a_box_left_empty_is_named_as_such():
    answer = explained(care=["now"], care_now=["misses"])
    worse = next(o for o in QUESTIONS["care_now"].options if o.id == "same_or_worse")
    named = [r for r in answer["reasons"] if r["question"] == "care_now"]
    assert any(worse.text["me"] in reason["answer"] for reason in named)
    assert {reason["option"] for reason in named} == {None}


def test_reasons_stand_rule_by_rule_in_the_order_of_the_questions():
    answer = explained(
        feelings=["low", "sleep", "focus"],
        care=["before"],
        care_before=["too_short"],
        home_safe=["chaotic"],
    )
    assert questions_of(answer) == [
        "home_safe",
        "feelings",
        "feelings",
        "feelings",
        "care_before",
    ]


def test_one_answer_is_named_once_for_a_rule():
    """Therapy that does not help is two signs and one answer."""
    answer = explained(care=["now"], care_now=["same_or_worse"])
    assert questions_of(answer) == ["care_now"]
    assert answer["reasons"][0]["signs"] == [
        "pt_symptoms_persist_in_therapy",
        "pt_weekly_therapy_not_enough",
    ]


def test_a_missing_ride_says_what_a_ride_would_change():
    answer = explained(care=["now"], care_now=["same_or_worse"], ride=["no"])
    changes = {c["rule"]: c for c in answer["would_change"]}
    assert changes["support_missing"]["outcome"] == "iop_assess"
    wish = WISHES["lc_reliable_transport"]["text"]["me"]
    title = OUTCOMES["iop_assess"]["title"]["me"]
    text = f"If {wish}, the result would be: {title}."
    assert changes["support_missing"]["text"] == text


def test_care_that_does_not_help_says_what_would_change_if_it_did():
    answer = explained(care=["now"], care_now=["same_or_worse"])
    unless = RULES["care_now_not_enough"]["unless"]["me"]
    assert [c["text"].partition(", the result")[0] for c in answer["would_change"]] == [
        f"If {unless}"
    ]


def test_several_wishes_make_one_sentence_and_equal_ones_are_said_once():
    answer = explained(
        care=["now"],
        care_now=["same_or_worse"],
        home_safe=["unsafe"],
        ride=["no"],
        well_enough=["no"],
        group=["not_group"],
    )
    text = next(c["text"] for c in answer["would_change"] if c["rule"] == "support_missing")
    home, body, ride, group = (
        WISHES[sign]["text"]["me"]
        for sign in (
            "lc_home_unsafe",
            "lc_able_to_travel",
            "lc_reliable_transport",
            "rd_open_to_one_to_one_and_group",
        )
    )
    assert WISHES["lc_safe_place_to_live"]["text"]["me"] == home
    assert text.startswith(f"If {body}, {home}, {ride} and {group}, the result")


def test_what_can_be_put_right_comes_before_the_signs_themselves():
    answer = explained(care=["now"], care_now=["same_or_worse"], ride=["no"])
    assert answer["would_change"][0]["rule"] == "support_missing"


def test_no_one_is_told_to_wish_thoughts_of_death_away():
    protected = {"hold_urges": ["hold"], "reach_out": ["would_call"], "means": ["no"]}
    answer = explained(thoughts=["better_off_dead"], **protected)
    assert answer["outcome"] == "iop_assess"
    assert answer["would_change"] == []


def test_what_does_not_change_the_result_is_not_said():
    """Two reasons, each enough: putting one right changes nothing."""
    both = ["now", "before"]
    answer = explained(care=both, care_now=["same_or_worse"], care_before=["residential"])
    assert answer["would_change"] == []


@settings(max_examples=150)
@given(responses())
def test_nothing_favorable_is_dangled_beside_danger(form):
    answer = json.loads(result(json.dumps({"responses": form})))
    if answer["outcome"] in roles.OUTCOMES[:9]:
        assert answer["would_change"] == []
    for change in answer["would_change"]:
        assert change["outcome"] != answer["outcome"]


@settings(max_examples=150)
@given(responses())
def test_every_reason_is_an_answer_that_was_given(form):
    answer = json.loads(result(json.dumps({"responses": form})))
    decision = decide(findings(form))
    assert {r["rule"] for r in answer["reasons"]} == {r.rule for r in decision.because}
    for reason in answer["reasons"]:
        question = QUESTIONS[reason["question"]]
        assert shown(question, form)
        assert form[question.id]
        assert reason["option"] in (None, *form[question.id])
        assert reason["source"] == RULES[reason["rule"]]["source"]
        denied = [s for o in question.options for s in o.absent]
        hidden = [s for q in QUESTIONS.values() if ruled_out(q, form) for s in q.signs]
        assert reason["sign"] in set(map(canonical, (*question.signs, *denied, *hidden)))


def test_a_contradiction_quotes_both_answers_and_leads_to_them():
    answer = explained(care=["now"], care_now=["works", "same_or_worse"], home_safe=["safe"])
    boxes = {o.id: o.text["me"] for o in QUESTIONS["care_now"].options}
    works, worse = boxes["works"], boxes["same_or_worse"]
    reading = CONFLICTS["weekly_care_works_or_not"]["text"]["me"]
    assert answer["conflict_notes"] == [
        {
            "rule": "weekly_care_works_or_not",
            "text": f"You answered “{works}”, and also “{worse}”. {reading}",
            "answers": [works, worse],
            "questions": ["care_now"],
        }
    ]


def test_a_long_contradiction_quotes_three_and_says_that_there_are_more():
    three = explained(care=["now"], care_now=["stable"], feelings=["low", "anxious", "sleep"])
    four = explained(
        care=["now"], care_now=["stable"], feelings=["low", "anxious", "sleep", "focus"]
    )
    shorter, longer = three["conflict_notes"][0], four["conflict_notes"][0]
    quoted = ", ".join(f"“{words}”" for words in shorter["answers"][1:])
    assert f", and also {quoted}. " in shorter["text"]
    assert "” and more. " in longer["text"]
    assert longer["text"].count("“") == len(shorter["answers"])
    assert len(longer["answers"]) == len(shorter["answers"]) + 1


def test_a_loved_ones_answers_are_told_in_the_third_person():
    answer = explained(who=["them"], thoughts=["plan"])
    plan = next(o for o in QUESTIONS["thoughts"].options if o.id == "plan")
    assert answer["reasons"][0]["answer"] == plan.text["them"]
    answer = explained(who=["them"], thoughts=["better_off_dead"], hold_urges=["cannot_hold"])
    named = {reason["question"]: reason for reason in answer["reasons"]}
    assert named["hold_urges"]["answer"].startswith(QUESTIONS["hold_urges"].text["them"])
    why = RULES["thoughts_without_protection"]["why"]
    assert why["them"] != why["me"]
    assert named["thoughts"]["why"] == why["them"]


def test_an_empty_box_is_named_in_the_voice_of_the_page(monkeypatch):
    form = EVERYONE | {"care": ["now"], "care_now": ["misses"]}
    worse = next(o for o in QUESTIONS["care_now"].options if o.id == "still_using")
    monkeypatch.setitem(worse.text, "them", "They still drink")
    for voice in ("me", "them"):
        named = reasons(decide(findings(form)), form, voice)
        quoted = " ".join(r["answer"] for r in named if r["question"] == "care_now")
        assert worse.text[voice] in quoted
    assert worse.text["me"] != worse.text["them"]


def test_a_loved_ones_contradiction_is_told_in_the_third_person(monkeypatch):
    monkeypatch.setitem(CONFLICTS["urges_held_or_not"]["text"], "them", "Words about another.")
    answer = explained(
        who=["them"],
        thoughts=["self_harm"],
        hold_urges=["hold"],
        safe_for_now=["cannot_stay_safe"],
    )
    note = answer["conflict_notes"][0]
    unsafe = next(o for o in QUESTIONS["safe_for_now"].options if o.id == "cannot_stay_safe")
    assert unsafe.text["them"] in note["answers"]
    assert unsafe.text["them"] != unsafe.text["me"]
    assert note["text"].endswith(CONFLICTS["urges_held_or_not"]["text"]["them"])


PILLS = {"substances": ["alcohol", "sedatives_rx"]}


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (PILLS, ["sedatives_rx", "alcohol"]),
        ({"substances": ["opioids_rx", "sedatives_rx"]}, ["opioids_rx", "sedatives_rx"]),
        (PILLS | {"last_use": ["days_30"]}, []),
        (PILLS | {"stopped": ["yes"]}, []),
        ({"substances": ["sedatives_rx"]}, []),
    ],
)
def test_the_drink_and_the_pills_stand_out_first(given, named):
    found = answer(given)
    assert found["outcome"] == "weekly_may_be_enough"
    reasons = [r["option"] for r in found["reasons"] if r["rule"] == "pills_and_alcohol"]
    assert reasons == named
    assert [r["option"] for r in found["reasons"]][: len(named)] == named
    assert "no_signs" in {r["rule"] for r in found["reasons"]}


def test_what_stands_on_paper_is_in_the_voice_of_the_page(monkeypatch):
    daily = next(o for o in QUESTIONS["daily_alcohol"].options if o.id == "daily")
    monkeypatch.setitem(daily.paper, "them", "Words about another.")
    form = EVERYONE | {
        "who": ["them"],
        "substances": ["alcohol"],
        "last_use": ["days_3"],
        "stopped": ["no"],
        "daily_alcohol": ["daily"],
        "stopping": ["none"],
    }
    named = reasons(decide(findings(form)), form, "them")
    (drinks,) = [r for r in named if r["question"] == "daily_alcohol"]
    assert drinks["paper"] == "Words about another."
    assert drinks["sign"] == "x_daily_alcohol_or_sedatives"


def test_one_answer_that_contradicts_another_twice_is_quoted_once():
    answer = explained(
        substances=["alcohol"],
        last_use=["days_3"],
        stopped=["no"],
        daily_alcohol=["not_daily"],
        stopping=["mild", "seizure"],
    )
    rules = [note["rule"] for note in answer["conflict_notes"]]
    assert rules == ["withdrawal_mild_or_severe"]


def test_a_reason_says_what_was_answered_why_it_counts_and_where_to_turn():
    (reason,) = explained(violence=["yes"])["reasons"]
    rule = RULES["urgent_violence"]
    assert reason == {
        "sign": "x_violence_at_home",
        "signs": ["x_violence_at_home"],
        "rule": "urgent_violence",
        "question": "violence",
        "option": "yes",
        "answer": "Does anyone in your life hurt, threaten or control you? Yes",
        "paper": None,
        "why": rule["why"]["me"],
        "source": rule["source"],
        "turn": {"text": rule["turn"]["text"]["me"], "lines": ["dv_hotline", "childhelp"]},
    }
