"""The clinician's list of signs: each with its source line, its part and its question."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given

from checker import decision_table_signs, ids
from checker.model import (
    QUESTIONS,
)
from checker.rules import decide
from tests.checker import clinicians_page, roles
from tests.checker.clinicians_page import section
from tests.checker.strategies import any_findings


@pytest.fixture(scope="module")
def page():
    return clinicians_page.read()


def test_every_sign_has_its_source_line_and_the_question_that_asks_it(page, root):
    signs = yaml.safe_load((root / "checker/signs.yml").read_text("utf-8"))["signs"]
    rows, listed = {}, section(page, "Every sign")
    for row in listed.find_all("tr"):
        if cells := row.find_all("td"):
            rows[cells[0].code.get_text()] = [cell.get_text() for cell in cells]
    whys = {item.code.get_text(): item.get_text() for item in listed.find_all("li")}
    asked_now = set(roles.ALL) - ids.OLD_INPUTS
    assert set(rows) >= asked_now
    for sign in (s for s in signs if s["id"] in asked_now):
        _, line, part, asked = rows[sign["id"]]
        assert line == str(sign["source_line"] or "–")
        assert sign["source_line"] or sign["why"] in whys[sign["id"]]
        assert part
        assert asked.removeprefix("as ").split(", ")[0] in {*QUESTIONS, sign.get("alias_of")}


def test_signs_that_decide_alike_stand_in_one_group(page):
    """The parts of the design, and no sign of theirs without a group."""
    rows = {}
    for row in section(page, "Every sign").find_all("tr"):
        if cells := row.find_all("td"):
            rows[cells[0].code.get_text()] = cells[2].get_text()
    apart = {"last", "severe", "past_severe", "doctor", "urgent", "notes", "old_inputs"}
    for role in set(roles.SIGNS) - apart:
        groups = {rows[sign].partition(";")[0] for sign in roles.SIGNS[role] if sign in rows}
        assert len(groups) == 1, role
    idle = {sign for sign, part in rows.items() if part == "no part in the result"}
    assert idle == roles.of("duties", "strengths", "not_need") | {"x_stable_psychosis"}


@given(any_findings)
def test_a_rule_names_signs_of_the_groups_that_the_page_says(f):
    for reason in decide(f).because:
        groups = (
            decision_table_signs.GROUPS[name] for name in decision_table_signs.NAMED_BY[reason.rule]
        )
        assert reason.sign in frozenset().union(*groups), reason


def test_every_group_of_the_page_has_signs_and_every_rule_names_such_groups():
    assert all(decision_table_signs.GROUPS.values())
    assert set(decision_table_signs.NAMED_BY) == set(ids.RULES)
    named = {name for names in decision_table_signs.NAMED_BY.values() for name in names}
    assert named <= set(decision_table_signs.GROUPS)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("withdrawal_risk", "“Withdrawal”"),
        ("urgent_pregnant_opioids", "“Pregnant” and “Opioids now”"),
        ("five_signs", "all groups of need"),
    ],
)
def test_a_rule_says_in_words_whose_signs_it_names(rule, words):
    assert decision_table_signs.named_by(rule) == words
