"""A step or a note on paper would give a private answer away: what brings it stays off paper."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from checker import examples, ids
from checker.browser_api import result
from checker.model import QUESTIONS
from checker.responses import shown
from site_config.rendering.selfcheck_form import form_html
from site_config.settings import shared_data
from site_config.settings.center import DEFAULT

PRIVATE = [
    q for q in QUESTIONS.values() if q.screen == ids.PRIVATE_SCREEN or q.id in ids.PRIVATE_QUESTIONS
]
CALM = {"home_safe": "safe"}
"""The answer that tells nothing, where it isn't "no"."""


@pytest.fixture(scope="module")
def form(root):
    data = json.loads((root / "checker/data.json").read_text("utf-8"))
    data |= {"minutes": {"me": 5.0, "them": 3.0}, "sources": {}, "review": {"reviewer": None}}
    return BeautifulSoup(form_html(data, shared_data.crisis_lines(root), DEFAULT), "lxml").form


@pytest.fixture(scope="module")
def kept(form):
    """Which steps and notes may stand on paper, by outcome or banner."""
    found = {}
    for sheet in form.select("template[data-template]"):
        kind, _, name = sheet["data-template"].partition("-")
        if kind == "outcome":
            steps = sheet.select(".next-steps > li")
            found[name] = [
                not (s.has_attr("data-private") or s.has_attr("data-screen-only")) for s in steps
            ]
        if kind == "banner":
            note = sheet.select_one("[data-banner]")
            on_paper = note.has_attr("data-on-paper") and not note.has_attr("data-private")
            found[name] = [
                on_paper and not p.has_attr("data-private") for p in note.select("p[data-place]")
            ]
    return found


def paper(kept, answers):
    """The outcome, and the places of what its paper says: the page takes them by these marks."""
    asked = {}
    for question in QUESTIONS.values():
        if question.id in answers and shown(question, asked):
            asked[question.id] = answers[question.id]
    found = json.loads(result(json.dumps({"responses": asked})))
    said = {found["outcome"]: found["steps"], **found["also_steps"], **found["banner_texts"]}
    places = {(name, place) for name, all_ in said.items() for place in all_ if kept[name][place]}
    return found["outcome"], places


@pytest.mark.parametrize("person", examples.EXAMPLES, ids=lambda one: one["id"])
def test_a_private_answer_puts_no_word_on_paper(kept, person):
    answers = examples.EVERYONE | person["answers"]
    calm = answers | {question.id: [CALM.get(question.id, "no")] for question in PRIVATE}
    outcome, said = paper(kept, calm)
    for question in PRIVATE:
        for option in question.options:
            other, told = paper(kept, calm | {question.id: [option.id]})
            # Where the whole result is another, its own steps say nothing of why.
            assert other != outcome or told <= said, (question.id, option.id, told - said)


def test_what_a_private_answer_alone_brings_is_kept_back(form):
    """Also where the result is another: no step beside it names a home or who hurts whom."""
    sheets = form.select("template[data-template^=outcome]")
    all_steps = [step for sheet in sheets for step in sheet.select(".next-steps > li")]
    for words in ("what home is like", "home makes it harder", "Afraid of them? Don't confront"):
        steps = [step for step in all_steps if words in str(step)]
        assert steps
        assert [s for s in steps if not s.has_attr("data-private")] == [], words
