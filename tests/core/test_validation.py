"""What pydantic refuses is said in plain words, on its line, with a fix."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import Field

from site_config.content_model.field_types import Day, Line, Strict
from site_config.core import yaml_source
from site_config.core.validation import suggestion, valid_values, validated

WHERE = Path("data.yml")


class Entry(Strict):
    """One entry of a made-up file."""

    name: Line = Field(description="What it is called")
    checked_on: Day | None = Field(default=None, description="The day, such as 2026-11-23")


def read(tmp_path, text):
    (tmp_path / WHERE).write_text(text, "utf-8")
    located = yaml_source.read(tmp_path / WHERE, WHERE)
    return validated(Entry, located.data, located, WHERE)


def test_what_fits_is_an_object(tmp_path):
    entry, issues = read(tmp_path, "name: A\nchecked_on: 2026-11-23\n")
    assert issues == []
    assert entry is not None
    assert entry.name == "A"


@pytest.mark.parametrize(
    ("text", "line", "what", "fix"),
    [
        ("checked_on: 2026-11-23\n", 1, "“name” is missing", "Add a line `name: …`"),
        ("name: A\nnmae: B\n", 2, "“nmae” isn't a setting", "Correct the name"),
        ("name: A\nchecked_on: 2026\n", 2, "checked_on: 2026", "such as 2026-11-23"),
        ("name: A\nchecked_on: 2026-02-30\n", 2, "isn't a real date", "2026-11-23"),
        ("name:\n", 1, "“name” is empty", "What it is called"),
        ("- name: A\n", 1, "Settings are expected here", "Compare"),
    ],
)
def test_what_does_not_fit_is_named_on_its_line_with_a_fix(tmp_path, text, line, what, fix):
    entry, (issue,) = read(tmp_path, text)
    assert entry is None
    assert (issue.path, issue.line) == (WHERE, line)
    assert what in issue.what
    assert fix in issue.fix


def test_a_mistyped_name_has_the_right_one_beside_it():
    assert suggestion("nmae", ["name", "day"]) == " (did you mean “name”?)"
    assert suggestion("zebra", ["name", "day"]) == ""


def test_one_wrong_line_hides_nothing_of_the_others():
    assert valid_values(Entry, {"name": "A", "checked_on": "soon"}) == {"name": "A"}
