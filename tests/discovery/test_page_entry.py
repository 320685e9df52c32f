"""A page as search engines and feeds are told of it."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Made

import pytest

from site_config.discovery.page_entry import entry_of, in_order


def page(source, *, above=(), home=False, **meta):
    """What MkDocs has read of a page: no more than an entry needs."""
    name = source.rpartition("/")[2].removesuffix(".md")
    return Made(
        file=Made(src_uri=source, name=name),
        url=source.removesuffix("index.md").replace(".md", "/"),
        title="From the menu",
        is_homepage=home,
        ancestors=[Made(title=title) for title in above],
        meta=meta,
    )


@pytest.mark.parametrize(
    ("source", "folder", "picture", "update"),
    [
        ("index.md", "home", "home", False),
        ("cost/index.md", "cost", "cost", False),
        ("cost/call-sheet.md", "cost", "cost-call-sheet", False),
        ("updates/index.md", "updates", "updates", False),
        ("updates/2026-11-23-new.md", "updates", "updates-2026-11-23-new", True),
    ],
)
def test_what_a_page_is_by_its_file(source, folder, picture, update):
    entry = entry_of(page(source))
    assert (entry.folder, entry.picture, entry.is_update) == (folder, picture, update)


def test_a_translation_has_the_source_of_its_english_page_and_its_own_address():
    entry = entry_of(page("es/cost/denied.md"), "es")
    assert (entry.source, entry.url) == ("cost/denied.md", "es/cost/denied/")
    assert entry_of(page("es/index.md", home=True), "es").url == "es/"
    assert entry_of(page("index.md", home=True)).url == ""


def test_the_section_is_the_outermost_title_and_the_group_the_nearest():
    entry = entry_of(page("a/b.md", above=("Paying", "Cost and insurance")))
    assert (entry.section, entry.group) == ("Cost and insurance", "Paying")
    assert entry_of(page("a.md")).section == ""


@pytest.mark.parametrize(
    ("source", "meta", "published"),
    [
        ("a.md", {}, None),
        ("a.md", {"last_reviewed": "2026-11-20"}, "2026-11-20"),
        ("updates/2026-11-23-new.md", {"last_reviewed": "2026-11-20"}, "2026-11-23"),
        ("updates/2026-11-23-new.md", {"publish_on": "2026-12-01 09:00"}, "2026-12-01"),
        ("a.md", {"publish_on": dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)}, "2026-12-01"),
    ],
)
def test_when_it_was_published(source, meta, published):
    assert entry_of(page(source, **meta)).published == (
        dt.date.fromisoformat(published) if published else None
    )


def test_words_come_from_the_page_and_else_from_the_menu():
    assert entry_of(page("a.md")).title == "From the menu"
    entry = entry_of(page("a.md", title="Own", description="What it is", neutral=True))
    assert (entry.title, entry.description, entry.neutral) == ("Own", "What it is", True)


def test_pages_come_in_the_order_of_the_menu_without_those_that_it_leaves_out():
    first, second, third, apart = (
        Made(is_homepage=False, previous_page=None, next_page=None) for _ in range(4)
    )
    first.next_page, second.previous_page = second, first
    second.next_page, third.previous_page = third, second
    assert [*in_order([third, apart, second, first])] == [first, second, third]
    alone = Made(is_homepage=True, previous_page=None, next_page=None)
    assert [*in_order([apart, alone])] == [alone]
