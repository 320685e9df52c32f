"""The page about the center: it exists as far as center.yml has something to show."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from tests import project_copy

PAGE = "about/contact/index.html"
SET = {
    "phone: null ": "phone: (555) 010-0000 ",
    "hours: null ": 'hours: "Monday to Friday, 9 to 5" ',
    "admissions: []": "admissions: [A short call <first>., An assessment.]",
    "  times: []": "  times: [Evening]",
    "insurance: []": "insurance: [Example Health]",
    "license: null ": "license: EXAMPLE-1 ",
    "license_kind: null ": "license_kind: certified ",
    "license_body: null ": "license_body: Example Department ",
    "license_expires: null ": "license_expires: 2027-06-30 ",
    "license_url: null ": "license_url: https://state.example/program ",
    "license_status_url: null ": "license_status_url: https://state.example/list ",
    "team: []": "team: [{name: R. Example, credential: LCSW, role: Director}]",
    "privacy_practices: null ": "privacy_practices: https://care.example/npp ",
}


@pytest.fixture
def project(root, tmp_path, built_site):  # noqa: ARG001 (its runtime is copied)
    """A copy of the project that a test may change and build."""
    return project_copy.make(root, tmp_path)


def read(site, page):
    return BeautifulSoup((site / page).read_text("utf-8"), "lxml")


def test_without_any_fact_there_is_no_page_and_no_link_to_it(built_site):
    assert not (built_site / PAGE).exists()
    for file in built_site.rglob("*.html"):
        assert "about/contact" not in file.read_text("utf-8"), file
    assert "about/contact" not in (built_site / "search/search_index.json").read_text("utf-8")


def test_one_fact_makes_the_page_and_hides_the_other_blocks(project):
    project_copy.edit(project / "site_config/center.yml", "phone: null ", SET["phone: null "])
    site = project_copy.built(project)
    main = read(site, PAGE).main
    assert main.select_one('a[href="tel:5550100000"]')
    assert {part["id"] for part in main.select("section[id]")} == {"reach"}
    assert read(site, "index.html").select_one('footer a[href$="about/contact/"]')
    assert read(site, "about/index.html").select_one('.side-nav a[href$="contact/"]')


def test_each_fact_that_is_set_shows(project):
    for before, after in SET.items():
        project_copy.edit(project / "site_config/center.yml", before, after)
    page = read(project_copy.built(project), PAGE)
    main = page.main
    text = " ".join(main.text.split())
    blocks = {"reach", "admissions", "program", "insurance", "team", "license"}
    assert {part["id"] for part in main.select("section[id]")} == blocks
    assert [step.text for step in main.select("#admissions li")] == [
        "A short call <first>.",
        "An assessment.",
    ]
    for told in ("Monday to Friday, 9 to 5", "Evening", "Example Health", "R. Example, LCSW"):
        assert told in text
    for place in (main.select_one("#license"), page.footer):
        said = " ".join(place.text.split())
        assert "Certified by the State Department of Health Care Services" in said
        assert "Certificate EXAMPLE-1, expires 2027-06-30" in said
        assert {"https://state.example/program", "https://state.example/list"} <= {
            link["href"] for link in place.select("a")
        }
    assert page.footer.select_one('a[href="https://care.example/npp"]')


def test_another_state_has_its_own_words(project):
    for before, after in SET.items():
        project_copy.edit(project / "site_config/center.yml", before, after)
    project_copy.edit(project / "site_config/center.yml", "region: California", "region: Oregon")
    said = " ".join(read(project_copy.built(project), PAGE).select_one("#license").text.split())
    assert "Certificate EXAMPLE-1, Example Department, expires 2027-06-30" in said
    assert "Health Care Services" not in said
