"""A page is read with the line of each part, and what cannot be read is said once."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.content_model.page import Page, page_of, read_page, split_front, without_code
from tests.small_site import FRONT, PAGE

PATH = f"content/{PAGE}"


LAST = len(FRONT) + 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: A page: with a colon\n---\n\nWords.", 2),
        ("---\ntitle: A page\n\tauthor: editorial\n---\n\nWords.", 3),
        ("---\ntitle: 'A page\nauthor: editorial\n---\n\nWords.", 2),
        ("---\ntitle: &a [*a]\n---\n\nWords.", 2),
        ("Words.", 1),
        ("---\ntitle: A page\nauthor: editorial\n\nWords.", 3),
        ("\n---\ntitle: A page\n---\n\nWords.", 1),
        ("---\ntitle:A page\nauthor: editorial\n---\n\nWords.", 2),
        ("---\ntitle: {A} page\nauthor: editorial\n---\n\nWords.", 2),
        ("---\n---\n\nWords.", 1),
        ("", 1),
    ],
)
def test_front_matter_that_cannot_be_read_is_one_error_with_its_line(small, text, line):
    small.write(PATH, text)
    found = [issue for issue in small.issues() if issue.line == line]
    assert [issue.severity for issue in found[:1]] == ["error"]
    assert found[0].fix


@pytest.mark.parametrize(
    "top",
    [
        "—-\ntitle: A page\nlast_reviewed: 2026-11-23\nsources:\n- hours\n---\n",
        "---\ntitle: A page\nlast_reviewed: 2026-11-23\nsources:\n- hours\n",
        "---\ntitle: A: page\nsources:\n- hours\n---\n",
    ],
)
def test_lines_at_the_top_that_cannot_be_read_are_all_that_is_wrong(small, top):
    small.write(PATH, f"{top}\n# A page\n\nYou come 9 hours a week. [@hours]\n")
    assert small.one_issue().fix


def test_two_versions_left_by_git_are_one_issue(small):
    line = small.page("One.\n\n<<<<<<< HEAD\nTwo.\n=======\nThree.\n>>>>>>> draft\n")
    assert small.one_issue().line == line + 2
    assert "Keep one of them" in small.one_issue().fix


WHERE = Path("content/cost/plan.md")
READABLE = "---\ntitle: A plan\ndescription: What it costs\n---\n\n# A plan\n\nWords.\n"


def test_title_and_description_are_read_as_words_on_their_lines():
    page = page_of(READABLE, WHERE, "cost/plan.md")
    assert page.issues == []
    assert [(block.kind, block.text, block.line()) for block in page.parts.blocks] == [
        ("meta", "A plan", 2),
        ("meta", "What it costs", 3),
        ("heading", "A plan", 6),
        ("paragraph", "Words.", 8),
    ]
    assert page.text() == "A plan\nWhat it costs\nA plan\nWords."


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("index.md", ""),
        ("cost/index.md", "cost/"),
        ("cost/README.md", "cost/"),
        ("cost/plan.md", "cost/plan/"),
        ("help-now.md", "help-now/"),
    ],
)
def test_the_address_of_a_page(name, url):
    assert Page(Path("content") / name, name).url == url


def test_settings_that_are_not_closed_are_no_sentences():
    page = page_of("---\ntitle: A plan\nsources:\n- hours\n\nWords.\n", WHERE, "cost/plan.md")
    assert [block.text for block in page.parts.blocks] == ["Words."]
    assert page.meta == {}


@pytest.mark.parametrize(
    ("text", "front", "body"),
    [
        ("---\na: 1\n---\nWords.\n", "a: 1", "Words.\n"),
        ("Words.\n", None, "Words.\n"),
        ("---\na: 1\n", None, "---\na: 1\n"),
        ("\n---\na: 1\n---\n", None, "\n---\na: 1\n---\n"),
    ],
)
def test_front_matter_and_body_are_parted(text, front, body):
    found, rest = split_front(text)
    assert (found if found is None else found.strip()) == front
    assert rest.lstrip("\n") == body.lstrip("\n")


def test_a_file_that_is_no_text_has_no_words(tmp_path):
    (tmp_path / "a.md").write_bytes(b"---\n\xff\n---\n")
    page = read_page(tmp_path / "a.md", Path("content/a.md"), "a.md")
    assert [issue.line for issue in page.issues] == [2]
    assert page.parts.blocks == []


def test_rows_keep_their_lines_and_code_is_empty_in_them():
    page = page_of("---\ntitle: A\n---\n\nOne.\n\n```\n# Two\n```\nThree.", WHERE, "cost/plan.md")
    assert page.rows == ["---", "title: A", "---", "", "One.", "", "", "", "", "Three."]
    assert [""] * page.above_body + page.body_rows == ["", "", "", *page.rows[3:]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\nb", ["a", "b"]),
        ("a\n  ~~~ x\nb\n~~~\nc", ["a", "", "", "", "c"]),
        ("a ```b``` c", ["a ```b``` c"]),
        ("```\nnever closed", ["", ""]),
    ],
)
def test_what_is_fenced_is_code(text, rows):
    assert without_code(text) == rows
