"""The page's scripts run in the oldest engines that run Pyodide, and can be read by older ones.

An engine that cannot read a script shows the page without it: no message, no guide. So the
scripts stay one step behind the floor. ESLint knows by a list of browsers which built-ins each
has; methods of objects whose kind it cannot see are left to tsc (`lib`).
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

FLOOR = "chrome 112, firefox 112, safari 16.4, ios_saf 16.4"
BELOW = "chrome 94, firefox 94, safari 15.4, ios_saf 15.4"
CHECK = Path(__file__).with_name("old_engines.mjs")
QUIET = {"BROWSERSLIST_IGNORE_OLD_DATA": "1"}
"""What old browsers can do no longer changes: the list of it need not be of this month."""


EXAMPLES = {
    "class A { #b = 1; #c() { return this.#b ?? 0; } }": [FLOOR, BELOW],
    "class A { static { A.b = 1; } }": [FLOOR],
    "const a = /(?<=b)c/;": [FLOOR],
    "const a = /b/d;": [FLOOR, BELOW],
    "const a = /(?<name>d)/u;": [FLOOR, BELOW],
    "using a = b();": [],
    "const a = /b/v;": [],
    "const a = await import('b', { with: { type: 'json' } });": [],
    "const a = structuredClone({});": [FLOOR],
    "const a = crypto.randomUUID();": [FLOOR],
    "const a = new CompressionStream('gzip');": [],
}
"""A script, and the lists of which every browser runs it."""


def lacking(browsers, files):
    command = ["node", str(CHECK), browsers, *map(str, files)]
    run = subprocess.run(
        command, env=os.environ | QUIET, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("examples")
    files = {folder / f"{number}.js": script for number, script in enumerate(EXAMPLES)}
    for file, script in files.items():
        file.write_text(script, "utf-8")
    return files


@pytest.mark.parametrize("browsers", [FLOOR, BELOW])
def test_every_script_of_the_pages_can_be_read_and_run(built_site, browsers):
    scripts = [*built_site.glob("assets/**/*.js"), *built_site.glob("search/*.js")]
    assert built_site / "assets/selfcheck/page/selfcheck.js" in scripts
    assert lacking(browsers, scripts) == []


@pytest.mark.parametrize("browsers", [FLOOR, BELOW])
def test_what_a_browser_cannot_read_or_run_is_found(examples, browsers):
    refused = {line.partition(":")[0] for line in lacking(browsers, examples)}
    runs = {script for file, script in examples.items() if file.name not in refused}
    assert runs == {script for script, lists in EXAMPLES.items() if browsers in lists}
