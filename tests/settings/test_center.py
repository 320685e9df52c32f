"""`center.yml`: its fields, and a clear word for each mistake."""

from __future__ import annotations

import pytest

from site_config.core.issues import IssuesFound
from site_config.settings import center


def write(folder, text):
    path = folder / center.NAME
    path.parent.mkdir()
    path.write_text(text)
    return folder


def issues(folder, text):
    with pytest.raises(IssuesFound) as caught:
        center.load(write(folder, text))
    return caught.value.issues


def test_the_default_center_is_sound(root):
    assert center.load(root)["name"] == "Create Recovery Center"


def test_an_unset_field_is_none(tmp_path):
    found = center.load(write(tmp_path, "name: A\nphone: null\n"))
    assert found["phone"] is None
    assert found["license"] is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name: A\nphnoe: 1\n", 2, "no field `phnoe`"),
        ("city: A\n", 1, "`name`"),
        ("name: A\nsite_url: http://a.org/\n", 2, "`site_url`"),
        ("name: A\n\nemail: nobody\n", 3, "`email`"),
        ("name: A\ncolors:\n  main: red\n", 3, "`colors.main`"),
        ("name: A\ncolors:\n  accent: #2a6f6b\n  main: '#2a6f6b'\n", 3, '"#2a6f6b"'),
        ("name: A\nphone: call us\n", 2, "`phone`"),
        ("- a\n", 1, "whole file"),
        ("", 1, "whole file"),
        ("name: A\nselfcheck:\n", 2, "`selfcheck`"),
        ('name: A\ncity: "B\n\nregion: null\n# "\n', 2, "`city`"),
        ('name: A\ncity: "B\nregion: C\n', 2, "YAML"),
    ],
)
def test_a_mistake_is_named_with_line_and_fix(tmp_path, text, line, words):
    (issue,) = issues(tmp_path, text)
    assert issue.line == line
    assert words in str(issue)
    assert issue.fix


def test_the_fix_says_what_to_write(tmp_path):
    (issue,) = issues(tmp_path, "name: A\nleave_url: ftp://a\n")
    assert "https://" in issue.fix


def test_all_mistakes_are_told_at_once(tmp_path):
    assert len(issues(tmp_path, "name: A\nemail: b\nphone: c\nfoo: d\n")) == 3
