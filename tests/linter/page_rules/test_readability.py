"""Each language is measured by a formula made for it, or the check says that there is none."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import readability
from site_config.settings import center as center_yml
from tests.linter import bad_texts

HARD = (
    "La participación continuada en actividades terapéuticas complementarias favorece "
    "considerablemente la recuperación psicológica de numerosas personas. "
) * 8


def issues_of_reading(small, languages, name):
    small.write(center_yml.NAME, f"name: Some Center\nlanguages: [{languages}]\n")
    small.page(HARD, name)
    found = small.issues(f"content/{name}")
    return [i.what for i in found if i.rule in ("reading-grade", "reading-ease", "long-sentence")]


def test_english_is_measured(small):
    (what,) = issues_of_reading(small, "en", "understand/page.md")
    assert "school grade" in what


def test_spanish_is_measured_by_a_formula_made_for_it(small):
    (what,) = issues_of_reading(small, "en, es", "es/understand/page.md")
    assert "Ease of reading" in what


def test_a_language_without_a_formula_is_not_measured_and_the_check_says_so(small):
    assert issues_of_reading(small, "en, eo", "eo/understand/page.md") == []
    (issue,) = [i for i in small.issues(center_yml.NAME) if "No formula" in i.what]
    assert (issue.line, issue.severity) == (2, "warning")


def test_a_language_that_is_not_listed_is_not_read(small):
    assert issues_of_reading(small, "en", "es/understand/page.md") == []


@pytest.mark.parametrize("bad", bad_texts.READABILITY, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, readability.RULES)
