"""A language that the center lists has its pages, its catalog and its words of shared facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.content_model.project import read_project
from site_config.linter.site_rules import translations
from site_config.settings import center
from tests.linter.obeyed_messages import SPANISH, spanish
from tests.small_site import TODAY

CATALOG = "locale/es/LC_MESSAGES/messages.po"
HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def found(small):
    """What the rule says with these languages listed: (path, line, what)."""

    def found(languages):
        small.write(center.NAME, f"name: Some Center\nlanguages: [{languages}]\n")
        issues = [issue for issue in small.issues("") if issue.rule == "translation"]
        return [(issue.path.as_posix(), issue.severity, issue.what) for issue in issues]

    return found


def test_english_alone_is_complete(found):
    assert found("en") == []


@pytest.mark.parametrize("code", ["xq", "zz"])
def test_a_wrong_code_is_all_that_is_said_of_that_language(found, code):
    issues = found(f"en, {code}")
    assert [issue for issue in issues if "is no language code" in issue[2]]
    assert not [issue for issue in issues if f"content/{code}" in issue[0]]


def test_pages_that_everyone_needs_are_errors_and_others_warnings(small, found):
    small.page("Words.", name="help-now.md")
    said = {path: severity for path, severity, _what in found("en, es")}
    assert said["content/es/help-now.md"] == "error"
    assert said[SPANISH] == "warning"
    small.write(SPANISH, spanish())
    assert SPANISH not in {path for path, _severity, _what in found("en, es")}


def test_a_translation_of_nothing_is_an_error(small, found):
    small.write("content/es/understand/nothing.md", spanish())
    (issue,) = [one for one in found("en, es") if one[0] == "content/es/understand/nothing.md"]
    assert issue[1:] == ("error", "There is no English page of this name")


def test_what_nobody_checks_in_a_language_is_said(found):
    said = {what for _path, _severity, what in found("en, fr")}
    assert any("No formula for ease of reading" in what for what in said)
    assert any("no list of house words" in what for what in said)
    assert not any("No formula for ease of reading" in what for *_, what in found("en, es"))


def test_the_words_of_a_catalog_are_read_as_a_page_in_its_language(small):
    small.write(center.NAME, "name: Some Center\nlanguages: [en, es]\n")
    entry = '#: a\nmsgid "Call <b>%(name)s</b> now"\nmsgstr "Llame a <b>%(name)s</b> ahora"\n'
    small.write(CATALOG, HEAD + entry)
    (page,) = translations.pages(read_project(small.root, TODAY))
    assert (page.path, page.language) == (Path(CATALOG), "es")
    (block,) = page.parts.blocks
    assert (block.text, block.line()) == ("Llame a ahora", 7)
