"""Pages of another language: pictures and addresses that are its own or the English page's."""

from __future__ import annotations

import pytest
from mkdocs.structure.files import File, Files, InclusionLevel

from site_config.pipeline import editions
from site_config.pipeline.editions import Edition
from site_config.translation.catalog import Catalog

ES = Edition(Catalog("es", {}))


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


@pytest.mark.parametrize(("name", "own"), [("", "es/"), ("cost/plan.md", "es/cost/plan.md")])
def test_an_edition_knows_its_addresses(name, own):
    assert (ES.language, ES.own(name)) == ("es", own)
