"""On a phone, the pages of a section are one fold away: no column at the left holds them there."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

ROOT = "https://site.example/"
ASKED = {
    "court": "start/court/",
    "rules": "iop/rules/",
    "virtual IOP": "iop/online/",
    "work": "start/work/",
    "who finds out": "start/who-finds-out/",
    "telling people": "start/telling-people/",
    "first week": "start/first-week/",
    "if not now": "start/if-not-now/",
    "groups": "iop/groups/",
}
"""What readers come with, and the page that answers it."""

LANGUAGES = ("", "es/")


def read(site, address):
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")


def taps(site, start):
    """How many taps lead from home to each page, by lists: opening a fold is a tap, too.

    A link within the text of an article may lead there as well, but nobody looks for it there.
    """
    found = {start: 0}
    to_read = [(start, "main a[href]")]
    for address, where in to_read:
        for link in read(site, address).select(where):
            to = urljoin(ROOT + address, link["href"]).split("#")[0].removeprefix(ROOT)
            needed = found[address] + 1 + len(link.find_parents("details"))
            if (site / to / "index.html").is_file() and needed < found.get(to, 4):
                found[to] = needed
                to_read.append((to, ".section-fold a[href]"))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_readers_ask_is_two_taps_from_home_on_a_phone(built_site, language):
    reached = taps(built_site, language)
    far = {asked: reached.get(language + page) for asked, page in ASKED.items()}
    assert {asked: count for asked, count in far.items() if not count or count > 2} == {}


def pages(site):
    for file in sorted(site.rglob("index.html")):
        address = file.parent.relative_to(site).as_posix().removeprefix(".")
        yield (
            f"{address}/" if address else "",
            BeautifulSoup(file.read_text("utf-8"), "html.parser"),
        )


def test_every_page_of_a_section_lists_it_and_no_other_page_does(built_site):
    for address, page in pages(built_site):
        listed = [urljoin(ROOT + address, a["href"]) for a in page.select(".section-fold a")]
        at_left = [urljoin(ROOT + address, a["href"]) for a in page.select(".side-nav a")]
        assert listed == at_left, address
        assert len(page.select(".section-fold [aria-current=page]")) == bool(listed), address
        assert not page.select(".section-fold details[open]"), address


@pytest.mark.parametrize("address", ["", "self-check/", "help-now/", "search/", "404.html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_one_thing_matters_no_section_is_listed(built_site, language, address):
    path = built_site / language / (address or "index.html")
    page = path if path.is_file() else path / "index.html"
    assert "section-fold" not in page.read_text("utf-8")


BELONGS = {"iop/": ("iop/online/", "iop/rules/"), "start/": ("start/court/",)}
"""What few find in a list, and the page whose text leads there."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", BELONGS)
def test_the_text_of_the_page_they_belong_to_leads_there(built_site, page, language):
    text = read(built_site, language + page).select("main .prose p a[href]")
    ways = {urljoin(ROOT + language + page, link["href"]).removeprefix(ROOT) for link in text}
    assert {language + one for one in BELONGS[page]} <= ways
