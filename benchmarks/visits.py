"""One visit each, by a browser that has never been here: what a person waits for, in ms."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from benchmarks.throttle import Profile, SlowWorkers, memory, slow_down

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

ARTICLE = "iop/levels/"
PATIENCE = 180_000
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}

# Notes, in the page's own clock, when a test first holds. It watches by animation frames and
# timers: a slow processor delays both as it delays what a person sees.
WATCH = """
(() => {
  const marks = window.benchMarks = {};
  const tests = TESTS;
  const look = () => {
    for (const [name, test] of Object.entries(tests)) {
      if (!(name in marks) && document.documentElement && test()) marks[name] = performance.now();
    }
    if (Object.keys(tests).some((name) => !(name in marks))) setTimeout(look, 4);
  };
  look();
  addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) marks['click:' + (button.dataset.action || button.id)] ??= event.timeStamp;
  }, true);
  const seen = window.benchSeen = { lcp: 0, cls: 0 };
  const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
    .observe({ type, buffered: true });
  observe('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  observe('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
})();
"""
READY = {"ready": "'ready' in document.documentElement.dataset"}
VISIBLE = "[...document.querySelectorAll('{}')].some((one) => one.offsetParent)"


@contextmanager
def opened(launch, profile: Profile, tests: dict[str, str]) -> Iterator[tuple[Page, int]]:
    """A page of a new browser with an empty profile, slowed down, that notes when `tests` hold.

    Gives the page and the browser's process.
    """
    browser = launch()
    try:
        session = browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        process = next(one["id"] for one in processes if one["type"] == "browser")
        page = browser.new_context(**PHONE).new_page()
        page.set_default_timeout(PATIENCE)
        conditions = ",".join(f"{json.dumps(name)}: () => {test}" for name, test in tests.items())
        page.add_init_script(WATCH.replace("TESTS", f"{{{conditions}}}"))
        slow_down(page.context.new_cdp_session(page), profile)
        with SlowWorkers(process, profile.cpu):
            yield page, process
    finally:
        browser.close()


def marks(page, *wanted: str) -> dict[str, float]:
    """Wait for these marks, and give all there are."""
    page.wait_for_function(
        "(names) => names.every((name) => name in window.benchMarks)", arg=list(wanted)
    )
    found: dict[str, float] = page.evaluate("() => window.benchMarks")
    return found


def ours(launch, address: str, profile: Profile) -> dict[str, float]:
    """Start at once, skip every question, ask for the result when Python is ready."""
    tests = {
        "question": VISIBLE.format("fieldset[data-question] input"),
        "ready": "document.querySelector('form[data-state=ready]')",
        "result": "document.querySelector('section[data-outcome]')",
    }
    with opened(launch, profile, tests) as (page, process):
        page.goto(f"{address}/self-check/", wait_until="commit")
        page.locator("[data-action=start]:enabled").click()
        seen = marks(page, "question", "ready")
        held = memory(process)
        while page.locator("[data-step]:visible").count():
            page.click("[data-action=next]")
        page.click("[data-action=finish]")
        seen = marks(page, "result")
        left = memory(process)
    return {
        "question": seen["question"],
        "ready": seen["ready"] - seen["click:start"],
        "result": seen["result"] - seen["click:finish"],
        **held,
        **{f"{what} after the result": size for what, size in left.items()},
    }


def stock(launch, address: str, profile: Profile) -> dict[str, float]:
    """Pyodide as it comes, in a worker."""
    with opened(launch, profile, READY) as (
        page,
        process,
    ):
        page.goto(f"{address}/peers/stock/")
        page.click("#start")
        seen = marks(page, "ready")
        return {"ready": seen["ready"] - seen["click:start"], **memory(process)}


def pyscript(launch, address: str, profile: Profile) -> dict[str, float]:
    """PyScript as its guide has it: on the page's own thread, from the start."""
    with opened(launch, profile, READY) as (
        page,
        process,
    ):
        page.goto(f"{address}/peers/pyscript.html", wait_until="commit")
        return {"ready": marks(page, "ready")["ready"], **memory(process)}


def survey(launch, address: str, profile: Profile) -> dict[str, float]:
    """SurveyJS with the same questions; no Python, no screening logic."""
    with opened(launch, profile, {"question": VISIBLE.format("#survey input")}) as (page, process):
        page.goto(f"{address}/peers/survey.html", wait_until="commit")
        return {"question": marks(page, "question")["question"], **memory(process)}


def blank(launch, _address: str, profile: Profile) -> dict[str, float]:
    """An empty page: what the browser holds without any site."""
    with opened(launch, profile, {}) as (page, process):
        page.goto("about:blank")
        return memory(process)


def unstarted(launch, address: str, profile: Profile) -> dict[str, float]:
    """Our check before Start is pressed."""
    with opened(launch, profile, {}) as (page, process):
        page.goto(f"{address}/self-check/", wait_until="networkidle")
        return memory(process)


def article(launch, address: str, profile: Profile) -> dict[str, float]:
    """One of our articles."""
    return _read(launch, f"{address}/{ARTICLE}", profile)


def bare(launch, address: str, profile: Profile) -> dict[str, float]:
    """The same article on a bare MkDocs-Material site."""
    return _read(launch, f"{address}/bare/{ARTICLE}", profile)


def _read(launch, url: str, profile: Profile) -> dict[str, float]:
    with opened(launch, profile, {}) as (page, process):
        page.goto(url, wait_until="networkidle")
        seen: dict[str, float] = page.evaluate("() => window.benchSeen")
        return {**seen, **memory(process)}


VISITS: dict[str, Callable[..., dict[str, float]]] = {
    "ours": ours,
    "stock": stock,
    "pyscript": pyscript,
    "survey": survey,
    "article": article,
    "bare": bare,
    "blank": blank,
    "unstarted": unstarted,
}
