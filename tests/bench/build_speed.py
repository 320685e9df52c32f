"""How long a build takes as articles grow in number, ours and a bare MkDocs-Material site.

Time is the processor's, of the whole build process: what else the machine does falls away.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.articles import bare_site, our_site
from tests.bench.report import Target

ROOT = Path(__file__).resolve().parents[2]
COUNTS = (10, 100, 1000)
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


def main() -> None:
    """Build at each size, and write the table into the README."""
    rows = ["| Articles | ours | bare Material | times |", "|---:|---:|---:|---:|"]
    seconds = {}
    for count in COUNTS:
        ours, bare = build_seconds(our_site, count), build_seconds(bare_site, count)
        rows.append(f"| {count:,} | {ours:.1f} s | {bare:.1f} s | {ours / bare:.2f} |")
        print(rows[-1], flush=True)  # noqa: T201 (a command that takes minutes)
        seconds[count] = ours, bare
    write("\n".join([*rows, "", *judged(seconds, seconds_after_a_change(100))]))


def judged(seconds: dict[int, tuple[float, float]], change: float) -> list[str]:
    """The three targets, each met or not."""
    few, some, many = COUNTS
    times = seconds[many][0] / seconds[many][1]
    early = (seconds[some][0] - seconds[few][0]) / (some - few)
    late = (seconds[many][0] - seconds[some][0]) / (many - some)
    return [
        "| Target of building (processor time) | Measured | Limit | |",
        "|---|---:|---:|---|",
        Target(f"{many:,} articles, to bare Material", times, 1.15).row(),
        Target(f"one more article, at {many:,} to at {some}", late / early, 1.2).row(),
        Target("`make serve`, one of 100 articles changed", change, 1, " s").row(),
    ]


def build_seconds(make, count: int) -> float:
    """Processor seconds of one build; the runtime is packed already, as in every build but one."""
    with tempfile.TemporaryDirectory() as folder:
        site = make(Path(folder), count)
        before = _children()
        run([sys.executable, "-m", "mkdocs", "build", "--quiet"], site)
        return _children() - before


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
