"""The built site carries what the hooks put in: Zensical, for one, ignores hooks in silence."""

from __future__ import annotations

import json
import re

import pytest
from bs4 import BeautifulSoup

from tests.project_copy import build, edit

SET_FIELDS = {
    "phone: null": "phone: (555) 010-0000",
    "address: null": "address: 1 Example Street",
    "license: null": "license: EXAMPLE-1",
    "email: null": "email: hello@example.org",
}
SHOWN = ("(555) 010-0000", "1 Example Street", "License EXAMPLE-1", "hello@example.org")


def pages(site):
    """Every built page that a visitor can read, parsed."""
    found = {f: BeautifulSoup(f.read_text("utf-8"), "lxml") for f in site.rglob("*.html")}
    assert found
    return found


@pytest.fixture
def small(make_six_pages, tmp_path):
    """A project of six pages, where it makes no difference which pages they are."""
    return make_six_pages(tmp_path)


def test_every_page_names_the_center_and_the_crisis_lines(built_site):
    for path, page in pages(built_site).items():
        assert "Create Recovery Center" in page.footer.text, path
        assert {a["href"] for a in page.select("a[href^='tel:']")} >= {"tel:988", "tel:911"}, path


def test_no_mark_for_the_build_is_left_in_a_page(built_site):
    for path, page in pages(built_site).items():
        assert "[@" not in page.body.text, path
        assert "<!-- rules" not in str(page), path
        assert "<!-- crisis-lines" not in str(page), path


def test_every_source_number_leads_to_its_entry_on_the_page(built_site):
    seen = 0
    for path, page in pages(built_site).items():
        for link in page.select(".source-ref a"):
            assert page.select_one(link["href"]), f"{path}: {link}"
            seen += 1
    assert seen


def test_data_files_and_parts_page_are_not_published(built_site):
    assert not (built_site / "_data").exists()
    assert not (built_site / "about/parts").exists()


def test_the_self_check_is_whole_and_its_runtime_files_are_there(built_site):
    page = BeautifulSoup((built_site / "self-check/index.html").read_text("utf-8"), "lxml")
    assert page.select("form[data-selfcheck] fieldset[data-question]")
    manifest = json.loads(page.select_one("#runtime-manifest").string)
    assert manifest["files"]
    for file in manifest["files"].values():
        assert (built_site / file["path"]).stat().st_size == file["bytes"]


def test_the_rules_page_lists_every_outcome(root, built_site):
    outcomes = json.loads((root / "checker/data.json").read_text("utf-8"))["outcomes"]
    page = BeautifulSoup((built_site / "about/this-check/index.html").read_text("utf-8"), "lxml")
    shown = [heading.text.partition(". ")[2] for heading in page.main.select("h3")]
    assert [title for o in outcomes if (title := o["title"]["me"]) not in shown] == []


def test_only_fields_that_are_set_show(built_site, small):
    for before, after in SET_FIELDS.items():
        edit(small / "site_config/center.yml", before, after)
    done = build(small)
    assert done.returncode == 0, done.stderr
    default = (built_site / "index.html").read_text("utf-8")
    other = (small / "site/index.html").read_text("utf-8")
    assert [text for text in SHOWN if text not in other] == []
    footer = BeautifulSoup(default, "lxml").footer
    assert [word for word in ("License", "mailto:") if word in str(footer)] == []
    assert {a["href"] for a in footer.select("a[href^='tel:']")} == {"tel:988", "tel:911"}


def test_a_build_stops_at_an_issue_and_names_it(small):
    center = small / "site_config/center.yml"
    edit(center, "site_url: https://care.example/", "site_url: null")
    edit(center, "email: null", "email: nobody")
    done = build(small)
    assert done.returncode != 0
    assert re.search(r"site_config/center\.yml:13: .*\bemail\b", done.stderr)
    assert "site_url" not in done.stderr
    assert "Traceback" not in done.stderr


def everything(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("page", "before", "after", "told"),
    [
        ("content/help-now.md", "\n# ", "\nSee [@no-such-source].\n\n# ", r"help-now\.md:\d+: "),
        ("content/help-now.md", "\n# ", '\n<p onclick="go()">A</p>\n\n# ', r"help-now\.md:\d+: "),
        ("site_config/overrides/main.html", "</head>", "<style></style></head>", r"main\.html:\d+"),
        ("site_config/overrides/main.html", "</head>", "{{ no.such.thing }}</head>", "no"),
        ("mkdocs.yml", "plugins:\n", "extra_templates: [none.html]\nplugins:\n", r"none\.html"),
    ],
    ids=["check", "page", "policy", "template", "mkdocs"],
)
def test_a_build_that_stops_leaves_the_last_good_site(small, page, before, after, told):
    (small / "site").mkdir()
    (small / "site/index.html").write_text("the last good one", "utf-8")
    edit(small / page, before, after)
    done = build(small)
    assert done.returncode != 0
    assert re.search(told, done.stderr)
    assert [*everything(small / "site").values()] == [b"the last good one"]
    assert not (small / "site.new").exists()


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_page_that_mkdocs_cannot_read_is_named_in_plain_words(small):
    page = small / "content/help-now.md"
    page.write_bytes(page.read_bytes() + "\ncaf\u00e9\n".encode("latin-1"))
    done = build(small)
    assert done.returncode != 0
    assert re.search(r"content/help-now\.md:\d+: .*UTF-8", done.stderr)
    assert "Traceback" not in done.stderr


PEOPLE, LINES = "content/_data/people.yml", "content/_data/crisis_lines.yml"
PICTURE = "content/assets/pictures/group-room.svg"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("site_config/center.yml", ""),
        ("site_config/center.yml", "- name: A\n"),
        (PEOPLE, ""),
        (PEOPLE, "reviewer: Dr. Doe\nauthors: {editorial: {name: We}}\n"),
        (LINES, ""),
        (LINES, "- {id: a, what: b, evidence: S}\n"),
        ("content/_data/sources.yml", ""),
    ],
)
def test_a_file_without_the_form_it_should_have_is_named_in_plain_words(small, file, text):
    (small / file).write_text(text, "utf-8")
    done = build(small)
    assert done.returncode
    assert re.search(rf"^{re.escape(file)}:\d+: ", done.stderr, re.MULTILINE)
    assert "Traceback" not in done.stderr
    assert not (small / "site").exists()


@pytest.mark.parametrize("text", ["", "<svg><g></svg>"])
def test_a_picture_that_cannot_be_read_is_named_in_plain_words(small, text):
    shown = "![A room](assets/pictures/group-room.svg)"
    edit(small / "content/help-now.md", "Some words.", f"Some words.\n\n{shown}\n\n")
    (small / PICTURE).write_text(text, "utf-8")
    done = build(small)
    assert done.returncode
    assert re.search(rf"^{re.escape(PICTURE)}:\d+: ", done.stderr, re.MULTILINE)
    assert "Traceback" not in done.stderr
    assert not (small / "site").exists()


@pytest.mark.parametrize("value", ["", "2026-11-28"])
def test_a_commit_time_that_is_no_number_stops_the_build_in_one_line(small, monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    done = build(small)
    assert done.returncode != 0
    assert sum("SOURCE_DATE_EPOCH" in line for line in done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert not (small / "site").exists()


@pytest.mark.parametrize("file", ["dist/hosting/Caddyfile", "dist/bill.cdx.json"])
def test_a_full_disk_is_told_in_one_line_and_leaves_the_last_site(small, file):
    write(small / "site/index.html", "the last good one")
    (small / file).parent.mkdir(parents=True, exist_ok=True)
    (small / file).symlink_to("/dev/full")
    done = build(small)
    assert done.returncode != 0
    assert "The disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert [*everything(small / "site").values()] == [b"the last good one"]
    assert not (small / "site.new").exists()
