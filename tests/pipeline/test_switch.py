"""A page leads to itself in each other language, and says where it is not translated."""

from __future__ import annotations

from types import SimpleNamespace as Made

import pytest

from site_config.pipeline.editions import Edition
from site_config.pipeline.switch import Other, links
from site_config.translation.catalog import Catalog

STUB = "es/cost/denied/"
ES = Edition(Catalog("es"), stubs={STUB})
FR = Edition(Catalog("fr"))


def page(url, *, home=False):
    return Made(url=url, is_homepage=home)


@pytest.mark.parametrize(
    ("url", "home", "edition", "found"),
    [
        ("cost/plan/", False, None, [("es", "es/cost/plan/", True), ("fr", "fr/cost/plan/", True)]),
        ("cost/denied/", False, None, [("es", STUB, False), ("fr", "fr/cost/denied/", True)]),
        ("./", True, None, [("es", "es/", True), ("fr", "fr/", True)]),
        ("es/cost/plan/", False, ES, [("en", "cost/plan/", True), ("fr", "fr/cost/plan/", True)]),
        ("es/", True, ES, [("en", ".", True), ("fr", "fr/", True)]),
    ],
)
def test_each_other_language_has_one_link(url, home, edition, found):
    names = {"en": "English", "es": "Español", "fr": "Français"}
    assert links(page(url, home=home), [ES, FR], edition) == [
        Other(code, names[code], to, whole) for code, to, whole in found
    ]


def test_one_language_needs_no_switch():
    assert links(page("cost/plan/"), [], None) == []
