"""The engines: Chromium in `make test`; in `make test-browsers` all three, or those of ENGINES."""

from __future__ import annotations

import os

import pytest

from scripts import browsers
from tests.browser.engines import drivers, steps
from tests.browser.engines.limits import LIMITS
from tests.browser.engines.site import Site
from tests.browser.engines.table import Table

ALL = ("chromium", *browsers.ENGINES)
CHOSEN = os.environ.get("ENGINES", "chromium").split()
if unknown := set(CHOSEN) - set(ALL):
    raise pytest.UsageError(f"ENGINES: {', '.join(unknown)} is none of {', '.join(ALL)}")

# Of Chromium other tests show the same, and more: test_selfcheck_states.py what the first shows,
# test_selfcheck_outcomes.py and privacy/test_privacy_requests.py what the second does.
SHOWN = ["test_states.py", "test_every_outcome.py"]
collect_ignore = SHOWN if CHOSEN == ["chromium"] else []


@pytest.fixture(scope="session", params=CHOSEN)
def engine(request, chromium_path, playwright):
    """One engine, started. Where it is not installed: a failure in CI, a skip by name elsewhere."""
    name = request.param
    if name != "chromium" and (lack := browsers.missing(name)):
        what = f"{name}: not installed: {lack}. make setup-browsers installs it."
        assert not os.environ.get("CI"), what
        pytest.skip(what)
    with drivers.started(name, chromium_path, playwright) as engine:
        yield name, engine


TABLE = Table()


def pytest_runtest_logreport(report):
    TABLE.note(report)


def pytest_terminal_summary(terminalreporter):
    if lines := list(TABLE.lines()):
        terminalreporter.section("the self-check in each engine")
        terminalreporter.write_line("\n".join(lines))
    terminalreporter.section("what these engines' drivers do not show")
    for (name, what), why in LIMITS.items():
        if name in CHOSEN:
            terminalreporter.write_line(f"{name}: {what}: {why}.")


@pytest.fixture
def tab(engine):
    with drivers.tab(*engine) as driver:
        yield driver


@pytest.fixture
def site(built_site):
    with Site(built_site).serving() as served:
        yield served


@pytest.fixture
def stepping(tab, site):
    """A tab on the first screen, whose page has caused no error by the end."""
    steps.begin(tab, site.address)
    yield tab
    assert tab.run("() => window.seen?.errors ?? []") == []
