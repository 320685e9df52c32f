"""Data files that cannot be read, or are not there."""

from __future__ import annotations

import pytest

from tests.small_site import LINES, PAGE, QUESTIONS, SOURCES


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (SOURCES, "a: [b\n"),
        (SOURCES, "- a\n"),
        (SOURCES, "# nothing\n"),
        (LINES, ""),
        ("site_config/center.yml", "- name: A\n"),
        ("site_config/center.yml", "name: A\nphone: call us\n"),
        (LINES, "a: b\n"),
        ("content/_data/people.yml", "authors: []\n"),
        (
            "site_config/house_terms.yml",
            "terms:\n  - {match: '(', use: x, severity: error, source: N}\n",
        ),
        ("site_config/house_terms.yml", "- {match: x, use: y, severity: error, source: N}\n"),
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


@pytest.mark.parametrize("text", ['hours: {title: "Hours}\n', "", "hours: {title: Hours}\n"])
def test_a_mistake_in_the_sources_is_not_said_again_on_each_page_that_cites_one(small, text):
    small.page("Nine hours.[@hours]", sources="[hours]")
    small.write(SOURCES, text)
    assert small.errors(SOURCES)
    assert small.errors(f"content/{PAGE}") == []
