"""What Word makes of placeholders, notes and boxes is named with what to type."""

from __future__ import annotations

import pytest

SUICIDE = "Some people think of suicide."


def found(small, body, *rules):
    first = small.page(f"Words.\n\n{body}") + 2
    issues = [issue for issue in small.issues() if issue.severity == "error"]
    assert {issue.rule for issue in issues} <= set(rules), issues
    return [(issue.line - first + 1, f"{issue.what}. {issue.fix}") for issue in issues]


@pytest.mark.parametrize(
    "mark",
    [
        "<!— crisis-lines —>",
        "<!– crisis-lines –>",
        "<!–– crisis-lines ––>",
        "<!- crisis-lines ->",
        "<!-- crisis-lines —>",
        "<!— crisis-lines -->",
        "<! -- crisis-lines -->",
        r"\<!-- crisis-lines --\>",
        "&lt;!-- crisis-lines --&gt;",
        "<-- crisis-lines -->",
        "<crisis-lines>",
        "crisis-lines -->",
        "<!-- crisis–lines —>",
        "[crisis-lines]",
        "    <!-- crisis-lines -->",
        "\t<!-- crisis-lines -->",
        "- <!-- crisis-lines -->",
        "> <!-- crisis-lines -->",
        "`<!-- crisis-lines -->`",
        "Call: <!-- crisis-lines --> now",
        "<!--crisis-lines-->",
        "<!--  crisis-lines -->",
        "<!--\u00a0crisis-lines -->",
    ],
)
def test_a_broken_placeholder_is_an_error_with_what_to_type(small, mark):
    ((line, words),) = found(small, f"{mark}\n\nMore words.", "broken-comment")
    assert line == 1
    assert "ype <!-- crisis-lines -->" in words


def test_other_marks_are_known_too(small):
    ((_, words),) = found(small, "<!— state: leave_cfra —>", "broken-comment")
    assert "Type <!-- state: leave_cfra -->" in words
    ((_, words),) = found(small, "<!–- treatment line –>", "broken-comment")
    assert "Type <!-- treatment-lines -->" in words


@pytest.mark.parametrize("mark", ["    <!-- crisis-lines -->", "<!--crisis-lines-->"])
def test_a_broken_list_is_no_help_on_a_page_about_suicide(small, mark):
    small.page(f"{SUICIDE}\n\n{mark}")
    assert {issue.rule for issue in small.issues()} == {"crisis-help", "broken-comment"}
    small.page(f"{SUICIDE}\n\n<!-- crisis-lines -->\n\nWords.")
    assert small.issues() == []


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("<!-- Anna, is this right\n\nMore words.", 1, "isn't closed"),
        ("<!-- Anna, is this right –>", 1, "isn't closed"),
        ("<!-- Anna, is this\n\nLost. <!-- Tom, is this right? -->", 1, "isn't closed"),
        ("Words <!— Anna, is this right? —>", 1, "visitors would read it"),
    ],
)
def test_a_note_that_visitors_would_read_is_an_error(small, body, line, words):
    ((at, message),) = found(small, body, "broken-comment")
    assert at == line
    assert words in message
    assert "-->" in message


BOX = "    Do **not** stop suddenly."


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"!!! warning “Alcohol”\n\n{BOX}", '!!! warning "Alcohol"'),
        (f"!!! warning 'Alcohol'\n\n{BOX}", '!!! warning "Alcohol"'),
        (f"！！！ warning “Alcohol”\n\n{BOX}", '!!! warning "Alcohol"'),
        (f"\\!!! warning “Alcohol”\n\n{BOX}", '!!! warning "Alcohol"'),
        (f"!!! Warning: alcohol\n\n{BOX}", "!!! warning"),
        ("! Danger\n\nWords.", "!!! danger"),
        (f"!!! warning Alcohol\n\n{BOX}", "would be lost"),
        (f'!!! wraning "Alcohol"\n\n{BOX}', "did you mean “warning”"),
        ('!!! warning "Alcohol"\n\nDo **not** stop suddenly.', "is empty"),
        ('!!! warning "Alcohol"\nDo **not** stop suddenly.', "is empty"),
        ('!!! warning "Alcohol"\n\n  Do **not** stop suddenly.', "is empty"),
        ('??? note "More"\n\nWords.', "is empty"),
        ("!!! warning", "is empty"),
    ],
)
def test_a_box_that_is_none_is_an_error_with_what_to_type(small, body, words):
    ((line, message),) = found(small, body, "broken-box")
    assert line == 1
    assert words in message
    assert "four spaces" in message
    assert not [issue for issue in small.issues() if "exclamation" in issue.what]


@pytest.mark.parametrize(
    "body",
    [
        f'!!! warning "Alcohol"\n\n{BOX}',
        f"!!! warning\n{BOX}",
        "!!! tip\n\tWords after a tab.",
        f'!!! note inline end "Words"\n\n{BOX}',
        f'??? danger "A"\n\n{BOX}\n\n    !!! note "B"\n\n        Deep words.',
        "```\n!!! warning “Alcohol”\n<!— crisis-lines —>\n```",
        "<!-- Anna, should crisis-lines stand here? -->",
        "<!-- Anna, an old box:\n!!! warning “Alcohol”\n-->",
        "See the [crisis lines](../help.md) there.",
        "Ask what the rules -> and the costs are.",
    ],
)
def test_what_is_right_is_left_alone(small, body):
    assert found(small, body) == []
