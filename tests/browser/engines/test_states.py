"""axe-core finds nothing on any state of the check, in any engine."""

from __future__ import annotations

import pytest

from tests.browser.cases import CASES
from tests.browser.engines import steps
from tests.browser.walk import SAFE

ISSUES = (
    "(tags) => axe.run(document, { runOnly: tags })"
    ".then((found) => found.violations.map((v) => [v.id, v.nodes[0].html]))"
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATES = 36
"""Start, failed, sixteen steps, the list of answers, fourteen results, three in other voices."""


@pytest.fixture
def looked_at(tab, root):
    """Looks at the state of the page under a name; gives all that axe found."""
    source = (root / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    found: dict[str, list[list[str]]] = {}

    def look(name):
        if name not in found:
            if tab.run("() => !window.axe"):
                tab.load(source)
            found[name] = tab.run(ISSUES, TAGS)

    return look, found


def test_no_state_has_a_barrier(tab, site, looked_at, record_property):
    look, found = looked_at
    tab.open(f"{site.address}/self-check/")
    steps.wait_to_see(tab, "[data-action=start]:not([disabled])")
    look("start")
    site.missing = "^/runtime/"
    steps.press(tab, "start")
    steps.wait_for_state(tab, "failed")
    steps.walk(tab, {})
    steps.finish(tab)
    look("failed")
    site.missing = ""
    steps.press(tab, "ask-clear")
    steps.press(tab, "clear")
    steps.press(tab, "start")
    for case in CASES:
        steps.walk(tab, case.answers, at=lambda screen: look(f"step {screen}"))
        look("check")
        assert steps.finish(tab) == case.outcome
        look(case.outcome)
        steps.start_again(tab)
    for name, answers in {
        "danger about another": {"who": ["them"], "danger_now": ["medical"]},
        "danger for a teen": {"age": ["under_18"], "thoughts": ["plan"]},
        "safety about another": SAFE | {"who": ["them"], "thoughts": ["attempt"]},
    }.items():
        steps.walk(tab, answers)
        steps.finish(tab)
        look(name)
        steps.start_again(tab)
    assert {name: issues for name, issues in found.items() if issues} == {}
    record_property("states", len(found))
    assert len(found) == STATES
