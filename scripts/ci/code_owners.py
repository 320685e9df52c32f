"""`make codeowners`: who is asked to approve a change, from content/_data/people.yml.

Articles are approved by an editor; safety words and rules by the clinician. Nobody is made up:
where no one has a handle, the file says so, and nobody is asked.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from site_config.content_model.data_files import PEOPLE
from site_config.content_model.project import read_project
from site_config.settings import calendar

if TYPE_CHECKING:
    from site_config.content_model.data_schema import People

ROOT = Path(__file__).resolve().parents[2]
FILE = ".github/CODEOWNERS"
ARTICLES = ("/content/", "/docs/", "/mkdocs.yml")
SAFETY = (
    *("/checker/*.yml", "/checker/*.py", "/locale/", "crisis_lines*.yml", "house_terms*.yml"),
    *("help-now.md", "/site_config/linter/page_rules/", f"/{PEOPLE}", f"/{FILE}"),
)
"""Later lines win on GitHub, so these take what they name out of the articles."""


def code_owners(people: People) -> str:
    """Return the text of the file."""
    editors = [one.handle for one in people.authors.values() if one.handle]
    reviewer = people.reviewer
    clinicians = [reviewer.handle] if reviewer and reviewer.handle else []
    lacks = "no author has a handle"
    nobody = "there is no reviewer yet" if reviewer is None else "the reviewer has no handle"
    return "\n".join(
        [
            f"# Written by make codeowners from {PEOPLE}: change that file, then run it again.",
            "# The last line that matches a file decides.",
            "",
            "# Articles: an editor",
            *_lines(ARTICLES, editors, lacks),
            "",
            "# Safety words, rules, and who approves: the clinician",
            *_lines(SAFETY, clinicians, nobody),
            "",
        ]
    )


def _lines(paths: tuple[str, ...], handles: list[str], lacks: str) -> list[str]:
    if not handles:
        return [f"# Nobody is asked: {lacks} in {PEOPLE}.", *(f"# {path}" for path in paths)]
    asked = " ".join(f"@{handle}" for handle in handles)
    return [f"{path} {asked}" for path in paths]


def main() -> int:
    """Write the file; return 1 if people.yml cannot be used."""
    people = read_project(ROOT, calendar.today_at(ROOT)).people
    if people is None:
        sys.stderr.write(f"{PEOPLE} cannot be used: make check-content says why.\n")
        return 1
    (ROOT / FILE).write_text(code_owners(people), "utf-8")
    sys.stdout.write(f"{FILE} is written.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
