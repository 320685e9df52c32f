"""`make addresses`: adds the addresses of all pages to the list of those that were published."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from site_config.content_model.project import read_project
from site_config.settings import calendar
from site_config.settings.published_addresses import PUBLISHED, published, write_published

if TYPE_CHECKING:
    import datetime as dt


def add_addresses(root: Path, today: dt.date) -> list[str]:
    """Add what is missing to the list and return it; no address is ever taken out."""
    known = set(published(root))
    pages = read_project(root, today).pages.values()
    new = sorted({page.url for page in pages if page.url} - known)
    write_published(root, known | set(new))
    return new


def main() -> int:
    """Bring the list up to date and name what is new."""
    new = add_addresses(Path.cwd(), calendar.today_at(Path.cwd()))
    for address in new:
        sys.stdout.write(f"{address}\n")
    sys.stdout.write(f"{len(new)} new in {PUBLISHED}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
