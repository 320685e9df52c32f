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
    assert center.load(root).name == "Create Recovery Center"


def test_an_unset_field_is_none(tmp_path):
    found = center.load(write(tmp_path, "name: A\nphone: null\n"))
    assert found.phone is None
    assert found.license is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name: A\nphnoe: 1\n", 2, "“phnoe” isn't a setting we know (did you mean “phone”?)"),
        ("city: A\n", 1, "“name” is missing"),
        ("name: A\nsite_url: http://a.org/\n", 2, "“site_url: http://a.org/”"),
        ("name: A\n\nemail: nobody\n", 3, "“email: nobody”"),
        ("name: A\ncolors:\n  main: red\n", 3, "“colors.main: red”"),
        ("name: A\ncolors:\n  accent: #2a6f6b\n  main: '#2a6f6b'\n", 3, '"#2a6f6b"'),
        ("name: A\ncolors:\n  mian: null\n", 3, "did you mean “main”?"),
        ("name: A\nphone: call us\n", 2, "“phone: call us”"),
        ("name: A\nregion: OH\n", 2, "Write Ohio"),
        ("name: A\nregion: D.C.\n", 2, "Write District of Columbia"),
        ('name: " "\n', 1, "“name: ”"),
        ('name: A\ncity: "\u00a0"\n', 2, "“city"),
        ('name: A\nhours: " "\n', 2, "“hours"),
        ('name: A\nphone: "       "\n', 2, "“phone"),
        ('name: A\nphone: "()()()()--"\n', 2, "“phone"),
        ("name: A\nphone: 614-555-014\n", 2, "“phone: 614-555-014”"),
        ("name: A\nphone: 614-555-01422\n", 2, "“phone"),
        ("name: A\nphone: 555-0142\n", 2, "“phone"),
        ("name: A\ntext_line: 614-555-014\n", 2, "“text_line"),
        ("name: A\naddress: 123 Main St #4\n", 2, "“#4” isn't read"),
        ("name: A\n\ncity: “Fresno”\n", 3, "curly"),
        ("name: A\nteam: []  # empty\n# so far\n  - {name: B}\n", 4, "Take the [] out"),
        ("name: A\ncity: “Los: Angeles”\n", 2, "straight ones"),
        ("- a\n", 1, "Settings are expected"),
        ("", 1, "Settings are expected"),
        ("name: A\nselfcheck:\n", 2, "“selfcheck” is empty"),
        ('name: A\ncity: "B\n\nregion: null\n# "\n', 2, "“city: B region: null"),
        ('name: A\ncity: "B\nregion: C\n', 2, "can't be read"),
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


@pytest.mark.parametrize(
    ("text", "says_null"),
    [("city: A\n", False), ("name: null\n", False), ("name: A\nphone: call us\n", True)],
)
def test_only_a_field_that_may_be_null_is_said_to_be(tmp_path, text, says_null):
    (issue,) = issues(tmp_path, text)
    assert ("null" in issue.fix) == says_null


@pytest.mark.parametrize(
    "text",
    [
        "phone: (213) 555-0142",
        "phone: +1 213.555.0142",
        "phone: 1-213-555-0142",
        "phone: +49 30 5550142",
        "text_line: (213) 555-0142",
        "text_line: 741-741",
        "text_line: 74174",
    ],
)
def test_a_number_as_people_write_it_is_taken(tmp_path, text):
    name, _, number = text.partition(": ")
    found, problems = center.read(write(tmp_path, f'name: A\n{name}: "{number}"\n'))
    assert problems == []
    assert getattr(found, name) == number


def test_what_can_be_used_is_used_beside_a_mistake(tmp_path):
    found, _issues = center.read(write(tmp_path, "name: A\nemail: b\nphone: (555) 010-0000\n"))
    assert (found.name, found.email, found.phone) == ("A", None, "(555) 010-0000")
    assert found.line("phone") == 3


def test_all_mistakes_are_told_at_once(tmp_path):
    assert len(issues(tmp_path, "name: A\nemail: b\nphone: c\nfoo: d\n")) == 3
