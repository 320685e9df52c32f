"""The number that people read on a link is the one that it dials."""

from __future__ import annotations

import pytest

RULE = "linked-number"


def found(small, body):
    small.page(f"One.\n\n{body}")
    return [issue for issue in small.issues() if issue.rule == RULE]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("[988](tel:911)", "People read 988, and the link dials 911"),
        ("[911](tel:988)", "People read 911, and the link dials 988"),
        ("[call 988 now](tel:911)", "People read 988"),
        ("**[9\u200b88](tel:911)**", "People read 988"),
        ("[1-800-662-4357](tel:988)", "People read 1-800-662-4357"),
        ("[1-800-662-HELP](tel:911)", "People read 1-800-662-HELP"),
        ("[(213) 555-0142](tel:18006624357)", "People read (213) 555-0142"),
        ("[988](sms:435748)", "the link texts 435748"),
        ("[text HELP to 435748](sms:988)", "People read 435748"),
        ("[9-8-8](tel:911)", "People read 9-8-8"),
        ("[**9.1.1**](tel:988)", "People read 9.1.1"),
        ("[988 or 911](tel:988)", "People read 911"),
        ("[988](tel:)", "the link dials nothing"),
        ('<a href="tel:911">988</a>', "People read 988"),
        ("Words <a href='TEL:911'>988</a>.", "People read 988"),
        ("[988](../help.md)", "opens ../help.md"),
        ("[Call 1-800-662-4357](https://example.org/)", "opens https://example.org/"),
    ],
)
def test_a_link_that_dials_another_number_is_an_error_on_its_line(small, body, words):
    (issue,) = found(small, body)
    assert issue.severity == "error"
    assert words in issue.what
    assert "](tel:" in issue.fix
    assert small.root.joinpath(issue.path).read_text("utf-8").split("\n")[issue.line - 1] == body


@pytest.mark.parametrize(
    "body",
    [
        "[988](tel:988)",
        "[text 988](sms:988)",
        "[1-800-662-HELP](tel:+1-800-662-4357)",
        "[(213) 555-0142](tel:+12135550142)",
        "[text HELP to 435748](sms:435748?body=HELP)",
        "[Call us](tel:+12135550142)",
        "[What happens when you call 988](../help.md)",
        "[How help works](../help.md)",
    ],
)
def test_a_link_that_dials_what_it_says_is_fine(small, body):
    assert found(small, body) == []
