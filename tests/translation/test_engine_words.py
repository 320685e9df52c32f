"""The engine gets its words in each listed language, and in no other."""

from __future__ import annotations

import json

import pytest

from site_config.translation import catalog, engine_words, strings

HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
ENTRIES = {"Staying safe": "A salvo", "Of a template": "De una plantilla", "Not yet": ""}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project whose engine says two things."""
    file = tmp_path / catalog.path_of("es")
    file.parent.mkdir(parents=True)
    entries = "\n".join(f'msgid "{one}"\nmsgstr "{said}"\n' for one, said in ENTRIES.items())
    file.write_text(HEAD + entries, "utf-8")
    (tmp_path / "checker").mkdir()
    monkeypatch.setattr(strings, "of_engine", lambda _root: ["Staying safe", "Not yet"])
    return tmp_path


def test_only_what_the_engine_says_and_somebody_translated_is_in_it(project):
    engine_words.write(project, ["es"])
    words = json.loads((project / "checker/words.es.json").read_text("utf-8"))
    assert words == {"Staying safe": "A salvo"}


def test_a_language_that_is_no_longer_listed_goes(project):
    engine_words.write(project, ["es"])
    engine_words.write(project, [])
    assert [*(project / "checker").iterdir()] == []


def test_unchanged_words_are_not_written_again(project):
    """The wheel is made again for a newer file."""
    engine_words.write(project, ["es"])
    file = project / "checker/words.es.json"
    before = file.stat().st_mtime_ns
    engine_words.write(project, ["es"])
    assert file.stat().st_mtime_ns == before
