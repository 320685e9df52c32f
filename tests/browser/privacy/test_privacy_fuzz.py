"""Whatever the engine and the worker are told, or say: no crash, no repeated answer, no code."""

from __future__ import annotations

import json
import os
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from checker import browser_api as engine
from tests.browser import walk
from tests.browser.attack.hosts import slip_in
from tests.server import serve

MARKER = "zq7marker"  # stands for an answer: it must never come back in a message

WORDS = st.sampled_from(
    ["who", "me", "them", "thoughts", "attempt", "none", "rather_not_say", "responses", MARKER]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | WORDS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(WORDS | st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)
NEARLY = st.fixed_dictionaries(
    {"responses": st.dictionaries(WORDS, st.lists(WORDS, max_size=3) | JSON, max_size=4)}
)
MESSAGES = st.lists(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["evaluate", "eval", "", None, "__proto__"]), "id": JSON},
        optional={"responses": JSON | NEARLY},
    ),
    min_size=1,
    max_size=8,
)

BOOT = """async () => {
    const manifest = JSON.parse(document.getElementById('runtime-manifest').textContent);
    const files = {};
    for (const [role, { path }] of Object.entries(manifest.files)) {
        files[role] = await (await fetch('/' + path)).arrayBuffer();
    }
    const { worker, ...rest } = files;
    window.worker = new Worker(URL.createObjectURL(new Blob([worker])));
    window.said = [];
    const ready = new Promise((done, fail) => {
        window.worker.onerror = (event) => fail(event.message);
        window.worker.onmessage = ({ data }) => {
            said.push(data);
            if (data.type === 'ready') done();
        };
    });
    window.worker.postMessage({ type: 'boot', files: rest });
    await ready;
}"""
SEND = """(messages) => new Promise((done, fail) => {
    said.length = 0;
    window.worker.onerror = (event) => fail(event.message);
    window.worker.onmessage = ({ data }) => {
        said.push(data);
        if (data.id === 'the end') done(said.slice(0, -1));
    };
    for (const message of messages) window.worker.postMessage(message);
    window.worker.postMessage({ type: 'evaluate', id: 'the end', responses: { who: ['me'] } });
})"""

# An engine that lies: every text is code.
CODE = (
    "<img src=/stolen onerror=\"document.title='stolen'\"><script>document.title='stolen'</script>"
)
LIAR = f"""
import json

CODE = {CODE!r}

def result(text):
    return json.dumps({{
        "outcome": "weekly_may_be_enough", "banners": ["crisis_988"], "audience": "me",
        "variant": None, "steps": [0], "meaning": [0], "banner_texts": {{"crisis_988": [0]}},
        "also": [], "also_steps": {{}},
        "because": [{{"sign": CODE, "rule": CODE}}], "missing": [], "conflicts": [],
        "reasons": [{{"signs": [CODE], "rule": CODE, "question": "who", "option": "me",
                      "answer": CODE, "why": CODE, "source": "SOURCE",
                      "turn": None}}],
        "would_change": [{{"question": "who", "text": CODE, "outcome": CODE}}],
        "missing_questions": ["who"],
        "conflict_notes": [{{"text": CODE, "questions": ["who"]}}],
        "summary": [{{"question": "who", "text": CODE, "answers": [CODE]}}],
        "fhir": {{}},
    }})
"""


@given(JSON | NEARLY)
def test_the_engine_answers_any_json_with_one_line_or_a_result(given_value):
    answer = json.loads(engine.result(json.dumps(given_value)))
    if "error" in answer:
        assert answer.keys() == {"error"}
        assert "\n" not in answer["error"]
    else:
        assert answer["outcome"]


@given(st.text())
def test_the_engine_answers_any_text(text):
    assert json.loads(engine.result(text)).keys() & {"error", "outcome"}


@pytest.fixture(scope="module")
def real_worker(browser, site_url):
    """A page with the site's own worker, started by hand so that anything can be said to it."""
    context = browser.new_context(base_url=site_url)
    page = context.new_page()
    page.goto("/self-check/")
    page.evaluate(BOOT)
    yield page
    context.close()


@settings(max_examples=40)
@given(messages=MESSAGES)
def test_the_worker_survives_any_message_and_repeats_nothing(real_worker, messages):
    answers = real_worker.evaluate(SEND, messages)
    assert len(answers) <= len(messages)
    for answer in answers:
        if answer["type"] == "error":
            assert MARKER not in answer["message"]
            assert len(answer["message"]) < 100
        else:
            assert answer["type"] == "result"
            assert answer["result"]["outcome"]


def test_a_result_that_is_code_is_shown_as_words(browser, built_site, root, tmp_path):
    site = shutil.copytree(built_site, tmp_path / "site", copy_function=os.link)
    page_file = site / "self-check/index.html"
    text = page_file.read_text("utf-8")
    tree = html.document_fromstring(text)
    (source, *_) = tree.xpath("//template/@data-template[starts-with(., 'source-')]")
    slip_in(site, root, LIAR.replace("SOURCE", source.removeprefix("source-")))
    manifest = tree.xpath("string(//script[@id='runtime-manifest'])")
    page_file.unlink()  # it is a hard link into the built site
    slipped = (site / "attack-runtime/manifest.json").read_text("utf-8")
    page_file.write_text(text.replace(manifest, slipped), "utf-8")
    with serve(site) as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        walk.begin(page)
        walk.click_through(page, walk.SAFE)
        asked = []
        page.on("request", lambda one: asked.append(one.url))
        title = page.title()
        assert walk.finish(page) == "weekly_may_be_enough"
        assert CODE in page.locator("[data-outcome]").inner_text()
        assert page.locator("[data-slot=result] :is(img, script)").count() == 0
        assert page.title() == title
        assert [url for url in asked if "stolen" in url] == []
        context.close()
