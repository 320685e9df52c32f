"""A Spanish page has the facts of its English one, its own house words, and is easy to read."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules.translations import RULES, ease
from tests.linter.obeyed_messages import ES_TERM, ES_TERMS, HARD_ES, NO_TERMS, SPANISH, TWO, spanish

IDS = {rule.id for rule in RULES}
EASY = "Hable con su médico. Diga lo que siente. " * 12


@pytest.fixture
def issues(small):
    """The issues of these rules on a Spanish page, after its English one with `english`."""
    small.write(ES_TERMS, NO_TERMS)
    for name, text in TWO.items():
        small.write(name, text)

    def issues(words, english="Some words.", terms=NO_TERMS, **top):
        small.page(english, sources="[hours]" if "[@hours]" in english else "[]")
        small.write(ES_TERMS, terms)
        small.write(SPANISH, spanish(words, **top))
        found = [issue for issue in small.issues(SPANISH) if issue.rule in IDS]
        return [(issue.rule, issue.line, issue.severity) for issue in found]

    return issues


@pytest.mark.parametrize(
    ("english", "words", "found"),
    [
        ("It takes 19 hours.", "Son 19 horas.", []),
        ("It takes 19 hours.", "Son muchas horas.", []),  # a figure may be said in words
        ("It takes 19 hours.", "Son 18 horas.", [("translated-facts", 9, "warning")]),
        ("It costs $1,500.", "Cuesta $1,500.", []),
        ("It costs $1500.", "Cuesta $1,500.", []),
        ("About 8% stay.", "El 9% se queda.", [("translated-facts", 9, "warning")]),
        ("Hours.[@hours]", "Horas.[@hours]", []),
        ("Hours.[@hours]", "Horas.", [("translated-facts", 1, "warning")]),
        ("Hours.", "Horas.[@hours]", [("translated-facts", 1, "warning")]),
    ],
)
def test_the_facts_are_those_of_the_english_page(issues, english, words, found):
    assert issues(words, english) == found


def test_a_language_has_house_words_of_its_own(issues):
    words = "Ayuda para un adicto."
    assert issues(words) == []
    assert issues(words, terms=ES_TERM) == [("translated-words", 9, "error")]


@pytest.mark.parametrize(
    ("words", "found"),
    [(EASY, []), (f"{HARD_ES} " * 8, [("reading-ease", 9, "error")]), (HARD_ES, [])],
)
def test_a_page_of_some_length_is_easy_to_read(issues, words, found):
    assert issues(words) == found


def test_english_is_measured_as_before_after_spanish(small):
    text = "Participation is considerably facilitated. " * 30
    small.page(text)
    before = [str(issue) for issue in small.issues()]
    assert ease(EASY, "es") > ease(HARD_ES, "es")
    small.page(text)
    assert [str(issue) for issue in small.issues()] == before


@pytest.mark.parametrize(
    ("day", "found"),
    [("2026-11-23", []), ("2026-11-24", []), ("2026-11-20", [("old-translation", 5, "warning")])],
)
def test_a_translation_older_than_its_english_page_is_named(issues, day, found):
    assert issues("Unas palabras.", day=day) == found


ENGLISH = (
    "Ask why they said no.\n\n- Bring a card.\n\n> Say it like this.\n\nXanax, Klonopin, Ambien"
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (ENGLISH, [("untranslated", 9, "error")]),
        ("Pregunte por qué.\n\n- Bring a card.", [("untranslated", 11, "error")]),
        ("Pregunte por qué.\n\n- Traiga una tarjeta.", []),
        ("> Say it like this.\n\nXanax, Klonopin, Ambien", []),  # words to say, and names
    ],
)
def test_text_that_is_still_in_english_is_an_error(issues, words, found):
    assert issues(words, ENGLISH) == found


def test_the_title_is_text_too_and_a_page_that_waits_may_be_in_english(small, issues):
    assert issues("Palabras.", title="All about us") == []
    small.page("Some words.", title="All about us")
    found = [one for one in small.issues(SPANISH) if one.rule == "untranslated"]
    assert [one.line for one in found] == [2]
    held = spanish(title="All about us").replace("author:", "publish_on: 2026-12-01\nauthor:")
    small.write(SPANISH, held)
    assert "untranslated" not in {one.rule for one in small.issues(SPANISH)}


def test_one_message_names_all_lines_in_english(small, issues):
    words = "\n\n".join(f"Line {number} is in English." for number in "abcdefghijkl")
    assert issues(words, words) == [("untranslated", 9, "error")]
    found = next(one for one in small.issues(SPANISH) if one.rule == "untranslated")
    assert "and so are lines 11, 13, 15, 17, 19, 21, 23, 25 …" in found.what
    assert "publish_on: 2027-01-22" in found.fix
