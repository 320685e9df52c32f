"""Exceptions: words that may stay, where, and why."""

from __future__ import annotations

import pytest

from tests.small_site import ALLOWED


@pytest.mark.parametrize(
    ("entry", "severity", "words"),
    [
        ("- page: understand/page.md\n  words: addict\n", "error", "reason"),
        ("- page: understand/page.md\n  words: addict\n  reason: because\n", "error", "reason"),
        (
            "- page: nowhere.md\n  words: addict\n  reason: A quote from a person.\n",
            "error",
            "nowhere",
        ),
        (
            "- page: help.md\n  words: addict\n  reason: A quote from a person.\n",
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
        ALLOWED, "- {page: understand/page.md, words: an addict, reason: A person says so.}\n"
    )
    small.page("I am an addict.")
    small.page("I am an addict.", name="signs/other.md")
    assert small.issues() == []
    assert small.issues(ALLOWED) == []
    assert len(small.issues("content/signs/other.md")) == 1
    small.page("I am an addict. You are one addict more.")
    assert len(small.issues()) == 1


def test_no_exception_opens_a_safety_rule(small):
    small.write(ALLOWED, "- {words: Thoughts of suicide pass, reason: We want it like this.}\n")
    small.page("Thoughts of suicide pass.")
    assert [issue.severity for issue in small.issues()] == ["error"]
