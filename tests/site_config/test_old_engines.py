"""The page's scripts can be read by the oldest engines that run Pyodide, and by older ones.

An engine that cannot read a script shows the page without it: no message, no guide. So the
scripts stay one step behind the floor; which built-ins they use is tsc's to check (`lib`).
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

FLOOR = "Chrome and Firefox 112, Safari 16.4"
BELOW = "Chrome and Firefox 94, Safari 15.4"
CHECK = Path(__file__).with_name("syntax_of_engines.mjs")


def unread(engine, files):
    command = ["node", str(CHECK), engine, *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


@pytest.mark.parametrize("engine", [FLOOR, BELOW])
def test_every_script_of_the_pages_can_be_read(built_site, engine):
    scripts = [*built_site.glob("assets/**/*.js"), *built_site.glob("search/*.js")]
    assert built_site / "assets/selfcheck/selfcheck.js" in scripts
    assert unread(engine, scripts) == []


@pytest.mark.parametrize(
    ("script", "read_by"),
    [
        ("class A { #b = 1; #c() { return this.#b ?? 0; } }", [FLOOR, BELOW]),
        ("class A { static { A.b = 1; } }", [FLOOR]),
        ("const a = /(?<=b)c/;", [FLOOR]),
        ("const a = /b/d;", [FLOOR, BELOW]),
        ("const a = /(?<name>d)/u;", [FLOOR, BELOW]),
        ("using a = b();", []),
        ("const a = /b/v;", []),
    ],
)
def test_what_an_engine_cannot_read_is_found(tmp_path, script, read_by):
    file = tmp_path / "script.js"
    file.write_text(script, "utf-8")
    assert [engine for engine in (FLOOR, BELOW) if not unread(engine, [file])] == read_by
