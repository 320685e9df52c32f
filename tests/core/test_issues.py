"""How an issue reads, and in which order several stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.core.issues import Issue, IssuesFound


@pytest.mark.parametrize(
    ("issue", "reads"),
    [
        (Issue(Path("a/b.md"), 12, "It's wrong", "Mend it"), "a/b.md:12: It's wrong. Mend it."),
        (Issue(Path("a/b.md"), 0, "It's gone.", "Look."), "a/b.md: It's gone. Look."),
        (
            Issue(Path("b.md"), 1, "It's wrong", "Mend it", "warning", "some-rule"),
            "b.md:1: It's wrong. Mend it. [some-rule]",
        ),
    ],
)
def test_an_issue_says_where_what_and_how_to_fix_it(issue, reads):
    assert str(issue) == reads


def test_all_issues_of_a_run_are_reported_in_the_order_of_their_places():
    late, early = Issue(Path("b.md"), 2, "B", "F"), Issue(Path("a.md"), 10, "A", "F")
    first = Issue(Path("b.md"), 1, "C", "F")
    found = IssuesFound([late, first, early])
    assert found.issues == [early, first, late]
    assert str(found) == "\n".join(map(str, [early, first, late]))


def test_two_issues_of_two_rules_are_one_if_they_say_the_same():
    one, other = (Issue(Path("a.md"), 1, "A", "F", rule=rule) for rule in ("one", "other"))
    assert one == other
