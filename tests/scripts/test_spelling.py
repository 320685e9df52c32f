"""Misspelled words are named with line and remedy; the field's own words are known."""

from __future__ import annotations

import shutil

import pytest

from scripts import spelling


@pytest.fixture
def written(root, tmp_path):
    """A project with one page of the test's words."""
    shutil.copytree(root / spelling.LISTS, tmp_path / spelling.LISTS)
    (tmp_path / "content").mkdir()

    def write(text):
        (tmp_path / "content/a.md").write_text(f"Words.\n\n{text}\n", "utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("You recieve care.", "receive"),
        ("Naloxon reverses an overdose.", "naloxone"),
        ("fentynal", "fentanyl"),
        ("A behavioural plan", "behavioral"),
        ("withdrawl", "withdrawal"),
    ],
)
def test_a_misspelled_word_is_an_error_with_its_line(written, capsys, wrong, right):
    root = written(wrong)
    assert spelling.main(["--root", str(root)]) == 1
    told = capsys.readouterr().out
    assert "content/a.md:3: ERROR" in told
    assert right.lower() in told.lower()


@pytest.mark.parametrize(
    "words",
    [
        "Naltrexone, buprenorphine, Ambien, 7-OH, phenibut, tianeptine and carisoprodol.",
        "Hour 9 [@teh_source] at https://example.org/recieve/it and `mh_recieve_it`.",
        "Motivational interviewing, DBT, EMDR, Seeking Safety, co-occurring disorders, ECT.",
    ],
)
def test_the_words_of_the_field_addresses_and_ids_are_right(written, capsys, words):
    assert spelling.main(["--root", str(written(words))]) == 0, capsys.readouterr().out


def test_our_own_texts_are_spelled_right(root):
    assert list(spelling.misspelled(root)) == []


def test_a_list_that_is_broken_is_said(written):
    root = written("Words.")
    (root / spelling.LISTS / "mistakes.txt").unlink()
    with pytest.raises(spelling.SpellingError, match="mistakes"):
        list(spelling.misspelled(root))


def test_the_lists_are_sorted_and_no_word_is_in_both(root):
    mistakes = (root / spelling.LISTS / "mistakes.txt").read_text("utf-8").split("\n")[:-1]
    right = (root / spelling.LISTS / "right.txt").read_text("utf-8").split("\n")[:-1]
    assert right == sorted(set(right))
    assert len(mistakes) == len(set(mistakes))
    assert {row.partition("->")[0] for row in mistakes} & set(right) == set()


def test_pages_in_another_language_are_not_read(written):
    root = written("Fine words.")
    (root / "content/es").mkdir()
    (root / "content/es/a.md").write_text("Para withdrawl.\n", "utf-8")
    assert spelling.main(["--root", str(root)]) == 0
