"""The made-up crowd: every row is met, and nobody who is well is sent to an alarm."""

from __future__ import annotations

import pytest

from scripts.rules_shares import CROWD, outcome_of, shares
from tests.checker import roles


def test_the_shares_cover_every_row_and_add_up():
    found = shares()
    assert tuple(found) == roles.OUTCOMES
    assert sum(found.values()) == pytest.approx(1)


@pytest.mark.parametrize("kind", [kind for kind in CROWD if kind.is_well], ids=lambda k: k.example)
def test_nobody_who_is_well_ends_in_rows_1_to_5_or_8(kind):
    assert outcome_of(kind) not in roles.DANGER_ROWS


def test_alarms_stay_rare():
    """Rows 1 and 2 together: below one in ten of this crowd."""
    found = shares()
    assert found["emergency_now"] + found["urgent_same_day"] < 0.1
