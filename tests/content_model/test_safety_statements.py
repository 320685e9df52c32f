"""What a life may hang on is said in the same words everywhere: see safety_statements.yml."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
STATEMENTS = yaml.safe_load((CONTENT / "_data/safety_statements.yml").read_text("utf-8"))
ON_NO_SITE = "about/parts.md"

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|\[@\w+\]")


def plain(markdown):
    """The words that people read: no bold, link targets or source marks, one space between."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", markdown)).split())


def articles():
    for path in sorted(CONTENT.rglob("*.md")):
        name = path.relative_to(CONTENT).as_posix()
        if not name.startswith(("_data/", "es/")) and name != ON_NO_SITE:
            text = path.read_text("utf-8")
            yield name, [plain(line) for line in text.split("---\n", 2)[-1].splitlines()]


@pytest.fixture(scope="module")
def pages():
    return dict(articles())


def otherwise_said(pages, statement):
    """Lines that speak of it in other words, by page."""
    found = defaultdict(list)
    subject = re.compile(statement["mentions"])
    for name, lines in pages.items():
        own = [one["words"] for one in statement.get("except", []) if one["page"] == name]
        for line in lines:
            if subject.search(line) and not any(
                words in line for words in [*statement["says"], *own]
            ):
                found[name].append(line)
    return dict(found)


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one["id"])
def test_pages_say_it_in_these_words_alone(pages, statement):
    assert otherwise_said(pages, statement) == {}


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one["id"])
def test_each_sentence_and_each_exception_is_in_use(pages, statement):
    everywhere = "\n".join(line for lines in pages.values() for line in lines)
    assert all(words in everywhere for words in statement["says"])
    for own in statement.get("except", []):
        assert own["words"] in " ".join(pages[own["page"]]), own["why"]


@pytest.mark.parametrize(
    "statement", [one for one in STATEMENTS if one.get("in_check")], ids=lambda one: one["id"]
)
def test_the_check_says_it_in_the_same_words(statement):
    results = " ".join((ROOT / "checker/outcomes.yml").read_text("utf-8").split())
    assert statement["says"][0] in results


def test_other_words_are_found():
    changed = {"one.md": [plain("If you drink **four or more** glasses, stop slowly.")]}
    alcohol = next(one for one in STATEMENTS if one["id"] == "daily_alcohol")
    assert otherwise_said(changed, alcohol) == {"one.md": changed["one.md"]}
