"""What does not work is said within seconds, beside crisis lines, and costs no answer."""

from __future__ import annotations

import pytest

from tests.browser.engines import steps
from tests.browser.engines.site import WATCH
from tests.browser.walk import SAFE, TEEN

NO_WASM = "delete window.WebAssembly;"
NO_EXCEPTIONS = "WebAssembly.validate = () => false;"
WASM, RUNTIME = r"^/runtime/.*wasm", r"^/runtime/"


def help_shows(tab):
    for way in ("tel:911", "tel:988", "sms:988"):
        assert steps.sees(tab, f"[data-guide] a[href='{way}']")


@pytest.mark.parametrize(
    "removed", [NO_WASM, NO_EXCEPTIONS], ids=["no WebAssembly", "older WebAssembly"]
)
def test_an_engine_that_cannot_run_it_is_told_so(tab, site, removed):
    site.before = WATCH + removed
    steps.begin(tab, site.address)
    steps.wait_to_see(tab, "[data-failure=unsupported]")
    help_shows(tab)
    steps.choose(tab, "who", "them")
    steps.press(tab, "next")
    assert steps.checked(tab) == ["who:them"]


@pytest.mark.parametrize(
    "issue", [{"missing": RUNTIME}, {"broken": WASM}], ids=["404", "cut short"]
)
def test_a_download_that_fails_can_be_tried_again(tab, site, issue):
    vars(site).update(issue)
    steps.begin(tab, site.address)
    steps.wait_for_state(tab, "failed")
    help_shows(tab)
    steps.walk(tab, SAFE)
    assert steps.finish(tab) is None
    help_shows(tab)
    assert steps.sees(tab, "[data-slot=failed-answers] .answers__row")
    site.missing = site.broken = ""
    steps.press(tab, "retry")
    steps.wait_to_see(tab, "[data-outcome]")


def test_without_the_server_from_the_start_the_page_says_so(tab, site):
    tab.open(f"{site.address}/self-check/")
    steps.wait_to_see(tab, "[data-action=start]:not([disabled])")
    site.stop()
    steps.press(tab, "start")
    steps.wait_to_see(tab, "[data-failure=network]")
    help_shows(tab)


def test_a_worker_that_dies_is_replaced_without_a_request(tab, site):
    steps.begin(tab, site.address)
    steps.wait_for_state(tab, "ready")
    site.stop()
    tab.run("() => seen.workers.at(-1).terminate()")  # before an answer was read
    steps.walk(tab, TEEN)
    assert steps.finish(tab) == "teen_route"
    assert tab.run("() => seen.workers.length") == 2
