"""`make check-links`: asks for every page of others that ours link to. On demand, never in a build.

A page that answered is not asked again for two weeks (`.cache/links.json`; `--again` asks all).
A site that refuses programs is no error: a person has to open that link.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urldefrag, urlsplit

import requests

from site_config.core.issue_report import report
from site_config.core.issues import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CACHE = ".cache/links.json"
TEXTS = ("content/**/*.md", "content/_data/**/*.yml", "checker/*.yml", "site_config/center.yml")
KEPT = dt.timedelta(days=14)

_LINK = re.compile(r"https?://[^\s<>\"'`\]]+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_WAIT = 20.0
_AT_ONCE = 8
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_FOR_GOOD = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
_AGENT = {"User-Agent": "Mozilla/5.0 (compatible; link check)"}


class Answer(NamedTuple):
    """What came of asking: `ok`, `moved` (for good, `to` another address), `gone` or `unknown`."""

    kind: str
    to: str = ""


def links(root: Path) -> dict[str, list[tuple[Path, int]]]:
    """Return each address that our texts link to, with the places where it is written."""
    found: dict[str, list[tuple[Path, int]]] = defaultdict(list)
    for file in sorted({file for pattern in TEXTS for file in root.glob(pattern)}):
        text = _COMMENT.sub(lambda one: "\n" * one[0].count("\n"), file.read_text("utf-8"))
        for line, row in enumerate(text.split("\n"), start=1):
            for link in _LINK.findall(row):
                found[_whole(link)].append((file.relative_to(root), line))
    return dict(found)


def _whole(link: str) -> str:
    """Cut off the signs that belong to the sentence, and the place within the page."""
    link = link.rstrip(".,;:!?*")
    while link.endswith(")") and link.count(")") > link.count("("):
        link = link[:-1].rstrip(".,;:!?*")
    return urldefrag(link.rstrip("}")).url


def ask(link: str) -> Answer:
    """Ask for one address, for its head first: some servers answer only to a whole request."""
    try:
        answer = _asked("HEAD", link)
        if answer.status_code >= HTTPStatus.BAD_REQUEST:
            answer = _asked("GET", link)
    except requests.RequestException as error:
        return Answer("unknown", f"no answer ({type(error).__name__})")
    if answer.status_code in _GONE:
        return Answer("gone")
    if answer.status_code >= HTTPStatus.BAD_REQUEST:
        return Answer("unknown", f"answer {answer.status_code}")
    steps = [one.status_code in _FOR_GOOD for one in answer.history]
    if steps and all(steps) and answer.url.rstrip("/") != link.rstrip("/"):
        return Answer("moved", answer.url)
    return Answer("ok")


def _asked(method: str, link: str) -> requests.Response:
    with requests.request(
        method, link, headers=_AGENT, timeout=_WAIT, allow_redirects=True, stream=True
    ) as answer:
        return answer


def ask_all(found: Iterable[str]) -> dict[str, Answer]:
    """Ask many hosts at once, each of them one after the other."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for link in found:
        hosts[urlsplit(link).netloc].append(link)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        parts = pool.map(lambda own: [(link, ask(link)) for link in own], hosts.values())
        return dict(pair for part in parts for pair in part)


def issues(
    places: dict[str, list[tuple[Path, int]]], answers: dict[str, Answer]
) -> Iterator[Issue]:
    """Give an issue for each place of a link that is not in order."""
    for link, answer in answers.items():
        for path, line in places[link]:
            if answer.kind == "gone":
                message = f"{link} is gone: there is no such page any more"
                fix = "Look for its new address at that site, or cite another source"
                yield Issue(path, line, message, fix)
            elif answer.kind == "moved":
                message = f"{link} has moved for good"
                yield Issue(path, line, message, f"Write {answer.to}", "warning")
            elif answer.kind == "unknown":
                message = f"{link} could not be checked: {answer.to}"
                yield Issue(path, line, message, "Open it in a browser", "warning")


class Cache:
    """The links that were in order, with the day on which they were."""

    def __init__(self, file: Path, today: dt.date) -> None:
        self._file, self._today = file, today
        try:
            self._days = dict(json.loads(file.read_text("utf-8")))
        except (OSError, ValueError):  # none yet, or cut off
            self._days = {}

    def is_fresh(self, link: str) -> bool:
        """Return whether `link` was in order less than two weeks ago."""
        try:
            return self._today - dt.date.fromisoformat(self._days[link]) < KEPT
        except (KeyError, TypeError, ValueError):
            return False

    def keep(self, answers: dict[str, Answer], wanted: Iterable[str]) -> None:
        """Write down what is in order, and drop what no text links to any more."""
        for link, answer in answers.items():
            self._days.pop(link, None)
            if answer.kind == "ok":
                self._days[link] = self._today.isoformat()
        kept = {link: self._days[link] for link in sorted(wanted) if link in self._days}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(kept, indent=0), "utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Check the links of this project; return 1 if a page is gone."""
    parser = argparse.ArgumentParser(prog="make check-links", description=main.__doc__)
    parser.add_argument("--again", action="store_true", help="ask for those that were in order too")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    places = links(given.root)
    cache = Cache(given.root / CACHE, dt.datetime.now(dt.UTC).date())
    wanted = [link for link in places if given.again or not cache.is_fresh(link)]
    answers = ask_all(wanted)
    if wanted and all(answer.to.startswith("no answer") for answer in answers.values()):
        print(f"None of {len(wanted)} sites answered. Is this computer online?")
        return 1
    cache.keep(answers, places)
    found = list(issues(places, answers))
    known = len(places) - len(wanted)
    print(f"{report(found)}{len(wanted)} links asked, {known} known from the last two weeks.")
    return int(any(issue.severity == "error" for issue in found))


if __name__ == "__main__":
    sys.exit(main())
