"""Reading Content-Security-Policy as a browser does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Policy = dict[str, frozenset[str]]
"""Directive to its sources."""

FALLBACK = {
    "worker-src": ("child-src", "script-src", "default-src"),
    **dict.fromkeys(
        ("script-src", "style-src", "img-src", "font-src", "connect-src", "media-src"),
        ("default-src",),
    ),
}
"""What stands in for a directive that a policy leaves out."""


def read(text: str) -> list[Policy]:
    """Return every policy of a header: hosts join several with commas, and each of them counts."""
    return [_one(part) for part in text.split(",") if part.strip()]


def _one(text: str) -> Policy:
    words = [part.split() for part in text.split(";") if part.strip()]
    return {name.lower(): frozenset(sources) for name, *sources in reversed(words)}


def holds(policies: Iterable[Policy], directive: str, sources: frozenset[str]) -> bool:
    """Tell whether some policy limits `directive` to no more than these sources."""
    found = (sources_of(policy, directive) for policy in policies)
    return any(one is not None and one - {"'none'"} <= sources - {"'none'"} for one in found)


def refused(policy: Policy, needed: Policy) -> list[str]:
    """The directives in which `policy` allows less than a page that was built for `needed`."""
    return [
        directive
        for directive, sources in needed.items()
        if (allowed := sources_of(policy, directive)) is not None
        and "*" not in allowed
        and not sources - {"'none'"} <= allowed
    ]


def sources_of(policy: Policy, directive: str) -> frozenset[str] | None:
    """What a policy allows for a directive; None if it does not limit it."""
    for name in (directive, *FALLBACK.get(directive, ())):
        if name in policy:
            return policy[name]
    return None
