"""The menu of another language: its own pages, under its own titles."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, InclusionLevel

from site_config.pipeline import edition_menu
from site_config.pipeline.editions import Edition
from site_config.translation.catalog import Catalog

LEVEL = InclusionLevel.INCLUDED
MENU = [
    "index.md",
    {"Cost": ["cost/index.md", "cost/gone.md", {"A plan": "cost/plan.md"}]},
    {"Other": ["gone.md"]},
]


def items(tmp_path, words):
    edition = Edition(Catalog("es", words), globals={"english_titles": set()})
    config = load_config(None, site_name="A", docs_dir=str(tmp_path), plugins=[], nav=MENU)
    names = ("es/index.md", "es/cost/index.md", "es/cost/plan.md", "index.md", "cost/gone.md")
    there = Files(
        [File(n, "content", "site", use_directory_urls=True, inclusion=LEVEL) for n in names]
    )
    menu = edition_menu.navigation(edition, there, config).items[1:]
    assert config["nav"] == MENU
    return menu, edition.globals["english_titles"]


@pytest.mark.parametrize(
    ("words", "titles", "english"),
    [
        ({"Cost": "Costo", "A plan": "Un plan"}, ["Costo"], set()),
        ({"A plan": "Un plan"}, ["Cost"], {"Cost"}),
    ],
)
def test_a_part_goes_by_its_translated_title_or_is_marked_as_english(
    tmp_path, words, titles, english
):
    menu, marked = items(tmp_path, words)
    assert [item.title for item in menu] == titles
    assert marked == english
    pages = [page.file.src_uri for page in menu[0].children]
    assert pages == ["es/cost/index.md", "es/cost/plan.md"]
    assert menu[0].children[1].title == "Un plan"
