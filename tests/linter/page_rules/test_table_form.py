"""Tables whose columns have names."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("| Day | Hours |\n| --- | --- |\n| One | Two |", []),
        ("|  | Hours |\n| --- | --- |\n| One | Two |", []),
        ("| Day |  |\n| --- | --- |\n| One | Two |", [0]),
    ],
)
def test_each_column_has_a_name(small, body, lines):
    first = small.page(body)
    found = [issue.line for issue in small.issues() if issue.rule == "table-header"]
    assert found == [first + line for line in lines]
