"""What people lay out by hand in Word, and what it needs to be here."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import pasted_word, typed_layout

OURS = {rule.id for rule in (*typed_layout.RULES, *pasted_word.RULES)}


def found(small, body):
    first = small.page(f"Words.\n\n{body}") + 2
    issues = [issue for issue in small.issues() if issue.rule in OURS]
    return [(issue.line - first + 1, issue.severity, issue.rule, issue.fix) for issue in issues]


@pytest.mark.parametrize(
    "body", ["\tA first line with a tab.", "    Four spaces.", "  \tBoth.\n\n\tAgain."]
)
def test_an_indent_that_makes_code_is_an_error(small, body):
    (line, severity, rule, fix), *_ = found(small, body)
    assert (line, severity, rule) == (1, "error", "indented-text")
    assert "Delete the tab" in fix


@pytest.mark.parametrize(
    "body",
    [
        "- A point\n\n    More of the point.\n\n    And more.",
        "1. A step\n\n    More.\n\n- Another\n    - Deep",
        "- A point\nthat goes on\n\n    More of it.",
        '!!! note "A box"\n\n    Words in it.\n\n    More.',
        "A long sentence\n    that goes on.",
        "```\n\n    code\n```",
        "<!-- Anna, see:\n\n    this\n-->",
        '<div markdown="1">\n\n    Words.\n\n</div>',
    ],
)
def test_an_indent_that_belongs_to_a_list_a_box_or_code_is_fine(small, body):
    assert [one for one in found(small, body) if one[2] == "indented-text"] == []


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "sign",
    ["— ", "—", "✓ ", "➢ ", "☐ ", "•", "1) ", "(1) ", "a) ", "A. ", "i. ", "-", "*", "o ", "→ "],
)
def test_signs_in_place_of_a_list_are_one_error(small, sign, between):
    second = {"1) ": "2) ", "(1) ": "(2) ", "a) ": "b) ", "A. ": "B. ", "i. ": "ii. "}
    body = f"{sign}one thing{between}{second.get(sign, sign)}another"
    issues = [one for one in found(small, body) if one[2] == "typed-list"]
    assert [(line, severity) for line, severity, *_ in issues] == [(1, "error")]
    assert "Start each point with - and a space" in issues[0][3]


@pytest.mark.parametrize(
    "body",
    [
        "- one\n- two",
        "1. one\n2. two",
        "— so she said.\n\nWords.",
        "1) one alone",
        "*One* and *two*.\n\n*Three* and four.",
        "**One**\n\n**Two**",
        "I said so.\n\nI did.",
    ],
)
def test_lists_and_words_that_are_right_are_left_alone(small, body):
    assert [one for one in found(small, body) if one[2] == "typed-list"] == []


@pytest.mark.parametrize(
    "body",
    [
        "Before\tDuring\n\nWho pays\tWho has the key",
        "Before     During\nWho pays     Who has it",
        "Before     During\n\nWho pays     Who has it",
        "+-----+-----+\n| a | b |\n+-----+-----+",
    ],
)
def test_a_table_of_tabs_spaces_or_plus_signs_is_one_error(small, body):
    (issue,) = [one for one in found(small, body) if one[2] in ("typed-table", "pasted-word")]
    assert issue[:2] == (1, "error")
    assert "| --- | --- |" in issue[3]


def test_a_sound_list_with_tabs_and_a_table_are_left_alone(small):
    assert found(small, "-\tone\n-\ttwo") == []
    assert found(small, "| One     | Two |\n| ---     | --- |\n| a     b | c   |") == []
    assert found(small, "Words.   More words.\n\nOne.") == []


@pytest.mark.parametrize(
    ("body", "line", "severity"),
    [
        ("What if they ask?\nSay that you have an appointment.", 1, "warning"),
        ("Next step\nAsk for the letter.", 1, "warning"),
        ("Bring a card.\n---\nMore words.", 2, "error"),
        ("Bring a card.\n===", 2, "error"),
    ],
)
def test_lines_that_run_together_need_an_empty_line(small, body, line, severity):
    ((at, found_severity, rule, fix),) = found(small, body)
    assert (at, found_severity, rule) == (line, severity, "run-together")
    assert "empty line" in fix


@pytest.mark.parametrize(
    "body",
    [
        "What if they ask?\n\nSay so.",
        "A sentence that is written\nover two lines.",
        "One sentence.\nAnd another.",
        "Words.\n\n---\n\nWords.",
        "| One | Two |\n| --- | --- |\n| a | b |",
    ],
)
def test_lines_that_belong_together_are_fine(small, body):
    assert found(small, body) == []
