"""Which answers stay off paper unless the person asks, and which words would give them away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.ids import PRIVATE_QUESTIONS, PRIVATE_SCREEN

if TYPE_CHECKING:
    from collections.abc import Mapping

RULES = frozenset(
    {
        *("home_unsafe_violence_open", "urgent_violence_by_teen"),
        *("emergency_violence_means", "emergency_violence_self_harm"),
    }
)
"""What brings a step that tells of an unsafe home, where nothing else could have brought it."""

HURT = frozenset({"x_violence_at_home", "x_hurt_by_this_person"})
"""Who checks these is warned beside the buttons to print: that person may find the paper."""

BRINGING = ("if", "if_all", "if_open")
"""What brings a step. A no (`if_no`) is the calm answer here, and `unless` only takes away."""

BANNERS = frozenset({"dv_box"})


def signs(data: Mapping[str, Any]) -> frozenset[str]:
    """The signs that only answers kept from paper set: home, and who hurts whom.

    A step that one of them brings would give the answer away.
    """
    kept: set[str] = set()
    others: set[str] = set()
    for question in data["questions"]:
        of_screen = question["screen"] == PRIVATE_SCREEN
        found = kept if of_screen or question["id"] in PRIVATE_QUESTIONS else others
        found.update(*(option["present"] for option in question["options"]))
    return frozenset(kept - others)


def tells(step: Mapping[str, Any], private: frozenset[str]) -> bool:
    """Whether a reader learns from these words what a private answer was, an open one too.

    One private sign among several is enough: nobody can tell which of them brought the words.
    """
    conditions = {sign for name in BRINGING for sign in step.get(name, ())}
    return bool(conditions & private or {*step.get("if_rule", ())} & RULES)


def is_for_the_hurt(step: Mapping[str, Any]) -> bool:
    """Whether only someone whom a person close by hurts or may hurt sees this step."""
    conditions = {*step.get("if", ())}
    about_them = {"x_hurts_someone_close"} if step.get("voice") == ["them"] else set()
    return bool(conditions) and conditions <= HURT | about_them
