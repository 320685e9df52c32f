"""How a test goes through the self-check: as a person does, by clicking what is on the screen.

Where only what comes after the questions is looked at, the page clicks for itself: that is four
times as fast. That the browser's own clicks lead there, `click_through` shows.
"""

from __future__ import annotations

import re
from contextlib import contextmanager

from playwright.sync_api import expect

from checker.examples import EVERYONE, EXAMPLES
from checker.model import QUESTIONS, SCREENS

FORM = "form[data-selfcheck]"
RUNTIME = re.compile(r"(?<!/selfcheck)/runtime/")  # Python and its parts, not the page's modules
LOAD = 60_000  # the longest that Python takes to start here, in milliseconds

_NAMES = [screen["id"] for screen in SCREENS]
_SAFETY = _NAMES[: _NAMES.index("last_30_days") + 1]

SAFE = {name: given for name, given in EVERYONE.items() if QUESTIONS[name].screen in _SAFETY}
"""Someone who is safe and well, as far as the last safety question: the rest is left open."""

DANGER = {"danger_now": ["medical"]}
THEM = SAFE | {"who": ["them"], "violence_to_you": ["no"], "violence_by_them": ["no"]}
TEEN = SAFE | {"age": ["under_18"]}

_EXAMPLES = {example["id"]: example for example in EXAMPLES}


def example(name):
    """A made-up person of checker/examples.yml: their answers, outcome and banners."""
    found = _EXAMPLES[name]
    return found | {"answers": EVERYONE | found["answers"]}


NEXT_QUESTION = """(met) => [...document.querySelectorAll('fieldset[data-question]')]
  .find((e) => e.checkVisibility() && !met.includes(e.dataset.question))?.dataset.question"""
"""An answer may open another question on the same screen."""

ANSWER_ALL = """([answers, last]) => {
  const seen = (e) => e.getClientRects().length;
  const steps = [...document.querySelectorAll('[data-step]')];
  const now = () => steps.find(seen);
  const next = document.querySelector('[data-action=next]');
  for (; now() && now().dataset.step !== last; next.click()) {
    for (const asked of now().querySelectorAll('fieldset')) {
      for (const value of (seen(asked) && answers[asked.dataset.question]) || []) {
        document.getElementById(`q-${asked.dataset.question}-${value}`).labels[0].click();
      }
    }
  }
}"""
"""All clicks up to a screen, or to "Check your answers", in one go."""

# Python is asked by the page's own code; this notes which of its questions has been answered.
NOTE_ANSWERS = """
window.asked = window.answered = 0;
window.Worker = class extends Worker {
  constructor(script) {
    super(script);
    this.addEventListener('message', ({ data }) => { window.answered = data.id ?? 0; });
  }
  postMessage(message, ...rest) {
    window.asked = message.id ?? 0;
    super.postMessage(message, ...rest);
  }
};
"""
UNTIL_ANSWERED = """() => new Promise((done) => {
  const look = () => (asked && asked === answered ? done() : requestAnimationFrame(look));
  look();
})"""
PRESS_AND_LOOK = """(press) => {
  for (const selector of press) document.querySelector(selector).click();
  return document.querySelector('section[data-outcome]')?.dataset.outcome;
}"""


def begin(page, path="self-check/"):
    """Open the page and press Start."""
    page.goto(path)
    page.locator("[data-action=start]:enabled").click()


def screen(page):
    """The id of the one screen that shows, or None."""
    shown = page.locator("[data-step]:visible")
    return shown.get_attribute("data-step") if shown.count() == 1 else None


def comes_to(page, name):
    """This screen shows, once the browser has moved: Back is not there at once."""
    expect(page.locator(f"[data-step={name}]")).to_be_visible()


@contextmanager
def moved(page):
    """What is done within moves the browser in its history; afterwards it has arrived."""
    arrived = "window.arrived = false; onpopstate = () => setTimeout(() => { arrived = true; });"
    page.evaluate(f"() => {{ {arrived} }}")
    yield
    page.wait_for_function("() => arrived")


def question(page, name):
    return page.locator(f"fieldset[data-question={name}]")


def option(page, name, value):
    return page.locator(f"fieldset[data-question={name}] input[value={value}]")


def choose(page, name, *values):
    """Press the cards of these options."""
    for value in values:
        page.locator(f"label[for=q-{name}-{value}]").click()


def answer_screen(page, answers):
    """Give the answers that belong to the screen at hand."""
    met = []
    while name := page.evaluate(NEXT_QUESTION, met):
        choose(page, name, *answers.get(name, []))
        met.append(name)


def go_to(page, wanted, answers=None):
    """Answer and go on until this screen shows; None is "Check your answers"."""
    page.evaluate(ANSWER_ALL, [answers or {}, wanted])
    assert screen(page) == wanted, f"{wanted} was never reached"


def walk(page, answers):
    """From Start to "Check your answers"."""
    begin(page)
    go_on(page, answers)


def go_on(page, answers):
    """From the screen at hand to "Check your answers"."""
    go_to(page, None, answers)


def click_through(page, answers):
    """The same by the browser's own clicks, each where and when a person could click."""
    while screen(page):
        answer_screen(page, answers)
        page.click("[data-action=next]")


def finish(page):
    """Ask for the result; returns the outcome's id."""
    page.click("[data-action=finish]")
    sheet = page.locator("section[data-outcome]")
    sheet.wait_for(timeout=LOAD)
    return sheet.get_attribute("data-outcome")


def clear(page):
    """Forget the answers: the page asks once."""
    page.click("[data-action=ask-clear]")
    page.click("[data-action=clear]")


@contextmanager
def held_download(page):
    """The runtime's files do not come until the function that this gives is called."""
    held = []
    page.route(RUNTIME, lambda route: held.append(route))  # noqa: PLW0108 (no built-in here)

    def release():
        while held:
            held.pop().continue_()
        page.unroute(RUNTIME)

    yield release
    for route in held:
        route.abort()


@contextmanager
def ended_worker(page):
    """Once Python is ready: what is done within ends its worker."""
    page.locator(f"{FORM}[data-state=ready]").wait_for(timeout=LOAD)
    with page.workers[0].expect_event("close"):
        yield
    assert page.workers == []


def view(page):
    return page.locator(FORM).get_attribute("data-view")


def state(page):
    return page.locator(FORM).get_attribute("data-state")


def checked(page):
    """Every chosen option as question:option."""
    return page.evaluate(
        "() => [...document.querySelectorAll('fieldset input:checked')]"
        ".map((input) => `${input.name}:${input.value}`)"
    )
