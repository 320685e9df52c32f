"""A third language is a catalog and pages, no code: here one that code writes, in a whole build.

Its words have no English vowel, so any that a page shows has stayed English and is a fault.
"""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup, Comment

from tests import project_copy
from tests.translation import pseudo

NOT_SHOWN = {"script", "style"}
SHOWN_IN = ("alt", "aria-label", "placeholder", "title")
ENGLISH = re.compile(r"[A-Za-z]+[aeiou][A-Za-z]*|[aeiouAEIOU][A-Za-z]+")
AS_THEY_ARE = (
    "Create Recovery Center",
    "Los Angeles",
    "California",
    "English",
    "HOME",
    "START",
    "unused",
)
"""Names of the center, of places and of the other language; words to text to a crisis line; what
only the theme's script looks for."""


@pytest.fixture(scope="module")
def project(root, built_site, tmp_path_factory):  # noqa: ARG001 (its runtime is copied)
    made = project_copy.make(root, tmp_path_factory.mktemp("pseudo"))
    pseudo.translate(made)
    return made


@pytest.fixture(scope="module")
def site(project):
    return project_copy.built(project)


@pytest.fixture(scope="module")
def names(project):
    """What stays as it is in every language: names of publications and their publishers."""
    sources = yaml.safe_load((project / "content/_data/sources.yml").read_text("utf-8"))
    said = [str(one[name]) for one in sources.values() for name in ("title", "publisher")]
    return sorted([*said, *AS_THEY_ARE], key=len, reverse=True)


def page(site, name):
    return BeautifulSoup((site / name).read_text("utf-8"), "lxml")


def shown(soup):
    """Every text that a visitor sees or hears, and what a search engine shows of the page."""
    for element in [*soup.find_all(lang="en"), *soup.find_all(hreflang="en")]:
        element.decompose()  # it says that it is in English
    for text in soup.find_all(string=True):
        if text.parent.name not in NOT_SHOWN and not isinstance(text, Comment) and text.strip():
            yield str(text) if text.parent.name != "[document]" else ""
    for element in soup.find_all():
        for name in SHOWN_IN:
            yield element.get(name) or ""
        if element.name == "meta" and element.get("name") == "description":
            yield element["content"]


def english_left(soup, names, also=()):
    for text in shown(soup):
        rest = text
        for name in (*also, *names):
            rest = rest.replace(name, "")
        rest = re.sub(r"https?://\S+", "", rest)
        if found := ENGLISH.search(rest):
            yield f"{found[0]!r} in {text.strip()[:80]!r}"


def stubs(project):
    """Titles of pages that are not translated: their links say so, and are in English."""
    for file in (project / "content").rglob("*.md"):
        found = re.search(r"^title: *(.+)$", file.read_text("utf-8"), re.MULTILINE)
        if found and f"/{pseudo.LANGUAGE}/" not in str(file):
            yield found[1].strip("\"'")


PAGES = [
    *("index.html", "help-now/index.html", "about/index.html", "self-check/index.html"),
    *("search/index.html", "404.html", "cost/denied/index.html"),
]


@pytest.mark.parametrize("name", PAGES)
def test_no_word_stays_english(site, project, names, name):
    titles = sorted(stubs(project), key=len, reverse=True)
    soup = page(site, f"{pseudo.LANGUAGE}/{name}")
    assert soup.html["lang"] == pseudo.LANGUAGE
    assert [*english_left(soup, names, titles)] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_link_leaves_the_language(site, name):
    """But the switch, and links that say that they lead to English."""
    here = f"https://care.example/{pseudo.LANGUAGE}/{name.removesuffix('index.html')}"
    soup = page(site, f"{pseudo.LANGUAGE}/{name}")
    links = [link["href"] for link in soup.select("a[href]:not([hreflang=en])")]
    links += [form["data-search"] for form in soup.select("[data-search]")]
    ways = [urlsplit(urljoin(here, link)) for link in links]
    paths = {way.path for way in ways if way.netloc == "care.example"}
    assert {way for way in paths if not way.startswith(f"/{pseudo.LANGUAGE}/")} == set()
    assert paths


def test_every_page_of_one_language_has_its_counterpart(site):
    below = site / pseudo.LANGUAGE
    own = {file.relative_to(below).as_posix() for file in below.rglob("*.html")}
    english = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if below not in file.parents
    }
    assert own == english


def test_a_page_without_translation_says_so_and_leads_to_the_english_one(site):
    soup = page(site, f"{pseudo.LANGUAGE}/cost/denied/index.html")
    links = soup.select('article a[hreflang="en"]')
    note = next(link for link in links if not link.find_parent("details"))
    assert note["href"] == "../../../cost/denied/"
    assert soup.select_one('meta[name="robots"]')["content"] == "noindex"
    assert not soup.select('link[rel="alternate"][hreflang]')


def test_the_switch_leads_to_the_same_page_and_names_each_language_in_itself(site):
    for name, there in [
        ("help-now/index.html", "../eo/help-now/"),
        ("eo/help-now/index.html", "../../help-now/"),
        ("index.html", "eo/"),
        ("eo/index.html", "../"),
    ]:
        links = page(site, name).select(".languages a")
        assert len(links) == 2  # in header and footer
        for link in links:
            assert link["href"].rstrip("/") == there.rstrip("/")
            assert link["hreflang"] == link["lang"] != page(site, name).html["lang"]
    assert page(site, "index.html").select_one(".languages a").get_text() == "Esperanto"


@pytest.mark.parametrize("name", ["index.html", "404.html", "self-check/index.html"])
def test_a_text_to_988_begins_with_the_word_of_its_language(site, name):
    texts = {
        language: {a["href"] for a in page(site, language + name).select('a[href^="sms:988"]')}
        for language in ("", "eo/")
    }
    assert texts[""] == {"sms:988"}
    assert texts["eo/"]
    assert all(text.endswith("body=HOME") for text in texts["eo/"])


def test_search_engines_learn_of_both_languages(site):
    text = (site / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://care.example/eo/help-now/</loc>" in text
    assert 'hreflang="eo" href="https://care.example/eo/help-now/"' in text
    assert "eo/cost/denied" not in text
    both = {link["href"] for link in page(site, "help-now/index.html").select("link[hreflang]")}
    assert both == {"https://care.example/help-now/", "https://care.example/eo/help-now/"}


def test_each_language_has_a_search_index_of_its_own(site):
    own = json.loads((site / "eo/search/search_index.json").read_text("utf-8"))["docs"]
    english = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    assert {"help-now/", "about/"} <= {one["location"].partition("#")[0] for one in own}
    assert not [one for one in english if one["location"].startswith("eo/")]


def test_there_is_one_runtime_and_one_set_of_assets(site):
    assert not (site / "eo/runtime").exists()
    assert not (site / "eo/assets").exists()
    manifests = [
        page(site, name).select_one("#runtime-manifest").get_text()
        for name in ("self-check/index.html", "eo/self-check/index.html")
    ]
    assert manifests[0] == manifests[1]


def test_programs_that_answer_people_read_each_language(site):
    text = (site / "eo/llms.txt").read_text("utf-8")
    assert pseudo.said("In a crisis") in text
    assert "https://care.example/eo/help-now/" in text


def test_without_the_language_in_center_yml_nothing_of_it_is_built(project, site):  # noqa: ARG001
    center = project / "site_config/center.yml"
    project_copy.edit(center, "languages: [en, eo]", "languages: [en]")
    built = project_copy.built(project)
    assert not (built / "eo").exists()
    assert "hreflang" not in (built / "index.html").read_text("utf-8")
    assert not [*(project / "checker").glob("words.*.json")]
