"""The same answers lead to the same result in every language: ids are shared, words are not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from checker import translations
from checker.browser_api import result
from checker.model import QUESTIONS
from checker.translations import Speaking, spoken, translated
from tests.checker.strategies import responses

WORDS = frozenset({"answer", "paper", "why", "text", "display", "language", "fullUrl", "url"})
"""What may differ between languages in what the page gets; a FHIR name is made from the words."""


class Marked(dict[str, str]):
    """Words of a language in which every sentence is marked."""

    def get(self, text, _default=None):
        return f"«{text}»"

    def __bool__(self):
        return True


@pytest.fixture(autouse=True)
def marked(monkeypatch):
    monkeypatch.setitem(translations._loaded, "zz", Marked())  # noqa: SLF001 (a language of a test)


def answered(given_responses, *languages):
    request = {"responses": given_responses}
    if languages:
        request["languages"] = [*languages]
    return json.loads(result(json.dumps(request)))


def ids(value):
    """What is left of an answer without its words."""
    if isinstance(value, dict):
        return {key: ids(one) for key, one in value.items() if key not in WORDS | {"answers"}}
    return [ids(one) for one in value] if isinstance(value, list) else value


@given(responses())
def test_the_outcome_does_not_depend_on_the_language(given_responses):
    assert ids(answered(given_responses, "zz")) == ids(answered(given_responses))


def test_every_word_is_said_in_the_language():
    whole = answered({"who": ["me"], "age": ["adult"], "danger_now": ["medical"]}, "zz")
    assert whole["reasons"]
    for reason in whole["reasons"]:
        assert reason["why"].startswith("«")
        assert reason["answer"].startswith("«")
    for entry in whole["fhir"]["entry"]:
        assert entry["resource"]["language"] == "zz"
        assert entry["resource"]["item"][0]["text"].startswith("«")


def test_english_is_said_where_nothing_else_is_wished():
    whole = answered({"who": ["me"]})
    assert "papers" not in whole
    assert whole == answered({"who": ["me"]}, "en")
    assert {entry["resource"]["language"] for entry in whole["fhir"]["entry"]} == {"en"}


@pytest.mark.parametrize(("page", "paper"), [("zz", "en"), ("en", "zz")])
def test_the_paper_can_be_in_the_other_language(page, paper):
    given_responses = {"who": ["me"], "age": ["adult"], "danger_now": ["medical"]}
    whole = answered(given_responses, page, paper)
    alone = answered(given_responses, paper)
    assert whole["papers"][paper]["reasons"] == alone["reasons"]
    assert whole["reasons"] == answered(given_responses, page)["reasons"]
    questions = [one["question"] for one in whole["papers"][paper]["answers"]]
    assert len(questions) == 3
    assert all(q.startswith("«") == (paper == "zz") for q in questions)


def test_the_sheet_in_the_other_language_says_what_was_asked():
    whole = answered({"who": ["me"], "age": ["adult"], "health": ["none"]}, "zz", "en")
    health = next(one for one in whole["papers"]["en"]["answers"] if one["id"] == "health")
    assert health["question"] == QUESTIONS["health"].paper["me"]
    assert health["answers"] == ["Said no to all of these"]


@pytest.mark.parametrize("wrong", [["xx"], ["../en"], [], "es", [5], None])
def test_a_language_without_words_is_an_error_in_one_line(wrong):
    found = json.loads(result(json.dumps({"responses": {}, "languages": wrong})))
    assert list(found) == ["error"]


def test_after_an_error_english_is_spoken_again():
    def fail():
        with Speaking("zz"):
            assert translated("Stay") == "«Stay»"
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()
    assert spoken() == "en"
    assert translated("Stay") == "Stay"
