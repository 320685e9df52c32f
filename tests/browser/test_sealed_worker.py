"""No code in the worker, Python's `js` module included, has a way out of it.

The engine is replaced by one that runs the Python that it is sent, packaged and started like
the real one. Each attack is tried on a page with the site's policy and on one without any.
"""

from __future__ import annotations

import json
import shutil

import pytest

from site_config.browser_runtime.package import package
from tests.browser.test_runtime import POLICY, lay_out, opened, over_network, start

WAYS_OUT = [
    "BroadcastChannel", "EventSource", "FileReaderSync", "MessageChannel", "RTCPeerConnection",
    "Request", "SharedWorker", "WebSocket", "WebSocketStream", "WebTransport", "Worker",
    "XMLHttpRequest", "caches", "close", "eval", "fetch", "importScripts", "indexedDB",
    "postMessage", "webkitRequestFileSystem", "loadPyodide", "_createPyodideModule",
]  # fmt: skip

ATTACKER = """
import json
def result(text):
    names = {}
    try:
        exec(json.loads(text)["responses"]["python"][0], names)
    except BaseException as error:
        return json.dumps({"outcome": f"refused: {type(error).__name__}"})
    return json.dumps({"outcome": str(names["out"])})
"""

# Each sets `out` when it got something, or raises.
ATTACKS = {
    "run_js": "from pyodide.code import run_js; out = run_js('fetch(\"/stolen\")')",
    "pyodide.http": "from pyodide.http import open_url; out = open_url('/stolen')",
    "urllib": "from urllib.request import urlopen; out = urlopen('http://127.0.0.1/stolen')",
    "socket": "import socket; out = socket.create_connection(('127.0.0.1', 80), 1)",
    "Function": "import js; out = js.Function.new('return fetch(\"/stolen\")')()",
    "constructor": "import js; out = js.Object.constructor('return this')()",
    "async constructor": (
        "import js, pyodide_js\n"
        "kind = js.Object.getPrototypeOf(pyodide_js.loadPackage)\n"
        "out = kind.constructor('return import(\"/stolen\")')()"
    ),
    "timer": "import js; out = js.setTimeout('fetch(\"/stolen\")', 0)",
    "navigator": "import js; out = js.navigator.sendBeacon('/stolen', '')",
    "storage": "import js; out = js.navigator.storage.getDirectory()",
    "blob": "import js; out = js.URL.createObjectURL(js.Blob.new([]))",
    "lazy file": (
        "import pyodide_js\n"
        "pyodide_js.FS.createLazyFile('/', 'stolen', '/stolen', True, False)\n"
        "out = open('/stolen').read()"
    ),
}


RUN = """(given) => window.checker.evaluate(given)
  .then(({ outcome }) => outcome, ({ kind }) => `refused: ${kind}`)"""


@pytest.fixture(scope="module")
def attacker(root, tmp_path_factory):
    """The folder and the manifest of a runtime whose engine runs what it is sent."""
    project = tmp_path_factory.mktemp("attacker")
    (project / "checker/browser/runtime").mkdir(parents=True)
    (project / "checker/__init__.py").touch()
    (project / "checker/browser_api.py").write_text(ATTACKER, "utf-8")
    (project / "checker/data.json").write_text('{"questions": []}', "utf-8")
    shutil.copy(root / "checker/browser/runtime/worker.js", project / "checker/browser/runtime")
    shutil.copy(root / "pyproject.toml", project)
    (project / "README.md").touch()
    (project / "node_modules").symlink_to(root / "node_modules")
    (project / ".cache").mkdir()
    for made_once in ("compressed", "core"):
        (root / ".cache" / made_once).mkdir(parents=True, exist_ok=True)
        (project / ".cache" / made_once).symlink_to(root / ".cache" / made_once)
    return project / ".cache/runtime", package(project)


@pytest.fixture(scope="module", params=[POLICY, ""], ids=["policy", "no policy"])
def attacked(request, browser, root, attacker, tmp_path_factory):
    """Runs Python in the sealed worker; gives its answer and what the network was asked for."""
    folder, manifest = attacker
    site = lay_out(tmp_path_factory.mktemp("served") / "site", root, manifest, folder)
    index = site / "index.html"
    index.write_text(index.read_text("utf-8").replace(POLICY, request.param), "utf-8")
    with opened(browser, site) as (page, asked):
        assert start(page) == "ready"
        before = len(asked)

        def run(python):
            given = {"python": [python]}
            return page.evaluate(RUN, given)

        yield run, lambda: over_network(asked[before:])


def test_ordinary_worker_has_the_ways_out(browser, root, attacker, tmp_path):
    """The control: the names are real ones, and a request from a worker is seen."""
    site = lay_out(tmp_path / "site", root, attacker[1], attacker[0])
    (site / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
    with opened(browser, site) as (page, _), page.expect_request("**/stolen"):
        names = page.evaluate("""() => new Promise((resolve) => {
            const code = `const names = [];
                for (let scope = self; scope; scope = Object.getPrototypeOf(scope))
                    names.push(...Object.getOwnPropertyNames(scope));
                fetch(location.origin + '/stolen').finally(() => postMessage(names));`;
            const worker = new Worker(URL.createObjectURL(new Blob([code])));
            worker.onmessage = ({ data }) => resolve(data);
        })""")
        assert {"fetch", "WebSocket", "Worker", "importScripts", "indexedDB", "close"} <= set(names)


def test_global_scope_has_no_way_out(attacked):
    run, _ = attacked
    found = f"import js; out = [name for name in {WAYS_OUT!r} if hasattr(js, name)]"
    assert run(found) == "[]"


def test_prototypes_of_the_global_scope_have_none_either(attacked):
    run, _ = attacked
    found = (
        "import js, json\n"
        "from pyodide.ffi import jsnull\n"
        "names, scope = [], js.globalThis\n"
        "while scope is not jsnull:\n"
        "    names += list(js.Object.getOwnPropertyNames(scope))\n"
        "    scope = js.Object.getPrototypeOf(scope)\n"
        "out = json.dumps(names)"
    )
    names = set(json.loads(run(found)))
    assert "Object" in names
    assert not names & set(WAYS_OUT)


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_refused(attacked, attack):
    run, asked = attacked
    assert run(ATTACKS[attack]).startswith("refused: ")
    assert run("out = 1 + 1") == "2"  # it had time to do harm; a worker that broke is replaced
    assert asked() == []


def test_package_from_elsewhere_is_not_fetched(attacked):
    run, asked = attacked
    run(
        "import pyodide_js; out = pyodide_js.loadPackage('http://127.0.0.1/stolen-1-py3-none-any.whl')"
    )
    assert run("out = 1 + 1") == "2"
    assert asked() == []


def test_what_is_sealed_stays_sealed(attacked):
    """Nothing of what replaced a way out can be taken away to get at what was there before."""
    run, _ = attacked
    for name in ("Function", "setTimeout", "navigator", "location"):
        assert (
            run(f"import js; out = js.Reflect.deleteProperty(js.globalThis, '{name}')") == "False"
        )
