"""What the site promises its visitors, and what the doctor says when a host breaks a promise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Promise(StrEnum):
    """The promises that depend on the host, in the order in which they are told."""

    HELP = "Every link leads on, and a missing page still offers help"
    STARTS = "The self-check starts"
    PRIVATE = "What a visitor does here reaches nobody else"
    ALONE = "No other site can show these pages inside its own, or look into them"
    LIGHT = "The self-check costs a phone little data, and is ready early"
    CURRENT = "A corrected page reaches everyone at their next visit"


@dataclass(frozen=True)
class Finding:
    """One thing that breaks a promise: where, what is wrong there, and how to mend it."""

    promise: Promise
    where: str
    issue: str
    fix: str


def report(address: str, findings: list[Finding]) -> str:
    """Return the findings as text, promise by promise; the promises that hold come last."""
    lines = [address, ""]
    broken = {finding.promise for finding in findings}
    for promise in Promise:
        lines += [f"BROKEN  {promise}."] * (promise in broken)
        for finding in findings:
            if finding.promise is promise:
                lines += [f"  {finding.where}: {finding.issue}.", f"    Mend it: {finding.fix}."]
    lines += [f"HOLDS   {promise}." for promise in Promise if promise not in broken]
    lines += ["", f"{len(Promise) - len(broken)} of {len(Promise)} promises hold on this host.", ""]
    return "\n".join(lines)
