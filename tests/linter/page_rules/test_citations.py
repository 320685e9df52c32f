"""Sources: which may be cited, what each must say, and which years may be compared."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.linter.page_rules import citations
from tests.linter import bad_texts
from tests.small_site import OUTCOMES, SOURCES


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


def test_a_source_given_twice_is_an_error_on_its_second_line(small):
    line = small.add(SOURCES, "hours: {}\n")
    assert [issue.line for issue in small.errors(SOURCES)] == [line]


WHOLE = {
    "title": "T",
    "publisher": "P",
    "year": "2024",
    "url": '"https://example.org/"',
    "checked_on": "2026-11-23",
    "evidence": "S",
}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"evidence": None}, "evidence"),
        ({"evidence": "X"}, "X"),
        ({"url": "ftp://example.org"}, "ftp://example.org"),
        ({"url": "null"}, "other"),
        ({"checked_on": "2026-11-24"}, "2026-11-24"),
        ({"year": "2027"}, "2027"),
        ({"year": "last year"}, "last year"),
        ({"pages": "12"}, "pages"),
    ],
)
def test_a_wrong_source_is_an_error_on_its_line(small, wrong, words):
    given = {name: value for name, value in (WHOLE | wrong).items() if value}
    entry = ", ".join(f"{name}: {value}" for name, value in given.items())
    line = small.add(SOURCES, f"other: {{{entry}}}\n")
    found = small.errors(SOURCES)
    assert {issue.line for issue in found} == {line}
    assert words in found[0].what


@pytest.mark.parametrize(
    ("key", "count"), [("hours", 0), ("house_rule", 0), ("nothing", 1), ("from_memory", 1)]
)
def test_the_rules_of_the_check_name_sources_that_exist(small, key, count):
    small.write(OUTCOMES, f"rules:\n  - {{id: a, why: It is so., source: {key}}}\n")
    assert [issue.line for issue in small.errors(OUTCOMES)] == [2] * count


@pytest.mark.parametrize("bad", bad_texts.CITATIONS, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, citations.RULES)
