"""Words outside the articles: the questions of the check, its templates, the glossary."""

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


TEMPLATE = "site_config/rendering/templates/start.html"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (f"<p>{HARD}.</p>", "School grade"),
        ("<button>Just start</button>", "just"),
        ("<p>An addict reads this.</p>", "addict"),
        ("<p>Call 555-010-0000.</p>", "555-010-0000"),
        ('<a href="mailto:b@example.org">Write to us</a>', "b@example.org"),
        ('<p>{{ voices("Read this.", "Some addicts.") }}</p>', "addict"),
    ],
)
def test_the_words_of_templates_are_held_to_the_house_rules(small, words, found):
    small.write(
        TEMPLATE, f"{{% if a %}}\n{{# An addict,\n here unseen #}}\n{words}\n{{% endif %}}\n"
    )
    issues = small.issues(TEMPLATE)
    assert [issue.line for issue in issues] == [4]
    assert found in issues[0].what
    assert issues[0].fix


def test_the_glossary_is_held_to_the_house_rules(small):
    small.write("content/_data/glossary.md", "*[AA]: A group\n*[BB]: A group for an addict\n")
    found = small.issues("content/_data/glossary.md")
    assert [(issue.line, issue.severity) for issue in found] == [(2, "error")]


@pytest.mark.parametrize("row", ["*[BB] A group", "[BB]: A group", "A group", "*[BB]:", "*[]: A"])
def test_a_line_of_the_glossary_that_explains_nothing_is_an_error(small, row):
    small.write("content/_data/glossary.md", f"*[AA]: A group\n\n{row}\n")
    assert {issue.line for issue in small.errors("content/_data/glossary.md")} == {3}
