"""A writer without Spanish publishes: words not yet translated are in English, and say so."""

from __future__ import annotations

import shutil

import pytest
from bs4 import BeautifulSoup

from site_config.linter.review_due import stale_report
from site_config.linter.runner import check_site
from tests import project_copy
from tests.small_site import TODAY

NEW = "start/sleep-at-home.md"
PAGE = """\
---
title: Sleep while you're in a program
description: What helps you sleep in the weeks of an intensive outpatient program, and who to ask.
author: editorial
last_reviewed: 2026-11-28
next_review: 2027-05-28
---

# Sleep while you're in a program

Go to bed and get up at the same time every day. Tell your team if you sleep badly.
"""
CENTER = {
    "hours: null": "hours: Weekdays until dark",
    "admissions: []": "admissions:\n- We ask about your week",
    "tracks: []": "tracks: [Young adults & students]",
    "team: []": "team: [{name: Ana Ruiz, credential: LCSW, role: Head of groups}]",
    "events: []": 'events: [{name: Open house, day: 2099-02-03, starts: "18:00", ends: "19:30", '
    "where: Online}]",
    "jobs: []": "jobs: [{title: Therapist, about: You lead groups., posted: 2020-02-03, "
    "until: 2099-04-03, kind: part time}]",
    "title: A short checklist": "title: Seven questions",
}
MENU = {
    "  - Getting started:\n": "  - Getting going:\n",
    "- Home: index.md": "- Front door: index.md",
    "      - start/first-week.md\n": f"      - start/first-week.md\n      - Sleeping: {NEW}\n",
}


def write_as_a_writer(project):
    """Everything of a day's work that another language has no words for."""
    (project / "content" / NEW).write_text(PAGE, "utf-8")
    for before, after in MENU.items():
        project_copy.edit(project / "mkdocs.yml", before, after)
    for before, after in CENTER.items():
        project_copy.edit(project / "site_config/center.yml", before, after)
    people = project / "content/_data/people.yml"
    project_copy.edit(people, "name: Editorial team", "name: Our writers")
    helpful = project / "content/_data/helpful_pages.yml"
    with helpful.open("a", encoding="utf-8") as file:
        file.write(f"- {{page: {NEW}, words: Sleep in a program}}\n")
    first = project / "content/start/first-week.md"
    project_copy.edit(first, "- iop_hours\n", "- iop_hours\n- fmla\n")
    project_copy.edit(first, "## The week before\n", "## The week before\n\nRest. [@fmla]\n")


@pytest.fixture(scope="module")
def project(root, built_site, tmp_path_factory):  # noqa: ARG001 (its runtime is copied)
    made = project_copy.make(root, tmp_path_factory.mktemp("writer"))
    write_as_a_writer(made)
    return made


@pytest.fixture(scope="module")
def site(project):
    return project_copy.built(project)


def page(site, name):
    return BeautifulSoup((site / name).read_text("utf-8"), "lxml")


def test_what_waits_for_words_is_a_warning_with_its_line(project):
    found = [issue for issue in check_site(project) if issue.rule == "translation"]
    assert {issue.severity for issue in found} == {"warning"}
    for file, text in [
        ("mkdocs.yml", "- Getting going:"),
        ("mkdocs.yml", "- Front door:"),
        ("site_config/center.yml", "hours: Weekdays"),
        ("site_config/center.yml", "- We ask about your week"),
        ("content/_data/people.yml", "name: Our writers"),
    ]:
        rows = (project / file).read_text("utf-8").splitlines()
        line = next(number for number, row in enumerate(rows, 1) if text in row)
        assert [i for i in found if i.path.as_posix() == file and i.line == line], text
    assert all("until" in issue.fix.lower() for issue in found)


def test_make_stale_lists_what_waits(project):
    said = stale_report(project, TODAY)
    assert "site_config/center.yml:" in said
    assert "“Getting going”" in said


def test_the_menu_says_what_is_in_english(site):
    menu = page(site, "es/start/index.html")
    section = menu.select_one(".site-menu__row a[aria-current] span[lang=en]")
    assert section.get_text() == "Getting going"
    entry = menu.select_one('.side-nav a[hreflang="en"]')
    assert entry["href"] == "../../start/sleep-at-home/"
    assert entry.select_one("[lang=en]").get_text() == "Sleeping"
    assert entry.get_text().endswith("(en inglés)")
    english = page(site, "start/index.html")
    assert not english.select(".side-nav [lang=en], .site-menu [lang=en]")


def test_a_translated_page_goes_by_its_own_title_till_the_menus_is_translated(site):
    listed = {
        language: page(site, f"{language}search/index.html").select_one(".search__all a").get_text()
        for language in ("", "es/")
    }
    assert listed[""] == "Front door"
    assert listed["es/"] == page(site, "es/index.html").h1.get_text()


def test_the_page_in_its_place_leads_to_the_english_one(site):
    stub = page(site, "es/start/sleep-at-home/index.html")
    assert stub.select_one('article a[hreflang="en"]')["href"] == "../../../start/sleep-at-home/"
    assert stub.select_one('.side-nav a[aria-current="page"]').get("hreflang") is None


def test_words_of_the_center_are_marked_as_english(site):
    contact = page(site, "es/about/contact/index.html").article
    said = {one.get_text() for one in contact.select('[lang="en"]')}
    assert {
        *("Weekdays until dark", "We ask about your week", "Young adults & students"),
        *("Head of groups", "Open house", "Therapist", "You lead groups.", "Part time"),
    } <= said
    assert not page(site, "about/contact/index.html").select("article [lang=en]")
    box = page(site, "es/start/first-week/index.html").select_one(".review-box")
    assert box.select_one("[lang=en]").get_text() == "Our writers"


def test_the_check_stays_in_one_language(site):
    check = page(site, "es/self-check/index.html")
    assert check.title.get_text() == "Una lista corta"
    assert "Sleep in a program" not in str(check)
    assert "Sleep in a program" in str(page(site, "self-check/index.html"))


def test_words_of_the_product_and_of_crisis_lines_still_stop_the_build(project, tmp_path):
    own = tmp_path / "project"
    shutil.copytree(project, own, symlinks=True, ignore=shutil.ignore_patterns("site", ".cache"))
    catalog = own / "locale/es/LC_MESSAGES/messages.po"
    project_copy.edit(catalog, 'msgid "Skip to the main text"', 'msgid "Skip the main text"')
    lines = own / "content/es/_data/crisis_lines.yml"
    text = lines.read_text("utf-8")
    lines.write_text(text.replace("lifeline_988:", "lifeline_989:"), "utf-8")
    errors = [issue for issue in check_site(own) if issue.severity == "error"]
    assert [issue for issue in errors if "Skip to the main text" in issue.what]
    assert [issue for issue in errors if "lifeline_988" in issue.what]


def test_a_renamed_page_names_the_new_file_of_its_translation(project, tmp_path):
    own = tmp_path / "project"
    shutil.copytree(project, own, symlinks=True, ignore=shutil.ignore_patterns("site", ".cache"))
    old, new = own / "content/cost/denied.md", own / "content/cost/refused.md"
    old.rename(new)
    project_copy.edit(new, "author:", "was:\n- cost/denied/\nauthor:")
    fixes = [i.fix for i in check_site(own) if i.path.as_posix() == "content/es/cost/denied.md"]
    assert any("content/es/cost/refused.md" in fix for fix in fixes)
