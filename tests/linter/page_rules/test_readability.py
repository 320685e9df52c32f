"""A site in another language is not measured with a formula made for English."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import readability
from site_config.settings import center as center_yml
from tests.linter import bad_texts

HARD = (
    "La participación continuada en actividades terapéuticas complementarias favorece "
    "considerablemente la recuperación psicológica de numerosas personas. "
) * 8


def issues_of_reading(small, language):
    small.write(center_yml.NAME, f"name: Some Center\nlanguage: {language}\n")
    small.page(HARD)
    return [issue.what for issue in small.issues() if "school grade" in issue.what]


def test_english_is_measured(small):
    assert issues_of_reading(small, "en")


def test_spanish_is_not(small):
    assert issues_of_reading(small, "es") == []


@pytest.mark.parametrize("bad", bad_texts.READABILITY, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, readability.RULES)
