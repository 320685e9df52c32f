"""YAML with the line of each part; what cannot be read is an issue that says how to write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.core import yaml_source
from site_config.core.issues import IssuesFound

WHERE = Path("content/_data/some.yml")
TEXT = """\
# a comment
title: A
sources:
  - {id: a}
  - id: b
    day: 2026-02-30
"""


def test_every_part_knows_its_line():
    located = yaml_source.load(TEXT, WHERE)
    assert located.issues == []
    assert located.line("title") == 2
    assert located.line("sources", 0) == 4
    assert located.line("sources", 1, "day") == 6
    assert located.line("sources", 1, "nothing") == 5  # the nearest thing around it
    assert located.line_of(located.data["sources"][1]) == 5
    assert located.line_of({}) == 1


def test_a_part_of_a_file_counts_from_its_first_line():
    assert yaml_source.load("a: 1\nb: [c\n", WHERE, 10).issues[0].line == 11
    assert yaml_source.load("a: 1\nb: 2\n", WHERE, 10).line("b") == 11


def test_days_stay_the_text_that_was_typed():
    data = yaml_source.load(
        "day: 2026-02-30\nmoment: 2026-11-23 09:00:00\nfour: 4\nyes: true\n", WHERE
    )
    assert data.data == {
        "day": "2026-02-30",
        "moment": "2026-11-23 09:00:00",
        "four": 4,
        "yes": True,
    }


def test_a_part_that_is_repeated_by_its_name_stands_where_it_was_written():
    found = yaml_source.load("a:\n- &step\n  text: One\nb:\n- *step\n", WHERE)
    assert found.data == {"a": [{"text": "One"}], "b": [{"text": "One"}]}
    assert found.line_of(found.data["b"][0]) == 2
    assert found.issues == []


def test_a_name_given_twice_keeps_the_first_and_is_an_issue():
    located = yaml_source.load("a: 1\nb: 2\na: 3\n", WHERE)
    assert located.data == {"a": 1, "b": 2}
    assert [(issue.line, issue.what) for issue in located.issues] == [(3, "“a” is given twice")]


@pytest.mark.parametrize(
    ("text", "line", "fix"),
    [
        ("a: 1\n\tb: 2\n", 2, "spaces in place of the tab"),
        ("a: 1\nb:2\n", 2, "Leave a space after the colon"),
        ("a: 1\nb: Who: me\n", 2, "Put the whole value in quotes"),
        ("a: 'b' c\n", 1, "Put it in double quotes"),
        ('a: "b" c\n', 1, "Put it in double quotes"),
        ('a: 1\nb: "c\nd: 2\n', 2, "A quotation mark is opened and never closed"),
        ("a: @b\n", 1, "Put the whole value in quotes"),
        ("a: *b\n", 1, "Put the whole value in quotes"),
        ("a: &a [*a]\n", 1, "Write the value out"),
        ("a: 1\nb\n", 2, "with a colon and a space"),
        ("a:\u00a0b\nc: d\n", 1, "type a colon and a space by hand"),
        ("a:\n- b\n– c\n", 3, "Type a hyphen and a space"),
        ("a: 1\n  b: 2\n", 2, "Line it up"),
        ('a: "b c\nd: "5"\n', 1, "opened and never closed"),
        ("a: 'b c\nd: '5'\n", 1, "opened and never closed"),
        ('a: "b\n  c"\nd: "5" 6\n', 3, "Put it in double quotes"),
        ("a:\n- b\n-c.md\n- d\n", 3, "Leave a space after the hyphen"),
        ("b: 1\na: !!bool maybe\n", 2, "Put the whole value in quotes"),
        ('b: 1\na: !!int ""\n', 2, ""),
        ('b: 1\na: !!float ""\n', 2, ""),
        ("b: 1\na: !!timestamp x\n", 2, ""),
    ],
)
def test_what_cannot_be_read_is_one_issue_on_its_line(text, line, fix):
    located = yaml_source.load(text, WHERE)
    assert located.data is None
    (issue,) = located.issues
    assert (issue.path, issue.line) == (WHERE, line)
    assert fix in issue.fix
    assert issue.what.startswith("This line can't be read: “")


def test_a_file_is_read_by_its_own_name(tmp_path):
    (issue,) = yaml_source.read(tmp_path / "some.yml", WHERE).issues
    assert (str(issue.path), issue.what) == (WHERE.as_posix(), "The file is missing")
    (tmp_path / "some.yml").write_bytes(b"a: \xff\n")
    assert [one.path for one in yaml_source.read(tmp_path / "some.yml", WHERE).issues] == [WHERE]


def test_who_needs_the_data_gets_it_or_every_issue(tmp_path):
    (tmp_path / "some.yml").write_text("a: 1\n", "utf-8")
    assert yaml_source.load_or_raise(tmp_path / "some.yml", tmp_path) == {"a": 1}
    (tmp_path / "some.yml").write_text("a: 1\na: 2\nb: 1\nb: 2\n", "utf-8")
    with pytest.raises(IssuesFound) as found:
        yaml_source.load_or_raise(tmp_path / "some.yml", tmp_path)
    assert [issue.line for issue in found.value.issues] == [2, 4]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("signs: [\n", 2),
        ("a: 1\na: 2\n", 2),
        ("a:\n\t- b\n", 2),
        ("a: 1\n? [b]\n: 2\n", 2),
        ("a: &a [*a]\n", 1),
        ("a: !!python/name:os.system x\n", 1),
        ("a: \x00\n", 1),
    ],
)
def test_what_is_not_yaml_is_a_issue_with_its_line(tmp_path, text, line):
    (tmp_path / "some.yml").write_text(text, "utf-8")
    with pytest.raises(IssuesFound) as caught:
        yaml_source.load_or_raise(tmp_path / "some.yml", tmp_path)
    assert {(f.path.name, f.line) for f in caught.value.issues} == {("some.yml", line)}
