"""Sources: which may be cited, what each must say, and which years may be compared."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.linter.page_rules import citations
from tests.linter import bad_texts


@pytest.mark.parametrize(
    ("sources", "severity", "line"),
    [("from_memory", "error", 1), ("derived", "error", 1), ("old", "error", 1)],
)
def test_a_source_that_is_unchecked_or_too_old_may_not_be_cited(small, sources, severity, line):
    first = small.page(f"It helps. [@{sources}]", sources=f"[{sources}]")
    found = small.issues()
    assert (first + line - 1, severity) in {(issue.line, issue.severity) for issue in found}
    assert all(sources in issue.what for issue in found)


def test_an_old_source_with_a_reason_may_be_cited(small):
    small.page("It helps. [@old_but_right]", sources="[old_but_right]")
    assert small.issues() == []


def test_a_source_that_ages_after_the_review_warns_until_the_page_is_read_again(small):
    small.page("It helps. [@hours]", sources="[hours]", next_review="2031-01-01")
    later = dt.date(2030, 3, 1)
    rules = [issue.rule for issue in small.issues(today=later) if issue.severity == "warning"]
    assert sorted(rules) == ["citation", "review-dates"]
    small.page(
        "It helps. [@hours]", sources="[hours]", last_reviewed=str(later), next_review="2031-01-01"
    )
    assert [issue.severity for issue in small.issues(today=later)] == ["error"]


def test_a_source_cited_and_not_listed_is_an_error(small):
    line = small.page("One.\n\nIt helps. [@hours]")
    assert [(issue.line, issue.severity) for issue in small.issues()] == [(line + 2, "error")]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("It rose from 2019 to 2024. [@nsduh_2024]", 1),
        ("One.\nNSDUH counted more in 2022 than in 2018. [@hours]", 1),
        ("NSDUH years from 2021 on can't be compared with 2020. [@hours]", 0),
        ("NSDUH counted in 2021. It counts again in 2024. [@hours]", 0),
        ("A law of 2008 was renewed in 2024. [@hours]", 0),
    ],
)
def test_survey_years_across_the_break_are_not_compared(small, body, count):
    key = "nsduh_2024" if "nsduh_2024" in body else "hours"
    small.page(body, sources=f"[{key}]")
    assert [issue.severity for issue in small.issues()] == ["error"] * count


@pytest.mark.parametrize("bad", bad_texts.CITATIONS, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, citations.RULES)
