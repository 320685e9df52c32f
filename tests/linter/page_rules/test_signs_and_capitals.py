"""Capitals and emoji are named with what to write in their place."""

from __future__ import annotations

import pytest


def found(small, body, rule):
    first = small.page(body)
    return [
        (issue.line - first + 1, f"{issue.what} {issue.fix}")
        for issue in small.issues()
        if issue.rule == rule and issue.severity == "warning"
    ]


@pytest.mark.parametrize(
    ("body", "better"),
    [
        ("CALL US TODAY.", "“Call us today”"),
        ("Please: YOU ARE NOT ALONE.", "“You are not alone”"),
        ("We say it LOUD AND CLEAR.", "“loud and clear”"),
        ("Do NOT wait.", "**not** in a warning"),
        ("IMPORTANT: bring a card.", "“Important”"),
        ("ADMISSIONS are open.", "“Admissions”"),
        ("I THINK I CAN GO.", "“I think I can go”"),
        ("## GET HELP NOW", "“Get help now”"),
        ("LLAME HOY MISMO.", "“Llame hoy mismo”"),
        ("- one\n- IT'S FREE", "“It's free”"),
    ],
)
def test_capitals_are_written_small(small, body, better):
    ((_line, message),) = found(small, body, "capitals")
    assert better in message


@pytest.mark.parametrize(
    "body",
    [
        "An IOP or a PHP. AA, NA, SMART and CBT, DBT.",
        "SAMHSA and the FMLA in the US.",
        "Text AYUDA to 988, or text HELP.",
        "A DUI. Plan B. I am here.",
        "LGBTQ+ youth, ADHD, HIPAA, the ER.",
    ],
)
def test_abbreviations_are_fine(small, body):
    assert found(small, body, "capitals") == []


def test_shouted_words_get_no_short_form(small):
    small.page("YOU ARE NOT ALONE.")
    assert [issue.rule for issue in small.issues()] == ["capitals"]


@pytest.mark.parametrize(
    ("body", "line", "signs"),
    [
        ("Fine.\n\nGreat news 🎉💪 for us 🎉.", 3, "“🎉💪”: a screen reader says its name, such"),
        ("You are loved ❤️.", 1, "“❤”"),
        ("## A heading ☎", 1, "“☎”"),
        ("The door is open ✅ now.", 1, "“✅”"),
    ],
)  # fmt: skip
def test_emoji_are_named_once_a_paragraph(small, body, line, signs):
    ((at, message),) = found(small, body, "emoji")
    assert at == line
    assert signs in message


@pytest.mark.parametrize("body", ["Words, and “words” – 5 × 2 → ten.", "Café ½ © ® ™ €"])
def test_other_signs_are_no_emoji(small, body):
    assert found(small, body, "emoji") == []


def test_a_bullet_is_named_by_the_rule_on_lists_alone(small):
    small.page("✔ a card\n✔ a bottle")
    assert "emoji" not in {issue.rule for issue in small.issues()}
