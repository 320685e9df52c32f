"""The lines that a clinician signs: each rule of danger, and when withdrawal is over."""

from __future__ import annotations

import re

import pytest

from checker import decision_table_cases
from checker.model import OUTCOMES, RULES
from checker.rules import FIRST_FIVE
from checker.sign_words import SIGN_WORDS
from tests.checker import clinicians_page
from tests.checker.clinicians_page import section

LONGEST = 45
"""Words that a line may have: one that is longer can't be signed or struck."""


@pytest.fixture(scope="module")
def page():
    return clinicians_page.read()


def test_every_rule_of_danger_has_its_own_sentence():
    wanted = {rule for rule, entry in RULES.items() if entry["outcome"] in FIRST_FIVE}
    assert set(decision_table_cases.CASES) == wanted, "write it in decision_table_cases.py"
    for cases in decision_table_cases.CASES.values():
        assert [case for case in cases if len(case.split()) > LONGEST] == []


@pytest.mark.parametrize("row", range(1, 6))
def test_the_lines_of_a_row_are_numbered_one_by_one(page, row):
    part = section(page, f"{row}. {OUTCOMES[FIRST_FIVE[row - 1]]['title']['me']}")
    marks = [mark.get_text() for mark in part.select("li > strong")]
    rules = [rule for rule, e in RULES.items() if e["outcome"] == FIRST_FIVE[row - 1]]
    count = sum(len(decision_table_cases.CASES[rule]) for rule in rules)
    assert marks == [f"{row}{decision_table_cases.letters(n)}" for n in range(count)]
    assert len(set(marks)) == count


def test_withdrawal_is_over_is_defined_and_names_detox_and_its_days(page):
    words = section(page, "When withdrawal counts as over").get_text(" ")
    for part in ("Detox is finished", "4 or more days ago", "11 or more days ago", "30 days"):
        assert part in words


def test_every_step_of_the_first_five_rows_is_on_the_page(page):
    words = section(page, "What the first five results tell").get_text(" ")
    words = re.sub(r"\s+", " ", words)
    steps = [step["me"] for outcome in FIRST_FIVE for step in OUTCOMES[outcome]["next_steps"]]
    assert [step for step in steps if step not in words] == []


def test_the_page_cites_nothing_that_it_denies_to_use():
    own = [sign for sign in SIGN_WORDS if not SIGN_WORDS[sign].source_line]
    named = ("ASAM D", "LOCUS", "C-SSRS", "Level 1", "a level means")
    assert [s for s in own if any(n in SIGN_WORDS[s].why for n in named)] == []


def test_a_gun_counts_on_the_page_as_the_form_asks_for_it(page):
    words = section(page, "The groups of signs").get_text(" ")
    assert "not locked away" not in words
    assert "locked or not" in words
