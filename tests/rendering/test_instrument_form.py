"""A center's own questionnaire becomes questions of the form, in the page's language."""

from __future__ import annotations

import pytest

from site_config.rendering.instrument_form import for_page

LINES = {name: {"id": name} for name in ("emergency_911", "lifeline_988", "helpline")}
ALWAYS = ("lifeline_988", "emergency_911", "not_checked")


def words(text, **texts):
    return {"text": text, "texts": texts}


def item(name, *, danger=False, lines=(), **more):
    return {
        "id": name,
        **words("How often?", es="¿Con qué frecuencia?"),
        "lead": [words("Last week:", es="La semana pasada:")],
        "when": [],
        "lines": list(lines),
        "options": [
            words("Never", es="Nunca") | {"danger": False},
            words("Often") | {"danger": danger},
        ],
    } | more


DATA = {
    "instruments": [
        {
            "id": "own",
            "language": "en-US",
            "title": words("Sample Week", es="Semana"),
            "items": [item("1"), item("2", danger=True, lines=["helpline"])],
        }
    ]
}


def test_most_centers_have_none():
    assert for_page({}, LINES, ALWAYS, "en") == []


@pytest.mark.parametrize(
    ("language", "title", "asked", "options", "lead"),
    [
        ("en", "Sample Week", "How often?", ["Never", "Often"], "Last week:"),
        ("es", "Semana", "¿Con qué frecuencia?", ["Nunca", "Often"], "La semana pasada:"),
        ("vi", "Sample Week", "How often?", ["Never", "Often"], "Last week:"),
    ],
)
def test_words_are_in_the_page_s_language_where_the_file_has_them(
    language, title, asked, options, lead
):
    (own,) = for_page(DATA, LINES, ALWAYS, language)
    question = own["items"][0]["question"]
    assert (own["title"], question["text"]) == (title, {"me": asked, "them": asked})
    assert [option["text"]["me"] for option in question["options"]] == options
    assert own["items"][0]["lead"] == [lead]


@pytest.mark.parametrize(("language", "marked"), [("en", None), ("es", None), ("vi", "en")])
def test_the_language_is_marked_where_it_is_not_the_page_s(language, marked):
    assert for_page(DATA, LINES, ALWAYS, language)[0]["lang"] == marked


def test_ids_are_those_that_the_engine_reads_and_each_answer_stands_alone():
    question = for_page(DATA, LINES, ALWAYS, "en")[0]["items"][1]["question"]
    assert question["id"] == "own/2"
    assert [option["id"] for option in question["options"]] == ["0", "1"]
    assert all(option["exclusive"] for option in question["options"])


def test_a_dangerous_answer_brings_its_lines_and_those_that_are_always_there():
    (own,) = for_page(DATA, LINES, ALWAYS, "en")
    calm, dangerous = (one["question"] for one in own["items"])
    wanted = ["lifeline_988", "emergency_911", "helpline"]
    assert calm["crisis"] == []
    assert [line["id"] for line in dangerous["crisis"]] == wanted
    assert [option["danger"] for option in dangerous["options"]] == [None, "urgent"]
    assert [line["id"] for line in own["crisis"]] == wanted
