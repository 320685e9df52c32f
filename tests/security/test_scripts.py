"""What a policy cannot stop is prevented by having no code that does it: read from syntax trees.

A script that gets a new way out fails here until someone has looked at it and entered its line.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from lxml import html

LIST = yaml.safe_load(Path(__file__).with_name("forbidden_calls.yml").read_text("utf-8"))
SCRIPT = Path(__file__).with_name("names_in_scripts.mjs")


def ways_out(root, files):
    """Each place in the scripts that could reach out: file, name and line of code."""
    given = {key: LIST[key] for key in ("anywhere", "called", "set")}
    given["files"] = [str(file) for file in files]
    done = subprocess.run(
        ["node", SCRIPT],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    return [one for one in json.loads(done.stdout) if one["name"] not in LIST["harmless"]]


@pytest.fixture(scope="module")
def own_scripts(root, built_site):
    """The modules that the self-check's page can load, as we wrote them.

    Without their comments they are the same code: tests/pipeline/test_comments.py.
    """
    shipped = built_site / "assets/selfcheck"
    names = sorted(file.relative_to(shipped) for file in shipped.rglob("*.js"))
    return [root / "checker/browser" / name for name in names]


@pytest.fixture(scope="module")
def loader(built_site):
    """The worker's script: Pyodide's loader and our own part."""
    (worker,) = (built_site / "runtime").glob("worker-*.js")
    return worker


def scripts_of(page):
    return list(html.document_fromstring(page.read_bytes()).xpath("//script/@src"))


@pytest.mark.promise("answers_stay")
def test_each_line_that_could_reach_out_was_reviewed(root, own_scripts):
    found = {(Path(one["file"]).name, one["code"]) for one in ways_out(root, own_scripts)}
    reviewed = {
        (file, line)
        for file, groups in LIST["reviewed"].items()
        for group in groups
        for line in group["lines"]
    }
    assert found == reviewed


def test_the_self_check_runs_our_scripts_and_no_other(built_site):
    assert scripts_of(built_site / "self-check/index.html") == [
        "../assets/selfcheck/page/selfcheck.js"
    ]
    for page in built_site.rglob("*.html"):
        if page.parent.name not in ("self-check", "search"):
            assert scripts_of(page) == [], page


def test_our_scripts_load_no_module_from_elsewhere(own_scripts):
    for script in own_scripts:
        text = script.read_text("utf-8")
        imported = re.findall(r"^(?:import|export)\b.*?from '(.+?)'", text, re.MULTILINE)
        assert {(script.parent / name).resolve() for name in imported} <= set(own_scripts)


def test_the_loader_of_python_imports_nothing(root, loader):
    """Import is syntax: it is the one thing that sealing the worker cannot take away."""
    names = {one["name"] for one in ways_out(root, [loader])}
    assert "import()" not in names
    assert "XMLHttpRequest" in names, "the control: this is the file that has Pyodide in it"


def test_the_seal_keeps_nothing_that_the_loader_could_send_with(root, loader):
    used = {one["name"] for one in ways_out(root, [loader])} & set(LIST["anywhere"])
    source = (root / "checker/browser/runtime/worker.js").read_text("utf-8")
    listed = source.partition("const KEPT = new Set([")[2].partition("]);")[0]
    kept = set(re.findall(r"'(\w+)'", listed))
    assert "Promise" in kept
    # Function is replaced by one that refuses; the console shows nothing to anybody else.
    assert used & kept <= {"Function", "console"}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("fetch('/x')", "fetch"),
        ("const ask = globalThis.fetch; ask('/x')", "fetch"),
        ("self['fetch']('/x')", "fetch"),
        ("self[`fetch`]('/x')", "fetch"),
        ("self['fe' + 'tch']('/x')", "self[...]"),
        ("import('/x')", "import()"),
        ("new Image().src = '/x'", "src"),
        ("document.createElement('img')", "<img>"),
        ("document.createElement(tag)", "<?>"),
        ("element.setAttribute('src', '/x')", "[src]"),
        ("Object.assign(element, { src: '/x' })", "src"),
        ("open('/x')", "open"),
        ("location = '/x'", "location"),
        ("element.innerHTML = text", "innerHTML"),
        ("localStorage.x = 1", "localStorage"),
        ("document.cookie = 'x'", "cookie"),
        ("document.title = answer", "title"),
        ("navigator.sendBeacon('/x')", "sendBeacon"),
    ],
)
def test_a_way_out_is_seen(root, tmp_path, code, name):
    """The control: what the reading is blind to, it does not prove."""
    (tmp_path / "script.js").write_text(code, "utf-8")
    assert name in {one["name"] for one in ways_out(root, [tmp_path / "script.js"])}
