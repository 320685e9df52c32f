"""The search's index is the theme's own, though another process reads the pages for it."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.toc import get_toc

from site_config.pipeline.background import TOGETHER, Aside
from site_config.pipeline.search_index import IndexAside

SETTINGS = {"lang": ["en"], "separator": r"\s", "pipeline": [], "fields": {}}
HEADING = [{"id": "hours", "name": "Hours & days", "level": 2, "children": []}]


def page(number):
    meta = {"search": {"exclude": True}} if number % 10 == 3 else {"tags": ["week"]}
    content = (
        f"<h1 id=top>Week {number}</h1><p>Nine hours.</p>"
        "<figure data-search-exclude><p>a drawing</p></figure>"
        f'<h2 id="hours">Hours &amp; days</h2><ul><li>Page {number}</li></ul>'
    )
    return SimpleNamespace(
        content=content, toc=get_toc(HEADING), url=f"week-{number}/", meta=meta, title="Week"
    )


@pytest.fixture
def aside(root):
    beside = Aside(root)
    yield beside
    beside.close()


@pytest.mark.parametrize("count", [0, 1, TOGETHER, 7 * TOGETHER + 1])
def test_the_index_is_the_one_that_the_theme_writes_alone(aside, count):
    alone, beside = SearchIndex(**SETTINGS), IndexAside(aside, **SETTINGS)
    for index in (alone, beside):
        for number in range(count):
            index.add_entry_from_context(page(number))
    wanted = alone.generate_search_index(None)
    assert beside.generate_search_index(None) == wanted
    assert ("Hours" in wanted) == (count > 0)


def test_a_built_site_has_its_pages_in_the_index(built_site):
    found = json.loads((built_site / "search/search_index.json").read_text("utf-8"))["docs"]
    assert {entry["location"].partition("#")[0] for entry in found} >= {"", "help-now/"}
