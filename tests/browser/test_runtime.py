"""The runtime in a real browser, under the site's strict policy: it answers, or says why not."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from contextlib import contextmanager

import pytest

from site_config.browser_runtime.package import package
from site_config.questionnaire.compiler import compile_data
from tests.browser.walk import RUNTIME
from tests.server import serve

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "worker-src blob:; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'"
)
ROLES = ["worker", "wasm", "stdlib", "lock", "wheel"]
ANSWER_TO_NOTHING = {"outcome": "not_enough_answers"}

# The worker that the page starts, kept at hand so that a test can end it without a word.
KEEP_WORKERS = """
window.workers = [];
window.Worker = class extends Worker {
  constructor(...given) { super(...given); window.workers.push(this); }
};
"""

START = """async (limits) => {
  const { Checker } = await import('/assets/selfcheck/runtime/checker.js');
  const manifest = JSON.parse(document.getElementById('runtime-manifest').textContent);
  window.seen = [];
  window.checker = new Checker(manifest, { limits, onprogress: (step) => window.seen.push(step) });
  return window.checker.start().then(() => 'ready', (error) => error.kind);
}"""

STOP_AT_HANDOVER = """() => {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (...given) {
    Worker.prototype.postMessage = postMessage;
    postMessage.apply(this, given);
    queueMicrotask(() => window.checker.stop());
  };
}"""

# Whether another module is used than the one given back, and how far the changed byte differs.
GIVE_BACK = """async (change) => {
  const { Downloads } = await import('/assets/selfcheck/runtime/downloads.js');
  const { files } = JSON.parse(document.getElementById('runtime-manifest').textContent);
  const downloads = new Downloads(files, location.href, 20_000, () => {});
  const { wasm: lent } = await downloads.load();
  const back = structuredClone(lent, { transfer: [lent] });
  new Uint8Array(back)[100] ^= change;
  await downloads.takeBack(back);
  const { wasm } = await downloads.load();
  return [wasm !== back, new Uint8Array(wasm)[100] ^ new Uint8Array(back)[100]];
}"""

EVALUATE = """async (responses) => window.checker.evaluate(responses)
  .then(({ outcome }) => ({ outcome }), ({ kind, message }) => ({ kind, message }))"""


def lay_out(folder, root, manifest, runtime):
    """A site of one page: the runtime, its modules, the policy in a meta tag as on any host."""
    shutil.copytree(root / "checker/browser", folder / "assets/selfcheck")
    shutil.copytree(runtime, folder / "runtime")
    page = (
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<link rel="icon" href="data:,"><title>x</title>'
        f'<script type="application/json" id="runtime-manifest">{json.dumps(manifest)}</script>'
    )
    (folder / "index.html").write_text(page, "utf-8")
    (folder / "404.html").write_text("not here", "utf-8")
    return folder


@pytest.fixture(scope="module")
def runtime(root, tmp_path_factory):
    """The packaged runtime, in a copy that no other build replaces, and its manifest."""
    compile_data(root)
    manifest = package(root)
    folder = tmp_path_factory.mktemp("packaged") / "runtime"
    shutil.copytree(root / ".cache/runtime", folder)
    return folder, manifest


@pytest.fixture
def manifest(runtime):
    return runtime[1]


@pytest.fixture
def site(root, runtime, tmp_path):
    """The folder that is served: a test may break it."""
    folder, manifest = runtime
    return lay_out(tmp_path / "site", root, manifest, folder)


@contextmanager
def opened(browser, site):
    """A page of the site, and the addresses that it asked the network for."""
    with serve(site) as address:
        context = browser.new_context()
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.add_init_script(KEEP_WORKERS)
        page.goto(address)
        yield page, asked
        context.close()


def over_network(asked):
    """Without the blob: address that a worker starts from: it is memory of this page."""
    return [url for url in asked if not url.startswith("blob:")]


def start(page, **limits):
    return page.evaluate(START, limits)


def evaluate(page, responses):
    return page.evaluate(EVALUATE, responses)


def test_starts_and_answers_under_the_policy(browser, site):
    with opened(browser, site) as (page, asked):
        said = []
        page.on("console", lambda message: said.append(message.text))
        assert start(page) == "ready"
        loaded = len(asked)
        assert evaluate(page, {}) == ANSWER_TO_NOTHING
        assert asked[loaded:] == []
        assert said == []


def test_progress_counts_bytes_up_to_the_whole(browser, site, manifest):
    with opened(browser, site) as (page, _):
        start(page)
        seen = page.evaluate("() => window.seen")
    total = sum(file["bytes"] for file in manifest["files"].values())
    counts = [step["loaded"] for step in seen]
    assert counts == sorted(counts)
    assert len(set(counts)) > len(ROLES)
    assert {step["total"] for step in seen} == {total}
    assert [step["phase"] for step in seen[-2:]] == ["starting", "ready"]
    assert seen[-1]["loaded"] == total


def test_answers_that_cannot_be_read_are_told_without_repeating_them(browser, site):
    with opened(browser, site) as (page, _):
        start(page)
        told = evaluate(page, {"marker_question": ["marker_option"]})
        assert told["kind"] == "input"
        assert "marker" not in told["message"]


def test_question_asked_before_the_start_waits_for_it(browser, site):
    with opened(browser, site) as (page, _):
        page.evaluate(
            START.replace("return window.checker.start()", "return Promise.resolve()"), {}
        )
        assert evaluate(page, {}) == ANSWER_TO_NOTHING


def test_dead_worker_is_replaced_without_a_request(browser, site):
    with opened(browser, site) as (page, asked):
        start(page, answer=2_000)
        loaded = len(asked)
        page.evaluate("() => window.workers[0].terminate()")
        assert evaluate(page, {}) == ANSWER_TO_NOTHING
        assert page.evaluate("() => window.workers.length") == 2
        assert over_network(asked[loaded:]) == []


def test_stop_ends_the_worker_and_a_later_answer_needs_no_request(browser, site):
    with opened(browser, site) as (page, asked):
        start(page)
        loaded = len(asked)
        assert page.workers
        with page.workers[0].expect_event("close"):
            page.evaluate("() => window.checker.stop()")
        assert page.workers == []
        assert evaluate(page, {}) == ANSWER_TO_NOTHING
        assert over_network(asked[loaded:]) == []


def test_worker_stopped_with_the_module_costs_that_file_alone(browser, site, manifest):
    with opened(browser, site) as (page, asked):
        page.evaluate(STOP_AT_HANDOVER)
        assert start(page) == "crashed"
        loaded = len(asked)
        assert evaluate(page, {}) == ANSWER_TO_NOTHING
        again = over_network(asked[loaded:])
        assert [url.rpartition("/")[2] for url in again] == [
            manifest["files"]["wasm"]["path"].rpartition("/")[2]
        ]


@pytest.mark.promise("checked_files")
def test_module_that_comes_back_altered_is_fetched_again(browser, site):
    with opened(browser, site) as (page, _):
        assert page.evaluate(GIVE_BACK, 0) == [False, 0]
        assert page.evaluate(GIVE_BACK, 1) == [True, 1]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.promise("checked_files")
def test_changed_byte_is_refused(browser, site, manifest, role):
    file = site / manifest["files"][role]["path"]
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with opened(browser, site) as (page, _):
        assert start(page) == "integrity"
        assert page.evaluate("() => window.workers.length") == 0


@pytest.mark.parametrize("role", ROLES)
def test_shorter_or_longer_file_is_refused(browser, site, manifest, role):
    file = site / manifest["files"][role]["path"]
    whole = file.read_bytes()
    for content in (whole[:-1], whole + b"\n"):
        file.write_bytes(content)
        with opened(browser, site) as (page, _):
            assert start(page) == "integrity"


def test_missing_file_is_told_and_a_second_try_fetches_only_that(browser, site, manifest):
    file = site / manifest["files"]["stdlib"]["path"]
    content = file.read_bytes()
    file.unlink()
    with opened(browser, site) as (page, asked):
        assert start(page) == "network"
        file.write_bytes(content)
        before = len(asked)
        again = "() => window.checker.start().then(() => 'ready', (error) => error.kind)"
        assert page.evaluate(again) == "ready"
        fetched = over_network(asked[before:])
        assert any(url.endswith(file.name) for url in fetched)
        assert len(fetched) == len(set(fetched))
        assert evaluate(page, {}) == ANSWER_TO_NOTHING


@pytest.mark.parametrize("missing", ["WebAssembly", "Worker", "ReadableStream"])
def test_browser_without_a_feature_is_told_before_any_download(browser, site, missing):
    with opened(browser, site) as (page, asked):
        page.evaluate("(name) => { delete globalThis[name]; }", missing)
        assert start(page) == "unsupported"
        assert not [url for url in asked if RUNTIME.search(url)]


def test_module_that_the_browser_cannot_compile_is_told(browser, root, runtime, tmp_path):
    """So an old browser sees a module with a part from after its day."""
    folder, manifest = runtime
    content = b"\0asm\1\0\0\0\xff\1\0"
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    file = {"path": "runtime/newer.wasm", "bytes": len(content), "sha256_b64": digest}
    newer = {**manifest, "files": {**manifest["files"], "wasm": file}}
    site = lay_out(tmp_path / "site", root, newer, folder)
    (site / file["path"]).write_bytes(content)
    with opened(browser, site) as (page, _):
        assert start(page) == "unsupported"


def test_silence_of_the_network_ends_by_itself(browser, site):
    with opened(browser, site) as (page, _):
        page.route("**/*.wasm", lambda _: None)
        assert start(page, idle=1_500) == "timeout"


def test_start_that_takes_too_long_ends_by_itself(browser, site):
    with opened(browser, site) as (page, _):
        assert start(page, boot=1) == "timeout"
