"""What must hold for every person: one property for each invariant of the table.

Here are those about the decision; what never changes it is in `test_invariants_unmoved.py`, what is
shown in `test_invariants_shown.py`.

`any_findings` are findings made up, and what the form makes of responses, half and half
(`strategies.py`). Each test was seen to fail when its rule was broken on purpose; how, and what
mutation testing adds: docs/how-the-rules-are-proved.md.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.examples import EVERYONE, EXAMPLES
from checker.model import QUESTIONS, RULES
from checker.responses import findings
from checker.rules import decide
from checker.sign_groups import VIOLENCE
from tests.checker import roles
from tests.checker.strategies import (
    answers,
    any_findings,
    asked,
    names,
    responses,
    with_answers,
    without,
)
from tests.checker.urgency import ORDER, ends, one_of, urgency

PROTECTION = {"rd_can_hold_self_harm_urges", "rd_can_reach_out"}
CAN_BE_STOPPED = {"x_uses_alcohol", "x_uses_sedatives", "x_uses_ghb", "x_sedatives_as_prescribed"}
BETWEEN_12_AND_13 = {"iop_supports_missing", "iop_assess"}


@given(any_findings)
def test_adding_a_red_flag_never_lowers_urgency(f):
    decides_nothing = set()
    if "x_last_over_30_days" in f.present:
        decides_nothing |= {"x_using_again_since_detox"}
    if f.absent >= CAN_BE_STOPPED:  # what an earlier withdrawal was like
        decides_nothing |= {"su_withdrawal_seizures", "x_past_severe_withdrawal"}
        decides_nothing |= {"su_delirium_tremens", "su_severe_withdrawal_risk"}
        decides_nothing |= {"su_severe_vomiting_dehydration", "su_needs_24h_withdrawal_care"}
    before = urgency(f)
    for sign in sorted(roles.RED_FLAGS - decides_nothing):
        assert urgency(with_answers(f, yes={sign})) <= before, sign


@pytest.mark.parametrize("person", EXAMPLES, ids=lambda person: person["id"])
def test_no_made_up_person_gets_calmer_by_a_red_flag_or_by_a_good_sign(person):
    """Each sign on each person: people of whom several dangers are known are rarely drawn."""
    f = findings(EVERYONE | person["answers"])
    over = "x_last_over_30_days" in f.present
    flags = roles.RED_FLAGS - ({"x_using_again_since_detox"} if over else set())
    before, outcome = urgency(f), ends(f)
    assert [s for s in sorted(flags) if urgency(with_answers(f, yes={s})) > before] == []
    if outcome in roles.DANGER_ROWS:
        good = roles.FAVORABLE - PROTECTION - {"x_opioid_medicine"}
        assert [s for s in sorted(good) if ends(with_answers(f, yes={s})) != outcome] == []


RED_BOXES = [
    (question, option.id)
    for question in QUESTIONS.values()
    for option in question.options
    if question.kind == "many" and roles.RED_FLAGS & set(option.present)
]


@given(responses(), st.sampled_from(RED_BOXES), st.data())
def test_ticking_a_box_with_a_red_flag_never_lowers_urgency(form, box, data):
    """On the form: one more box of a question that was answered."""
    question, red = box
    _, chosen = data.draw(answers(question).filter(lambda a: a[1] not in ([], ["rather_not_say"])))
    before = form | asked(question.id) | {question.id: chosen}
    after = before | {question.id: [o for o in chosen if o not in ("none", red)] + [red]}
    assert urgency(findings(after)) <= urgency(findings(before))


@given(any_findings)
def test_adding_a_favorable_sign_never_leaves_the_first_five_or_medicine(f):
    before = ends(f)
    if before in roles.DANGER_ROWS:
        for sign in roles.FAVORABLE - PROTECTION - {"x_opioid_medicine"}:
            assert ends(with_answers(f, yes={sign})) == before, sign


@given(any_findings, one_of(*PROTECTION))
def test_the_first_exception_is_protection_from_quiet_thoughts(f, sign):
    """Both answers are needed, and only row 2 is left by them."""
    after = with_answers(f, yes={sign})
    if ends(f) in roles.DANGER_ROWS and ends(after) != ends(f):
        assert ends(f) == "urgent_same_day"
        assert after.present >= PROTECTION
        assert not after.present & roles.RED_FLAGS_FOR_TODAY
        assert "x_means_at_hand" in after.absent
        assert not after.present & {"x_about_loved_one", "x_baby_last_year", "x_pregnant"}


@given(any_findings)
def test_the_second_exception_is_medicine_for_opioid_use(f):
    """Medicine never calms another row. (Passing out on it is for today, so it can raise one.)"""
    treated = with_answers(f, yes={"x_opioid_medicine"})
    if ends(f) in roles.DANGER_ROWS and urgency(treated) > urgency(f):
        assert ends(f) == "opioid_medicine_first"


WITHDRAWAL_ENDS = ["su_detox_completed", "x_last_over_30_days", "x_last_11_to_30_days"]


@given(any_findings, one_of(*roles.of("severe", "past_severe", "daily")), one_of(*WITHDRAWAL_ENDS))
def test_the_third_exception_is_withdrawal_that_is_over(any_one, sign, end):
    f = with_answers(any_one, yes={sign})
    after = with_answers(f, yes={end})
    if ends(f) == "medical_withdrawal_first" and urgency(after) > urgency(f):
        again = "x_using_again_since_detox" in after.absent
        goes_on = "x_sedatives_rx_stopped" in after.absent  # prescribed pills say nothing then
        counted = {"x_uses_sedatives"} | (set() if goes_on else {"x_sedatives_as_prescribed"})
        no_pills = after.absent >= counted
        long_ago = "x_last_over_30_days" in after.present
        recent = after.present & {"x_last_within_3_days", "x_last_4_to_10_days"}
        weeks = "x_last_11_to_30_days" in after.present and no_pills and not recent
        pills = after.present & counted
        pills_stopped = pills and "x_stopped_using" in after.present
        detox = "su_detox_completed" in after.present and again and not pills_stopped
        assert long_ago or weeks or detox


@given(any_findings)
def test_opioids_untreated_never_give_10_to_14(f):
    """Nor do opioids on top of medicine for them."""
    using = with_answers(f, yes={"x_opioids_last_30_days"})
    assert ends(using) not in roles.FAVORABLE_OUTCOMES


@given(responses(), st.sampled_from(list(QUESTIONS)), st.booleans())
def test_a_skip_or_a_decline_is_never_better_than_a_no(form, name, declined):
    """On the form: where a question about safety takes a no, leaving it open is not calmer."""
    question = QUESTIONS[name]
    ids = {option.id for option in question.options}
    noes = ids & {"none", "no", "not_daily"}
    if not noes or not question.signs & roles.RED_FLAGS or question.signs & roles.FAVORABLE:
        return
    left_open = ["rather_not_say"] if declined and "rather_not_say" in ids else []
    base = form | asked(name)
    no, skipped = findings(base | {name: sorted(noes)[:1]}), findings(base | {name: left_open})
    assert urgency(skipped) <= urgency(no)


GOOD_ANSWERS = {
    question.id: good
    for question in QUESTIONS.values()
    if (
        good := [
            option.id
            for option in question.options
            if option.present and set(option.present) <= roles.FAVORABLE - {"x_opioid_medicine"}
        ]
    )
}
"""Medicine is a fact as well: passing out on it, for one, is for today."""


@pytest.mark.parametrize("rest_is_open", [False, True])
def test_a_good_answer_never_asks_for_more_than_leaving_the_question_open(rest_is_open):
    """On the form: a box that is true denies the others of its question, and that may cost.

    For each made-up person, with the rest of the screen as it is and left open.
    """
    worse = []
    for person in EXAMPLES:
        for name, good in GOOD_ANSWERS.items():
            screen = [q.id for q in QUESTIONS.values() if q.screen == QUESTIONS[name].screen]
            left_open = {each: [] for each in (screen if rest_is_open else [name])}
            skipped = EVERYONE | person["answers"] | left_open
            before = ends(findings(skipped))
            for option in good:
                after = ends(findings(skipped | {name: [option]}))
                if ORDER.index(after) < ORDER.index(before):
                    worse.append((person["id"], name, option, before, after))
    assert worse == []


@given(any_findings)
def test_nothing_favorable_without_a_complete_gate(f):
    """As given, and with any one of the safety questions opened."""
    if ends(f) in roles.FAVORABLE_OUTCOMES:
        assert f.answered >= roles.GATE
        for sign in roles.GATE:
            assert ends(without(f, sign)) not in roles.FAVORABLE_OUTCOMES, sign


@given(any_findings, one_of("mh_passive_suicidal_thoughts", "mh_self_harm_not_life_threatening"))
def test_quiet_thoughts_never_give_11_or_14(f, sign):
    risky = with_answers(f, yes={sign, *PROTECTION})
    assert ends(risky) not in {"maintain_step_down", "weekly_may_be_enough"}


@given(any_findings)
def test_every_outcome_names_the_answers_that_caused_it(f):
    """They are answers that were given; without them the outcome is another one.

    Violence is denied then, not left open: beside a home that isn't safe, an open question about
    it is a reason of its own. Row 9 names what is missing instead, and row 14 is what is left when
    nothing else holds.
    """
    decision = decide(f)
    named = {reason.sign for reason in decision.because}
    if decision.outcome == "not_enough_answers":
        assert decision.missing
        assert not set(decision.missing) & decision.findings.answered
    else:
        assert named
        assert all(names({sign}) & f.answered for sign in named)
    if decision.outcome not in {"not_enough_answers", "weekly_may_be_enough"}:
        others = with_answers(without(f, *named), no=named & VIOLENCE)
        assert ends(others) != decision.outcome


@given(any_findings)
def test_every_reason_is_a_rule_of_the_outcome(f):
    decision = decide(f)
    rules = {RULES[reason.rule]["outcome"] for reason in decision.because}
    if decision.outcome == "iop_supports_missing":
        assert rules == BETWEEN_12_AND_13
    else:
        assert rules <= {decision.outcome}
