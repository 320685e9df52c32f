"""What stands at the top of a page, and files that cannot be read at all."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.small_site import FRONT, PAGE, TODAY

PATH = f"content/{PAGE}"
LINES = {name: number for number, name in enumerate(FRONT, start=2)}
LAST = len(FRONT) + 2


@pytest.mark.parametrize(
    ("name", "value", "line", "words"),
    [
        ("title", None, 2, "title"),
        ("title", "''", LINES["title"], "title"),
        ("title", "x" * 71, LINES["title"], "71"),
        ("description", "Too short.", LINES["description"], "10"),
        ("description", "x" * 161, LINES["description"], "161"),
        ("author", "nobody", LINES["author"], "nobody"),
        ("last_reviewed", "2026-02-30", LINES["last_reviewed"], "2026-02-30"),
        ("last_reviewed", "23.11.2026", LINES["last_reviewed"], "23.11.2026"),
        ("last_reviewed", "2026", LINES["last_reviewed"], "2026"),
        ("last_reviewed", "'1700006400'", LINES["last_reviewed"], "1700006400"),
        ("last_reviewed", "2026-11-23 00:00:00", LINES["last_reviewed"], "00:00:00"),
        ("last_reviewed", "2026-11-24", LINES["last_reviewed"], "2026-11-24"),
        ("next_review", "2026-11-23", LINES["next_review"], "2026-11-23"),
        ("reviewed_by", "Dr. Made Up", LAST, "Dr. Made Up"),
        ("sources", "hours", LAST, "sources"),
        ("sources", "[hourz]", LAST, "hourz"),
        ("sources", "[from_memory]", LAST, "from_memory"),
        ("signs", "[sign_three]", LAST, "sign_three"),
        ("publish_on", "soon", LAST, "soon"),
        ("publish_on", "2026-11-23 25:00", LAST, "25:00"),
        ("unpublish_on", "2026-11-31", LAST, "2026-11-31"),
        ("colour", "red", LAST, "colour"),
    ],
)
def test_a_wrong_value_is_an_error_on_its_line(small, name, value, line, words):
    small.page("Some words.", **{name: value})
    issue = small.one_issue()
    assert (issue.line, issue.severity) == (line, "error")
    assert words in issue.what


@pytest.mark.parametrize("end", ["2026-11-23", "2026-11-23 09:00"])
def test_a_page_that_would_never_appear_is_named(small, end):
    small.page("Some words.", publish_on="2026-11-23 09:00", unpublish_on=end)
    assert (small.one_issue().line, small.one_issue().rule) == (LAST + 1, "schedule")


def test_a_listed_source_that_is_not_cited_is_a_warning(small):
    small.page("Some words.", sources="[hours]")
    assert (small.one_issue().line, small.one_issue().severity) == (LAST, "warning")


@pytest.mark.parametrize(
    ("value", "lost"),
    [("Our #1 question", "#1 question"), ('"Our #1 question"', None), ("A day  # note", None)],
)
def test_words_that_yaml_would_drop_are_an_error(small, value, lost):
    small.page("Some words.", title=value)
    found = [(issue.line, issue.severity) for issue in small.issues()]
    assert found == ([(2, "error")] if lost else [])
    assert lost is None or lost in small.one_issue().what


def test_a_name_given_twice_is_an_error(small):
    small.page("Some words.", extra="")
    text = (small.root / PATH).read_text().replace("extra: ", "title: Again")
    small.write(PATH, text)
    assert (small.one_issue().line, small.one_issue().severity) == (LAST, "error")


def test_a_tool_page_with_a_template_needs_title_and_description_alone(small):
    gone = dict.fromkeys(("author", "last_reviewed", "next_review"))
    small.page("Words.", template="search.html", **gone)
    assert small.issues() == []
    small.page("Words.", template="search.html", title=None, **gone)
    assert "title" in small.one_issue().what


@pytest.mark.parametrize(
    ("days", "release", "severities"),
    [
        (-31, False, []),
        (-30, False, ["warning"]),
        (0, False, ["warning"]),
        (30, False, ["warning"]),
        (30, True, ["warning"]),
        (31, True, ["error"]),
        (400, False, ["warning"]),
    ],
)
def test_a_review_warns_before_it_is_due_and_stops_a_release_a_month_after(
    small, days, release, severities
):
    due = TODAY + dt.timedelta(days=100)
    line = small.page("Some words.", next_review=str(due)) - 3
    found = small.issues(release=release, today=due + dt.timedelta(days=days))
    assert [issue.severity for issue in found] == severities
    assert {issue.line for issue in found} <= {line}


def test_a_reviewer_is_the_one_named_in_people(small):
    small.write(
        "content/_data/people.yml",
        "reviewer: {name: A Clinician, credential: LCSW}\nauthors: {editorial: {name: Us}}\n",
    )
    small.page("Some words.", reviewed_by="A Clinician")
    assert small.issues() == []
    small.page("Some words.", reviewed_by="Another")
    assert "Another" in small.one_issue().what


@pytest.mark.parametrize(
    ("name", "value", "rule", "severity"),
    [
        ("next_review", "2126-05-23", "review-dates", "error"),
        ("last_reviewed", "2016-11-23", "review-dates", "warning"),
        ("publish_on", "2062-12-01", "schedule", "warning"),
        ("publish_on", "2062-12-01 09:00", "schedule", "warning"),
    ],
)
def test_a_day_years_away_is_named_on_its_line(small, name, value, rule, severity):
    small.page("Some words.", **{name: value})
    assert (small.one_issue().line, small.one_issue().rule, small.one_issue().severity) == (
        LINES.get(name, LAST),
        rule,
        severity,
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "fix"),
    [
        ("author: editorial", "author:\u00a0 editorial", "author", "type a colon and a space"),
        ("author: editorial", "author\uff1a editorial", "author", "type a colon and a space"),
        ("author: editorial", "and more words.\nauthor: editorial", "author", "in one line"),
        ("author: editorial", "author: “editorial”", "author", "Take the curly quotes out"),
        ("author: editorial", "author: Anna Miller", "author", "Use one of: editorial"),
        ("2027-05-23", "“2027-05-23”", "next_review", "Take the curly quotes out"),
        ("2027-05-23", "2027–05–23", "next_review", "hyphens by hand"),
        ("2027-05-23", "2027-05-23\ntags:\n– start", "after", "hyphen and a space"),
        ("---\ntitle", "—-\ntitle", "first", "three hyphens"),
    ],
)
def test_what_word_made_of_a_line_is_named_on_that_line(small, old, new, line, fix):
    small.page("Some words.")
    text = (small.root / PATH).read_text("utf-8")
    small.write(PATH, text.replace(old, new, 1))
    wanted = {"first": 1, "after": LAST + 1} | LINES
    found = [issue for issue in small.issues() if fix in issue.fix]
    assert [issue.line for issue in found] == [wanted[line]], small.issues()
