"""Pages of another language: pictures and addresses that are its own or the English page's."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, InclusionLevel

from site_config.pipeline import editions
from site_config.pipeline.editions import Edition
from site_config.translation.catalog import Catalog

ES = Edition(Catalog("es", {"Cost": "Costo"}))


def files(*names):
    level = InclusionLevel.INCLUDED
    made = (File(n, "content", "site", use_directory_urls=True, inclusion=level) for n in names)
    return Files([*made])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![A](../assets/own.svg)", "![A](../assets/own.svg)"),
        ("![A](../assets/a.svg)", "![A](../../assets/a.svg)"),
        ('<img src="../assets/a.svg">', '<img src="../../assets/a.svg">'),
        ("[A](../assets/a.svg#part)", "[A](../../assets/a.svg#part)"),
        ("[A](plan.md)", "[A](plan.md)"),
    ],
)
def test_a_picture_without_a_version_of_its_own_is_the_english_one(written, shown):
    there = files("es/assets/own.svg", "assets/own.svg", "assets/a.svg")
    assert editions.with_assets(written, "es/cost/plan.md", there) == shown


def test_the_menu_has_the_pages_of_the_language_under_its_own_titles(tmp_path):
    menu = ["index.md", {"Cost": ["cost/index.md", "cost/gone.md"]}, {"Other": ["gone.md"]}]
    config = load_config(None, site_name="A", docs_dir=str(tmp_path), plugins=[], nav=menu)
    there = files("es/index.md", "es/cost/index.md", "index.md", "cost/gone.md")
    nav = editions.navigation(ES, there, config)
    section = nav.items[1]
    assert [item.title for item in nav.items[1:]] == ["Costo"]
    assert [page.file.src_uri for page in section.children] == ["es/cost/index.md"]
    assert config["nav"] == menu


@pytest.mark.parametrize(("name", "own"), [("", "es/"), ("cost/plan.md", "es/cost/plan.md")])
def test_an_edition_knows_its_addresses(name, own):
    assert (ES.language, ES.own(name)) == ("es", own)
