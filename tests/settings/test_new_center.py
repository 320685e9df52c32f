"""Another center in five minutes, and nothing of the first in any file that is built for it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from xml.etree import ElementTree as ET

import brotli
import pytest
import yaml
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont

from site_config.core import yaml_source
from site_config.discovery import social_cards
from site_config.settings import center, new_center
from site_config.settings.published_addresses import published
from tests.project_copy import build, built, edit, make

NAME = 'Álamo & "Reed" <North> Center'  # what HTML has to escape
FIRST = ("Create Recovery", "createrecovery", "Los Angeles", "California")
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 24">'
    '<rect width="90" height="24" fill="#5a2d82"/></svg>'
)
CHANGES = {
    "city: null": "city: Springfield",
    "region: null": "region: Oregon",
    "site_url: null": "site_url: https://care.example/guide/",
    "phone: null": "phone: (555) 010-0000",
    "contact_url: null": "contact_url: https://care.example/contact",
    "insurance_url: null": "insurance_url: https://care.example/insurance",
    "license: null": "license: EXAMPLE-1",
    "logo: null": "logo: assets/logo.svg",
    "main: null": 'main: "#5a2d82"',
    'title: "A short checklist"': "title: Una lista breve",
}


def make_center(project, name):
    """Run what `make center` runs."""
    command = [sys.executable, "-m", "site_config.settings.new_center", name]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def project(root, tmp_path_factory, built_site):  # noqa: ARG001 (its runtime is copied)
    project = make(root, tmp_path_factory.mktemp("other"))
    done = make_center(project, NAME)
    assert done.returncode == 0, done.stderr
    for before, after in CHANGES.items():
        edit(project / center.NAME, before, after)
    (project / "content/assets/logo.svg").write_text(LOGO, "utf-8")
    return project


@pytest.fixture(scope="module")
def site(project):
    return built(project)


def unpacked(path):
    """What a file holds, taken out of its compression if it has one."""
    raw = path.read_bytes()
    if path.suffix == ".br":
        return brotli.decompress(raw)
    return gzip.decompress(raw) if path.suffix == ".gz" else raw


def test_no_built_file_holds_a_trace_of_the_first_center(project, site):
    files = [p for top in (site, project / "dist") for p in top.rglob("*") if p.is_file()]
    assert {".html", ".js", ".wasm", ".xml", ".png", ".txt", ".br", ".gz"} <= {
        path.suffix for path in files
    }
    found = [
        (path.relative_to(project).as_posix(), trace)
        for path in files
        for content in [unpacked(path).lower()]
        for trace in FIRST
        if trace.lower().encode() in content or trace.lower().replace(" ", "-") in path.name
    ]
    assert found == []


def test_the_first_center_would_be_found_by_this_search(built_site):
    page = (built_site / "index.html").read_bytes()
    assert [trace for trace in FIRST if trace.encode() in page]


def test_every_page_names_the_new_center_and_its_contacts(site):
    for path in site.rglob("*.html"):
        page = BeautifulSoup(path.read_text("utf-8"), "lxml")
        assert NAME in page.footer.get_text(), path
        assert NAME in page.header.get_text(), path
        links = {link["href"] for link in page.footer.select("a[href]")}
        assert {
            "tel:5550100000",
            "https://care.example/contact",
            "https://care.example/insurance",
        } <= links, path
        assert "EXAMPLE-1" in page.footer.get_text(), path
        assert page.html["lang"] == "en", path
        logo = page.select_one("header img")["src"]
        assert logo.endswith("assets/logo.svg"), path


def test_structured_data_feed_and_check_are_the_new_centers(site):
    page = BeautifulSoup((site / "iop/index.html").read_text("utf-8"), "lxml")
    data = json.loads(page.select_one('script[type="application/ld+json"]').string)["@graph"][0]
    assert data["inLanguage"] == "en"
    assert page.select_one('meta[property="og:site_name"]')["content"] == NAME
    assert page.title.string.endswith(NAME)
    publisher = data["publisher"]
    assert publisher["name"] == NAME
    assert publisher["telephone"] == "(555) 010-0000"
    assert publisher["address"]["addressLocality"] == "Springfield"
    assert publisher["logo"] == "https://care.example/guide/assets/logo.svg"
    feed = ET.parse(site / "updates/feed.xml").getroot()  # noqa: S314 (our own file)
    assert NAME in feed.findtext("{http://www.w3.org/2005/Atom}title")
    check = BeautifulSoup((site / "self-check/index.html").read_text("utf-8"), "lxml")
    assert check.title.string == "Una lista breve"


def test_the_colors_are_the_new_centers(site):
    assert "--main: #5a2d82" in (site / "assets/css/center.css").read_text("utf-8")
    page = BeautifulSoup((site / "index.html").read_text("utf-8"), "lxml")
    assert page.select('link[rel="stylesheet"][href$="assets/css/center.css"]')


def test_the_pictures_for_links_say_the_new_name_and_place_and_nothing_else(root, project, site):
    files = root / "content/assets/fonts"
    fonts = {use: TTFont(files / name) for use, name in social_cards.FONTS.items()}
    card = social_cards.card(project, "One title", center.load(project), fonts)
    words = [text.text for text in ET.fromstring(card).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314
    assert words == ["One title", NAME, "Springfield, Oregon"]
    assert "#5a2d82" in card
    assert "data:image/svg+xml;base64," in card
    assert {path.suffix for path in (site / "assets/sharing").iterdir()} == {".png"}


def test_a_color_that_cannot_be_read_stops_the_build_with_a_better_one(project):
    file = project / center.NAME
    text = file.read_text("utf-8")
    edit(file, '"#5a2d82"', '"#ffee00"')
    done = build(project)
    file.write_text(text, "utf-8")
    assert done.returncode != 0
    assert "site_config/center.yml:" in done.stderr
    assert "contrast" in done.stderr
    assert "for example #" in done.stderr


def test_a_logo_that_is_not_there_stops_the_build(project):
    file = project / center.NAME
    text = file.read_text("utf-8")
    edit(file, "logo: assets/logo.svg", "logo: assets/other.svg")
    done = build(project)
    file.write_text(text, "utf-8")
    assert done.returncode != 0
    assert "there is no file content/assets/other.svg" in done.stderr


def test_making_a_center_unsets_all_that_belongs_to_another(tmp_path):
    text = (
        "# Ours\nname: Old\nphone: (555) 010-0000  # by day\nemail:\nlogo: assets/old.svg\n"
        "languages: [en, es]\nselfcheck: {title: Una lista}\ncolors:\n  main: '#123456'\n"
    )
    (tmp_path / "site_config").mkdir()
    (tmp_path / center.NAME).write_text(new_center.fresh(text, 'New "quoted" # center'), "utf-8")
    unset = center.Center(name='New "quoted" # center').model_dump()
    assert center.load(tmp_path).model_dump() == unset
    written = (tmp_path / center.NAME).read_text("utf-8")
    assert written.startswith("# Ours\n")
    assert "# by day" in written


def test_making_a_center_lists_what_still_speaks_of_the_old_one(root, tmp_path):
    project = make(root, tmp_path)
    edit(project / "content/about/index.md", "the treatment center", "Create Recovery Center")
    edit(
        project / "content/_data/people.yml",
        "\nreviewer: null",
        "\nreviewer:\n  name: R. Example\n  credential: LCSW",
    )
    done = make_center(project, "Willow Center")
    assert done.returncode == 0, done.stderr
    assert yaml_source.load_or_raise(project / center.NAME, project)["name"] == "Willow Center"
    about = (project / "content/about/index.md").read_text("utf-8").splitlines()
    line = next(n for n, words in enumerate(about, 1) if "Create Recovery Center" in words)
    found = f"content/about/index.md:{line}: This line still says “Create Recovery Center”"
    assert found in done.stdout
    assert "content/_data/people.yml:" in done.stdout
    assert "R. Example" in done.stdout


def test_a_law_is_never_to_be_rewritten(tmp_path, monkeypatch, capsys):
    files = {
        center.NAME: "name: Old\nregion: California\n",
        "content/_data/states/california.yml": "state: California\nwords: [Medi-Cal]\nfacts: []\n",
        "content/_data/sources.yml": "a: {publisher: State of California}\n",
        "content/a.md": "<!-- if-state: a -->\nMedi-Cal.\n<!-- end-state -->\n\nCalifornia.\n",
        "content/b.md": "Ask medi-cal.\n",
        "site_config/overrides/a.html": "{% if region == 'California' %}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert new_center.main(["Willow Center"]) == 0
    said = capsys.readouterr().out
    rows = [row.strip() for row in said.splitlines() if "still says" in row]
    assert [row.partition(": ")[0] for row in rows] == ["content/a.md:5", "content/b.md:1"]
    assert "content/_data/states/california.yml" in said


def test_a_center_without_a_name_is_refused_and_nothing_is_changed(root, tmp_path):
    project = make(root, tmp_path)
    before = (project / center.NAME).read_bytes()
    done = make_center(project, " ")
    assert done.returncode == 1
    assert "make center NAME=" in done.stderr
    assert (project / center.NAME).read_bytes() == before


def test_lists_on_lines_of_their_own_are_emptied():
    lists = "admissions:\n  - One step\n  - Another\n# a note\nteam:\n- name: R. Example\n"
    text = f"name: A\n{lists}logo: null\n"
    new = new_center.fresh(text, "B")
    assert yaml.safe_load(new) == {"name": "B", "admissions": [], "team": [], "logo": None}
    assert "# a note" in new
    assert "R. Example" not in new


def test_the_new_center_has_no_published_address_to_answer_for(root, project):
    assert published(root)
    assert published(project) == {}
