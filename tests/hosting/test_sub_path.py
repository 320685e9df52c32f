"""The site below a name, as on a project page of GitHub Pages: https://example.org/name/."""

from __future__ import annotations

import os
import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import tinycss2
from bs4 import BeautifulSoup

from checker.model import OUTCOMES
from scripts import servers
from site_config.hosting.headers import FOR_EVER
from tests import project_copy
from tests.browser import walk
from tests.browser.cases import CASES
from tests.server import serve

BASE = "/name/"
LINKS = ("href", "src", "data-src", "poster")


@pytest.fixture(scope="module")
def project(root, tmp_path_factory, built_site):  # noqa: ARG001 (its runtime is copied)
    """A copy of the project whose site_url has a path, built."""
    folder = project_copy.make(root, tmp_path_factory.mktemp("sub-path"))
    settings = folder / "site_config/center.yml"
    project_copy.edit(settings, "site_url: null", f"site_url: https://example.org{BASE}")
    done = project_copy.build(folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def host(project, tmp_path_factory):
    """The folder of a host that holds the site as `name/`, and nothing else."""
    folder = tmp_path_factory.mktemp("host")
    (folder / BASE.strip("/")).symlink_to(project / "site")
    return folder


@pytest.fixture
def home(host):
    with serve(host, BASE) as address:
        yield f"{address}{BASE}"


@pytest.fixture
def page(browser, home):
    with browser.new_context(base_url=home, viewport={"width": 360, "height": 780}) as context:
        yield context.new_page()


def own_links(page, address):
    """Every address of this host that a built page names, in full."""
    document = BeautifulSoup(page.read_text("utf-8"), "lxml")
    named = [tag[name] for tag in document.find_all() for name in LINKS if tag.get(name)]
    full = (urljoin(address, link) for link in named)
    return [link for link in full if urlsplit(link).netloc == urlsplit(address).netloc]


def style_links(sheet):
    found = []
    for token in re.findall(r"url\([^)]*\)", sheet.read_text("utf-8")):
        (node,) = tinycss2.parse_component_value_list(token)
        found.append(node.value if node.type == "url" else node.arguments[0].value)
    return found


def test_every_link_stays_below_the_name_and_leads_to_a_file(project):
    site = project / "site"
    seen = 0
    for page in site.rglob("*.html"):
        name = page.relative_to(site).as_posix().removesuffix("index.html")
        for link in own_links(page, f"https://host.example{BASE}{name}"):
            path = unquote(urlsplit(link).path)
            assert path.startswith(BASE), f"{name}: {link}"
            target = site / path.removeprefix(BASE)
            assert (target / "index.html" if path.endswith("/") else target).is_file(), link
            seen += 1
    assert seen


def test_styles_name_their_files_from_where_they_stand(project):
    site = project / "site"
    named = [(sheet, link) for sheet in site.rglob("*.css") for link in style_links(sheet)]
    links = [(sheet, link) for sheet, link in named if not link.startswith("data:")]
    assert links
    for sheet, link in links:
        assert (sheet.parent / link).is_file(), f"{sheet}: {link}"


def test_the_page_that_was_not_found_still_looks_and_leads_right(page):
    wrong = []
    page.on("response", lambda r: wrong.append(r.url) if r.status == 404 else None)
    page.goto("right-for-me/there-is-no-such-page/")
    assert wrong == [page.url]
    with page.expect_response(lambda response: "help-now" in response.url) as answer:
        page.locator("main").get_by_role("link", name="Help now").click()
    assert answer.value.status == 200


def test_the_self_check_leads_to_every_outcome(page, home):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    walk.begin(page)
    page.locator(f"{walk.FORM}[data-state=ready]").wait_for(timeout=walk.LOAD)
    assert f"{home}assets/selfcheck/page/selfcheck.js" in asked
    assert [url for url in asked if not url.startswith((home, "blob:"))] == []
    del asked[:]
    cases = {case.outcome: case.answers for case in CASES}
    assert set(cases) == set(OUTCOMES)
    for outcome, answers in cases.items():
        walk.go_on(page, answers)
        assert walk.finish(page) == outcome
        links = page.locator(f"{walk.FORM} a[href]").evaluate_all("(all) => all.map((a) => a.href)")
        own = [link for link in links if link.startswith(home.removesuffix(BASE))]
        assert [link for link in own if not link.startswith(home)] == []
        walk.clear(page)
        page.locator("[data-action=start]:enabled").click()
    assert [url for url in asked if not url.startswith("blob:")] == []


def test_the_search_finds_a_page_and_leads_to_it(page):
    page.goto("search/")
    page.get_by_role("searchbox").focus()
    page.keyboard.insert_text("withdrawal")  # at once: each letter would bring another list
    page.keyboard.press("End")
    page.locator(f"main a[href*='{BASE}right-for-me/']").first.click()
    page.wait_for_url(f"**{BASE}right-for-me/**")


@pytest.mark.parametrize("name", servers.NAMES)
def test_the_recipes_know_the_name(browser, project, host, tmp_path, name):
    absent = servers.missing(name)
    if absent and os.environ.get("CI") != "true":
        pytest.skip(f"{absent} is not installed: run make setup-servers as root, or install it")
    with servers.serve(name, host, project / "dist/hosting", tmp_path) as address:
        context = browser.new_context(base_url=f"{address}{BASE}")
        page = context.new_page()
        kept = []
        page.on(
            "response",
            lambda r: (
                kept.append(r.headers["cache-control"]) if f"{BASE}runtime/" in r.url else None
            ),
        )
        walk.begin(page)
        page.locator("form[data-state=ready]").wait_for(timeout=walk.LOAD)
        assert kept
        assert set(kept) == {FOR_EVER}
        missing = page.goto("nothing-here/")
        assert missing.status == 404
        assert "frame-ancestors" in missing.headers["content-security-policy"]
        context.close()
