"""Relative links after a page has moved."""

from __future__ import annotations

import pytest

from site_config.authoring.moved_links import first_broken, with_moved_links

SAME_FOLDER = {
    "start/court.md": "start/court-ordered.md",
    "es/start/court.md": "es/start/court-ordered.md",
}
OTHER_FOLDER = {"start/court.md": "about/court.md", "es/start/court.md": "es/about/court.md"}


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        ("iop/rules.md", "[A](../start/court.md)", "[A](../start/court-ordered.md)"),
        ("iop/rules.md", "[A](../start/court.md#dui)", "[A](../start/court-ordered.md#dui)"),
        ("iop/rules.md", '[A](../start/court.md "T")', '[A](../start/court-ordered.md "T")'),
        ("iop/rules.md", "[A](<../start/court.md>)", "[A](<../start/court-ordered.md>)"),
        ("index.md", "[A][x]\n\n[x]: start/court.md", "[A][x]\n\n[x]: start/court-ordered.md"),
        ("index.md", '<a href="start/court.md">A</a>', '<a href="start/court-ordered.md">A</a>'),
        ("start/work.md", "[A](court.md)", "[A](court-ordered.md)"),
        ("start/work.md", "[A](./court.md)", "[A](court-ordered.md)"),
        ("index.md", "[A](start/court.md)", "[A](start/court-ordered.md)"),
        ("es/index.md", "[A](start/court.md)", "[A](start/court-ordered.md)"),
        ("iop/rules.md", "[A](../start/court-date.md)", "[A](../start/court-date.md)"),
        ("iop/rules.md", "[A](https://a.example/start/court.md)", "[A](https://a.example/start/court.md)"),
        ("iop/rules.md", "[A](#court.md) `start/court.md`", "[A](#court.md) `start/court.md`"),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_new_name(page, before, after):
    assert with_moved_links(before, page, SAME_FOLDER) == after
    assert first_broken(before, after, page, SAME_FOLDER) == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[A](work.md)", "[A](../start/work.md)"),
        ("[A](court.md#dui)", "[A](court.md#dui)"),
        ("![A](../assets/a%20b.jpg)", "![A](../assets/a%20b.jpg)"),
        ("[A](../about/index.md)", "[A](../about/index.md)"),
    ],
)
def test_the_links_of_a_page_that_goes_to_another_folder_still_lead_where_they_led(before, after):
    assert with_moved_links(before, "start/court.md", OTHER_FOLDER) == after
    assert first_broken(before, after, "start/court.md", OTHER_FOLDER) == 0


def test_a_link_that_leads_elsewhere_is_found_with_its_line():
    before = "---\ntitle: T\n---\n\nWords.\n\n[A](../start/court.md)\n"
    assert first_broken(before, before, "iop/rules.md", SAME_FOLDER) == 7
    assert first_broken(before, before, "iop/rules.md", {}) == 0
    gone = before.replace("[A](../start/court.md)", "A")
    assert first_broken(before, gone, "iop/rules.md", SAME_FOLDER)
