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


@pytest.mark.parametrize(
    "words",
    [
        "don't want to be here anymore",
        "don’t want to be here any more",
        "no longer want to live",
        "think everyone would be better off without them",
        "wish they were dead",
        "want to die",
        "want to disappear",
        "are giving up on life",
        "see no reason to live",
        "feel that life isn't worth living",
        "think of taking all their pills at once",
    ],
)
def test_suicide_in_other_words_needs_988_and_911_too(small, words):
    line = small.page(f"Some people {words}.")
    (issue,) = small.issues()
    assert (issue.line, issue.rule, issue.severity) == (line, "crisis-help", "error")
    small.page(f"Some people {words}. Call 988 or 911.")
    assert small.issues() == []


@pytest.mark.parametrize(
    "body",
    ["You may not want to be here on the first day.", "It's better off without a label."],
)
def test_a_hard_day_is_no_suicide(small, body):
    small.page(body)
    assert small.issues() == []


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Call [1-800-662-9999](tel:18006629999).", 1),
        ("Write to [b@example.org](mailto:b@example.org).", 1),
        ("Call [our helpers](tel:18006629999).", 1),
        ("Write to [our helpers](mailto:b@example.org).", 1),
        ("Call [1-800-662-9999](tel:18006628888).", 2),
    ],
)
def test_a_contact_is_named_once_in_words_and_link(small, body, count):
    small.page(body)
    assert [one.rule for one in small.issues()].count("unchecked-contact") == count


@pytest.mark.parametrize("words", ["9\u00a088", "98 8", "9 8 8", "9-88", "9 11", "“98\u00a08”"])
@pytest.mark.parametrize("ask", ["Call {} now.", "You can also text {} at night.", "Llame al {}."])
def test_a_crisis_number_with_a_space_in_it_is_an_error(small, words, ask):
    line = small.page(ask.format(words))
    (issue,) = small.issues()
    assert (issue.rule, issue.line, issue.severity) == ("split-number", line, "error")


@pytest.mark.parametrize("words", ["Call 9-1-1.", "In danger, call 911.", "We meet from 9-11 am."])
def test_these_are_no_split_numbers(small, words):
    small.page(words)
    assert "split-number" not in {issue.rule for issue in small.issues()}
