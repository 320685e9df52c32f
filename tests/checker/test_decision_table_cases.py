"""The lines that a clinician signs: each rule of danger, and when withdrawal is over."""

from __future__ import annotations

import re

import pytest

from checker import decision_table_cases, sign_groups
from checker.conditions import withdrawal_now
from checker.findings import Findings
from checker.model import OUTCOMES, RULES, SIGNS
from checker.rules import FIRST_FIVE
from checker.safety_rows import doctor_first
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


BESIDE_NEARLY_FAINTING = {
    "x_pregnant": "pregnant",
    "x_pregnant_now": "pregnant",
    "x_baby_last_year": "a birth in the last year",
    "x_eating_problem": "an eating problem",
    "x_uses_stimulants": "stimulants",
    "x_uses_other": "another or unknown drug",
    "x_opioids_last_30_days": "opioids",
}


def test_a_clinician_reads_all_that_counts_beside_nearly_fainting():
    def is_reason(sign):
        why = doctor_first(Findings(frozenset({sign_groups.NEARLY_FAINTED, sign})))
        return "doctor_fainting" in {reason.rule for reason in why or ()}

    assert set(filter(is_reason, SIGNS)) == {*BESIDE_NEARLY_FAINTING, sign_groups.PASSED_OUT}
    line = next(c for c in decision_table_cases.CASES["doctor_fainting"] if "Nearly" in c)
    assert [words for words in BESIDE_NEARLY_FAINTING.values() if words not in line] == []


IN_WITHDRAWAL = {
    "x_daily_alcohol_or_sedatives": "four or more drinks on most days",
    "x_daily_ghb": "GHB every day",
    "x_sedatives_rx_stopped": "prescribed pills like Xanax that ran out or were cut fast",
    **dict.fromkeys(sign_groups.SEVERE_WITHDRAWAL, "a hard withdrawal before"),
}


def test_a_clinician_reads_whose_withdrawal_is_not_over():
    alone = {sign for sign in SIGNS if withdrawal_now(Findings(frozenset({sign})))}
    assert alone == set(IN_WITHDRAWAL)
    definition = next(w for w in decision_table_cases.WORDS if "Withdrawal isn't over" in w)
    assert [words for words in IN_WITHDRAWAL.values() if words not in definition] == []


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
