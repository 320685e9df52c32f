"""Exceptions: words that may stay, where, and why."""

from __future__ import annotations

import pytest

from tests.small_site import ALLOWED


@pytest.mark.parametrize(
    ("entry", "severity", "words"),
    [
        ("- rule: house-words\n  words: addict\n", "error", "reason"),
        ("- rule: house-words\n  words: addict\n  reason: because\n", "error", "reason"),
        (
            "- rule: house-words\n  page: nowhere.md\n  words: addict\n  reason: It is said.\n",
            "error",
            "nowhere",
        ),
        (
            "- rule: house-words\n  page: help.md\n  words: addict\n  reason: Somebody says so.\n",
            "warning",
            "addict",
        ),
    ],
)
def test_an_exception_needs_a_page_a_reason_and_a_use(small, entry, severity, words):
    small.write(ALLOWED, entry)
    found = small.issues(ALLOWED)
    assert [issue.severity for issue in found] == [severity]
    assert words in found[0].what


def test_an_exception_lets_its_words_through_on_its_page_alone(small):
    small.write(
        ALLOWED,
        "- {rule: house-words, page: understand/page.md, words: an addict, reason: It is said.}\n",
    )
    small.page("Here is an addict.")
    small.page("Here is an addict.", name="signs/other.md")
    assert small.issues() == []
    assert small.issues(ALLOWED) == []
    assert len(small.issues("content/signs/other.md")) == 1
    small.page("Here is an addict. There goes one addict more.")
    assert len(small.issues()) == 1


def test_no_exception_opens_a_safety_rule(small):
    small.write(
        ALLOWED, "- {rule: crisis-help, words: Thoughts of suicide pass, reason: We want it.}\n"
    )
    small.page("Thoughts of suicide pass.")
    assert [issue.severity for issue in small.issues()] == ["error"]
    (issue,) = small.errors(ALLOWED)
    assert "no exceptions" in issue.what


def test_a_wrong_rule_is_an_error_that_names_the_right_one(small):
    small.write(ALLOWED, "- words: addict\n  rule: house-word\n  reason: A person says so.\n")
    (issue,) = small.errors(ALLOWED)
    assert (issue.line, issue.rule) == (2, "allowed")
    assert "did you mean “house-words”" in issue.what
