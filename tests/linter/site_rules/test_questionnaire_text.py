"""Words of the self-check are held to what articles are held to."""

from __future__ import annotations

import pytest

from tests.small_site import ALLOWED, QUESTIONS

QUESTION = """\
screens:
  - id: one
    questions:
      - id: q
        text: {words}
        options:
          - {{id: a, text: "Yes"}}
"""


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("Are you an addict?", "error"),
        ("Can you call 310-555-0199?", "error"),
        ("Are you well!", "warning"),
    ],
)
def test_the_words_of_the_check_are_held_to_the_house_rules(small, words, severity):
    small.write(QUESTIONS, QUESTION.format(words=words))
    found = small.issues(QUESTIONS)
    assert [(issue.line, issue.severity) for issue in found] == [(5, severity)]


HARD = "The continued participation in complementary activities is considerably facilitated"


@pytest.mark.parametrize("voice", ["me", "them"])
@pytest.mark.parametrize("part", ["text", "hint", "option"])
def test_every_text_of_a_question_is_held_to_grade_6_in_each_voice(small, part, voice):
    said = {"me": "It is so.", "them": "It is so."} | {voice: HARD}
    words = f'{{me: "{said["me"]}", them: "{said["them"]}"}}'
    parts = {"text": "How is it?", "hint": "Say how.", "option": "Well"} | {part: words}
    small.write(
        QUESTIONS,
        f"screens:\n  - questions:\n      - id: q\n        text: {parts['text']}\n"
        f"        hint: {parts['hint']}\n        options:\n          - text: {parts['option']}\n",
    )
    lines = {"text": 4, "hint": 5, "option": 7}
    graded = [f for f in small.errors(QUESTIONS) if f.what.startswith("School grade")]
    assert [issue.line for issue in graded] == [lines[part]]


def test_a_hard_text_may_stay_with_a_reason(small):
    small.write(QUESTIONS, f"screens:\n  - questions:\n      - hint: {HARD}\n")
    small.write(
        ALLOWED,
        f"- {{rule: question-grade, words: {HARD}, reason: A name that has no shorter form.}}\n",
    )
    assert not [f for f in small.errors(QUESTIONS) if f.what.startswith("School grade")]
