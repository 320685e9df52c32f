"""Which entries of the data files pass, and which are refused."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from site_config.content_model import data_schema

SOURCE = {
    "title": "Hours",
    "publisher": "An agency",
    "year": 2024,
    "url": "https://example.org/hours",
    "checked_on": "2026-11-23",
    "evidence": "S",
}
LINE = {
    "id": "some_line",
    "name": "Some line",
    "call": "988",
    "what": "Talk to someone.",
    "checked_on": "2026-11-23",
    "evidence": "S",
}
FACT = {
    "id": "some_leave",
    "text": "A sentence on some leave.",
    "source": "hours",
    "as_of": "2026-11-23",
    "evidence": "A",
}
ALLOWED = {"rule": "no-cure", "words": "cured ham", "reason": "It's food, not a promise."}
TERM = {"match": "a", "use": "b", "severity": "warn", "source": "Us"}
ENTRIES = {
    data_schema.Source: SOURCE,
    data_schema.CrisisLine: LINE,
    data_schema.StateFact: FACT,
    data_schema.StateFile: {"state": "California", "facts": [FACT]},
    data_schema.AllowedPhrase: ALLOWED,
    data_schema.Term: TERM,
    data_schema.SearchWords: {"danger": ["kill myself", "self-harm"], "pages": {"a.md": ["b"]}},
    data_schema.Author: {"name": "A", "handle": "some-org/writers"},
    data_schema.People: {"reviewer": None, "authors": {"editorial": {"name": "A"}}},
}


@pytest.mark.parametrize("schema", ENTRIES, ids=lambda schema: schema.__name__)
def test_a_whole_entry_passes_and_one_with_a_mistyped_name_does_not(schema):
    assert schema.model_validate(ENTRIES[schema])
    with pytest.raises(ValidationError, match="extra_forbidden"):
        schema.model_validate(ENTRIES[schema] | {"mistyped": "x"})


@pytest.mark.parametrize(
    ("schema", "wrong"),
    [
        (data_schema.Source, {"year": 1066}),
        (data_schema.Source, {"url": "example.org"}),
        (data_schema.Source, {"evidence": "A"}),
        (data_schema.Source, {"dated_ok": "Yes"}),
        (data_schema.CrisisLine, {"call": "1-800-662-4357"}),
        (data_schema.CrisisLine, {"call": 988}),  # a number would lose its zeros
        (data_schema.CrisisLine, {"text": "HOME"}),
        (data_schema.CrisisLine, {"when": ["sometimes"]}),
        (data_schema.CrisisLine, {"called_on": "last week"}),
        (data_schema.StateFact, {"evidence": "S"}),
        (data_schema.StateFact, {"text": "Short"}),
        (data_schema.AllowedPhrase, {"reason": "Because"}),
        (data_schema.Term, {"severity": "warning"}),
        (data_schema.SearchWords, {"danger": ["kill myself!"]}),
        (data_schema.Author, {"handle": "@someone"}),
        (data_schema.People, {"authors": {"Not A Key": {"name": "A"}}}),
    ],
)
def test_a_wrong_value_is_refused(schema, wrong):
    with pytest.raises(ValidationError, match=next(iter(wrong))):
        schema.model_validate(ENTRIES[schema] | wrong)


def test_every_field_tells_writers_what_to_fill_in():
    for schema in ENTRIES:
        assert all(field.description for field in schema.model_fields.values()), schema
