"""Text files as people save them, and the characters that nobody can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.core.source_text import read_text
from tests.small_site import PAGE

PATH = f"content/{PAGE}"


def test_a_wrong_encoding_names_the_line_of_the_bad_byte(small):
    line = small.page("Fine.\n\nCaf?")
    data = (small.root / PATH).read_bytes().replace(b"Caf?", b"Caf\xe9")
    small.write(PATH, data)
    assert (small.one_issue().line, small.one_issue().severity) == (line + 2, "error")


def test_windows_line_ends_and_a_byte_order_mark_are_fine(small):
    line = small.page("One.\n\nCall 1-800-555-0199.")
    data = (small.root / PATH).read_bytes().replace(b"\n", b"\r\n")
    small.write(PATH, b"\xef\xbb\xbf" + data)
    assert small.one_issue().line == line + 2


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("It\u00e2\u20ac\u2122s fine", "a garbled character"),
        ("Caf\u00c3\u00a9", "a garbled character"),
        ("one\u00adtwo three", "“one▯two three”"),
        ("\ue000 Call us", "“▯ Call us”"),
        ("lost \ufffd word", "“lost ▯ word”"),
    ],
)
def test_a_character_that_nobody_can_read_is_named_on_its_line(tmp_path, row, what):
    (tmp_path / "a.md").write_text(f"Fine.\n\n{row}\n", "utf-8")
    text, (issue,) = read_text(tmp_path / "a.md", Path("content/a.md"))
    assert text == f"Fine.\n\n{row}\n"
    assert (issue.path, issue.line) == (Path("content/a.md"), 3)
    assert what in issue.what
    assert issue.fix


def test_letters_of_other_languages_and_typographic_signs_are_fine(tmp_path):
    words = "¿Cómo está? “Sí”, dice ella — 5\u00a0h. \U0001f642\n"
    (tmp_path / "a.md").write_text(words, "utf-8")
    assert read_text(tmp_path / "a.md", Path("a.md")) == (words, [])
