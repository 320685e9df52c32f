"""Translations in a FHIR resource are written and read by FHIR's standard extension."""

from __future__ import annotations

import pytest

from site_config.questionnaire.instrument_texts import TRANSLATION, translated, translations, words

TEXTS = {"es": "¿Cuántos años?", "de": "Wie alt?"}
OWNER = {"linkId": "1", "text": "How old?"}


def test_what_is_written_is_read_again():
    owner = translated(OWNER, "text", TEXTS)
    assert {name: owner[name] for name in OWNER} == OWNER
    assert words(owner, "text") == {"text": "How old?", "texts": TEXTS}


def test_without_a_translation_nothing_is_added():
    assert translated(OWNER, "text", {}) == OWNER
    assert words(OWNER, "text") == {"text": "How old?", "texts": {}}
    assert words({}, "text") == {"text": "", "texts": {}}


def of(*parts, url=TRANSLATION):
    return {"_text": {"extension": [{"url": url, "extension": [*parts]}]}}


LANG = {"url": "lang", "valueCode": "es"}


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        (of(LANG, {"url": "content", "valueMarkdown": "Hola"}), {"es": "Hola"}),
        (of({"url": "content", "valueString": "Hola"}), {}),
        (of(LANG), {}),
        (of(LANG, {"url": "content", "valueString": "Hola"}, url="https://example.org/"), {}),
        ({"_text": None}, {}),
    ],
)
def test_other_forms_of_the_extension(owner, found):
    assert translations(owner, "text") == found
