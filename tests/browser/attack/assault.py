"""Runs every probe in every context behind every host, and says which got out.

Nothing is waited for by the clock. The control page, where nothing is refused, goes last in the
same browser: once all of its probes have arrived, whatever had left the guarded pages before
would have arrived too. A probe that the hosts' note says gets out is waited for by itself: some
open a page of their own first, and a busy machine shows that page after the control's. Names that
were only looked up are read from the browser's own log.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.attack.hosts import hosts
from tests.browser.attack.inside_worker import InsideWorker
from tests.browser.attack.net_log import looked_up
from tests.browser.attack.python_channels import CHANNELS
from tests.browser.attack.sink import Sink, listen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, BrowserType, Page

SCRIPT = Path(__file__).with_name("channels.js").read_text("utf-8")
NAMES_ONLY = {"preconnect", "dns-prefetch", "webtransport"}
FORMS = {"form-get", "form-post", "form-blank"}
"""A policy stops these after the name was looked up, so a guarded page's send nothing."""
DATAGRAMS = {"webrtc-stun", "webrtc-turn"}
PAGES = {"self-check": "/self-check/", "article": "/help-now/"}
PATIENCE = 60

START_REAL_WORKER = """async () => {
    const { Checker } = await import('/assets/selfcheck/runtime/checker.js');
    const manifest = await (await fetch('/attack-runtime/manifest.json')).json();
    window.checker = new Checker(manifest);
    await window.checker.start();
}"""
START_PLAIN_WORKER = """() => new Promise((done) => {
    const code = `
        importScripts('${location.origin}/attack-runtime/pyodide.js');
        const python = loadPyodide({ indexURL: '${location.origin}/attack-runtime/' });
        onmessage = async ({ data }) => {
            (await python).runPython(data, { globals: (await python).toPy({}) });
        };
        python.then(() => postMessage('ready'));`;
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    worker.onmessage = done;
    window.checker = { evaluate: ({ code }) => worker.postMessage(code[0]) };
})"""


@dataclass(frozen=True, order=True)
class Probe:
    """One try: behind which host, from which context, by which channel."""

    host: str
    context: str
    channel: str

    @property
    def name(self) -> str:
        return f"{self.host}--{self.context}--{self.channel}"


@dataclass(frozen=True)
class Findings:
    """All probes that were made, those that got out, and the Referer that each carried."""

    tried: frozenset[Probe]
    escaped: frozenset[Probe]
    referers: dict[str, str]

    def open_channels(self, host: str, context: str) -> set[str]:
        """By which channels something got out."""
        return {p.channel for p in self.escaped if (p.host, p.context) == (host, context)}


class Assault:
    """The probes of one browser run."""

    def __init__(self, browser: BrowserContext, sink: Sink) -> None:
        self.browser, self.sink = browser, sink
        self.tried: set[Probe] = set()

    def run(self, addresses: dict[str, str], is_open: Callable[[Probe], bool]) -> None:
        """Try everything; the control host, which is the last, shows when all has arrived.

        So do those probes of the others that are said to get out. One that does not is no failure
        here: the test that says what is open finds it missing.
        """
        for host, address in addresses.items():
            for context, path in PAGES.items():
                self._from_page(host, context, address + path)
            self._from_frame(host, address)
            self._from_worker(host, address)
            self._from_outside(host, address)
        control = {p.name for p in self.tried if p.host == host and p.channel not in NAMES_ONLY}
        missing = self.sink.wait_for(control, PATIENCE)
        assert not missing, f"the control did not show that these probes work: {sorted(missing)}"
        said = {p.name for p in self.tried if p.channel not in NAMES_ONLY | FORMS and is_open(p)}
        self.sink.wait_for(said, PATIENCE)

    def _targets(self, host: str, context: str, channels: list[str]) -> dict[str, str]:
        """Where each channel's probe has to go."""
        probes = [Probe(host, context, channel) for channel in channels]
        self.tried.update(probes)
        return {
            p.channel: self.sink.datagram_address(p.name)
            if p.channel in DATAGRAMS
            else self.sink.address(p.name)
            for p in probes
        }

    def _open(self, address: str) -> Page:
        page = self.browser.new_page()
        page.goto(address, wait_until="domcontentloaded")
        page.evaluate(SCRIPT)
        return page

    def _from_page(self, host: str, context: str, address: str) -> None:
        page = self._open(address)
        channels = page.evaluate("channelsOf('still')")
        page.evaluate("(to) => attack('still', to)", self._targets(host, context, channels))
        for channel in page.evaluate("channelsOf('leaving')"):
            fresh = self._open(address)
            fresh.evaluate("(to) => attack('leaving', to)", self._targets(host, context, [channel]))

    def _from_frame(self, host: str, address: str) -> None:
        """From a frame without an address, which has its page's policy.

        Chromium 156 ends a page whose frame uses WebRTC under Connection-Allowlist: so these
        probes have a page of their own.
        """
        page = self._open(address + PAGES["self-check"])
        channels = page.evaluate("channelsOf('still').filter((one) => one !== 'service-worker')")
        for group in [
            [channel for channel in channels if channel not in DATAGRAMS],
            *([channel] for channel in sorted(DATAGRAMS)),
        ]:
            fresh = self._open(address + PAGES["self-check"])
            fresh.evaluate(
                """(to) => {
                    const frame = document.createElement('iframe');
                    document.body.append(frame);
                    attack('still', to, frame.contentWindow);
                }""",
                self._targets(host, "frame", group),
            )

    def _from_worker(self, host: str, address: str) -> None:
        """From JavaScript and from Python in the real worker; the control's is a plain one."""
        page = self._open(address + PAGES["self-check"])
        page.evaluate(START_PLAIN_WORKER if host == "bare" else START_REAL_WORKER)
        for channel, code in CHANNELS.items():
            (target,) = self._targets(host, "python", [channel]).values()
            text = f"url = {target!r}\n{code}"
            page.evaluate("async (text) => { await checker.evaluate({ code: [text] }); }", text)
        worker = InsideWorker(page)
        worker.evaluate(SCRIPT)
        channels: list[str] = json.loads(
            str(worker.evaluate("JSON.stringify(channelsOf('worker'))"))
        )
        targets = json.dumps(self._targets(host, "worker", channels))
        worker.evaluate(f"attack('worker', {targets})")

    def _from_outside(self, host: str, address: str) -> None:
        """To an attacker's page that opened or framed ours."""
        target = address + PAGES["self-check"]
        # Only from our own page: a browser's page about a refused frame could be used as well.
        tell = """([name, to]) => {
            if (document.querySelector('[data-selfcheck]')) window[name]?.postMessage(to, '*');
        }"""
        page = self.browser.new_page()
        page.goto(f"{self.sink.address('attacker')}/relay")
        with page.expect_popup() as opened:
            page.evaluate("(address) => { window.open(address); }", target)
        opened.value.wait_for_load_state("domcontentloaded")
        to = self._targets(host, "outside", ["opener-message"])
        opened.value.evaluate(tell, ["opener", to["opener-message"]])
        to = self._targets(host, "outside", ["framed-message"])
        page.evaluate(
            """(address) => new Promise((done) => {
                const frame = document.createElement('iframe');
                frame.onload = done;
                frame.src = address;
                document.body.append(frame);
            })""",
            target,
        )
        page.frames[1].evaluate(tell, ["parent", to["framed-message"]])


@contextmanager
def _browser(chromium: BrowserType, executable: str, folder: Path) -> Iterator[BrowserContext]:
    """A Chromium that logs its network, with prefetch and preconnect on: Debian turns them off."""
    (folder / "profile/Default").mkdir(parents=True)
    preferences = {"net": {"network_prediction_options": 0}}
    (folder / "profile/Default/Preferences").write_text(json.dumps(preferences), "utf-8")
    context = chromium.launch_persistent_context(
        folder / "profile",
        executable_path=executable,
        args=[f"--log-net-log={folder / 'net-log.json'}"],
    )
    yield context
    context.close()


def assault(  # noqa: PLR0913, PLR0917 (a browser, a site, and what is said of them)
    chromium: BrowserType,
    executable: str,
    site: Path,
    root: Path,
    folder: Path,
    is_open: Callable[[Probe], bool],
) -> Findings:
    """Run everything once; `folder` is for copies of the site, the profile and the log.

    `is_open` says which probes are expected to get out, and so are waited for.
    """
    with listen() as sink, hosts(site, root, folder / "hosts") as addresses:
        with _browser(chromium, executable, folder) as browser:
            run = Assault(browser, sink)
            run.run(addresses, is_open)
        arrived = looked_up(folder / "net-log.json") | sink.referers.keys()
        escaped = frozenset(probe for probe in run.tried if probe.name in arrived)
        return Findings(frozenset(run.tried), escaped, dict(sink.referers))
