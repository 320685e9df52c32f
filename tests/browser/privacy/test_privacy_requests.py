"""Once the check has loaded, nothing is asked of any server: whatever one answers and reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser import walk
from tests.browser.journeys import JOURNEYS
from tests.browser.traces import NO_TRACES, TRACES

WATCH = """
window.refused = [];
addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective));
const note = (reports) => refused.push(...reports.map((one) => one.type));
new ReportingObserver(note, { buffered: true }).observe();
"""


class Watched:
    """A page whose every request, complaint and refusal is written down."""

    def __init__(self, browser, address):
        self.context = browser.new_context(base_url=address, viewport={"width": 360, "height": 780})
        self.context.add_init_script(WATCH)
        self.requests, self.complaints = [], []
        self.context.on("request", lambda asked: self.requests.append(asked.url))
        self.context.on("console", lambda said: self.complaints.append(said.text))
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page = self.context.new_page()

    def load(self):
        """Stand at the start of the check, with all of its files in memory."""
        if self.page.url != "about:blank" and walk.view(self.page) == "start":
            return
        walk.begin(self.page)
        self.page.locator(f"{walk.FORM}[data-state=ready]").wait_for(timeout=walk.LOAD)
        self.page.click("[data-action=back]")
        self.page.locator("[data-action=start]").wait_for()

    def over_network(self):
        """Every request so far but those for memory, which no server sees."""
        return [url for url in self.requests if not url.startswith("blob:")]


@pytest.fixture(scope="module")
def watched(browser, site_url):
    session = Watched(browser, site_url)
    yield session
    session.context.close()


@pytest.fixture
def loaded(watched):
    """The same page for all: later journeys start their worker from memory."""
    watched.load()
    watched.requests.clear()
    watched.complaints.clear()
    return watched


def lay_out_on_paper(page):
    """Lay the page out as a printer gets it, with all that only paper would load.

    Not by `page.pdf()`: whether that may follow the page's own `window.print()` differs from one
    Chromium to the next ("Page is already being printed").
    """
    page.emulate_media(media="print")
    page.evaluate("() => document.fonts.ready.then(() => document.body.offsetHeight)")
    page.emulate_media(media="screen")


@pytest.mark.parametrize(("voice", "outcome"), JOURNEYS, ids=["-".join(way) for way in JOURNEYS])
@pytest.mark.promise("answers_stay")
def test_nothing_is_asked_from_start_to_clear(loaded, voice, outcome):
    page = loaded.page
    page.click("[data-action=start]")
    while walk.screen(page):
        walk.answer_screen(page, JOURNEYS[voice, outcome])
        page.click("[data-action=next]")
    assert walk.finish(page) == outcome
    assert page.locator(walk.FORM).get_attribute("data-audience") == voice
    assert page.evaluate(TRACES) == NO_TRACES
    page.click("[data-action=print]")
    lay_out_on_paper(page)
    with page.expect_download() as saved:
        page.click("[data-action=download]")
    assert json.loads(Path(saved.value.path()).read_text("utf-8"))["resourceType"] == "Bundle"
    with page.expect_download():
        page.click("[data-action=save]")
    walk.clear(page)
    page.locator("[data-action=start]").wait_for()
    assert loaded.over_network() == []
    assert loaded.complaints == []
    assert page.evaluate("() => refused") == []


@pytest.mark.promise("answers_stay")
def test_a_printer_asks_for_nothing(browser, site_url):
    """The whole way to paper, on a page that has never called `window.print()` itself."""
    fresh = Watched(browser, site_url)
    fresh.load()
    fresh.requests.clear()
    fresh.page.click("[data-action=start]")
    while walk.screen(fresh.page):
        fresh.page.click("[data-action=next]")
    walk.finish(fresh.page)
    assert fresh.page.pdf().startswith(b"%PDF")
    assert fresh.over_network() == []
    assert fresh.complaints == []
    fresh.context.close()


def test_a_request_and_a_complaint_would_have_been_seen(loaded):
    """The control: what the watching is blind to, it does not prove."""
    page = loaded.page
    page.evaluate("() => fetch('/?seen').then(() => {}, () => {})")
    with page.expect_request("**/?from-worker"):
        page.evaluate(
            """() => {
                const code = `fetch('${location.origin}/?from-worker')`;
                new Worker(URL.createObjectURL(new Blob([code])));
            }"""
        )
    with page.expect_console_message(lambda said: "img-src" in said.text):
        page.evaluate("() => { new Image().src = 'data:,'; }")
    page.wait_for_function("() => refused.includes('img-src')")
    assert [url.partition("?")[2] for url in loaded.over_network()] == ["seen", "from-worker"]
    assert any("img-src" in said for said in loaded.complaints)
