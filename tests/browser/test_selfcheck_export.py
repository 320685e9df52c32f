"""Taking the result along: on paper and as a file, and what stays off both unless asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from checker.model import OUTCOMES, QUESTIONS
from tests.browser import walk


def test_paper_shows_the_persons_words(page):
    """That it names no outcome is shown for every result in test_selfcheck_states.py."""
    walk.walk(page, walk.SAFE | {"thoughts": ["no_plan"]})
    walk.finish(page)
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang])")
    expect(paper).to_be_visible()
    expect(page.locator("[data-outcome]")).to_be_hidden()
    seen = page.locator("body").inner_text()
    assert page.locator("label[for=q-thoughts-no_plan] [data-voice=me]").text_content() in seen
    private = [name for name in walk.SAFE if is_private(name)]
    assert paper.locator("dt").count() == len(walk.SAFE) - len(private)
    steps = page.locator("[data-outcome] .next-steps > li:not([data-private])")
    assert paper.locator("[data-part=next] > ul > li").count() == steps.count() > 0


def test_paper_is_laid_before_it_is_printed_in_a_tab_that_is_never_painted(page):
    walk.walk(page, walk.SAFE)
    page.evaluate("() => { window.requestAnimationFrame = () => 0; }")
    walk.finish(page)
    assert page.locator("[data-sheet]").count() == 0
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    assert page.locator("[data-sheet] [data-part=next] > ul > li").count() > 0


def is_private(name):
    return QUESTIONS[name].screen == "violence" or name == "home_safe"


@pytest.mark.parametrize("included", [False, True])
def test_answers_about_violence_leave_the_page_only_when_asked_for(page, tmp_path, included):
    person = walk.example("unsafe_home")
    walk.walk(page, person["answers"])
    assert walk.finish(page) == person["outcome"]
    choice = page.locator("[data-private-choice]")
    expect(choice).to_be_visible()
    if included:
        choice.locator("label").click()
    with page.expect_download() as saved:
        page.click("[data-action=download]")
    saved.value.save_as(tmp_path / "file")
    links = [g["linkId"] for g in response_in(tmp_path / "file")["item"]]
    assert ("violence" in links) == included
    answered = [i["linkId"] for g in response_in(tmp_path / "file")["item"] for i in g["item"]]
    assert ("taking_part/home_safe" in answered) == included
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang])").inner_text()
    question = page.locator("fieldset[data-question=violence] legend [data-voice=me]")
    assert (question.text_content() in paper) == included
    assert ("How is home?" in paper) == included
    assert ("Call 911 if it gets worse" in paper) == included, "this step alone would tell"
    assert ("1-800-799-7233" in paper) == included
    assert "911" in paper


@pytest.mark.parametrize("home", ["afraid", "unsafe", "no_place"])
def test_that_home_is_unsafe_is_never_on_paper_unasked(page, home):
    walk.walk(page, walk.EVERYONE | {"home_safe": [home]})
    walk.finish(page)
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang])").inner_text()
    assert "How is home?" not in paper
    assert page.locator(f"label[for=q-home_safe-{home}]").text_content().strip() not in paper
    assert "Domestic Violence" not in paper


def test_a_reason_that_names_violence_among_others_is_not_on_paper_unasked(page):
    answers = {"thoughts": ["better_off_dead"], "means": ["yes"], "violence": ["yes"]}
    walk.walk(page, walk.SAFE | answers)
    assert walk.finish(page) == "emergency_now"
    assert "violence" in page.locator("[data-slot=result]").text_content()
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang])").inner_text()
    assert "violence" not in paper
    assert "hurts" not in paper
    assert "Call 911 now" in paper


def response_in(file):
    bundle = json.loads(file.read_text("utf-8"))
    return bundle["entry"][1]["resource"]


def test_a_result_without_such_answers_does_not_speak_of_them(page):
    answers = {name: given for name, given in walk.SAFE.items() if not is_private(name)}
    walk.walk(page, answers)
    walk.finish(page)
    expect(page.locator("[data-private-choice]")).to_be_hidden()


def pages_of(page):
    paper = page.pdf(format="Letter", print_background=False)
    assert re.findall(rb"/Title \((.*?)\)", paper) == [page.title().encode()]
    return len(re.findall(rb"/Type\s*/Page\b", paper))


def test_a_usual_result_fits_on_one_sheet_of_paper(page):
    walk.walk(page, walk.example("typical")["answers"])
    walk.finish(page)
    assert pages_of(page) == 1


def test_all_answers_fit_on_two_sheets_of_paper(page):
    answers = {
        name: [o.id for o in asked.options if not o.exclusive][: 1 if asked.kind == "one" else None]
        for name, asked in QUESTIONS.items()
    }
    walk.walk(page, answers)
    walk.finish(page)
    assert 1 <= pages_of(page) <= 2


def test_print_opens_the_browsers_dialog(page):
    page.add_init_script("window.print = () => document.documentElement.setAttribute('data-p', '')")
    walk.walk(page, walk.DANGER)
    walk.finish(page)
    page.click("[data-action=print]")
    expect(page.locator("html[data-p]")).to_have_count(1)


def test_where_a_browser_cannot_print_no_button_offers_it(page):
    page.add_init_script("delete Window.prototype.print; window.print = undefined")
    walk.walk(page, walk.DANGER)
    walk.finish(page)
    expect(page.locator("[data-action=download]")).to_be_visible()
    expect(page.locator("[data-action=print]")).to_have_count(0)


def test_the_file_holds_the_answers_and_its_name_says_nothing(page):
    walk.walk(page, walk.SAFE | {"thoughts": ["attempt"]})
    walk.finish(page)
    with page.expect_download() as waiting:
        page.click("[data-action=download]")
    saved = waiting.value
    assert saved.suggested_filename == "checklist.json"
    text = Path(saved.path()).read_text("utf-8")
    labels = {words for outcome in OUTCOMES.values() for words in outcome["title"].values()}
    assert [label for label in {*OUTCOMES, *labels} if label in text] == []
    bundle = json.loads(text)
    kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
    assert kinds == ["Questionnaire", "QuestionnaireResponse"]
    assert "attempt" in json.dumps(bundle["entry"][1])
