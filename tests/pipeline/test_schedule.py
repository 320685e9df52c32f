"""A page that waits for its day: a small site, built with the real command."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from tests.project_copy import build, built, edit
from tests.six_pages import DAY, PAGES, TODAY, WAITING, write

LATER = TODAY + 2 * DAY
"""Not tomorrow: the tests may run past midnight. test_site_links.py holds the very day."""
TRACES = ("zebra", "Zebra", "quagga")  # its address, its title, a word of its text


@pytest.fixture
def small(make_six_pages, tmp_path):
    """A site of six pages; the last one waits for a day that a test gives it."""
    return make_six_pages(tmp_path)


def holding(site, words):
    """The files of the site whose path or content has one of `words`."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return sorted(
        path.relative_to(site).as_posix()
        for path in files
        if any(word in str(path.relative_to(site)) for word in words)
        or any(word.encode() in path.read_bytes() for word in words)
    )


@pytest.mark.parametrize("given", [{"publish_on": LATER}, {"unpublish_on": TODAY}])
def test_before_and_after_its_time_no_file_of_the_site_holds_a_trace_of_it(small, given):
    write(small, WAITING, **given)
    site = built(small)
    assert holding(site, TRACES) == []
    assert "A first note" in (site / "updates/feed.xml").read_text("utf-8")
    assert "first-note" in (site / "sitemap.xml").read_text("utf-8")


def test_a_picture_waits_with_the_only_page_that_shows_it(small):
    for name in ("own", "shared", "styled"):
        (small / f"content/assets/pictures/{name}.svg").write_text("<svg/>", "utf-8")
    pictures = [f"![Some {n}](../assets/pictures/{n}.svg)\n" for n in ("own", "shared", "styled")]
    edit(small / "content/updates/index.md", "Some words.", f"Some words.\n\n{pictures[1]}")
    style = small / "content/assets/css/site.css"
    style.write_text(f"{style.read_text('utf-8')}\n/* styled.svg */\n", "utf-8")
    write(small, WAITING, publish_on=LATER)
    waiting = small / "content" / WAITING
    waiting.write_text(f"{waiting.read_text('utf-8')}\n" + "\n".join(pictures), "utf-8")
    shown = {path.name for path in (built(small) / "assets/pictures").iterdir()}
    assert {"shared.svg", "styled.svg"} <= shown
    assert "own.svg" not in shown
    edit(waiting, str(LATER), str(TODAY))
    assert (built(small) / "assets/pictures/own.svg").is_file()


def test_on_its_day_it_is_in_the_build_menu_feed_sitemap_search_and_llms_txt(small):
    write(small, WAITING, publish_on=TODAY)
    site = built(small)
    assert {
        "updates/2026-01-05-zebra-crossing/index.html",
        "updates/feed.xml",
        "updates/index.html",
        "sitemap.xml",
        "search/search_index.json",
        "llms.txt",
    } <= set(holding(site, ["zebra"]))
    page = BeautifulSoup((site / "updates/index.html").read_text("utf-8"), "lxml")
    assert page.select_one('.side-nav a[href$="zebra-crossing/"]')
    assert TODAY.isoformat() in (site / "updates/feed.xml").read_text("utf-8")


@pytest.mark.parametrize(
    "link",
    [
        "[Zebras](updates/2026-01-05-zebra-crossing.md)",
        '<a href="updates/2026-01-05-zebra-crossing.md">Zebras on the road</a>',
        "[Zebras][z]\n\n[z]: updates/2026-01-05-zebra-crossing.md\n",
    ],
)
def test_a_link_to_it_before_its_day_stops_the_build(small, link):
    write(small, WAITING, publish_on=LATER)
    edit(small / "content/help-now.md", "Some words.", f"Some words.\n\n{link}\n\n")
    done = build(small)
    assert done.returncode != 0
    (line,) = [line for line in done.stderr.splitlines() if "kept back until" in line]
    assert re.match(rf"content/help-now\.md:1\d: .*{LATER}", line)


def test_a_part_of_the_site_with_only_waiting_pages_is_not_in_the_menu(small):
    for name in PAGES:
        if name.startswith("updates/"):
            write(small, name, publish_on=LATER)
    edit(small / "content/index.md", "\n\nRead [what is new](updates/index.md).", "")
    site = built(small)
    assert holding(site, ["News", "updates/", *TRACES]) == []
