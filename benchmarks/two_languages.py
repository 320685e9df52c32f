"""How long a build takes with Spanish, and with as many pages in English alone.

Run it with `python -m benchmarks.two_languages`. Builds of both take turns; each figure is a
median.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.articles import our_site
from benchmarks.build_speed import ROOT, TURNS, Build, build, middle
from benchmarks.report import Target


def main() -> None:
    """Print the table."""
    pages = len([*(ROOT / "content/es").rglob("*.md")])
    with tempfile.TemporaryDirectory() as folder:
        projects = {
            "one": our_site(Path(folder, "one"), pages),
            "two": our_site(Path(folder, "two"), 0, "[en, es]"),
        }
        turns: dict[str, list[Build]] = {name: [] for name in projects}
        for turn in range(TURNS + 1):  # the first packs the engine and fills the caches
            for name, project in projects.items():
                turns[name].append(build(project, Path(folder, f"site-{name}-{turn}")))
    one, two = (middle(turns[name][1:]) for name in projects)
    print("| Build | waited | processor |\n|---|---:|---:|")
    print(f"| English, with {pages} more articles | {one.waited:.1f} s | {one.worked:.1f} s |")
    print(f"| English and {pages} pages in Spanish | {two.waited:.1f} s | {two.worked:.1f} s |\n")
    print("| Target | Measured | Limit | |\n|---|---:|---:|---|")
    print(Target("two languages, to one, waited", two.waited / one.waited, 1.2).row())
    print(Target("two languages, to one, processor", two.worked / one.worked, 1.2).row())


if __name__ == "__main__":
    main()
