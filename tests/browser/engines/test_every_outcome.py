"""Every outcome in one engine, with its reasons and banners, and the server gone."""

from __future__ import annotations

from tests.browser.cases import CASES
from tests.browser.engines import steps
from tests.browser.traces import NO_TRACES, RESOURCES, TRACES

CAUSES = "() => [...document.querySelectorAll('[data-because]')].map((r) => r.dataset.because)"
RAISED = (
    "() => [...document.querySelectorAll('[data-outcome] [data-banner]')]"
    ".map((b) => b.dataset.banner)"
)


def test_every_outcome_is_reached_without_a_request_or_a_trace(stepping, site):
    tab = stepping
    steps.wait_for_state(tab, "ready")
    title = tab.run("() => document.title")
    loaded = tab.run(RESOURCES)
    del site.asked[:]
    site.stop()
    for case in CASES:
        steps.walk(tab, case.answers)
        assert steps.finish(tab) == case.outcome
        assert set(tab.run(CAUSES)) == set(case.because)
        assert set(tab.run(RAISED)) == case.banners | {"crisis_988"}
        assert steps.focused(tab) in {case.outcome, "sc-result-title"}
        assert tab.run(TRACES) == NO_TRACES
        assert tab.run("() => document.title") == title
        steps.start_again(tab)
    assert site.asked == []
    assert tab.run(RESOURCES) == loaded
