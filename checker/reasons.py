"""Why a rule holds: the answers that led to its outcome, each with the rule by which it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Because(NamedTuple):
    """One answer that led to the outcome, and the rule by which it did."""

    sign: str
    rule: str


Why = list[Because] | None


def because_of(rule: str, signs: Iterable[str]) -> list[Because]:
    """Each sign with this rule, alphabetically."""
    return [Because(sign, rule) for sign in sorted(signs)]


def by_rule(rules: dict[str, str], signs: Iterable[str]) -> list[Because]:
    """Each sign with its own rule."""
    return [Because(sign, rules[sign]) for sign in sorted(signs)]
