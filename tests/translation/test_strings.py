"""`make strings`: what visitors read outside of pages is in the catalogs; changes are marked."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from site_config.translation import catalog, strings

QUESTIONS = "checker/questionnaire.yml"
TEMPLATE = "site_config/rendering/templates/start.html"


@pytest.fixture(scope="module")
def wanted(root):
    return strings.wanted(root)


@pytest.mark.parametrize(
    "text",
    [
        "Who's this about?",  # a question
        "Get help right now",  # an outcome
        "None of these",  # an option that questions share
        "Skip to the main text",  # a frame
        "Check your answers",  # a view of the self-check
        "Press Shift once more to leave this page.",  # what a script says
        "Chat online",  # what code puts into a page
        "You didn't check “{answer}”",  # what the engine says
        "Getting started",  # a title of the menu
        "A short checklist",  # of center.yml
    ],
)
def test_words_of_every_kind_are_found(wanted, text):
    assert text in wanted


def test_words_of_a_center_are_wanted_and_not_of_the_product(root, wanted):
    product = strings.of_product(root)
    assert {"Getting started", "Editorial team"} <= wanted.keys() - product.keys()
    assert {"A short checklist", "Skip to the main text"} <= product.keys()


def test_no_id_is_taken_for_words(wanted):
    assert not [text for text in wanted if re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", text)]


def test_the_catalogs_have_every_string_of_the_product(root):
    """What has changed in English is brought over by `make strings`; a center's words may wait."""
    product = strings.of_product(root)
    for file in sorted(root.glob("locale/*/LC_MESSAGES/messages.po")):
        lines = catalog.read(root, file.parts[-3]).lines
        assert not [text for text in product if text not in lines]


def project(folder, question="Who is this about?", start="Start"):
    text = (
        'version: "1"\nnone: None\ndecline: "I\'d rather not say"\nscreens:\n  - id: one\n'
        f'    title: Who\n    questions:\n      - {{id: who, kind: one, text: "{question}", '
        "options: [{id: me, text: Me}]}\n"
    )
    empty = "".join(f"{part}: []\n" for part in strings.ids.SAID)
    template = f'<p>{{{{ _("{start}") }}}}</p>\n'
    for name, content in {
        QUESTIONS: text,
        "checker/signs.yml": "signs:\n  - {id: a, safety: none}\n",
        "checker/outcomes.yml": empty,
        TEMPLATE: template,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


def messages(folder):
    with (folder / catalog.path_of("es")).open("rb") as file:
        return {one.id: one for one in read_po(file, locale="es") if one.id}


def translate(folder, english, spanish):
    file = folder / catalog.path_of("es")
    text = file.read_text("utf-8")
    before = f'msgid "{english}"\nmsgstr ""'
    assert before in text
    file.write_text(text.replace(before, f'msgid "{english}"\nmsgstr "{spanish}"'), "utf-8")


def test_a_changed_string_keeps_its_translation_as_fuzzy_with_the_old_english(tmp_path):
    strings.update(project(tmp_path), ["es"])
    translate(tmp_path, "Who is this about?", "¿De quién se trata?")
    strings.update(project(tmp_path, question="Who is this all about?"), ["es"])
    found = messages(tmp_path)["Who is this all about?"]
    assert found.fuzzy
    assert found.string == "¿De quién se trata?"
    file = tmp_path / catalog.path_of("es")
    assert '#| msgid "Who is this about?"' in file.read_text("utf-8")
    strings.update(project(tmp_path, question="Who is this all about?", start="Go"), ["es"])
    assert '#| msgid "Who is this about?"' in file.read_text("utf-8")


def test_words_that_nobody_says_any_more_leave_the_catalog(tmp_path):
    strings.update(project(tmp_path), ["es"])
    translate(tmp_path, "Start", "Empezar")
    template = tmp_path / TEMPLATE
    template.write_text(template.read_text("utf-8").replace("Start", "Something else altogether"))
    strings.update(tmp_path, ["es"])
    assert "Empezar" not in (tmp_path / catalog.path_of("es")).read_text("utf-8")


def test_without_a_change_nothing_is_written(tmp_path):
    strings.update(project(tmp_path), ["es"])
    translate(tmp_path, "Start", "Empezar")
    strings.update(project(tmp_path), ["es"])
    assert strings.update(project(tmp_path), ["es"]) == []
    assert messages(tmp_path)["Start"].string == "Empezar"


def test_the_old_english_of_a_fuzzy_entry_does_not_pile_up(tmp_path):
    strings.update(project(tmp_path), ["es"])
    translate(tmp_path, "Who is this about?", "¿De quién se trata?")
    for start in ("Go", "Begin", "Start"):
        strings.update(project(tmp_path, question="Who is this all about?", start=start), ["es"])
    text = (tmp_path / catalog.path_of("es")).read_text("utf-8")
    assert text.count("Who is this about?") == 1


def test_a_note_tells_the_translator_where_words_are_said(tmp_path):
    strings.update(project(tmp_path), ["es"])
    assert messages(tmp_path)["Me"].auto_comments == ["question who options me text (me, them)"]
