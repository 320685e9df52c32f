"""`make stats LOG=access.log`: a table here, and dist/stats/ with the chart."""

from __future__ import annotations

import sys
import zlib
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from scripts.page_views import log_lines, report
from scripts.page_views.count import Site, count
from site_config.content_model.project import read_project
from site_config.settings import calendar

if TYPE_CHECKING:
    from collections.abc import Sequence

TARGET = "dist/stats"
_USE = "Write: make stats LOG=access.log (or several: LOG='access.log access.log.1.gz')\n"


def main(arguments: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Count the logs that are named; return 1 and say why if one can't be read."""
    files = [Path(name) for name in (sys.argv[1:] if arguments is None else arguments)]
    root = root or Path.cwd()
    if not files:
        sys.stderr.write(_USE)
        return 1
    if missing := [str(file) for file in files if not file.is_file()]:
        sys.stderr.write(f"There is no file {', '.join(missing)}. {_USE}")
        return 1
    project = read_project(root, calendar.today_at(root))
    titles = {page.url: str(page.meta.get("title", page.name)) for page in project.pages.values()}
    base = urlsplit(project.center.site_url or "/").path
    try:
        requests = chain.from_iterable(map(log_lines.read, files))
        counts = count(requests, Site(titles, base, ZoneInfo(project.center.time_zone)))
    except (OSError, EOFError, zlib.error) as error:  # a .gz that isn't one, or is damaged
        sys.stderr.write(f"A log can't be read: {error}.\n")
        return 1
    sys.stdout.write(f"{report.table(counts, titles)}\n")
    folder = root / TARGET
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(report.page(counts, titles), "utf-8")
    (folder / "chart.svg").write_text(report.chart(counts), "utf-8")
    sys.stdout.write(f"\nThe same with a chart: {TARGET}/index.html\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
