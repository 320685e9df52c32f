"""A project small enough to see what a rule does: one page, a few sources, no issues."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from site_config.linter.runner import check_site

if TYPE_CHECKING:
    from site_config.core.issues import Issue

ROOT = Path(__file__).resolve().parents[1]
TODAY = dt.date(2026, 11, 23)
PAGE = "understand/page.md"
SOURCES = "content/_data/sources.yml"
LINES = "content/_data/crisis_lines.yml"
ALLOWED = "site_config/allowed.yml"
QUESTIONS = "checker/questionnaire.yml"
OUTCOMES = "checker/outcomes.yml"

FRONT = {
    "title": "A page",
    "description": "What this page answers, in a sentence that is long enough for a search result.",
    "author": "editorial",
    "last_reviewed": "2026-11-23",
    "next_review": "2027-05-23",
}
LOOKS = ("title", "description")

FILES = {
    SOURCES: """\
hours:
  {title: Hours, publisher: An agency, year: 2024, url: "https://example.org/hours",
   checked_on: 2026-11-23, evidence: S}
old:
  {title: Old, publisher: An agency, year: 2015, url: "https://example.org/old",
   checked_on: 2026-11-23, evidence: S}
old_but_right:
  {title: Old, publisher: An agency, year: 2015, url: "https://example.org/old",
   checked_on: 2026-11-23, evidence: S, dated_ok: Nothing newer has been written about it.}
from_memory:
  {title: Memory, publisher: An agency, year: 2024, url: "https://example.org/memory",
   checked_on: 2026-11-23, evidence: K}
derived:
  {title: Derived, publisher: An agency, year: 2024, url: "https://example.org/derived",
   checked_on: 2026-11-23, evidence: D}
nsduh_2024:
  {title: National Survey on Drug Use and Health, publisher: An agency, year: 2025,
   url: "https://example.org/nsduh", checked_on: 2026-11-23, evidence: S}
""",
    LINES: """\
- {id: emergency_911, name: Emergency, call: "911", what: Danger now., checked_on: 2026-11-23,
   evidence: S}
- {id: lifeline_988, name: Lifeline, call: "988", text: "988", what: Talk to someone.,
   checked_on: 2026-11-23, evidence: S}
- {id: helpline, name: Helpline, call: "18006624357", call_display: 1-800-662-4357, text: "435748",
   what: Finds treatment., checked_on: 2026-11-23, evidence: S}
- {id: unchecked, name: Unchecked, call: "18005550100", what: Some line., checked_on: 2026-11-23,
   evidence: K}
""",
    "content/_data/people.yml": "reviewer: null\nauthors: {editorial: {name: Editorial team}}\n",
    "content/_data/helpful_pages.yml": "[]\n",
    "content/help.md": "",  # written below, with the front matter of every page
    "checker/signs.yml": "signs: [{id: sign_one}, {id: sign_two}]\n",
    QUESTIONS: "screens: []\n",
    OUTCOMES: "outcomes: []\n",
    "site_config/center.yml": "name: Some Center\nphone: (213) 555-0142\nemail: a@example.org\n",
}


class SmallSite:
    """A project in a temporary folder; its page is at `PAGE`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in FILES.items():
            self.write(name, text)
        shutil.copy(ROOT / "site_config/house_terms.yml", root / "site_config/house_terms.yml")
        self.page("In a crisis, call. It's 911 or 988.", name="help.md")
        self.page("Some words.")

    def write(self, name: str, text: str | bytes) -> Path:
        """Write the file `name`."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def add(self, name: str, text: str) -> int:
        """Add `text` to the data file `name`, as it stands above; return the line of `text`."""
        self.write(name, FILES[name] + text)
        return FILES[name].count("\n") + 1

    def page(self, body: str, name: str = PAGE, **front: str | None) -> int:
        """Write a page; a value of None leaves the name out. Return the line of `body`."""
        own = {} if name == PAGE else {key: f"{FRONT[key]} ({name})" for key in LOOKS}
        lines = [
            f"{key}: {value}" for key, value in (FRONT | own | front).items() if value is not None
        ]
        head = ["---", *lines, "---", ""]
        self.write(f"content/{name}", "\n".join([*head, body, ""]))
        return len(head) + 1

    def issues(self, path: str | None = None, *, release: bool = False, today: dt.date = TODAY):
        """Return the issues; without `path`, those of the page; "" gives all."""
        wanted = Path(f"content/{PAGE}" if path is None else path)
        found = check_site(self.root, release=release, today=today)
        return [issue for issue in found if path == "" or issue.path == wanted]

    def one_issue(self) -> Issue:
        """Return the one issue that the page has."""
        found: list[Issue] = self.issues()
        assert len(found) == 1, found
        return found[0]

    def errors(self, path: str) -> list[Issue]:
        """Return the issues of this file that stop the build."""
        return [issue for issue in self.issues(path) if issue.severity == "error"]
