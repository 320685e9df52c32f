"""Going back leads to the release before, and twice to the one before that."""

from __future__ import annotations

import pytest

from scripts.ci.released import Entry, before


def entries(story):
    """Releases by one letter each, oldest first; a small letter is that release, gone back to."""
    return [
        Entry(str(at), one.upper(), one, one, at, left="x" if one.islower() else "")
        for at, one in enumerate(story)
    ]


@pytest.mark.parametrize(
    ("story", "tree"),
    [
        ("", None),
        ("A", None),
        ("AB", "A"),
        ("ABC", "B"),
        ("ABCb", "A"),  # back from C to B: once more leads to A, not to C
        ("ABCba", None),
        ("ABCbD", "C"),
        ("ABA", "B"),
    ],
)
def test_what_was_online_before(story, tree):
    found = before(entries(story))
    assert (found.tree if found else None) == tree
