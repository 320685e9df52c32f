"""What every page holds, whatever center it is built for."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import urldefrag, urljoin

import pytest

from tests import sample_site

ARTICLE = "understand/care/"
PAGES = ("", ARTICLE, "understand/", "help-now/", "self-check/", "search/", "404.html")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return sample_site.build(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def full_site(tmp_path_factory):
    """Every optional fact is set, and a clinician has signed."""
    center = {
        "site_url": "https://care.example/",
        "phone": "+1 (555) 010.0000",
        "text_line": "555 010 0001",
        "email": "hello@care.example",
        "address": "1 Main Street",
        "contact_url": "https://care.example/contact",
        "insurance_url": "https://care.example/insurance",
        "license": "12345 of the state",
    }
    folder = tmp_path_factory.mktemp("full")
    return sample_site.build(
        folder, reviewed_by="reviewer", center=center, people={"reviewer": sample_site.REVIEWER}
    )


@pytest.mark.parametrize("name", PAGES)
def test_crisis_lines_come_first_on_every_page(site, name):
    links = [a["href"] for a in sample_site.read(site, name).body.select("a[href]")]
    help_page, *ways = links[1:5]  # the first link skips to the text
    assert urljoin(f"https://site.example/{name}", help_page) == "https://site.example/help-now/"
    assert ways == ["tel:988", "sms:988", "tel:911"]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_holds_inline_code_or_styles(site, name):
    page = sample_site.read(site, name)
    run = [s for s in page.select("script:not([src])") if "json" not in s.get("type", "")]
    handlers = [t for t in page.find_all() if any(a.startswith("on") for a in t.attrs)]
    assert (run, handlers, page.select("style, [style]")) == ([], [], [])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_from_elsewhere_and_nothing_that_is_missing(site, name):
    page = sample_site.read(site, name)
    wanted = [t["href"] for t in page.select("link[href]")]
    wanted += [t["src"] for t in page.select("[src]")]
    base = f"https://site.example/{name}"
    for address in (urljoin(base, urldefrag(w)[0]) for w in wanted):
        assert address.startswith("https://site.example/")
        assert (site / address.removeprefix("https://site.example/")).is_file(), address


def test_only_the_search_page_runs_a_script(site):
    """So no other page fetches the search index or stores anything."""
    running = [name for name in PAGES if sample_site.read(site, name).select("script[src]")]
    assert running == ["search/"]


@pytest.mark.parametrize("name", PAGES)
def test_own_links_lead_somewhere(site, name):
    page = sample_site.read(site, name)
    for link in page.select("a[href]"):
        target, part = urldefrag(urljoin(f"https://site.example/{name}", link["href"]))
        if not target.startswith("https://site.example/"):
            continue
        found = sample_site.read(site, target.removeprefix("https://site.example/"))
        assert not part or found.find(id=part), link["href"]


def test_unset_facts_leave_no_trace(site):
    page = sample_site.read(site, ARTICLE)
    assert not page.select('footer a[href^="mailto:"], footer a[href^="http"]')
    assert {a["href"] for a in page.select('a[href^="tel:"], a[href^="sms:"]')} == {
        "tel:988",
        "sms:988",
        "tel:911",
    }
    assert not page.select('link[rel="canonical"], meta[property="og:url"]')
    assert not [t for t in page.footer.select("li, h2, p") if not t.get_text(strip=True)]
    assert "None" not in page.get_text()


def test_set_facts_are_shown(full_site):
    page = sample_site.read(full_site, ARTICLE)
    footer = {a["href"] for a in page.select("footer a[href]")}
    assert {
        "tel:+15550100000",
        "sms:5550100001",
        "mailto:hello@care.example",
        "https://care.example/contact",
        "https://care.example/insurance",
    } <= footer
    assert "1 Main Street, Springfield, Oregon" in page.footer.get_text()
    assert page.select_one('link[rel="canonical"]')["href"] == f"https://care.example/{ARTICLE}"


def test_a_page_without_a_reviewer_says_so_and_names_none(site):
    page = sample_site.read(site, ARTICLE)
    data = sample_site.graph(page)["MedicalWebPage"]
    assert not {"reviewedBy", "lastReviewed"} & data.keys()
    assert data["dateModified"] == "2026-11-23"
    assert page.select_one(".review-line__state")
    assert not page.select(".review-line__state--done")


def test_nothing_stands_between_the_heading_of_help_now_and_911(site):
    page = sample_site.read(site, "help-now/")
    assert not page.select(".review-line")
    assert "Not yet reviewed by a clinician" in page.select_one(".review-box").get_text()


def test_nothing_stands_between_a_heading_and_the_red_box_that_opens_the_page(site):
    page = sample_site.read(site, "understand/")
    heading = page.select_one("article h1")
    after = heading.find_next_siblings(limit=2)
    assert [part["class"] for part in after] == [["admonition", "danger"], ["review-line"]]


def test_a_reviewed_page_names_the_reviewer(full_site):
    page = sample_site.read(full_site, ARTICLE)
    data = sample_site.graph(page)["MedicalWebPage"]
    assert data["reviewedBy"]["name"] == "R. Example"
    assert data["lastReviewed"] == "2026-11-23"
    assert "R. Example" in page.select_one(".review-line__state--done").get_text()
    assert "R. Example" in page.select_one(".review-box").get_text()


def test_a_page_that_claims_a_review_before_anyone_signed_shows_none(tmp_path):
    page = sample_site.read(sample_site.build(tmp_path, reviewed_by="reviewer"), ARTICLE)
    assert "reviewedBy" not in sample_site.graph(page)["MedicalWebPage"]
    assert not page.select(".review-line__state--done")


def test_structured_data_cites_the_sources_and_shows_the_way(full_site):
    data = sample_site.graph(sample_site.read(full_site, ARTICLE))
    cited = data["MedicalWebPage"]["citation"]
    assert [(work["name"], work["url"]) for work in cited] == [("A guide", "https://a.example/")]
    trail = data["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in trail] == [1, 2, 3]
    assert [step["item"] for step in trail] == [
        "https://care.example/",
        "https://care.example/understand/",
        f"https://care.example/{ARTICLE}",
    ]


def test_the_neutral_page_reveals_nothing_in_tab_history_or_previews(full_site):
    page = sample_site.read(full_site, "self-check/")
    assert page.title.string == "A list"
    assert page.select_one('link[rel="icon"]')["href"].endswith("icon-plain.svg")
    (described,) = page.select('meta[name="description"]')
    assert described["content"] == page.title.string
    assert not page.select('meta[property], script[type*="ld+json"]')
    assert not page.select(".site-menu")


def test_a_missing_page_offers_help_and_ways_on(site):
    page = sample_site.read(site, "404.html")
    assert [a["href"] for a in page.select("main .help-panel a")] == [
        "tel:911",
        "tel:988",
        "sms:988",
    ]
    assert len(page.select("main ul.related a")) >= 4


def test_headings_start_with_one_h1_and_skip_no_level(site):
    for name in PAGES:
        main = sample_site.read(site, name).main
        levels = [int(h.name[1]) for h in main.select("h1, h2, h3, h4")]
        assert levels.count(1) == 1, name
        assert all(b - a <= 1 for a, b in pairwise(levels)), name
