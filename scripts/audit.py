"""`make audit`: Lighthouse, pa11y, Nu and html-validate on the built site; report in dist/audit/.

The site stands behind nginx or Caddy with the shipped recipes, on loopback, as visitors get it.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from scripts import audit_tools, servers
from scripts.audit_tools import AuditError, Complaint
from site_config.core.issue_report import one_line

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "dist/audit"
WANTED = 95
RUNS = 3
PAGES = {
    "home": "",
    "article": "iop/week/",
    "article with a table": "cost/",
    "article with a picture": "iop/levels/",
    "section": "right-for-me/",
    "help now": "help-now/",
    "self-check, start": "self-check/",
    "how it decides": "about/this-check/",
    "to print": "cost/call-sheet/",
    "privacy": "about/privacy/",
    "updates": "updates/",
    "note": "updates/2026-11-23-medicare-and-iop/",
    "search": "search/",
}
"""One page of each type."""
ABSENT = "there/is/no-such-page/"
"""Answered with the page for what is missing; Lighthouse scores no such answer."""


def main() -> None:
    """Run every auditor; fail if a score is too low or a complaint has no reason to stand."""
    shutil.rmtree(REPORT, ignore_errors=True)
    REPORT.mkdir(parents=True)
    site = ROOT / "site"
    reasons = yaml.safe_load((ROOT / "audit/explained.yml").read_text("utf-8"))
    try:
        with tempfile.TemporaryDirectory() as folder, servers.any_of(ROOT, Path(folder)) as address:
            scores = _scores(address)
            complaints = [
                *audit_tools.nu(site),
                *audit_tools.html_validate(site, REPORT),
                *(c for path in (*PAGES.values(), ABSENT) for c in _pa11y(address, path)),
            ]
    except (AuditError, servers.ServerError) as error:
        sys.exit(f"The audit cannot run: {error}")
    text = _summary(scores, complaints, reasons)
    (REPORT / "complaints.json").write_text(json.dumps([vars(c) for c in complaints], indent=1))
    (REPORT / "summary.md").write_text(text, "utf-8")
    sys.stdout.write(text)
    if too_low(scores, reasons) or unexplained(complaints, reasons):
        sys.exit("The audit found something to fix: see dist/audit/.")


def _scores(address: str) -> dict[str, dict[str, int]]:
    return {kind: _score(kind, f"{address}/{path}") for kind, path in PAGES.items()}


def _score(kind: str, url: str) -> dict[str, int]:
    """The scores of one page; speed is measured again, up to twice, when the machine was busy."""
    report = REPORT / f"lighthouse-{re.sub(r'\W+', '-', kind)}"
    for _ in range(RUNS):
        found = audit_tools.lighthouse(url, report)
        if found["performance"] >= WANTED:
            break
    return found


def _pa11y(address: str, path: str) -> list[Complaint]:
    return audit_tools.pa11y(f"{address}/{path}", f"/{path}", REPORT)


def unexplained(complaints: list[Complaint], reasons: dict[str, Any]) -> list[Complaint]:
    """The complaints that no pattern of audit/explained.yml matches from end to end."""
    known = [re.compile(one["is"]) for one in reasons["complaints"]]
    return [one for one in complaints if not any(k.fullmatch(str(one)) for k in known)]


def too_low(scores: dict[str, dict[str, int]], reasons: dict[str, Any]) -> list[str]:
    """The scores below what is wanted, but for those with a floor of their own and a reason."""
    floors = {(one["page"], one["category"]): one["floor"] for one in reasons["scores"]}
    return [
        f"{kind}: {category} {score}"
        for kind, found in scores.items()
        for category, score in found.items()
        if score < floors.get((kind, category), WANTED)
    ]


def explained(complaints: list[Complaint], reasons: dict[str, Any]) -> list[str]:
    """Each reason of audit/explained.yml, and how many complaints it let stand this time."""
    texts = [str(one) for one in complaints]
    counts = [sum(bool(re.fullmatch(one["is"], t)) for t in texts) for one in reasons["complaints"]]
    return [
        f"{count or 'No more'} × `{one['is']}`: {one['why']}"
        for count, one in zip(counts, reasons["complaints"], strict=True)
    ]


def _summary(
    scores: dict[str, dict[str, int]], complaints: list[Complaint], reasons: dict[str, Any]
) -> str:
    parts = {
        "Scores": [_table(scores)],
        "Left as it is, each with its reason": explained(complaints, reasons),
        "To fix": [
            *too_low(scores, reasons),
            *(one_line(one.as_issue()) for one in unexplained(complaints, reasons)),
        ],
    }
    return "".join(
        f"{name}\n\n{'\n'.join(lines) or 'Nothing.'}\n\n" for name, lines in parts.items()
    )


def _table(scores: dict[str, dict[str, int]]) -> str:
    categories = list(dict.fromkeys(name for found in scores.values() for name in found))
    lines = [f"| Page | {' | '.join(categories)} |", "|---" * (len(categories) + 1) + "|"]
    for kind, found in scores.items():
        lines.append(f"| {kind} | {' | '.join(str(found.get(c, '–')) for c in categories)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
