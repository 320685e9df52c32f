"""Every state of the check and every type of page, one after the other, in one tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.audit import PAGES
from tests.browser import walk
from tests.browser.cases import CASES, USES
from tests.browser.journeys import JOURNEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

ALL_STEPS = USES | {
    "thoughts": ["self_harm"],
    "hold_urges": ["hold"],
    "reach_out": ["would_call"],
    "care": ["now", "before"],
}
VOICES = {"me": {}, "them": {"who": ["them"]}, "teen": {"age": ["under_18"]}}


def voice_of(answers):
    """Whom the page speaks to after these answers."""
    if answers.get("who") == ["them"]:
        return "them"
    return "teen" if answers.get("age") == ["under_18"] else "me"


RESULTS = JOURNEYS | {(voice_of(case.answers), case.outcome): case.answers for case in CASES}
"""Each result in each voice that can reach it; for adults with all the banners it may have."""


def begin(page):
    """Start with no answers, on the open page if there is one."""
    if page.locator("[data-action=ask-clear]:visible").count():
        walk.clear(page)
    else:
        page.goto("self-check/")
    page.locator("[data-action=start]:enabled").click()


def hurry(page, answers, last=None):
    """Start, and answer up to the screen `last`, or to "Check your answers"."""
    begin(page)
    walk.go_to(page, last, answers)


def tour(page, voices=("me",)) -> Iterator[str]:
    """Bring up one state after the other; give the name of each while it is there."""
    yield from _pages(page)
    yield from _failures(page)
    for voice in voices:
        yield from _steps(page, voice)
    yield from _way_out(page)
    yield from _wait(page)
    for (voice, outcome), answers in RESULTS.items():
        hurry(page, answers)
        assert walk.finish(page) == outcome
        yield f"result {outcome} ({voice})"


def _pages(page):
    for name, path in {**PAGES, "not found": "404.html"}.items():
        page.goto(path)
        if path == "self-check/":
            page.locator("[data-action=start]:enabled").wait_for()
        yield f"page {name}"


def _failures(page):
    page.route(walk.RUNTIME, lambda route: route.abort())
    begin(page)
    page.locator(f"{walk.FORM}[data-state=failed]").wait_for()
    yield "failed, in a step"
    hurry(page, walk.SAFE)
    page.click("[data-action=finish]")
    page.locator(f"{walk.FORM}[data-view=failed]").wait_for()
    yield "failed, in place of the result"
    page.unroute(walk.RUNTIME)


def _steps(page, voice):
    begin(page)
    while name := walk.screen(page):
        page.evaluate(walk.ANSWER_ALL, [ALL_STEPS | VOICES[voice], name])
        walk.answer_screen(page, ALL_STEPS | VOICES[voice])
        yield f"step {name} ({voice})"
        page.click("[data-action=next]")
    yield f"check ({voice})"


def _way_out(page):
    for voice, answers in VOICES.items():
        hurry(page, answers, "violence")
        walk.choose(page, "violence", "yes")
        yield f"danger ({voice})"
        page.click("[data-action=next]")
        yield f"after danger ({voice})"
    hurry(page, VOICES["teen"], "substances")
    yield "late (teen)"


def _wait(page):
    page.goto("self-check/")
    with walk.held_download(page) as release:
        hurry(page, walk.SAFE)
        page.click("[data-action=finish]")
        page.locator(f"{walk.FORM}[data-view=wait]").wait_for()
        yield "wait"
        release()
        page.locator("[data-outcome]").wait_for(timeout=walk.LOAD)
