"""Facts stand once; a language adds its words, and says what it cannot place."""

from __future__ import annotations

from site_config.translation import shared_words


def test_an_english_file_that_is_still_empty_is_no_crash(tmp_path):
    data = tmp_path / "content/_data"
    data.mkdir(parents=True)
    (data / "crisis_lines.yml").write_text("# nothing yet\n", "utf-8")
    lines, _ = shared_words.crisis_lines(tmp_path, "es", [])
    assert lines == []
