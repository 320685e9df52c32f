"""Each language has a search index of its own; no page is in two of them."""

from __future__ import annotations

import json

import pytest

from site_config.pipeline.edition_files import INDEX, split_search_index
from site_config.pipeline.editions import Edition
from site_config.translation.catalog import Catalog

PLACES = ("", "cost/#a", "es/", "es/cost/#a", "estate/")
DOCS = [{"location": place, "text": place} for place in PLACES]


@pytest.fixture
def site(tmp_path):
    (tmp_path / "search").mkdir()
    index = {"config": {"lang": ["en"], "pipeline": ["stemmer"]}, "docs": DOCS}
    (tmp_path / INDEX).write_text(json.dumps(index), "utf-8")
    return tmp_path


def locations(file):
    return [one["location"] for one in json.loads(file.read_text("utf-8"))["docs"]]


def test_pages_are_split_by_the_folder_of_their_language(site):
    split_search_index(site, [Edition(Catalog("es"))])
    assert locations(site / INDEX) == ["", "cost/#a", "estate/"]
    assert locations(site / "es" / INDEX) == ["", "cost/#a"]
    own = json.loads((site / "es" / INDEX).read_text("utf-8"))
    assert own["config"] == {"lang": ["en"], "pipeline": []}  # an English stemmer finds no Spanish


def test_english_alone_stays_as_it_is(site):
    before = (site / INDEX).read_bytes()
    split_search_index(site, [])
    assert (site / INDEX).read_bytes() == before


def test_a_site_without_an_index_gets_none(tmp_path):
    split_search_index(tmp_path, [Edition(Catalog("es"))])
    assert [*tmp_path.iterdir()] == []
