"""A text in up to three voices."""

from __future__ import annotations

import pytest

from site_config.questionnaire.voices import audience_text_error, text

BOTH = {"me": "Are you safe?", "them": "Are they safe?"}


@pytest.mark.parametrize(
    ("raw", "voices"),
    [
        ("Are you safe?", {"me": "Are you safe?", "them": "Are you safe?"}),
        (BOTH, BOTH),
        (BOTH | {"teen": "Safe?"}, BOTH | {"teen": "Safe?"}),
    ],
)
def test_all_voices_of_a_text(raw, voices):
    assert audience_text_error(raw) is None
    assert text(raw) == voices


@pytest.mark.parametrize(
    ("raw", "wrong"),
    [
        ("", "is empty"),
        (" \n", "is empty"),
        (None, "is missing"),
        ([], "is missing"),
        ({"me": "A"}, "`them` is missing"),
        ({"me": "", "them": "B"}, "`me` is missing"),
        ({"me": 1, "them": "B"}, "`me` is missing"),
        (BOTH | {"you": "C"}, "`you` isn't a voice"),
    ],
)
def test_what_is_wrong_with_a_text(raw, wrong):
    assert wrong in audience_text_error(raw)
