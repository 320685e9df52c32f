"""Pages about suicide, numbers and addresses, the center and the crisis line."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import crisis_safety
from tests.linter import bad_texts


@pytest.mark.parametrize("bad", bad_texts.CRISIS_SAFETY, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, crisis_safety.RULES)


@pytest.mark.parametrize(
    ("number", "count"),
    [
        ("(559) 555-014", 9),
        ("(559) 555-01422", 11),
        ("559-555-014", 9),
        ("1-559-555-014", 9),
        ("(55) 555-0142", 9),
    ],
)
def test_a_number_with_a_digit_too_many_or_too_few_is_counted(small, number, count):
    small.page(f"Call {number} now.")
    (issue,) = small.issues()
    assert f"{count} digits" in issue.what
    assert "Look the number up" in issue.fix


@pytest.mark.parametrize("body", ["See 2026-11-23.", "See 12-34-5678."])
def test_what_is_no_number_to_call_is_not_counted(small, body):
    small.page(body)
    assert "digits" not in " ".join(issue.what for issue in small.issues() if "ten" in issue.what)


def test_an_unknown_number_may_be_the_centers_own(small):
    small.page("Call (310) 555-0199.")
    (issue,) = small.issues()
    assert "site_config/center.yml" in issue.fix


def test_a_number_one_digit_off_names_the_checked_one(small):
    small.page("Call (213) 555-0143.")
    (issue,) = small.issues()
    assert "2135550142" in issue.fix
