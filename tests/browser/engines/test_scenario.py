"""One way through the whole check, the same in every engine."""

from __future__ import annotations

import json

import pytest

from tests.browser.engines import steps
from tests.browser.engines.site import NEUTRAL
from tests.browser.walk import SAFE


def test_danger_opens_the_panel_beside_the_answer(stepping):
    tab = stepping
    steps.walk(tab, {}, until="thoughts")
    panel = "[data-question=thoughts] [data-crisis]"
    assert not steps.sees(tab, panel)
    steps.choose(tab, "thoughts", "attempt")
    for way in ("tel:911", "tel:988", "sms:988"):
        steps.wait_to_see(tab, f"{panel} a[href='{way}']")
    steps.choose(tab, "thoughts", "none")
    steps.wait_to_see_no(tab, panel)


@pytest.mark.parametrize("way", ["button", "browser"])
def test_going_back_and_forth_keeps_every_answer(stepping, way):
    tab = stepping
    met = []
    steps.walk(tab, SAFE, until="feelings", at=met.append)
    given = steps.checked(tab)
    for wanted in reversed(met):
        tab.back() if way == "browser" else steps.press(tab, "back")
        tab.until("(s) => document.querySelector(`[data-step=${s}]`).hidden === false", wanted)
    assert steps.checked(tab) == given
    if way == "browser":
        for wanted in met[1:]:
            tab.forward()
            tab.until("(s) => document.querySelector(`[data-step=${s}]`).hidden === false", wanted)
    assert steps.checked(tab) == given


def test_an_answer_is_changed_from_the_list(stepping):
    tab = stepping
    steps.walk(tab, SAFE)
    tab.click("[data-action=change][data-to=age]")
    steps.wait_to_see(tab, "[data-step=about]")
    steps.choose(tab, "age", "under_18")
    steps.press(tab, "next")
    steps.wait_to_see(tab, "[data-slot=answers]")
    assert "age:under_18" in steps.checked(tab)


AT_ONCE = """() => {
  window.arrived = false;
  addEventListener('popstate', () => setTimeout(() => { arrived = true; }));
  const press = (one) => document.querySelector(`[data-action=${one}]`).click();
  setTimeout(() => ['clear', 'start'].forEach(press));
}"""


def test_start_right_after_clear_starts(stepping):
    """The browser is still on its way back to its first entry then."""
    tab = stepping
    steps.walk(tab, {}, until="thoughts")
    tab.run(AT_ONCE)
    tab.until("() => arrived")
    assert steps.screen(tab) == "about"
    steps.walk(tab, {}, until="thoughts")
    for wanted in ("[data-step=danger]", "[data-step=about]", "[data-action=start]"):
        steps.press(tab, "back")
        steps.wait_to_see(tab, wanted)


USE_UP = """() => {
  let refused = false;
  for (let asked = 0; asked < 500 && !refused; asked += 1) {
    try { history.replaceState(null, ''); } catch { refused = true; }
  }
  document.querySelector('[data-action=next]').click();
}"""
"""WebKit refuses after 100 changes in 10 seconds; Chromium and Firefox, as they are driven here,
add all of these."""


def test_a_browser_that_adds_no_more_entries_is_gone_on_in(stepping):
    tab = stepping
    steps.walk(tab, SAFE, until="thoughts")
    given = steps.checked(tab)
    tab.run(USE_UP)
    after = steps.screen(tab)
    assert after not in (None, "thoughts")
    steps.press(tab, "back")
    tab.until(f"(one) => ({steps.SHOWN})().join() !== one", after)
    assert steps.screen(tab) in {"danger", "thoughts"}
    assert steps.checked(tab) == given
    steps.walk(tab, {})
    assert steps.finish(tab)
    steps.start_again(tab)  # stays on the page, though it stands for fewer entries


PRINTED = """() => {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  for (const rule of rules.filter((one) => one instanceof CSSMediaRule)) {
    const { mediaText } = rule.media;
    rule.media.mediaText = mediaText.includes('print') ? 'all'
      : mediaText.includes('screen') ? 'not all' : mediaText;
  }
}"""
"""Makes the engine apply its own reading of the rules for paper to the screen."""


def test_paper_shows_the_answers_and_not_the_result(stepping):
    tab = stepping
    steps.walk(tab, SAFE | {"thoughts": ["attempt"]})
    steps.finish(tab)
    steps.press(tab, "print")
    tab.until("() => seen.printed === 1")
    tab.run(PRINTED)
    assert steps.sees(tab, "[data-sheet]")
    assert not steps.sees(tab, "[data-outcome]")
    title = tab.run("() => document.querySelector('[data-outcome] h2').textContent")
    assert title not in tab.run("() => document.body.innerText")


def test_the_answers_are_saved_as_a_file(stepping):
    tab = stepping
    steps.walk(tab, SAFE | {"thoughts": ["attempt"]})
    steps.finish(tab)
    bundle = json.loads(tab.save("[data-action=download]"))
    kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
    assert kinds == ["Questionnaire", "QuestionnaireResponse"]
    assert "attempt" in json.dumps(bundle["entry"][1])


def test_leaving_puts_the_neutral_site_in_place_of_the_page_and_tells_no_one(stepping, site):
    tab = stepping
    tab.open(f"{site.address}/help-now/")
    steps.begin(tab, site.address)
    steps.walk(tab, SAFE, until="staying_safe")
    steps.wait_for_state(tab, "ready")
    del site.asked[:]
    steps.press(tab, "leave")
    tab.until("() => document.title === 'Weather' && document.readyState === 'complete'")
    tab.run("() => fetch('/last').then(() => null)")  # what was sent on the way out came before
    # a browser fetches icons when it likes
    asked = [path for path in site.asked if "icon" not in path]
    assert asked == [NEUTRAL, "/last"]
    tab.back()
    tab.until("() => location.pathname === '/help-now/'")


def test_shift_three_times_leaves(stepping):
    tab = stepping
    steps.choose(tab, "who", "them")
    for _ in range(3):
        tab.press("Shift")
    tab.until("() => document.title === 'Weather'")


@pytest.mark.parametrize("way", ["away and back", "reload"])
def test_coming_back_shows_an_empty_form(stepping, site, way):
    tab = stepping
    steps.walk(tab, SAFE, until="staying_safe")
    if way == "reload":
        tab.reload()
    else:
        tab.open(f"{site.address}/help-now/")
        tab.back()
    steps.wait_to_see(tab, "[data-action=start]:not([disabled])")
    assert steps.checked(tab) == []
