"""The crisis lines: each dials what it says, was tried not long ago, and none goes missing."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.small_site import LINES, OUTCOMES, TODAY


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("- {id: lifeline_988, name: A, what: B, checked_on: 2026-11-23, evidence: S}", "lifeline"),
        ("- {id: x, name: A, what: B, call: 1-800, checked_on: 2026-11-23, evidence: S}", "1-800"),
        ("- {id: x, name: A, what: B, checked_on: 2026-11-24, evidence: S}", "2026-11-24"),
        (
            "- {id: x, name: A, what: Call 310-555-0199., checked_on: 2026-11-23, evidence: K}",
            "0199",
        ),
        ("- just words", "ettings"),
    ],
)
def test_a_wrong_crisis_line_is_an_error_on_its_line(small, entry, words):
    line = small.add(LINES, entry + "\n")
    found = small.errors(LINES)
    assert {issue.line for issue in found} == {line}
    assert words in found[0].what


def test_the_lifeline_and_911_may_not_go_missing(small):
    small.write(LINES, "[]\n")
    missing = [issue.what for issue in small.errors(LINES)]
    assert len(missing) == 2
    assert any("lifeline_988" in message for message in missing)


@pytest.mark.parametrize(("release", "severity"), [(False, "warning"), (True, "error")])
def test_a_number_not_tried_for_half_a_year_warns_and_stops_a_release(small, release, severity):
    small.page("Some words.", next_review="2028-01-01")
    on_the_day = small.issues(LINES, release=release, today=TODAY + dt.timedelta(days=180))
    a_day_later = small.issues(LINES, release=release, today=TODAY + dt.timedelta(days=181))
    new = set(a_day_later) - set(on_the_day)
    assert {issue.severity for issue in new} == {severity}
    assert len(new) == 4


DV = {
    "id": "dv_hotline",
    "name": "Hotline",
    "call": '"18007997233"',
    "call_display": "1-800-799-7233",
    "text": '"88788"',
    "what": '"Text START to 88788, or call."',
    "when": "[violence]",
    "checked_on": "2026-11-23",
    "evidence": "S",
}


def line(small, **wrong):
    given = ", ".join(f"{key}: {value}" for key, value in (DV | wrong).items() if value)
    return small.add(LINES, f"- {{{given}}}\n")


@pytest.mark.parametrize(
    "display",
    [None, "1-800-799-7233", "(800) 799-SAFE", '"18007997233"', '"1-800-799-7233 (24/7)"'],
)
def test_a_number_may_be_written_in_any_way_that_dials_the_same(small, display):
    line(small, call_display=display)
    assert small.errors(LINES) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"call": '"18007997234"'}, "1-800-799-7233"),
        ({"call": '"998"', "call_display": '"988, then press 1"'}, "988, then press 1"),
        ({"text": '"88778"'}, "88788"),
        ({"when": "[violense]"}, "violense"),
        ({"call": "18007997233"}, "no quotes"),
    ],
)
def test_a_line_that_dials_another_number_than_it_says_is_an_error_on_its_line(small, wrong, words):
    at = line(small, **wrong)
    (issue,) = small.errors(LINES)
    assert issue.line == at
    assert words in issue.what


@pytest.mark.parametrize(
    "wrong", [{"checked_on": "today"}, {"call": "1-800-799-7233"}, {"name": "a: b: c"}]
)
def test_a_mistake_in_the_file_of_lines_is_not_said_again_on_every_page(small, wrong):
    small.page("Thoughts of suicide: call 911, 988 or 1-800-799-7233.")
    line(small, **wrong)
    assert {issue.path.as_posix() for issue in small.issues("") if issue.severity == "error"} == {
        LINES
    }


@pytest.mark.parametrize("gone", [{"id": "other"}, {"evidence": "K"}])
def test_a_line_that_the_short_check_shows_has_to_be_there_and_checked(small, gone):
    small.write(
        OUTCOMES,
        "outcomes: []\nbanners: [{id: dv_box, title: Home, text: [Words.], lines: [dv_hotline]}]\n",
    )
    line(small)
    assert small.errors(LINES) == []
    line(small, what="Talk.", **gone)
    (issue,) = small.errors(LINES)
    assert "dv_hotline" in issue.what
