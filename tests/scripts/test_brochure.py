"""A page on paper with the code that leads to it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys

import pytest
import segno

from scripts import brochure
from tests.small_site import ROOT

ADDRESS = "https://iop.example.org/"


@pytest.fixture
def site(small, built_site):
    """A small project whose built site is this one's."""
    small.write("site_config/center.yml", f"name: Some Center\nsite_url: {ADDRESS}\n")
    small.page("Words.", name="cost/call-sheet.md", title="Call sheet")
    (small.root / "site").symlink_to(built_site, target_is_directory=True)
    return small


def words_in(file):
    """The words of a PDF, as one line."""
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    return " ".join(text.stdout.split())


def run(site, page, chromium):
    """Run the command as `make` does: this process may have a Playwright of its own already."""
    command = [sys.executable, "-m", "scripts.brochure", page]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CHROMIUM": chromium}
    done = subprocess.run(
        command, cwd=site.root, env=environment, capture_output=True, text=True, check=True
    )
    return [site.root / line for line in done.stdout.splitlines()]


def test_a_page_becomes_paper_and_a_code(site, chromium_path):
    paper, drawing, picture = run(site, "content/cost/call-sheet.md", chromium_path)
    assert paper.name == "cost-call-sheet.pdf"
    data = paper.read_bytes()
    assert data.startswith(b"%PDF")
    assert len(data) > 20_000
    if shutil.which("pdftotext"):
        assert f"Read this page online: {ADDRESS}cost/call-sheet/" in words_in(paper)
    wanted = io.BytesIO()
    code = segno.make(f"{ADDRESS}cost/call-sheet/", error="m", micro=False)
    code.save(wanted, kind="png", scale=16, border=4)
    assert picture.read_bytes() == wanted.getvalue()
    assert drawing.read_bytes().count(b"<path") == 1


def test_the_home_page_has_a_name_of_its_own(site, chromium_path):
    site.page("Words.", name="index.md", title="The home page")
    assert run(site, "index.md", chromium_path)[0].name == "home.pdf"


def test_what_cannot_be_is_said(small, capsys):
    assert brochure.main(["help.m"], small.root) == 1
    assert "did you mean “help.md”" in capsys.readouterr().err
    assert brochure.main(["help.md"], small.root) == 1
    assert "set site_url" in capsys.readouterr().err
    small.write("site_config/center.yml", f"name: Some Center\nsite_url: {ADDRESS}\n")
    assert brochure.main(["help.md"], small.root) == 1
    assert "publish it first" in capsys.readouterr().err
    assert not (small.root / brochure.TARGET).exists()
