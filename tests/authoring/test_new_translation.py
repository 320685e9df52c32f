"""`make new LANGUAGE=es PAGE=…`: a page's copy, held back until it is translated."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.authoring.new_translation import main, new_translation

TODAY = dt.date(2026, 11, 29)
PAGE = """\
---
title: When it's denied
author: editorial
reviewed_by: someone
was:
- cost/old-name/
quick_exit: true
last_reviewed: 2026-11-28
publish_on: 2026-11-01
sources: [one]
---

# When it's denied

Ask why. [@one]
"""


@pytest.fixture
def project(tmp_path):
    file = tmp_path / "content/cost/denied.md"
    file.parent.mkdir(parents=True)
    file.write_text(PAGE, "utf-8")
    center = tmp_path / "site_config/center.yml"
    center.parent.mkdir()
    center.write_text("name: Some Center\nlanguages: [en, es]\n", "utf-8")
    return tmp_path


def test_the_copy_has_the_same_path_below_its_language_and_waits(project):
    path = new_translation(project, "es", "cost/denied.md", TODAY)
    assert path == project / "content/es/cost/denied.md"
    text = path.read_text("utf-8")
    assert "publish_on: 2027-01-28\n" in text
    assert text.count("publish_on:") == 1
    assert "sources: [one]\n" in text
    assert "Ask why. [@one]" in text


def test_who_reviewed_the_english_is_not_said_of_the_copy(project):
    text = new_translation(project, "es", "cost/denied.md", TODAY).read_text("utf-8")
    assert not {"reviewed_by", "was", "- cost/old-name/", "quick_exit"} & {
        row.partition(":")[0] for row in text.splitlines()
    }


def test_a_page_that_a_windows_editor_saved_is_copied_whole(project):
    text = PAGE.replace("\n", "\r\n").encode("utf-8-sig")
    (project / "content/cost/denied.md").write_bytes(text)
    copy = new_translation(project, "es", "cost\\denied.md", TODAY).read_text("utf-8")
    assert copy.startswith("---\ntitle: When it's denied\n")


def test_a_translation_that_was_begun_is_left_as_it_is(project, capsys):
    path = new_translation(project, "es", "cost/denied.md", TODAY)
    path.write_text("begun", "utf-8")
    assert main(["es", "cost/denied.md", "--root", str(project)]) == 1
    assert path.read_text("utf-8") == "begun"
    assert "content/es/cost/denied.md is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "page", "said"),
    [
        ("es", "cost/denid.md", "There is no page content/cost/denid.md"),
        ("fr", "cost/denied.md", r"languages: \[en, es, fr\]"),
        ("", "cost/denied.md", "make new LANGUAGE=es PAGE=cost/denied.md"),
        ("en", "cost/denied.md", "“en” is no language to translate into"),
        ("Spanish", "cost/denied.md", "“Spanish” is no language to translate into"),
    ],
)
def test_what_cannot_be_copied_is_said(project, language, page, said):
    with pytest.raises(ValueError, match=said):
        new_translation(project, language, page, TODAY)
    assert [*(project / "content").iterdir()] == [project / "content/cost"]


def test_a_page_that_is_not_on_the_site_needs_no_translation(project):
    (project / "mkdocs.yml").write_text("exclude_docs: |\n  /cost/denied.md\n", "utf-8")
    with pytest.raises(ValueError, match="isn't on the site, so it needs no translation"):
        new_translation(project, "es", "cost/denied.md", TODAY)
