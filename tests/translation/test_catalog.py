"""A catalog with a hole or a broken placeholder gets an issue with file, line and fix."""

from __future__ import annotations

import pytest

from site_config.translation import catalog

HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
PATH = "locale/es/LC_MESSAGES/messages.po"


def read(folder, entries, head=HEAD):
    file = folder / PATH
    file.parent.mkdir(parents=True)
    file.write_text(head + entries, "utf-8")
    return catalog.read(folder, "es")


def entry(english, translation, flag=""):
    return f'{flag}msgid "{english}"\nmsgstr "{translation}"\n'


def test_words_with_a_translation_are_said_in_it_and_others_in_english(tmp_path):
    words = read(tmp_path, entry("Help now", "Ayuda ahora"))
    assert words.gettext("Help now") == "Ayuda ahora"
    assert words.gettext("Menu") == "Menu"
    assert not words.issues


def test_english_needs_no_catalog(tmp_path):
    assert catalog.read(tmp_path, "en").gettext("Help now") == "Help now"


@pytest.mark.parametrize(
    ("english", "translation", "lost"),
    [
        ("Call %(number)s", "Llame al", "%(number)s is missing"),
        ("Call %(number)s", "Llame al %(numero)s", "%(numero)s is too much"),
        ("You answered {first}.", "Contestó {primero}.", "{first} is missing"),
        ("Do <strong>not</strong> stop", "<strong>No</strong> pare", None),
        ("Do <strong>not</strong> stop", "No pare", "</strong <strong is missing"),
    ],
)
def test_what_is_no_word_stays_as_it_is(tmp_path, english, translation, lost):
    found = read(tmp_path, entry("Menu", "Menú") + entry(english, translation)).issues
    if lost is None:
        assert not found
    else:
        (issue,) = found
        assert str(issue.path) == PATH
        assert issue.line == HEAD.count("\n") + 3
        assert lost in issue.what
        assert "Copy it from the English" in issue.fix


@pytest.mark.parametrize(
    ("entries", "line", "what"),
    [
        ("", 1, "is not in the catalog"),
        (entry("Help now", ""), 6, "has no translation"),
        (entry("Help now", "Ayuda", "#, fuzzy\n"), 7, "The English has changed"),
    ],
)
def test_words_that_visitors_would_see_in_english(tmp_path, entries, line, what):
    (issue,) = catalog.untranslated(read(tmp_path, entries), ["Help now"])
    assert (str(issue.path), issue.line) == (PATH, line)
    assert what in issue.what
    assert "“Help now”" in issue.what


def test_a_changed_string_is_said_in_english_until_someone_has_compared_it(tmp_path):
    words = read(tmp_path, entry("Help now", "Ayuda", "#, fuzzy\n"))
    assert words.gettext("Help now") == "Help now"


def test_a_missing_catalog_says_how_to_make_it(tmp_path):
    (issue,) = catalog.read(tmp_path, "es").issues
    assert str(issue.path) == PATH
    assert "make strings LANGUAGE=es" in issue.fix


def test_a_file_that_is_no_catalog(tmp_path):
    (issue,) = read(tmp_path, 'msgid "unfinished\n').issues
    assert str(issue.path) == PATH
    assert "Poedit" in issue.fix


def test_texts_in_all_voices_are_translated_and_ids_are_not(tmp_path):
    words = read(tmp_path, entry("me", "yo") + entry("Stay", "Quédese"))
    data = {"id": "me", "title": {"me": "Stay", "them": "Stay", "if": ["me"]}}
    assert words.translated(data) == {
        "id": "me",
        "title": {"me": "Quédese", "them": "Quédese", "if": ["me"]},
    }
