"""For everyone, in every state: axe, 400 % zoom, targets for a thumb, no motion, discreet paper.

All states are gone through once in each language. `make test` looks at each with axe, once; with
ENGINES set (`make test-browsers`) at all of them in both schemes, both widths and all voices.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

import pytest

from checker.model import OUTCOMES
from site_config.translation import catalog
from tests.browser import states, walk

IS_FULL = "ENGINES" in os.environ
PHONE, DESKTOP = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
LOOKS = [("light", PHONE), ("dark", DESKTOP), ("dark", PHONE), ("light", DESKTOP)]
ZOOMED = {"width": 320, "height": 256}
"""A window of 1280 by 1024 at 400 %."""

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """(tags) => axe.run(document, { runOnly: tags })
  .then((found) => found.violations.map((v) => [v.id, v.nodes[0].html]))"""
SMALL = """() => [...document.querySelectorAll('a, button, summary, .choice-card')]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.matches('.skip'))
  .filter((e) => getComputedStyle(e).display !== 'inline'
    || e.closest('li, dd, td, p')?.matches('li, dd, td')
    && e.closest('li, dd, td').textContent.trim() === e.textContent.trim())
  .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.9 || box.width < 43.9)
  .map(([words, box]) => `${words}: ${box.width} x ${box.height}`)"""
"""A link within a text may be as high as its line (WCAG 2.5.8)."""
MOVES = """() => [...document.querySelectorAll('body, body *')].filter((e) => {
  const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(e);
  return animationName !== 'none' || parseFloat(transitionDuration) || scrollBehavior === 'smooth';
}).map((e) => e.className)"""

ABOUT_WHOM_ONLY = {"teen_route", "loved_one_guidance", "not_enough_answers"}
PRIVATE_ONLY = {"result urgent_same_day (me)", "result urgent_same_day (them)"}
"""Here nothing stands out but violence at home, which paper leaves out unless asked."""


@dataclass
class Seen:
    """What was found in one state."""

    looks: int = 0
    barriers: list[list[str]] = field(default_factory=list)
    wider: int = 0
    small: list[str] = field(default_factory=list)
    moving: list[str] = field(default_factory=list)
    paper: str = ""
    title: str = ""


LANGUAGES = ("en", "es")


def looks_at(index, language):
    """In which schemes and widths axe looks at this state: what one has not, the other has."""
    if IS_FULL:
        return LOOKS
    return [LOOKS[(index + LANGUAGES.index(language)) % 2]]


def look(page, axe, looks):
    found = Seen(looks=len(looks), title=page.title())
    for scheme, size in looks:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(axe)
        found.barriers += page.evaluate(AXE, TAGS)
    page.set_viewport_size(PHONE)
    found.small = page.evaluate(SMALL)
    page.emulate_media(reduced_motion="reduce")
    found.moving = page.evaluate(MOVES)
    page.emulate_media(reduced_motion="no-preference")
    page.set_viewport_size(ZOOMED)
    found.wider = page.evaluate("() => document.documentElement.scrollWidth") - ZOOMED["width"]
    page.set_viewport_size(PHONE)
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def words(root, language):
    """Returns what an English text of the page is in this language."""
    return (catalog.ENGLISH if language == "en" else catalog.read(root, language)).gettext


@pytest.fixture(scope="module")
def seen(browser, site_url, root, language):
    """Every state, by name."""
    below = "/" if language == "en" else f"/{language}/"
    axe = (root / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    found: dict[str, Seen] = {}
    with browser.new_context(base_url=site_url + below, viewport=PHONE) as context:
        page = context.new_page()
        page.set_default_timeout(walk.LOAD)
        for name in states.tour(page, states.VOICES if IS_FULL else ("me",)):
            assert page.locator("html").get_attribute("lang") == language
            found[name] = look(page, axe, looks_at(len(found), language))
            if name.startswith("result"):
                page.emulate_media(media="print")
                found[name].paper = page.locator("body").inner_text()
                page.emulate_media(media="screen")
    return found


def failing(seen, part):
    return {name: getattr(found, part) for name, found in seen.items() if getattr(found, part)}


def test_axe_finds_nothing_in_any_state(seen, capsys):
    looks = sum(found.looks for found in seen.values())
    with capsys.disabled():
        print(f"\naxe: {len(seen)} states, {looks} looks")  # noqa: T201 (the count to report)
    assert failing(seen, "barriers") == {}


def test_the_tour_leaves_no_result_out(seen):
    """Fourteen in the adult's voice or about another; five and its own for a teen."""
    met = {tuple(name.removesuffix(")").split()[1:]) for name in seen if name.startswith("result")}
    assert {outcome for outcome, _ in met} == set(OUTCOMES)
    assert {voice for _, voice in met} == {"(me", "(them", "(teen"}
    assert len(met) == len(states.RESULTS)


def test_at_400_percent_nothing_scrolls_sideways(seen):
    assert {name: found.wider for name, found in seen.items() if found.wider > 0} == {}


def test_everything_to_touch_is_44_pixels_or_more(seen):
    assert failing(seen, "small") == {}


def test_nothing_moves_for_those_who_asked_for_less_motion(seen):
    assert failing(seen, "moving") == {}


def test_paper_and_title_name_no_result(seen, words):
    labels = {
        words(title)
        for outcome in OUTCOMES.values()
        for titled in [outcome, *outcome.get("variants", [])]
        for title in titled["title"].values()
    }
    papers = {name: found for name, found in seen.items() if name.startswith("result")}
    assert papers
    for name, found in papers.items():
        assert words("Notes for my talk about care") in found.paper
        assert labels.isdisjoint(line.strip(" .") for line in found.paper.splitlines()), name
        assert found.title == words("A short checklist")


def test_paper_names_help_first_and_what_stood_out_if_anything_did(seen, words):
    papers = {name: found.paper for name, found in seen.items() if name.startswith("result")}
    for name, paper in papers.items():
        assert paper.index("911") < paper.index(words("What I want to ask")), name
        says_no_sign = name.split()[1] in ABOUT_WHOM_ONLY or name in PRIVATE_ONLY
        assert (words("What stood out") in paper) != says_no_sign, name
