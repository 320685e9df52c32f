"""What was pasted from Word is named for what it was, once."""

from __future__ import annotations

import pytest

from site_config.content_model.page import read_page
from site_config.linter.page_rules import pasted_word

PASTED = [
    ("Who\tBefore\tDuring\nPays\tMe\tThem\nKey\tMe\tThem", "a table from Word", "| --- |"),
    ("•\tBring a pen\n•\tBring water", "a list from Word", "- and a space"),
    ("o\tBring a pen", "a list from Word", "- and a space"),
    ("1)\tBring a pen\n2)\tBring water", "a list from Word", "1. and a space"),
    ('<p class="MsoNormal">Words</p>', "code that Word", "plain text"),
    ("Words <o:p></o:p>", "code that Word", "plain text"),
    ("See Error! Reference source not found.", "link within the document", "[words to press]"),
    ('HYPERLINK "https://example.org/" the law', "a field from Word", "[words to press]"),
    ("Words. Commented [AB1]: Is this true?", "a comment from Word", "Delete it"),
    ("Monday ........... 3\nTuesday .......... 4", "a table of contents", "the headings"),
    ("Monday\t3\nTuesday\t14", "a table of contents", "the headings"),
]
FINE = [
    "Words, and more words.",
    "- A point\n- Another",
    "| Before | During |\n| --- | --- |\n| A | B |",
    "A line\twith one tab.",
    "```\nWho\tBefore\nPays\tMe\n```",
    "I wrote a comment [on the law](page.md).",
    "It costs 3 ... or 4",
]


@pytest.mark.parametrize(("body", "what", "fix"), PASTED, ids=[one[0][:25] for one in PASTED])
def test_it_is_named_once_where_it_begins(small, body, what, fix):
    line = small.page(f"Words.\n\n{body}")
    found = [issue for issue in small.issues() if "Word" in issue.what]
    (issue,) = [one for one in found if what in one.what]
    assert issue.line == line + 2
    assert issue.severity == "error"
    assert fix in issue.fix


@pytest.mark.parametrize("body", FINE, ids=[one[:25] for one in FINE])
def test_what_was_not_pasted_is_left_alone(small, body):
    small.page(body)
    assert [issue for issue in small.issues() if "Word" in issue.what] == []


def test_no_page_of_ours_has_any(root):
    for file in (root / "content").rglob("*.md"):
        page = read_page(file, file, file.name)
        assert list(pasted_word._found(page)) == [], file  # noqa: SLF001
