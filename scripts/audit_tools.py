"""The four auditors, each run on the built site: what they found, as plain counts and lines."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts import browsers
from site_config.core.issues import Issue

if TYPE_CHECKING:
    from collections.abc import Sequence

    Command = Sequence[str | Path]

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / "audit/node_modules"
BIN = ROOT / ".venv/bin"
"""Where the Node.js is that the auditors need; it is newer than many systems'."""

LONGEST = 120
"""Seconds that an auditor may take for one page, or for one look at all of them."""

LATE = "no answer in time"
STALLED = (LATE, "NO_NAVSTART")
"""What a browser says, or does not, on a machine with too much to do."""


@dataclass(frozen=True)
class Complaint:
    """What an auditor holds against a page."""

    tool: str
    page: str
    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.tool}: {self.page}: {self.rule}: {self.text}"

    def as_issue(self) -> Issue:
        """Return the complaint in the form of all other issues."""
        fix = "Fix it, or say in audit/explained.yml why it stays"
        return Issue(Path(self.page), 0, self.text, fix, rule=f"{self.tool}: {self.rule}")


class AuditError(Exception):
    """An auditor that does not run; the text says what it said."""


def lighthouse(url: str, report: Path) -> dict[str, int]:
    """Return Lighthouse's score of each category, 0 to 100, and keep its report."""
    flags = "--headless=new --no-sandbox --disable-background-networking"
    name = str(report.with_suffix(""))
    command: Command = [
        *("node", TOOLS / "lighthouse/cli/index.js", url, "--quiet", f"--chrome-flags={flags}"),
        *("--output=json", "--output=html", f"--output-path={name}"),
    ]
    _again(command, {"CHROME_PATH": str(_chromium())})
    found = json.loads(report.with_suffix(".report.json").read_text("utf-8"))
    scores = {name: category["score"] for name, category in found["categories"].items()}
    return {name: round(100 * score) for name, score in scores.items() if score is not None}


def pa11y(url: str, page: str, folder: Path) -> list[Complaint]:
    """Return what axe and HTML_CodeSniffer hold against one page, by WCAG 2 AA.

    What axe cannot decide and leaves to a person says so in its rule.
    """
    settings = folder / "pa11y-settings.json"
    launch = {"executablePath": str(_chromium()), "args": ["--no-sandbox"]}
    settings.write_text(
        json.dumps({"runners": ["axe", "htmlcs"], "chromeLaunchConfig": launch}), "utf-8"
    )
    command = ("node", TOOLS / "pa11y/bin/pa11y.js", "-c", settings, "-r", "json", url)
    found = _json(_again(command, allowed=(0, 2)))
    return [Complaint("pa11y", page, _rule(one), _text(one)) for one in found]


def _rule(found: dict[str, Any]) -> str:
    undecided = (found.get("runnerExtras") or {}).get("needsFurtherReview")
    return f"{found['code']}, not decided" if undecided else str(found["code"])


def _text(found: dict[str, Any]) -> str:
    return f"{found['message']} at {found['selector']}"


def nu(site: Path) -> list[Complaint]:
    """Return the errors of the Nu HTML checker on every page."""
    jar = TOOLS / "vnu-jar/build/dist/vnu.jar"
    options = ("--errors-only", "--format", "json", "--stdout")
    command: Command = ("java", "-jar", jar, *options, *_pages(site))
    found = _json(_run(command, allowed=(0, 1)))
    return [
        Complaint("Nu", _name(site, one["url"].removeprefix("file:")), "HTML", one["message"])
        for one in found["messages"]
    ]


def html_validate(site: Path, folder: Path) -> list[Complaint]:
    """Return what html-validate's rules for accessibility hold against every page."""
    settings, report = ROOT / "audit/htmlvalidate.json", folder / "html-validate.json"
    program = TOOLS / "html-validate/bin/html-validate.mjs"
    # To a file: it ends before a pipe has taken all of a long report.
    command: Command = ("node", program, "-c", settings, "-f", f"json={report}", *_pages(site))
    _run(command, allowed=(0, 1))
    return [
        Complaint("html-validate", _name(site, page["filePath"]), one["ruleId"], one["message"])
        for page in _json(report.read_text("utf-8"))
        for one in page["messages"]
    ]


def _again(
    command: Command, more: dict[str, str] | None = None, allowed: tuple[int, ...] = (0,)
) -> str:
    """Run a program that drives a browser, up to three times: a busy machine may stall it."""
    for left in (2, 1, 0):
        try:
            return _run(command, more, allowed)
        except AuditError as error:
            if not left or not any(sign in str(error) for sign in STALLED):
                raise
    raise AssertionError  # the last round returns or raises


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def _name(site: Path, path: str) -> str:
    return f"/{Path(path).relative_to(site).as_posix().removesuffix('index.html')}"


def _chromium() -> Path:
    if found := browsers.chromium():
        return found
    raise AuditError("no Chromium: run make setup-test")


def _run(
    command: Command,
    more: dict[str, str] | None = None,
    allowed: tuple[int, ...] = (0,),
) -> str:
    words = [str(word) for word in command]
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path} | (more or {})
    words[0] = str(BIN / words[0]) if words[0] == "node" else words[0]
    try:
        done = subprocess.run(
            words, env=environment, capture_output=True, text=True, check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired as error:
        raise AuditError(f"{words[1]}: {LATE}") from error
    if done.returncode not in allowed:
        raise AuditError(f"{words[1]}: {(done.stderr or done.stdout)[-1500:]}")
    return done.stdout


def _json(text: str) -> Any:  # noqa: ANN401
    return json.loads(text or "[]")
