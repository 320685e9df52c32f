"""`make bench`: us and our peers side by side, cold, interleaved; medians into the README.

Each round visits every page once under every profile, so that whatever else the machine does
falls on all alike. What is compared are ratios within this one run.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright

from benchmarks import peers, report
from benchmarks.server import serve
from benchmarks.throttle import PROFILES
from benchmarks.visits import VISITS
from scripts.browsers import chromium

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.report import Figures

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).parent
RESULTS = ROOT / ".cache/bench.json"


def main() -> None:
    """Measure, keep the figures, and write them into the README and its chart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profiles", nargs="+", choices=PROFILES, default=list(PROFILES))
    parser.add_argument("--report-only", action="store_true", help="write the last run's figures")
    given = parser.parse_args()
    if not given.report_only:
        RESULTS.write_text(json.dumps(measure(given.rounds, given.profiles), indent=1), "utf-8")
    report.write(json.loads(RESULTS.read_text("utf-8")), ROOT)


def measure(rounds: int, profiles: list[str]) -> Figures:
    """Visit all pages `rounds` times under each profile; give medians and bytes."""
    path = str(chromium())
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        served = peers.lay_out(ROOT / "site", _wheel(), Path(work))
        with serve(served) as (address, count):

            def launch():
                return playwright.chromium.launch(executable_path=path)

            # The first visits are for the server, which packs each file once, and for the bytes.
            sizes = {}
            for name, visit in VISITS.items():
                count.reset()
                visit(launch, address, PROFILES["none"])
                sizes[name] = {
                    "bytes": count.bytes,
                    "requests": count.requests,
                    "kinds": dict(count.kinds),
                }
            seen = defaultdict(list)
            for round_ in range(rounds):
                for profile in profiles:
                    for name, visit in VISITS.items():
                        found = _again_if_broken(visit, launch, address, PROFILES[profile])
                        for what, value in found.items():
                            seen[profile, name, what].append(value)
                        _say(f"{round_ + 1}/{rounds} {profile} {name} {_short(found)}")
    medians = {f"{p} {n} {w}": statistics.median(values) for (p, n, w), values in seen.items()}
    return {
        "sizes": sizes,
        "medians": medians,
        "rounds": rounds,
        "runs": {f"{p} {n} {w}": values for (p, n, w), values in seen.items()},
        "chromium": _version(path),
    }


def _again_if_broken(visit: Callable[..., dict[str, float]], *how: object) -> dict[str, float]:
    """A browser that breaks down costs a visit, not a run of a quarter of an hour."""
    try:
        return visit(*how)
    except Error as error:
        _say(f"once more: {error.message.splitlines()[0]}")
        return visit(*how)


def _wheel() -> Path:
    record = json.loads((ROOT / ".cache/runtime.json").read_text("utf-8"))
    return ROOT / ".cache" / str(record["manifest"]["files"]["wheel"]["path"])


def _version(chromium: str) -> str:
    done = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True)
    return done.stdout.split()[1]


def _short(found: dict[str, float]) -> str:
    return " ".join(f"{name}={value:.4g}" for name, value in found.items())


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
