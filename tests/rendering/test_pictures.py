"""A built page asks for a photo in the width it needs; what no page shows is not published."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_config.rendering.pictures import responsive
from tests import project_copy
from tests.photo_files import from_phone, png_with_words, secrets_in

ROOT = Path(__file__).resolve().parents[2]
HOOKS = """
from site_config.rendering import pictures
def on_files(files, config):
    pictures.publish(files, config)
def on_page_content(html, **_):
    return pictures.responsive(html)
"""
PAGE = """# A room

![A room](../assets/pictures/room.jpg)

![The same room, small](../assets/pictures/room.jpg){ width=300 }

![A phone's photo](../assets/pictures/IMG_1.HEIC)

<!-- ![Anna's idea](../assets/pictures/idea.jpg) -->

[The sheet](../assets/sheet.pdf)
"""
PICTURES = "docs/assets/pictures"


@pytest.fixture
def site(tmp_path):
    """A small site with photos, built by MkDocs with our two steps alone."""

    def write(name, content):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    write("docs/index.md", "# Home\n")
    write("docs/part/page.md", PAGE)
    write("docs/part/draft.md", "# Draft\n\n![Idea](../assets/pictures/draft.jpg)\n")
    for name in ("room.jpg", "idea.jpg", "unused.jpg", "draft.jpg"):
        write(f"{PICTURES}/{name}", from_phone())
    write(f"{PICTURES}/IMG_1.HEIC", from_phone("HEIF", (400, 300)))
    write(f"{PICTURES}/logo.png", png_with_words())
    write(f"{PICTURES}/drawing.svg", "<svg/>")
    write("docs/assets/sheet.pdf", b"%PDF-1.7")
    write("docs/assets/old-sheet.pdf", b"%PDF-1.7")
    write("site_config/center.yml", "logo: assets/pictures/logo.png\n")
    write("hooks.py", HOOKS)
    settings = {
        "site_name": "A site",
        "docs_dir": "docs",
        "theme": {"name": "mkdocs"},
        "hooks": ["hooks.py"],
        "plugins": [],
        "markdown_extensions": ["attr_list"],
        "exclude_docs": "/part/draft.md",
    }
    write("mkdocs.yml", json.dumps(settings))
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    return tmp_path / "site"


def test_only_what_is_shown_is_published_and_it_tells_nothing(site):
    files = [file for file in (site / "assets").rglob("*") if file.is_file()]
    names = {re.sub(r"-[0-9a-f]{8}-", "-KEY-", file.name) for file in files}
    assert names == {
        "room-KEY-480.webp",
        "room-KEY-800x1200.webp",
        "IMG_1-KEY-300x400.webp",
        "logo.png",
        "sheet.pdf",
    }
    assert [file for file in files if secrets_in(file.read_bytes())] == []


def test_a_page_names_each_width_and_keeps_room(site):
    page = BeautifulSoup((site / "part/page/index.html").read_text("utf-8"), "lxml")
    first, second, phone = page.select("img")
    assert (first["width"], first["height"]) == ("800", "1200")
    assert first["loading"] == "lazy"
    assert first["alt"] == "A room"
    places = [part.split() for part in first["srcset"].split(", ")]
    assert [width for _, width in places] == ["480w", "800w"]
    for name, _ in [*places, (first["src"], "")]:
        assert (site / "part/page" / name).resolve().is_file(), name
    assert (second["width"], second["height"]) == ("300", "450")
    assert second["sizes"].startswith("(min-width: 45em) 300px")
    assert (phone["width"], phone["height"]) == ("300", "400")
    assert not phone.has_attr("srcset")


def test_other_pictures_stay_as_they_are():
    html = '<p><img alt="A &quot;b&quot;" src="../a.svg" width="640"></p>'
    assert responsive(html) == html


def test_an_alt_text_with_quotes_comes_through():
    html = '<img alt="A &quot;room&quot; &amp; a door" src="a-0123abcd-100x50.webp" />'
    image = BeautifulSoup(responsive(html), "lxml").img
    assert image["alt"] == 'A "room" & a door'
    assert image["height"] == "50"


def test_the_whole_build_publishes_a_photo_without_its_place(root, tmp_path, built_site):  # noqa: ARG001 (its runtime is copied)
    project = project_copy.make(root, tmp_path)
    (project / "content/assets/pictures/room.jpg").write_bytes(from_phone())
    (project / "content/assets/pictures/unused.jpg").write_bytes(from_phone())
    page = project / "content/iop/groups.md"
    page.write_text(
        page.read_text("utf-8") + "\n![A room with chairs](../assets/pictures/room.jpg)\n", "utf-8"
    )
    site = project_copy.built(project)
    assert list(site.rglob("*.jpg")) == []
    assert len(list(site.rglob("room-*.webp"))) == 2
    image = BeautifulSoup((site / "iop/groups/index.html").read_text("utf-8"), "lxml").select_one(
        "img[alt='A room with chairs']"
    )
    assert image["srcset"]
    assert [file for file in site.rglob("*.webp") if secrets_in(file.read_bytes())] == []
