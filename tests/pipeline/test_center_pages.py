"""The page about the center: it exists as far as center.yml has something to show."""

from __future__ import annotations

import json

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
    "accreditation: []": "accreditation: [Example Commission]",
    "team: []": "team: [{name: R. Example, credential: LCSW, role: Director}]",
    "address: null ": "address: 1 Example Street ",
    "postal_code: null ": 'postal_code: "90012" ',
    "opening_hours: []": (
        'opening_hours: [{days: [Monday, Tuesday, Saturday], opens: "09:00", closes: "17:30"}]'
    ),
    "events: []": (
        'events: [{name: Open house, day: 2099-02-03, starts: "18:00", ends: "19:30", '
        'where: Online}, {name: Long past, day: 2020-02-03, starts: "18:00", ends: "19:30", '
        "where: Online}]"
    ),
    "jobs: []": (
        "jobs: [{title: Therapist, about: You lead groups., posted: 2026-01-01, until: 2099-01-01},"
        " {title: Filled, about: Was here., posted: 2020-01-01, until: 2020-02-01}]"
    ),
    "privacy_practices: null ": "privacy_practices: https://care.example/npp ",
}


@pytest.fixture
def project(root, tmp_path, built_site):  # noqa: ARG001 (its runtime is copied)
    """A copy of the project that a test may change and build."""
    project = project_copy.make(root, tmp_path)
    project_copy.in_english(project)
    return project


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
    blocks = {"reach", "admissions", "program", "insurance", "team", "license", "events", "jobs"}
    assert {part["id"] for part in main.select("section[id]")} == blocks
    assert [step.text for step in main.select("#admissions li")] == [
        "A short call <first>.",
        "An assessment.",
    ]
    for told in ("Monday to Friday, 9 to 5", "Evening", "Example Health", "R. Example, LCSW"):
        assert told in text
    assert "1 Example Street, Los Angeles, California 90012" in text
    assert "Monday to Tuesday, Saturday, 9 a.m. to 5:30 p.m." in text
    assert "Open house: Tuesday, February 3, 2099, 6 p.m. to 7:30 p.m., Online" in text
    assert "Therapist You lead groups. Open until Thursday, January 1, 2099" in text
    assert "Long past" not in text
    assert "Filled" not in text
    data = json.loads(page.select_one('script[type="application/ld+json"]').string)["@graph"]
    kinds = {one["@type"]: one for one in data}
    assert set(kinds) == {"WebPage", "BreadcrumbList", "MedicalClinic", "Event", "JobPosting"}
    assert kinds["MedicalClinic"]["openingHours"] == ["Mo-Tu,Sa 09:00-17:30"]
    assert kinds["MedicalClinic"]["address"]["postalCode"] == "90012"
    for place in (main.select_one("#license"), page.footer):
        said = " ".join(place.text.split())
        assert "Certified by the State Department of Health Care Services" in said
        assert "Certificate EXAMPLE-1, expires 2027-06-30" in said
        assert "Accredited by Example Commission" in said
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
