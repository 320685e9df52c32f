"""Each message is obeyed to the letter by someone who knows nothing else: then nothing is wrong.

The rows are in obeyed_messages.py. A rule without a row fails the last test.
"""

from __future__ import annotations

import pytest

from site_config.linter.runner import RULES
from tests.linter import bad_texts, writers_habits
from tests.linter.obeyed_messages import FILES, MORE_TEXTS, QUOTED, TEXTS
from tests.small_site import SOURCES

PAGES = [*TEXTS, *MORE_TEXTS, *writers_habits.TEXTS]
ALL_FILES = [*FILES, *writers_habits.FILES]


def write(small, body, top):
    """Write the page with the sources that it cites; return its issues."""
    keys = [key for key in ("hours", "quoted", "hours_quoted") if f"[@{key}]" in body]
    small.page(body, **{"sources": f"[{', '.join(keys)}]"} | top)
    return small.issues()


def says(found, row):
    """Return whether the row's rule gives its words in one of its messages."""
    messages = [f"{issue.what} {issue.fix}" for issue in found if issue.rule == row.rule]
    return any(row.says in message for message in messages)


@pytest.mark.parametrize("row", PAGES, ids=lambda row: f"{row.rule}: {row.bad[:30]}")
def test_an_obeyed_message_leaves_a_clean_page(pictures, row):
    pictures.add(SOURCES, QUOTED)
    for name, text in row.files.items():
        pictures.write(name, text)
    before, after = row.top
    found = write(pictures, row.bad, before)
    assert says(found, row), found
    assert write(pictures, row.obeyed, after) == []


@pytest.mark.parametrize("row", ALL_FILES, ids=lambda row: f"{row.rule}: {row.says[:30]}")
def test_an_obeyed_message_leaves_a_clean_file(small, row):
    for name, text in row.bad.items():
        small.write(name, text)
    found = small.issues(row.path)
    assert says(found, row), found
    for name, text in row.obeyed.items():
        if text is None:
            (small.root / name).unlink()
        else:
            small.write(name, text)
    for name in {row.path, *row.obeyed}:
        assert small.issues(name) == []


def test_each_rule_has_a_row():
    """A message that nobody has obeyed yet may send a writer the wrong way."""
    assert {rule.id for rule in RULES} - {row.rule for row in (*PAGES, *ALL_FILES)} == set()


@pytest.mark.parametrize("content", writers_habits.HARMLESS)
def test_what_programs_do_to_a_file_is_no_fault_of_its_writer(small, content):
    small.write("content/understand/week.md", content)
    assert small.issues("content/understand/week.md") == []


def test_no_message_suggests_a_source(small):
    """A key in a message is soon on the page: a wrong figure then has an agency's name on it."""
    for bad in bad_texts.CLAIMS:
        small.page(bad.body, sources="[hours]" if "[@hours]" in bad.body else "[]")
        assert not any("[@" in issue.fix for issue in small.issues())
