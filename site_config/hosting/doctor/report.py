"""What the site promises its visitors, and what the doctor says when a host breaks a promise."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from site_config.core.issues import Issue


class Promise(StrEnum):
    """The promises that depend on the host, in the order in which they are told."""

    HELP = "Every link works, and a missing page still offers help"
    STARTS = "The self-check starts"
    PRIVATE = "What a visitor does here reaches nobody else"
    ALONE = "No other site can show these pages inside its own, or look into them"
    LIGHT = "The self-check costs a phone little data, and is ready early"
    CURRENT = "A corrected page reaches everyone at their next visit"


class Broken(NamedTuple):
    """A promise that does not hold on a host: at which address, and the issue there."""

    promise: Promise
    where: str
    issue: Issue


def broken(promise: Promise, where: str, what: str, fix: str) -> Broken:
    """Return a broken promise: where, what is wrong there, and how to fix it."""
    return Broken(promise, where, Issue(Path(where), 0, _sentence(what), _sentence(fix)))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def report(address: str, found: list[Broken]) -> str:
    """Return what was found as text, promise by promise; the promises that hold come last."""
    lines = [address, ""]
    lost = {one.promise for one in found}
    for promise in Promise:
        lines += [f"BROKEN  {promise}."] * (promise in lost)
        lines += [f"  {one.where}: {one.issue.words}" for one in found if one.promise is promise]
    lines += [f"HOLDS   {promise}." for promise in Promise if promise not in lost]
    lines += [
        "",
        f"{len(Promise) - len(lost)} of {len(Promise)} promises hold on this host.",
        "",
    ]
    return "\n".join(lines)
