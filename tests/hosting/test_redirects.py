"""A renamed page is still found at its earlier address, on every kind of host."""

from __future__ import annotations

import os
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from scripts import servers
from site_config.authoring.new_article import new_article
from site_config.hosting.headers import EVERYWHERE
from site_config.settings import calendar
from tests import project_copy

OLD, NEW = "/iop/a-week/", "/iop/week/"


@pytest.fixture(scope="module")
def moved(root, tmp_path_factory, built_site):  # noqa: ARG001 (its runtime is copied)
    """The project with a page that names an earlier address, and one that waits for its day."""
    project = project_copy.make(root, tmp_path_factory.mktemp("moved"))
    project_copy.edit(project / "content/iop/week.md", "\n---\n", "\nwas: [iop/a-week/]\n---\n")
    waiting = new_article(project, "A page that waits", "updates", calendar.today_at(project))
    project_copy.edit(waiting, "\n---\n", "\nwas: [updates/earlier/]\n---\n")
    project_copy.in_english(project)
    project_copy.built(project)
    return project


def test_a_plain_host_shows_where_the_page_is_now(moved):
    page = BeautifulSoup((moved / "site/iop/a-week/index.html").read_text("utf-8"), "lxml")
    (link,) = page.select("article a")
    assert (moved / "site/iop/a-week" / link["href"] / "index.html").resolve() == (
        moved / "site/iop/week/index.html"
    )
    assert page.h1.text == "This page has moved"
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert page.select("a[href='tel:988']")
    assert not page.select("meta[property='og:url']")


def test_a_search_does_not_find_it(moved):
    assert OLD.strip("/") not in (moved / "site/search/search_index.json").read_text("utf-8")


def test_a_page_that_waits_is_not_told_of(moved):
    assert not (moved / "site/updates/earlier").exists()
    for file in ("site/_redirects", "dist/hosting/nginx-site.conf", "dist/hosting/Caddyfile"):
        assert "earlier" not in (moved / file).read_text("utf-8")


def test_netlify_and_cloudflare_get_their_file(moved):
    assert (moved / "site/_redirects").read_text("utf-8") == f"{OLD} {NEW} 301\n"


def test_without_a_move_there_is_no_such_file(built_site):
    assert not (built_site / "_redirects").exists()


@pytest.mark.parametrize("name", servers.NAMES)
def test_a_server_sends_visitors_on_with_all_its_headers(moved, tmp_path, name):
    absent = servers.missing(name)
    if absent and os.environ.get("CI") != "true":
        pytest.skip(f"{absent} is not installed: run make setup-servers as root, or install it")
    with (
        servers.serve(name, moved / "site", moved / "dist/hosting", tmp_path) as address,
        closing(HTTPConnection(urlsplit(address).netloc, timeout=60)) as connection,
    ):
        connection.request("GET", OLD)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 301
        assert urlsplit(answer.headers["Location"]).path == NEW
        for header, value in EVERYWHERE.items():
            assert answer.headers.get_all(header) == [value]
        connection.request("GET", "/_redirects")
        refused = connection.getresponse()
        refused.read()
        assert refused.status == 404
