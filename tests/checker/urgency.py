"""How urgent an outcome is, to compare two people's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from checker.rules import decide
from tests.checker import roles

if TYPE_CHECKING:
    from checker.findings import Findings

ORDER = (
    *roles.OUTCOMES[:9],
    *("iop_supports_missing", "iop_assess"),
    *("stay_with_program", "maintain_step_down", "weekly_may_be_enough"),
)


def ends(f: Findings) -> str:
    """The outcome's id."""
    return decide(f).outcome


def urgency(f: Findings) -> int:
    """The place of the outcome among all, from the most help asked for to the least.

    Rows 1 to 9 are in this order already. Of the others, 12 and 13 ask for more than 10 and 11.
    The last two ask for no more than each other: both leave the care that someone has as it is.
    """
    return min(ORDER.index(ends(f)), ORDER.index("maintain_step_down"))


def one_of(*signs: str) -> st.SearchStrategy[str]:
    """One of these signs."""
    return st.sampled_from(sorted(signs))
