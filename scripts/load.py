"""A bounded load on the built site behind nginx and Caddy, on loopback: python -m scripts.load.

A thousand clients ask for 20 seconds, first for articles, then for the runtime as browsers do,
compressed. Any answer that fails makes the command fail. `--seconds` makes it shorter.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from scripts import servers

ROOT = Path(__file__).resolve().parents[1]
CLIENTS = 1000
LONGEST = 60
"""Seconds that one run may take at most."""
COPIES = (".br", ".gz")

SCRIPT = """\
local paths = {{ {paths} }}
local turn = 0
request = function()
   turn = turn % #paths + 1
   return wrk.format("GET", paths[turn], {{ ["Accept-Encoding"] = "br, gzip" }})
end
done = function(summary, latency)
   local e = summary.errors
   io.write(string.format(
      '{{"requests": %d, "bytes": %d, "seconds": %.3f, "p50": %.1f, "p99": %.1f, "errors": %d}}',
      summary.requests, summary.bytes, summary.duration / 1e6,
      latency:percentile(50) / 1000, latency:percentile(99) / 1000,
      e.connect + e.read + e.write + e.status + e.timeout))
end
"""


def main() -> None:
    """Put each server under load, print a table for the README; fail if any answer failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=20, choices=range(1, LONGEST + 1))
    seconds = parser.parse_args().seconds
    site = ROOT / "site"
    print(f"{CLIENTS} clients, {seconds} s each\n")
    print("| Server | What | Requests a second | MB a second | Median | 99 % within | Errors |")
    print("|---|---|---|---|---|---|---|")
    errors = 0
    for name in servers.NAMES:
        with (
            tempfile.TemporaryDirectory() as folder,
            servers.serve(name, site, ROOT / "dist/hosting", Path(folder)) as address,
        ):
            for what, paths in (("articles", _articles(site)), ("runtime", _runtime(site))):
                found = _load(address, paths, seconds, Path(folder))
                print(_row(name, what, found), flush=True)
                errors += found["errors"]
    if errors:
        sys.exit(f"{errors} answers failed.")


def _articles(site: Path) -> list[str]:
    pages = sorted(site.rglob("index.html"))
    return [f"/{page.relative_to(site).as_posix().removesuffix('index.html')}" for page in pages]


def _runtime(site: Path) -> list[str]:
    files = sorted(path for path in (site / "runtime").rglob("*") if path.is_file())
    return [f"/{f.relative_to(site).as_posix()}" for f in files if f.suffix not in COPIES]


def _load(address: str, paths: list[str], seconds: int, folder: Path) -> dict[str, Any]:
    """Ask for these paths in turn; return wrk's counts, times in milliseconds."""
    script = folder / "load.lua"
    script.write_text(SCRIPT.format(paths=", ".join(map(json.dumps, paths))), "utf-8")
    command = ["wrk", "-t2", f"-c{CLIENTS}", f"-d{seconds}s", "--timeout", "20s", "-s", str(script)]
    done = subprocess.run([*command, address], capture_output=True, text=True, check=True)
    counts: dict[str, Any] = json.loads(done.stdout[done.stdout.rindex("{") :])
    return counts


def _row(name: str, what: str, found: dict[str, Any]) -> str:
    rate = found["requests"] / found["seconds"]
    megabytes = found["bytes"] / found["seconds"] / 1e6
    times = f"{found['p50']:.0f} ms | {found['p99']:.0f} ms"
    return f"| {name} | {what} | {rate:,.0f} | {megabytes:,.0f} | {times} | {found['errors']} |"


if __name__ == "__main__":
    main()
