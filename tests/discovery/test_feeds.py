"""What other machines read of a built site whose address is known, parsed back."""

from __future__ import annotations

import json
import re
import struct
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from site_config.core import yaml_source
from tests.project_copy import build, built, edit, make

TABS = ("A short checklist", "Una lista corta")
ADDRESS = "https://care.example/iop/"
REVIEWED = "iop/levels"
REVIEWER = "{name: R. Example, credential: LCSW, license: null, url: null}"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BELOW = ("", "es/")  # where each language's pages are
UNLISTED = {f"{below}{name}" for below in BELOW for name in ("404.html", "search/index.html")}
HOMES = {f"{below}index.html": ADDRESS + below for below in BELOW}
CHECKS = {f"{below}self-check/index.html": title for below, title in zip(BELOW, TABS, strict=True)}


@pytest.fixture(scope="module")
def project(root, tmp_path_factory, built_site):  # noqa: ARG001 (its runtime is copied)
    """The project with an address, and with one page that a clinician has signed."""
    project = make(root, tmp_path_factory.mktemp("sharing"))
    edit(project / "site_config/center.yml", "site_url: null", f"site_url: {ADDRESS}")
    edit(project / "content/_data/people.yml", "\nreviewer: null", f"\nreviewer: {REVIEWER}")
    signed = "author: editorial\nreviewed_by: R. Example\n"
    edit(project / f"content/{REVIEWED}.md", "author: editorial\n", signed)
    return project


@pytest.fixture(scope="module")
def done(project):
    """The build of it, with what it says."""
    done = build(project)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def site(project, done):  # noqa: ARG001 (made by it)
    return project / "site"


@pytest.fixture(scope="module")
def pages(site):
    """Every built page by its file, parsed."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {name: BeautifulSoup(path.read_text("utf-8"), "lxml") for name, path in files.items()}


@pytest.fixture(scope="module")
def articles(pages):
    """The pages that a link may show a preview of."""
    return {n: p for n, p in pages.items() if n not in {*UNLISTED, *CHECKS}}


def address(name):
    return ADDRESS + name.removesuffix("index.html")


def content(page, **attributes):
    """The content of the one meta tag that has these attributes."""
    (tag,) = page.find_all("meta", attrs=attributes)
    return tag["content"]


def graph(page):
    (block,) = page.select('script[type="application/ld+json"]')
    return {part["@type"]: part for part in json.loads(block.string)["@graph"]}


def test_each_page_names_its_own_address(pages):
    for name, page in pages.items():
        found = [link["href"] for link in page.select('link[rel="canonical"]')]
        assert found == ([] if name.endswith("404.html") else [address(name)]), name


def test_titles_and_descriptions_are_there_and_no_two_alike(articles):
    titles = [page.title.get_text(strip=True) for page in articles.values()]
    described = [content(page, name="description") for page in articles.values()]
    assert sorted(titles) == sorted(set(titles))
    assert sorted(described) == sorted(set(described))
    assert [text for text in described if not 50 <= len(text) <= 160] == []


def test_a_description_is_whole_with_the_quotes_in_it(project, articles):
    wanted = {name: front_matter(project, name)["description"] for name in articles}
    assert {n: content(page, name="description") for n, page in articles.items()} == wanted
    assert [text for text in wanted.values() if '"' in text]


def test_a_preview_has_title_text_address_and_a_picture_of_its_own(site, articles):
    used = []
    for name, page in articles.items():
        assert content(page, property="og:url") == address(name)
        assert content(page, property="og:title") == graph_page(page)["name"]
        assert content(page, property="og:description") == content(page, name="description")
        picture = content(page, property="og:image")
        used.append(picture.removeprefix(f"{ADDRESS}assets/sharing/"))
        assert picture.startswith(ADDRESS), name
        assert size(site / picture.removeprefix(ADDRESS)) == (1200, 630), name
    assert sorted(used) == sorted(pictures(site))
    assert not [name for name in used if "self-check" in name]


def pictures(site):
    """Each picture that a link shows, by its name below their folder."""
    folder = site / "assets/sharing"
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.png")
    }


def graph_page(page):
    parts = graph(page)
    return parts.get("MedicalWebPage") or parts["WebPage"]


def size(file):
    """Width and height, as the head of a PNG file has them."""
    head = file.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n", file
    return struct.unpack(">II", head[16:24])


def test_the_pictures_of_two_pages_differ_and_those_of_two_builds_do_not(project, site):
    first = pictures(site)
    assert len(set(first.values())) == len(first)
    built(project)
    assert pictures(site) == first


def test_structured_data_tells_of_review_and_sources(project, articles):
    listed = yaml_source.load_or_raise(project / "content/_data/sources.yml", project)
    cited = 0
    for name, page in articles.items():
        front = front_matter(project, name)
        data = graph(page)["MedicalWebPage"]
        assert data["url"] == address(name)
        said, other = ("dateModified", "lastReviewed")[:: -1 if "reviewed_by" in front else 1]
        assert data[said] == str(front["last_reviewed"])
        assert other not in data
        assert data["inLanguage"] == page.html["lang"] == ("es" if name.startswith("es/") else "en")
        keys = front.get("sources") or []
        assert [work["name"] for work in data.get("citation", [])] == [
            listed[key]["title"] for key in keys
        ]
        cited += len(keys)
    assert cited


def front_matter(project, name):
    """What the page's own Markdown file says at its top."""
    path = project / "content" / name.removesuffix("/index.html").removesuffix(".html")
    file = next(f for f in (path.with_suffix(".md"), path / "index.md") if f.is_file())
    copied = project / "front.yml"
    copied.write_text(file.read_text("utf-8").split("---\n")[1], "utf-8")
    return yaml_source.load_or_raise(copied, project)


def test_only_a_signed_page_names_its_reviewer(articles):
    named = {
        name: data["reviewedBy"]["name"]
        for name, page in articles.items()
        if "reviewedBy" in (data := graph(page)["MedicalWebPage"])
    }
    assert named == {f"{REVIEWED}/index.html": "R. Example"}


def test_the_way_to_a_page_has_each_step_once_and_ends_at_it(pages, articles):
    for name, page in articles.items():
        steps = graph(page).get("BreadcrumbList", {"itemListElement": []})["itemListElement"]
        if name in HOMES:
            assert steps == []
            continue
        ways = [step["item"] for step in steps]
        assert ways[0] == HOMES["es/index.html" if name.startswith("es/") else "index.html"], name
        assert ways[-1] == address(name)
        assert len(ways) == len(set(ways)), name
        assert [step["position"] for step in steps] == list(range(1, len(ways) + 1))
        known = {address(other) for other in pages}
        assert set(ways) <= known, name


def test_the_sitemap_lists_each_page_once_and_only_pages_that_are_there(project, site, pages):
    top = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 (our own file)
    listed = [(url.findtext(f"{MAP}loc"), url.findtext(f"{MAP}lastmod")) for url in top]
    assert sorted(listed) == sorted(
        (address(name), str(front_matter(project, name)["last_reviewed"]))
        for name in pages
        if name not in UNLISTED
    )
    assert not (site / "sitemap.xml.gz").exists()


def test_search_engines_learn_of_each_page_s_other_language(site, pages):
    top = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 (our own file)
    told = {
        url.findtext(f"{MAP}loc"): {link.get("hreflang"): link.get("href") for link in url[-2:]}
        for url in top
    }
    for name, page in pages.items():
        if name in UNLISTED:
            continue
        plain = name.removeprefix("es/")
        both = {"en": address(plain), "es": address(f"es/{plain}")}
        assert told[address(name)] == both
        links = page.select('link[rel="alternate"][hreflang]')
        assert {link["hreflang"]: link["href"] for link in links} == both


def test_robots_txt_lets_all_in_and_names_the_sitemap(site):
    lines = [line for line in (site / "robots.txt").read_text("utf-8").splitlines() if line]
    assert lines == ["User-agent: *", "Allow: /", f"Sitemap: {ADDRESS}sitemap.xml"]


@pytest.mark.parametrize("below", BELOW)
def test_the_feed_has_every_update_newest_first(project, site, pages, below):
    feed = ET.parse(site / below / "updates/feed.xml").getroot()  # noqa: S314 (our own file)
    found = [
        (entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}title"))
        for entry in feed.findall(f"{ATOM}entry")
    ]
    updates = f"{below}updates/"
    notes = [n for n in pages if n.startswith(updates) and n != f"{updates}index.html"]
    wanted = [(address(n), front_matter(project, n)["title"]) for n in sorted(notes, reverse=True)]
    assert found == wanted
    days = [entry.findtext(f"{ATOM}published") for entry in feed.findall(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00(Z|\+00:00)", day) for day in days)
    selves = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert selves == [f"{ADDRESS}{updates}feed.xml"]


def test_every_page_but_the_check_points_to_the_feed(site, articles):
    for name, page in articles.items():
        (link,) = page.select('link[type="application/atom+xml"]')
        feed = "es/updates/feed.xml" if name.startswith("es/") else "updates/feed.xml"
        assert (site / name).parent.joinpath(link["href"]).resolve() == site / feed


@pytest.mark.parametrize(("below", "crisis"), [("", "call 988"), ("es/", "llame al 988")])
def test_llms_txt_starts_with_help_and_lists_the_pages(site, pages, below, crisis):
    text = (site / below / "llms.txt").read_text("utf-8")
    assert text.startswith("# Create Recovery Center\n")
    links = re.findall(r"\]\((https?://[^)]+)\)", text)
    listed = {name for name in pages if name.startswith("es/") == bool(below)} - UNLISTED
    assert set(links) == {address(name) for name in listed}
    assert text.index(crisis) < text.index(ADDRESS)
    check = next(line for line in text.splitlines() if "/self-check/" in line)
    assert check.endswith("/self-check/)")


@pytest.mark.parametrize(("name", "title"), [*CHECKS.items()])
def test_the_check_shows_no_preview_and_a_neutral_tab(pages, name, title):
    page = pages[name]
    assert "nosnippet" in content(page, name="robots")
    assert page.title.string == title
    assert content(page, name="description") == page.title.string
    assert page.select_one('link[rel="icon"]')["href"].endswith("icon-plain.svg")
    assert not page.select('meta[property], script[type*="ld+json"]')
    assert not page.select('link[type="application/atom+xml"]')


def test_tools_are_kept_out_of_search_engines_and_articles_are_not(pages):
    marked = {
        name
        for name, page in pages.items()
        if page.select('meta[name="robots"][content="noindex"]')
    }
    assert marked == UNLISTED


@pytest.mark.parametrize("below", BELOW)
def test_a_missing_page_helps_from_any_depth(pages, below):
    page = pages[f"{below}404.html"]
    ways = [link["href"] for link in page.main.select("a")]
    text = "sms:988?&body=AYUDA" if below == "es/" else "sms:988"
    assert sorted(ways[:3]) == [text, "tel:911", "tel:988"]
    own = [way for way in ways if ":" not in way]
    assert len(own) >= 4
    assert [way for way in own if not way.startswith(f"/iop/{below}")] == []
    loaded = [link["href"] for link in page.select('link[rel="stylesheet"]')]
    assert [way for way in loaded if not way.startswith("/iop/assets/")] == []


def test_a_build_with_an_address_says_nothing_of_it(done):
    assert "site_url" not in done.stderr
