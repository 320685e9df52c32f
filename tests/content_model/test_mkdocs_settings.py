"""What mkdocs.yml says of pages."""

from __future__ import annotations

import pytest

from site_config.content_model.mkdocs_settings import left_out, patterns, settings


@pytest.fixture
def write(tmp_path):
    def write(text):
        (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
        return tmp_path

    return write


def test_a_setting_knows_its_line(write):
    assert settings(write("site_name: A\n\nnav:\n  - Home: index.md\n"))["nav"].start_mark.line == 3


@pytest.mark.parametrize("text", ["", "nav: [\n", "- a\n"])
def test_a_file_without_settings_lists_no_page(write, text):
    root = write(text)
    assert settings(root) == {}
    assert not patterns(root, "draft_docs").match_file("a.md")


def test_what_is_left_out_are_drafts_what_is_excluded_and_data(write):
    root = write("exclude_docs: |\n  old/\ndraft_docs: |\n  new.md\n")
    (root / "content").mkdir()
    out = left_out(root)
    left = [name for name in ("old/a.md", "new.md", "_data/a.md", "a.md") if out.match_file(name)]
    assert left == ["old/a.md", "new.md", "_data/a.md"]


def test_a_menu_that_cannot_be_read_is_an_issue_with_its_line(small):
    small.write("mkdocs.yml", "site_name: A\nnav: [\n")
    assert [issue.line for issue in small.errors("mkdocs.yml")] == [3]
