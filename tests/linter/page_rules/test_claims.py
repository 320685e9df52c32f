"""Figures, and words that lean on an authority, without a source."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import claims
from tests.linter import bad_texts
from tests.small_site import SOURCES


@pytest.mark.parametrize("bad", bad_texts.CLAIMS, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, claims.RULES)


NO_STATISTICS = [
    "It opened on November 28, 2026.",
    "It opened on 28 November 2026, not on 11/28/2026 or 2026-11-28.",
    "It was in November 2026.",
    "We're open Monday to Friday, 9 to 5.",
    "We're open Mon-Fri 9 a.m. to 5 p.m.",
    "Come to 1200 North Main Street, Suite 300, Los Angeles, CA 90012.",
    "Our license number is 190123AP.",
    "License 190123, issued by the state.",
    "For 15 years, we've worked with families.",
    "She has 15 years of experience.",
    "He is 15 years old, and it was 15 years ago.",
    "Kratom, 7-OH and others.",
]


@pytest.mark.parametrize("body", NO_STATISTICS)
def test_dates_hours_addresses_and_licenses_are_no_statistics(small, body):
    small.page(body)
    assert [issue for issue in small.issues() if issue.rule == "uncited-figure"] == []


@pytest.mark.parametrize(
    "body",
    [
        "72 people on the way get well.",
        "Recovery takes 15 years.",
        "On Monday, 9 hours help.",
        "A license helps 40% of them.",
    ],
)
def test_a_statistic_beside_one_of_these_is_still_one(small, body):
    small.page(body)
    assert [issue.rule for issue in small.issues()] == ["uncited-figure"]


QUOTED = """\
quoted:
  {title: Q, publisher: An agency, year: 2024, url: "https://example.org/q",
   checked_on: 2026-11-23, evidence: S, quote: "Of 1,200 people, nine in 10 came for 12 weeks."}
"""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Most came for 12 weeks.", None),
        ("Nine in ten came.", None),
        ("Of 1,200 people, many came.", None),
        ("72% completed it.", "72 is not in the quote of “quoted”"),
        ("They came for 9 to 13 weeks.", "13 is not in the quote"),
    ],
)
def test_a_figure_is_in_the_quote_of_its_source(small, body, words):
    small.add(SOURCES, QUOTED)
    line = small.page(f"{body} [@quoted]", sources="[quoted]")
    found = small.issues()
    assert [(issue.line, issue.rule) for issue in found] == (
        [(line, "misquoted-figure")] if words else []
    )
    assert not words or words in found[0].what


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Words.\n\n## 80% of people stay sober\n\nWords.", 3),
        ("Words.\n\n## Studies show that it helps\n\nWords.", 3),
        ("![92% of people stay](../assets/a.svg)", 1),
        ('!!! note "9 hours a week"\n\n    Words.', 1),
    ],
)
def test_headings_and_pictures_are_read_as_the_text_is(pictures, body, line):
    first = pictures.page(body)
    (issue,) = [issue for issue in pictures.issues() if issue.rule == "uncited-figure"]
    assert (issue.line - first + 1, issue.severity) == (line, "error")
    assert "without the figure" in issue.fix


@pytest.mark.parametrize(
    "body",
    [
        "## Nine hours a week\n\nYou come 9 hours a week [@hours].",
        "![You come 9 hours](../assets/a.svg)\n\nYou come 9 hours [@hours].",
        "## Call 1: the plan\n\nIt helps [@hours].",
        "## 2026\n\nIt helps [@hours].",
        "## What 988 is\n\nIt helps [@hours].",
    ],
)
def test_a_heading_may_sum_up_what_the_text_cites(pictures, body):
    pictures.page(body, sources="[hours]")
    assert [issue for issue in pictures.issues() if issue.rule == "uncited-figure"] == []


def test_a_description_may_not_say_a_figure_that_the_text_does_not_cite(small):
    said = (
        "What this page answers, 92 percent of people stay, and that is long enough for a search."
    )
    small.page("Words.", description=said)
    (issue,) = [issue for issue in small.issues() if issue.rule == "uncited-figure"]
    assert "92 percent" in issue.what


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("40 hours a week [@quoted] [@hours].", ["warning"]),
        ("Some came for 12 weeks [@quoted]. It takes 40 hours a week [@hours].", []),
        ("It takes 9 hours [@hours]. They came for 13 weeks [@quoted].", ["error"]),
        ("It is this: [@quoted]\n\n- one hour a week\n- twelve weeks", []),
        ("It is this: [@quoted]\n\n- 40 hours a week", ["error"]),
    ],
)
def test_a_figure_is_compared_with_the_sources_of_its_own_sentence(small, body, found):
    small.add(SOURCES, QUOTED)
    small.page(body, sources="[quoted, hours]")
    issues = [issue for issue in small.issues() if issue.rule == "misquoted-figure"]
    assert [issue.severity for issue in issues] == found
    assert all("“quoted”" in issue.what for issue in issues)
    if found == ["warning"]:
        assert "from “hours”, copy its sentence" in issues[0].fix


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("You come 9-19 hours a week.", True),
        ("You come nine hours a week.", True),
        ("You come 9 to 20 hours a week.", False),  # the source has no 20
        ("You stay for 9 days.", False),  # it has no days
        ("About 9% stay.", False),  # a share is of something
    ],
)
def test_a_source_whose_sentence_has_the_same_time_is_shown_to_compare(small, body, named):
    entry = (
        'long:\n  {title: L, publisher: An agency, year: 2024, url: "https://example.org/l",\n'
        '   checked_on: 2026-11-23, evidence: S, quote: "It is 9 to 19 hours a week."}\n'
    )
    small.add(SOURCES, entry)
    small.page(body)
    (issue,) = [one for one in small.issues() if one.rule == "uncited-figure"]
    assert ("the source long says? “It is 9 to 19 hours a week.”" in issue.fix) == named
    assert "[@" not in issue.fix


def test_a_page_that_says_the_same_with_a_source_is_shown_to_compare(small):
    small.page("It is 9 to 19 hours a week. [@hours] Bring a card.", name="a.md", sources="[hours]")
    small.page("You come 9-19 hours a week.")
    (issue,) = [one for one in small.issues() if one.rule == "uncited-figure"]
    assert "a.md says “It is 9 to 19 hours a week.” and cites hours:" in issue.fix
    small.page("You come 9-19 days a week.")
    (issue,) = [one for one in small.issues() if one.rule == "uncited-figure"]
    assert "a.md" not in issue.fix
