"""Comments that stand for something."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import placeholders
from tests.linter import bad_texts


@pytest.mark.parametrize("bad", bad_texts.PLACEHOLDERS, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, placeholders.RULES)


@pytest.mark.parametrize(
    ("comment", "meant"),
    [
        ("promise", "promises"),
        ("crisis lines", "crisis-lines"),
        ("Crisis-Lines", "crisis-lines"),
        ("treatment_lines", "treatment-lines"),
        ("rule", "rules"),
        ("endstate", "end-state"),
        ("end state", "end-state"),
        ("if-state ID", "if-state: ID"),
        ("state leave_cfra", "state: ID"),
        ("if state: leave_cfra", "if-state: ID"),
        ("the help list", ""),
    ],
)
def test_a_slip_in_a_placeholder_is_an_error_that_names_the_one_meant(small, comment, meant):
    line = small.page(f"Words.\n\n<!-- {comment} -->")
    (issue,) = small.issues()
    assert (issue.line, issue.severity, issue.rule) == (line + 2, "error", "placeholder")
    assert meant in issue.what


@pytest.mark.parametrize(
    "comment",
    ["Anna, is this right?", "to do: ask the state agency about it", "A note: see above."],
)
def test_a_note_to_a_colleague_is_no_placeholder(small, comment):
    small.page(f"Words.\n\n<!-- {comment} -->")
    assert small.issues() == []


STATES = "content/_data/states/oregon.yml"
FACT = """\
  - id: leave
    text: The law gives you leave.
    law: Or. Rev. Stat. § 1
    agency: An agency
    source: hours
    as_of: 2026-11-20
    evidence: A
"""


@pytest.fixture
def oregon(small):
    """The small site in a state with a file of one fact."""
    small.write("site_config/center.yml", "name: Some Center\nregion: Oregon\n")
    small.write(STATES, f"state: Oregon\nfacts:\n{FACT}")
    return small


def test_a_fact_that_the_state_has_may_be_used(oregon):
    oregon.page(
        "One.\n\n<!-- if-state: leave -->\n\nIt says: <!-- state: leave -->\n\n<!-- end-state -->"
    )
    assert oregon.issues() == []
    assert oregon.issues(STATES) == []


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("One.\n\n<!-- state: leav -->", 3, "did you mean “leave”"),
        ("<!-- if-state: leav -->\n\nOne.\n\n<!-- end-state -->", 1, "did you mean “leave”"),
        ("<!-- if-state: leave -->\n\nOne.", 1, "never closed"),
        ("One.\n\n<!-- end-state -->", 3, "closes nothing"),
        (
            "<!-- if-state: leave -->\n\n<!-- if-state: leave -->\n\n<!-- end-state -->",
            3,
            "of line 9",
        ),
    ],
)
def test_a_slip_with_a_fact_is_an_error_on_its_line(oregon, body, line, words):
    first = oregon.page(body)
    (issue,) = oregon.issues()
    assert (issue.line - first + 1, issue.severity) == (line, "error")
    assert words in issue.what


def test_a_fact_that_nobody_read_at_the_law_is_not_published(oregon):
    oregon.write(STATES, f"state: Oregon\nfacts:\n{FACT.replace('evidence: A', 'evidence: B')}")
    oregon.page("<!-- state: leave -->")
    (issue,) = oregon.issues()
    assert issue.severity == "error"
    assert "evidence B" in issue.what


def test_another_state_has_no_file_and_no_issue(small):
    small.page("<!-- if-state: leave -->\n\n<!-- state: leave -->\n\n<!-- end-state -->")
    assert small.issues() == []


@pytest.mark.parametrize("region", ["Oregon", "Nevada"])
def test_a_fact_that_only_another_state_has_is_hidden_and_no_mistake(oregon, region):
    oregon.write("site_config/center.yml", f"name: Some Center\nregion: {region}\n")
    other = FACT.replace("id: leave", "id: sick_pay")
    oregon.write("content/_data/states/washington.yml", f"state: Washington\nfacts:\n{other}")
    oregon.page("One.\n\n<!-- state: sick_pay -->\n\n<!-- state: leave -->")
    assert oregon.issues() == []
    oregon.page("One.\n\n<!-- state: sick_pey -->")
    assert "did you mean “sick_pay”" in oregon.one_issue().what
