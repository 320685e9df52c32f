"""`make rename`: a page and its translations get another name, whole or not at all."""

from __future__ import annotations

import posixpath
import shutil
from pathlib import Path

import pytest

from site_config.authoring import rename_page
from site_config.content_model.project import read_project
from site_config.linter.runner import check_site
from site_config.settings.published_addresses import PUBLISHED
from tests.small_site import ROOT, TODAY

OLD, NEW = "understand/page.md", "understand/other.md"
OLD_URL = "understand/page/"


@pytest.fixture
def project(small):
    small.write("mkdocs.yml", f"nav:\n  - help.md\n  - {OLD}\n  - understand/second.md\n")
    small.write(
        "content/_data/search_words.yml", f"danger: []\npages:\n  # {OLD} is new\n  {OLD}: [a]\n"
    )
    small.write("site_config/allowed.yml", "[]\n")
    small.page(
        "[The page](page.md), and [the next step](page.md#next).", name="understand/second.md"
    )
    small.page("# A page\n\n[Help](../help.md)\n\n## Next\n\nWords.")
    return small


def files(root):
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in root.rglob("*")
        if file.is_file()
    }


def errors(small):
    return [issue for issue in small.issues("") if issue.severity == "error"]


def rename(small, old=OLD, new=NEW):
    return rename_page.main([old, new, "--root", str(small.root)])


def test_links_menu_and_search_words_lead_to_the_new_name(project):
    assert rename(project) == 0
    there = files(project.root)
    assert f"content/{OLD}" not in there
    assert (
        b"[The page](other.md), and [the next step](other.md#next)."
        in there["content/understand/second.md"]
    )
    assert f"- {NEW}".encode() in there["mkdocs.yml"]
    assert f"{NEW}: [a]".encode() in there["content/_data/search_words.yml"]
    assert not any(OLD.encode() in text for text in there.values())
    assert errors(project) == []


def test_the_old_address_leads_to_the_page(project):
    project.write(PUBLISHED, f"{OLD_URL}\n")
    rename(project)
    assert read_project(project.root, TODAY).pages[NEW].meta["was"] == [OLD_URL]
    assert errors(project) == []


@pytest.mark.parametrize(
    ("was", "after"),
    [
        ("[a/b/]", ["a/b/", OLD_URL]),
        ("[understand/other/, a/b/]", ["a/b/", OLD_URL]),
        (f"[{OLD_URL.rstrip('/')}/x/]", [f"{OLD_URL}x/", OLD_URL]),
    ],
)
def test_earlier_addresses_stay_but_the_one_it_has_again(project, was, after):
    project.page("# A page\n\n## Next\n\nWords.", was=was)
    assert rename(project) == 0
    assert read_project(project.root, TODAY).pages[NEW].meta["was"] == after


def test_a_draft_that_was_never_online_has_no_earlier_address(project):
    project.page("# A page\n\n## Next", publish_on="2999-01-01")
    project.page("Words.", name="understand/second.md")
    assert rename(project) == 0
    assert "was" not in read_project(project.root, TODAY).pages[NEW].meta


def test_line_ends_of_windows_stay(project):
    file = project.root / "content" / OLD
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert rename(project) == 0
    data = (project.root / "content" / NEW).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert read_project(project.root, TODAY).pages[NEW].meta["was"] == [OLD_URL]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data,  # as Notepad saves it
        lambda data: b"\xef\xbb\xbf" + data + b"\n---\n\nMore.\n",
        lambda data: data.replace(b"\n", b"\r\n"),
    ],
    ids=["byte order mark", "byte order mark and a rule", "line ends of Windows"],
)
@pytest.mark.parametrize("was", [{}, {"was": "[a/b/]"}], ids=["first", "again"])
def test_the_old_address_goes_into_the_one_front_matter(project, change, was):
    project.page("# A page\n\n## Next\n\nWords.", **was)
    file = project.root / "content" / OLD
    file.write_bytes(change(file.read_bytes()))
    assert rename(project) == 0
    page = read_project(project.root, TODAY).pages[NEW]
    assert page.meta["was"] == [*(["a/b/"] if was else []), OLD_URL]
    assert not any("title:" in block.text or "was:" in block.text for block in page.parts.blocks)
    data = (project.root / "content" / NEW).read_bytes()
    assert data.count(b"\r\n") in (0, data.count(b"\n"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda small: small.page("[A](second.md)", was="[x"), "can't be read"),
        (lambda small: small.write("content/understand/bad.md", b"\xff\xfea"), "UTF-16"),
        (
            lambda small: small.write("site_config/overrides/a.html", f"{{{{ '{OLD}' | url }}}}"),
            "site_config/overrides/a.html:1",
        ),
        (lambda small: (small.root / "content" / OLD).unlink(), "There is no page"),
    ],
)
def test_in_doubt_nothing_changes(project, capsys, change, said):
    change(project)
    before = files(project.root)
    assert rename(project) == 1
    assert files(project.root) == before
    told = capsys.readouterr().err
    assert said in told
    assert told.endswith("Nothing was changed.\n")


def test_an_error_that_the_new_name_would_bring_is_found(project):
    plan = rename_page.plan_rename(project.root, OLD, NEW)
    assert rename_page.new_errors(project.root, plan) == []
    plan.texts.pop(Path("mkdocs.yml"))  # as if the command forgot the menu
    assert {issue.rule for issue in rename_page.new_errors(project.root, plan)} == {"menu"}


def test_a_disk_that_is_full_leaves_all_as_it_was(project):
    plan = rename_page.plan_rename(project.root, OLD, NEW)
    before = files(project.root)
    (project.root / "content" / NEW).mkdir()  # no file can be moved there
    with pytest.raises(OSError, match="directory"):
        plan.done_in(project.root)
    (project.root / "content" / NEW).rmdir()
    assert files(project.root) == before


def test_both_languages_of_the_site_move_without_a_new_issue(tmp_path):
    for name in ("content", "site_config", "checker", "locale"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    before = read_project(tmp_path, TODAY)
    old, new = "start/court.md", "start/court-ordered.md"
    known = {(issue.rule, issue.what) for issue in check_site(tmp_path)}
    assert rename_page.main([old, new, "--root", str(tmp_path)]) == 0
    after = read_project(tmp_path, TODAY)
    assert {(issue.rule, issue.what) for issue in check_site(tmp_path)} <= known
    for prefix in ("", "es/"):
        assert prefix + old not in after.pages
        assert after.pages[prefix + new].meta["was"] == [f"{prefix}start/court/"]
        assert leading_to(after, prefix + new) == leading_to(before, prefix + old) > 1


def leading_to(project, target):
    """How many links of all pages lead to the page."""
    return sum(
        posixpath.normpath(posixpath.join(posixpath.dirname(page.name), link.href)) == target
        for page in project.pages.values()
        for link in page.parts.links
    )
