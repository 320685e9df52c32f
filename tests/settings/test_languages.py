"""Where each language is, and what it calls itself."""

from __future__ import annotations

import pytest

from site_config.settings import languages


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "English"), ("es", "Español"), ("fr", "Français"), ("vi", "Tiếng Việt")],
)
def test_a_language_has_its_own_name(language, name):
    assert languages.name_of(language) == name


@pytest.mark.parametrize(
    ("name", "language", "english"),
    [
        ("cost/denied.md", "en", "cost/denied.md"),
        ("es/cost/denied.md", "es", "cost/denied.md"),
        ("es/", "es", ""),
        ("de/cost/denied.md", "en", "de/cost/denied.md"),  # not listed
        ("es.md", "en", "es.md"),
        ("estate/es/a.md", "en", "estate/es/a.md"),
    ],
)
def test_a_page_is_in_the_language_of_its_folder(name, language, english):
    assert languages.language_of(name, ["en", "es"]) == language
    assert languages.in_english(name, language) == english
    assert languages.in_language(english, language) == name


def test_what_is_not_published_are_unlisted_languages_and_shared_words(tmp_path):
    for name in ("es/_data", "fr", "cost", "assets"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "de").touch()  # a file is no language
    assert languages.folders(tmp_path) == {"es", "fr"}
    assert languages.left_out(tmp_path, ["en", "es"]) == ["/fr/", "/es/_data/"]
    assert languages.folders(tmp_path / "nowhere") == set()
