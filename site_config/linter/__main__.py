"""`python -m site_config.linter [--release] [--page FILE]`, `… stale`, `… pages` and `… rules`."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from pathlib import Path

from site_config.core.annotations import announce
from site_config.core.issue_report import counted, report
from site_config.linter.page_overview import overview
from site_config.linter.review_due import stale_report
from site_config.linter.rule_list import FILE, rule_list
from site_config.linter.runner import check_site
from site_config.settings import calendar

_EXAMPLE = "make check-content PAGE=start/first-week.md"


def main(arguments: list[str] | None = None) -> int:
    """Check the project in the current folder; return 1 if there are errors, else 0."""
    parser = argparse.ArgumentParser(prog="python -m site_config.linter", description=main.__doc__)
    parser.add_argument(
        "what", nargs="?", choices=["check", "stale", "pages", "rules"], default="check"
    )
    parser.add_argument("--release", action="store_true", help="overdue reviews are errors")
    parser.add_argument("--today", type=dt.date.fromisoformat, metavar="YYYY-MM-DD")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help=argparse.SUPPRESS)
    parser.add_argument("--page", default="", help="the issues of this page alone")
    given = parser.parse_args(arguments)
    today = given.today or calendar.today_at(given.root)
    if given.what == "stale":
        sys.stdout.write(stale_report(given.root, today))
        return 0
    if given.what == "pages":
        sys.stdout.write(overview(given.root, today))
        return 0
    if given.what == "rules":
        (given.root / FILE).write_text(rule_list(), "utf-8")
        sys.stdout.write(f"{FILE} is written.\n")
        return 0
    issues = check_site(given.root, release=given.release, today=given.today)
    if given.page:
        if (path := _page(given.root, given.page)) is None:
            sys.stderr.write(f"There is no page {given.page}. Name its file, as in {_EXAMPLE}.\n")
            return 1
        issues = [issue for issue in issues if issue.path == path]
    whole = " in this page. `make check-content` looks at the menu, links to it and photos, too"
    sys.stdout.write(f"{report(issues)}Content: {counted(issues)}{whole if given.page else ''}.\n")
    announce("Content", issues)
    errors = any(issue.severity == "error" for issue in issues)
    if errors and "MAKELEVEL" in os.environ:
        sys.stdout.write("(“make: … Error 1” says no more than that there are errors.)\n")
    return int(errors)


def _page(root: Path, given: str) -> Path | None:
    """Return the file of a page as issues name it; `given` may leave out content/ and .md."""
    name = given.strip().replace("\\", "/").removeprefix("./").strip("/")
    names = [name, f"{name}.md", f"{name}/index.md"]
    tried = [Path(one) for one in names] + [Path("content", one) for one in names]
    pages = (one for one in tried if one.suffix == ".md" and one.parts[0] == "content")
    return next((one for one in pages if (root / one).is_file()), None)


if __name__ == "__main__":
    sys.exit(main())
