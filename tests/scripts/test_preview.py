"""`make preview` on a copy of the project with a history of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from bs4 import BeautifulSoup

from scripts.preview import changes
from scripts.preview import report as report_pages
from tests.project_copy import built, edit, in_english, make

GIT = ("git", "-c", "user.name=A Writer", "-c", "user.email=writer@example.org")
NOTE = "updates/2026-11-23-medicare-and-iop"


def git(project, *words):
    subprocess.run([*GIT, *words], cwd=project, check=True, capture_output=True)


def preview(project, ref="main"):
    command = [sys.executable, "-m", "scripts.preview", ref]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def project(root, tmp_path_factory, built_site):  # noqa: ARG001 (its runtime is copied)
    """The project, committed on the branch main and not changed since."""
    project = make(root, tmp_path_factory.mktemp("preview"))
    in_english(project)
    shutil.copytree(root / "scripts", project / "scripts")
    ignored = (root / ".gitignore").read_text("utf-8")
    (project / ".gitignore").write_text(f"{ignored}/node_modules\n", "utf-8")
    git(project, "init", "-b", "main")
    git(project, "add", ".")
    git(project, "commit", "-m", "As it was")
    return project


@pytest.fixture(scope="module")
def report(project):
    """The report on a change of words, one of a link, and a note taken out."""
    with (project / "content/help-now.md").open("a", encoding="utf-8") as page:
        page.write("\nZebra help.\n")
    edit(project / "content/family/teens.md", "](../help-now.md)", "](../about/index.md)")
    edit(project / "mkdocs.yml", f"          - {NOTE}.md\n", "")
    edit(project / "content/cost/index.md", f"../{NOTE}.md", "../about/index.md")
    (project / f"content/{NOTE}.md").unlink()
    edit(project / "content/_data/addresses.txt", f"\n{NOTE}/\n", "\n")  # it was never online
    listed = (project / "content/updates/index.md").read_text("utf-8").splitlines(keepends=True)
    kept = "".join(line for line in listed if "medicare-and-iop" not in line)
    (project / "content/updates/index.md").write_text(kept, "utf-8")
    built(project)
    done = preview(project)
    assert done.returncode == 0, done.stderr
    page = (project / "dist/preview/index.html").read_text("utf-8")
    return BeautifulSoup(page, "lxml")


def test_each_changed_page_is_listed_with_what_changed(report):
    kinds = {part["data-page"]: part["data-kind"] for part in report.select("section[data-page]")}
    assert kinds["help-now/index.html"] == "words"
    assert kinds["family/teens/index.html"] == "marks"
    assert kinds[f"{NOTE}/index.html"] == "removed"
    assert kinds["updates/index.html"] == "words"
    assert [page for page in kinds if page.startswith(("right-for-me/", "iop/"))] == []


def test_changed_words_are_shown(report):
    part = report.select_one('section[data-page="help-now/index.html"]')
    assert any("Zebra help" in line.get_text() for line in part.select(".come"))
    assert not any("Zebra help" in line.get_text() for line in part.select(".gone"))


def test_there_are_pictures_of_before_and_after(project, report):
    folder = project / "dist/preview"
    part = report.select_one('section[data-page="help-now/index.html"]')
    pictures = [(folder / image["src"]).read_bytes() for image in part.select("img")]
    assert len(pictures) == 4
    assert {picture[:4] for picture in pictures} == {b"\x89PNG"}
    assert len(set(pictures)) == 4
    gone = report.select_one(f'section[data-page="{NOTE}/index.html"]')
    assert len(gone.select("img")) == 2
    named = {image["src"] for image in report.select("img")}
    assert named == {f"pictures/{file.name}" for file in (folder / "pictures").iterdir()}


def test_the_report_asks_for_nothing_from_elsewhere(report):
    assert not report.select("script, link, iframe")
    assert [image["src"] for image in report.select("img") if "://" in image["src"]] == []


def test_without_a_change_it_says_so(project, report):  # noqa: ARG001 (it changed the project)
    git(project, "checkout", "-B", "work")
    git(project, "add", ".")
    git(project, "commit", "-m", "As it is")
    done = preview(project, "work")
    assert done.returncode == 0, done.stderr
    assert "0 pages" in done.stdout
    page = (project / "dist/preview/index.html").read_text("utf-8")
    assert "No page has changed" in page


def test_a_style_shows_on_the_pages_that_it_changes_and_on_no_other(project, report):  # noqa: ARG001
    styles = project / "content/assets/css"
    for name, rule in (("home", ".home { padding-top: 99px }"), ("search", ".unused { top: 0 }")):
        with (styles / f"{name}.css").open("a", encoding="utf-8") as sheet:
            sheet.write(f"\n{rule}\n")
    built(project)
    done = preview(project, "work")
    assert done.returncode == 0, done.stderr
    soup = BeautifulSoup((project / "dist/preview/index.html").read_text("utf-8"), "lxml")
    kinds = {part["data-page"]: part["data-kind"] for part in soup.select("section[data-page]")}
    assert kinds == {"index.html": "look"}
    named = {image["src"] for image in soup.select("img")}
    pictures = project / "dist/preview/pictures"
    assert named == {f"pictures/{file.name}" for file in pictures.iterdir()}


def test_an_unknown_ref_is_told_in_one_line(project):
    done = preview(project, "no-such-branch")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Git knows no 'no-such-branch' here: name a branch, a tag or a commit."
    ]


def test_a_page_with_another_menu_alone_is_no_page_that_a_writer_changed(tmp_path):
    layout = "<html><body><nav><a href='x'>{}</a></nav>{}<main><p>{}</p></main></body></html>"
    pages = {
        "before": {"a.html": ("One", "", "Words."), "b.html": ("One", "", "Words.")},
        "after": {"a.html": ("Two", "", "Words."), "b.html": ("Two", "<b>!</b>", "Words.")},
    }
    for when, files in pages.items():
        (tmp_path / when).mkdir()
        for name, parts in files.items():
            (tmp_path / when / name).write_text(layout.format(*parts), "utf-8")
    found = changes.between(tmp_path / "before", tmp_path / "after")
    assert [(one.page, one.kind) for one in found] == [("b.html", "look"), ("a.html", "menu")]
    parts = (tmp_path / "out", found[1:], tmp_path / "before", tmp_path / "after", "main")
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:  # Playwright may run in this one
        assert apart.submit(report_pages.write, *parts).result() == 0
    soup = BeautifulSoup((tmp_path / "out/index.html").read_text("utf-8"), "lxml")
    (line,) = soup.select("[data-menus]")
    assert "Only the menu changed: 1 page" in line.get_text()
    assert "a.html" in line.get_text()
    assert not soup.select("img")
