"""The glossary's words, and lines of it that explain nothing."""

from __future__ import annotations

import pytest


def test_the_glossary_is_held_to_the_house_rules(small):
    small.write("content/_data/glossary.md", "*[AA]: A group\n*[BB]: A group for an addict\n")
    found = small.issues("content/_data/glossary.md")
    assert [(issue.line, issue.severity) for issue in found] == [(2, "error")]


@pytest.mark.parametrize("row", ["*[BB] A group", "[BB]: A group", "A group", "*[BB]:", "*[]: A"])
def test_a_line_of_the_glossary_that_explains_nothing_is_an_error(small, row):
    small.write("content/_data/glossary.md", f"*[AA]: A group\n\n{row}\n")
    assert {issue.line for issue in small.errors("content/_data/glossary.md")} == {3}
