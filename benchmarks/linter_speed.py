"""How long the content check takes: `python -m benchmarks.linter_speed [articles]`.

It copies the real project's data and its articles, again and again, into a temporary folder.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from site_config.linter.runner import check_site
from tests.small_site import ROOT

ARTICLES = 100
ROUNDS = 5


def copies(folder: Path, count: int) -> None:
    """Lay `count` articles and the data files they need into `folder`."""
    for name in ("checker", "site_config"):
        (folder / name).mkdir()
        for file in (ROOT / name).glob("*.yml"):
            shutil.copy(file, folder / name)
    shutil.copytree(ROOT / "content/_data", folder / "content/_data")
    real = [
        file
        for section in ("iop", "right-for-me", "family", "cost", "start")
        for file in sorted((ROOT / "content" / section).glob("*.md"))
    ]
    for number in range(count):
        page = real[number % len(real)]
        section = folder / "content" / page.parent.name
        section.mkdir(exist_ok=True)
        round_ = number // len(real)
        shutil.copy(page, section / (f"{page.stem}-{round_}.md" if round_ else page.name))


def main() -> None:
    """Print the median processor time of a check: other programs do not disturb it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as name:
        copies(Path(name), count)
        times = []
        for _ in range(ROUNDS):
            start = time.process_time()
            check_site(Path(name))
            times.append(time.process_time() - start)
    middle, worst = statistics.median(times), max(times)
    sys.stdout.write(
        f"{count} articles: median {middle:.2f} s of processor time, slowest {worst:.2f} s\n"
    )


if __name__ == "__main__":
    main()
