"""Going through the check with any engine: as a person does, by what is on the screen."""

from __future__ import annotations

SHOWN = (
    "() => [...document.querySelectorAll('[data-step]')]"
    ".filter((step) => step.getClientRects().length).map((step) => step.dataset.step)"
)
QUESTIONS = (
    "() => [...document.querySelectorAll('fieldset[data-question]')]"
    ".filter((asked) => asked.getClientRects().length).map((asked) => asked.dataset.question)"
)
CHECKED = (
    "() => [...document.querySelectorAll('fieldset input:checked')]"
    ".map((input) => `${input.name}:${input.value}`)"
)
SEEN = (
    "(s) => [...document.querySelectorAll(s)].some((e) => "
    "e.getClientRects().length && getComputedStyle(e).visibility === 'visible')"
)
WAY = 400
"""More steps than any way through the form has: a walk that does not end is a issue."""


def begin(tab, address):
    """Open the check of the site at this address, and press Start."""
    tab.open(f"{address}/self-check/")
    press(tab, "start")
    tab.until("() => document.querySelector('form').dataset.view === 'steps'")


def press(tab, action):
    tab.click(f"[data-action={action}]:not([disabled])")


def choose(tab, name, *values):
    for value in values:
        tab.click(f"label[for=q-{name}-{value}]")
        tab.until("(id) => document.getElementById(id).checked", f"q-{name}-{value}")


def screen(tab):
    """The id of the one screen that shows, or None."""
    shown = tab.run(SHOWN)
    return shown[0] if len(shown) == 1 else None


def answer_screen(tab, answers):
    met = set()
    while asked := [name for name in tab.run(QUESTIONS) if name not in met]:
        choose(tab, asked[0], *answers.get(asked[0], []))
        met.add(asked[0])


def walk(tab, answers, until=None, at=lambda _: None):
    """Answer from the screen at hand to the list of answers, or to the screen named.

    `at` is called with each screen once its answers are given.
    """
    for _ in range(WAY):
        now = screen(tab)
        if now == until or now is None:
            break
        answer_screen(tab, answers)
        at(now)
        press(tab, "next")
        tab.until(f"(before) => ({SHOWN})().join() !== before", now)
    assert screen(tab) == until


def finish(tab):
    """Ask for the result; returns the outcome's id."""
    press(tab, "finish")
    tab.until("() => ['result', 'failed'].includes(document.querySelector('form').dataset.view)")
    return tab.run("() => document.querySelector('[data-outcome]')?.dataset.outcome")


def start_again(tab):
    press(tab, "ask-clear")
    press(tab, "clear")
    wait_to_see(tab, "[data-action=start]")
    assert checked(tab) == []
    press(tab, "start")
    tab.until("() => document.querySelector('form').dataset.view === 'steps'")


def checked(tab):
    return tab.run(CHECKED)


def wait_for_state(tab, state):
    tab.until("(s) => document.querySelector('form').dataset.state === s", state)


def sees(tab, selector):
    return tab.run(SEEN, selector)


def wait_to_see(tab, selector):
    tab.until(SEEN, selector)


def wait_to_see_no(tab, selector):
    tab.until(f"(s) => !({SEEN})(s)", selector)


def focused(tab):
    """What has the focus: its id, or its outcome."""
    return tab.run("() => document.activeElement.id || document.activeElement.dataset.outcome")
