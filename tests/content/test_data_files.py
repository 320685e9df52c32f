"""Data files that cannot be read, or are not there."""

from __future__ import annotations

import pytest

from tests.content.small_site import LINES, QUESTIONS, SOURCES


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (SOURCES, "a: [b\n"),
        (SOURCES, "- a\n"),
        (LINES, "a: b\n"),
        ("content/_data/people.yml", "authors: []\n"),
        (
            "site_config/house_terms.yml",
            "terms:\n  - {match: '(', use: x, severity: error, source: N}\n",
        ),
        (SOURCES, b"a: \xff\n"),
        (QUESTIONS, "screens: [\n"),
        (LINES, "- {id: x, name: A, what: B, what: C, checked_on: 2026-11-23, evidence: S}\n"),
    ],
)
def test_a_data_file_that_cannot_be_read_is_an_error_and_no_crash(small, name, text):
    small.write(name, text)
    assert small.errors(name)


@pytest.mark.parametrize("name", [SOURCES, LINES, QUESTIONS, "site_config/house_terms.yml"])
def test_a_missing_data_file_is_an_error(small, name):
    (small.root / name).unlink()
    assert small.errors(name)
