"""The page that a person saves: it opens on any phone, and holds what the paper would."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from checker.model import OUTCOMES
from tests.browser import walk
from tests.browser.test_result_length import CHECKS

NAMES = {"en": "notes.html", "es": "apuntes.html"}
INTERPRETER = {"en": "Hablo inglés.", "es": "I speak Spanish."}
"""How the sheet in the other language begins, by the page's language."""


def saved(page, tmp_path):
    with page.expect_download() as waiting:
        page.click("[data-action=save]")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file, BeautifulSoup(file.read_text("utf-8"), "lxml")


def result_of(page, answers, language="en"):
    walk.begin(page, CHECKS[language])
    walk.go_on(page, answers)
    walk.finish(page)


@pytest.mark.parametrize("language", CHECKS)
def test_it_says_what_the_paper_says_in_both_languages(page, tmp_path, language):
    result_of(page, walk.SAFE | {"thoughts": ["attempt"]}, language)
    file, found = saved(page, tmp_path)
    assert file.name == NAMES[language], "a list of downloads is seen by others"
    own, other = found.select("section")
    assert found.html["lang"] == language
    assert other["lang"] in set(CHECKS) - {language}
    first, *_rest = other.select("p")
    assert first.get_text().startswith(INTERPRETER[language]), "its reader answers in English"
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang])")
    for part in ("li", "dt", "dd"):
        said = [" ".join(words.split()) for words in paper.locator(part).all_inner_texts()]
        there = [" ".join(one.get_text(" ").split()) for one in own.select(part)]
        assert [s.replace(" ", "") for s in said] == [t.replace(" ", "") for t in there] != []
    assert [o for o in OUTCOMES if o in file.read_text("utf-8")] == []


def test_it_runs_nothing_and_asks_for_nothing(page, tmp_path):
    result_of(page, walk.DANGER)
    file, found = saved(page, tmp_path)
    assert found.select("script, link, img, iframe, form, [src], [href], [style]") == []
    policy = found.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
    assert policy.startswith("default-src 'none'")
    asked = []
    fresh = page.context.new_page()
    fresh.on("request", lambda request: asked.append(request.url))
    fresh.goto(file.as_uri())
    expect(fresh.get_by_role("heading", level=2).first).to_be_visible()
    expect(fresh.locator("section")).to_have_count(2)
    assert asked == [file.as_uri()]


@pytest.mark.parametrize("included", [False, True])
def test_private_answers_are_in_it_only_when_asked_for(page, tmp_path, included):
    result_of(page, walk.example("unsafe_home")["answers"])
    if included:
        page.locator("[data-private-choice] label").click()
    file, _found = saved(page, tmp_path)
    text = Path(file).read_text("utf-8")
    for told in ("How is home?", "1-800-799-7233", "¿Cómo están las cosas en su casa?"):
        assert (told in text) == included, told


@pytest.mark.parametrize(("answers", "said"), [({}, "I use"), ({"who": ["them"]}, "They use")])
def test_it_speaks_in_one_voice(page, tmp_path, answers, said):
    person = walk.EVERYONE | {"violence_to_you": ["no"], "violence_by_them": ["no"]} | answers
    result_of(page, person)
    _file, found = saved(page, tmp_path)
    voices = ("my own answers", "my answers about someone")
    text = found.get_text()
    assert [words in text for words in voices] == [said == "I use", said == "They use"]
