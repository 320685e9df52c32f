"""How long a build takes as articles grow in number, ours and a bare MkDocs-Material site.

Told is the time a person waits, and the time of all processors together: ours checks and reads
in a second process while MkDocs renders. Builds of both take turns; each figure is a median.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.articles import bare_site, our_site
from benchmarks.report import Target

ROOT = Path(__file__).resolve().parents[1]
COUNTS = (10, 100, 1000)
TURNS = 5
START, END = "<!-- build speed: written by `make bench` -->", "<!-- /build speed -->"

# Runs in the project's folder: once as `make serve` does at its start, then after each change.
SERVE = """
import json, time
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

def once():
    began = time.process_time()
    config = load_config(strict=False, site_dir="served")
    config.plugins.on_startup(command="serve", dirty=True)
    build(config, dirty=Path("served/index.html").exists())
    return time.process_time() - began

times = [once()]
page = Path("content/many-0/article-0.md")
for _ in range(3):
    page.write_text(page.read_text("utf-8") + "\\nOne more sentence.\\n", "utf-8")
    times.append(once())
print(json.dumps(times))
"""


class Build(NamedTuple):
    """Seconds of one build: until it is done, and of all processors together."""

    waited: float
    worked: float


def main() -> None:
    """Build at each size, and write the table into the README."""
    rows = [
        "| Articles | ours | bare Material | times | ours, processor | bare, processor | times |",
        "|---:|---:|---:|---:|---:|---:|---:|",
    ]
    seconds = {}
    for count in COUNTS:
        ours, bare = seconds[count] = side_by_side(count)
        rows.append(
            f"| {count:,} | {ours.waited:.1f} s | {bare.waited:.1f} s "
            f"| {ours.waited / bare.waited:.2f} | {ours.worked:.1f} s | {bare.worked:.1f} s "
            f"| {ours.worked / bare.worked:.2f} |"
        )
        print(rows[-1], flush=True)
    write("\n".join([*rows, "", *judged(seconds, seconds_after_a_change(100))]))


def judged(seconds: dict[int, tuple[Build, Build]], change: float) -> list[str]:
    """The three targets, each met or not."""
    few, some, many = COUNTS
    ours, bare = seconds[many]
    worked = {count: pair[0].worked for count, pair in seconds.items()}
    early = (worked[some] - worked[few]) / (some - few)
    late = (worked[many] - worked[some]) / (many - some)
    return [
        "| Target of building | Measured | Limit | |",
        "|---|---:|---:|---|",
        Target(f"{many:,} articles, to bare Material", ours.waited / bare.waited, 1.15).row(),
        Target(f"one more article, at {many:,} to at {some}", late / early, 1.2).row(),
        Target("`make serve`, one of 100 articles changed", change, 1, " s").row(),
    ]


def side_by_side(count: int) -> tuple[Build, Build]:
    """Medians of builds of ours and of bare Material, one after the other, `TURNS` times."""
    with tempfile.TemporaryDirectory() as folder:
        projects = our_site(Path(folder, "ours"), count), bare_site(Path(folder, "bare"), count)
        turns = [
            [build(project, Path(folder, f"{project.name}-{turn}")) for project in projects]
            for turn in range(TURNS)
        ]
    ours, bare = ([turn[which] for turn in turns] for which in (0, 1))
    return middle(ours), middle(bare)


def middle(builds: list[Build]) -> Build:
    """The median of each figure."""
    return Build(*map(median, zip(*builds, strict=True)))


def build(project: Path, site: Path) -> Build:
    """Build once into a new folder; the runtime is packed already, as in every build but one.

    Nothing is deleted between two builds: for minutes after, ext4 takes ten times as long for each
    file that it makes, because it looks past the places of those just deleted.
    """
    os.sync()  # what was written before is not waited for in here
    before, began = _children(), time.perf_counter()
    run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], project)
    return Build(time.perf_counter() - began, _children() - before)


def seconds_after_a_change(count: int) -> float:
    """The median of three rebuilds in one process, an article changed before each."""
    with tempfile.TemporaryDirectory() as folder:
        site = our_site(Path(folder), count)
        told = run([sys.executable, "-c", SERVE], site)
        return float(sorted(json.loads(told.splitlines()[-1])[1:])[1])


def run(command: list[str], folder: Path) -> str:
    """Run a command in a project's folder; give what it says."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def write(table: str) -> None:
    """Put the table between the README's two marks."""
    readme = ROOT / "README.md"
    between = re.compile(re.escape(START) + r".*?" + re.escape(END), re.DOTALL)
    new = f"{START}\n\n{table}\n\n{END}"
    readme.write_text(between.sub(lambda _: new, readme.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
