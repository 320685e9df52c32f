"""A release goes online whole, or not at all; going back brings the one before."""

from __future__ import annotations

import pytest

from scripts.ci import deploy
from scripts.ci.hosts import DeployError
from scripts.ci.released import Branch
from tests.scripts.ci.releases import git


def online(web_root):
    return (web_root / "current/site/index.html").read_text("utf-8")


def titles(project):
    branch = Branch(project.root)
    branch.fetch()
    return [entry.title for entry in branch.entries()]


def put(project, words, when):
    return deploy.deploy(project.root, "rsync", project.release(words, when=when))


def test_the_newest_archive_goes_online_and_is_recorded(project, web_root):
    project.release("old", when=1_000)
    project.release("new", when=2_000)
    said = deploy.deploy(project.root, "rsync")
    assert online(web_root) == "new"
    assert "public-site-19700101-003320-aaaaaaa" in said
    assert titles(project) == ["public-site-19700101-003320-aaaaaaa"]
    kept = git(project.remote, "show", "released:site/_headers")
    assert kept == "/*"
    assert git(project.remote, "show", "released:site/runtime/new.js") == "runtime of new"


def test_the_runtime_of_the_release_before_stays_for_those_who_have_its_page_open(
    project, web_root
):
    for place, words in enumerate(("one", "two", "three"), 1):
        put(project, words, place)
    runtime = {file.stem for file in (web_root / "current/site/runtime").iterdir()}
    assert runtime == {"two", "three"}


@pytest.mark.parametrize("after", ["false", "exit 3"])
def test_a_server_that_refuses_keeps_the_last_site(project, web_root, monkeypatch, after):
    put(project, "one", 1)
    monkeypatch.setenv("RSYNC_AFTER", after)
    with pytest.raises(DeployError, match="did not take it"):
        put(project, "two", 2)
    assert online(web_root) == "one"
    assert len(titles(project)) == 1


def test_an_upload_that_breaks_off_keeps_the_last_site(project, web_root, tmp_path, monkeypatch):
    put(project, "one", 1)
    full = tmp_path / "full"  # -l: rsync calls it so, to send its files
    full.write_text('#!/bin/sh\n[ "$1" = -l ] && exit 28\nshift\nexec sh -c "$*"\n')
    full.chmod(0o755)
    monkeypatch.setenv("RSYNC_SSH", str(full))
    with pytest.raises(DeployError):
        put(project, "two", 2)
    assert online(web_root) == "one"
    assert len(titles(project)) == 1


def test_a_file_that_did_not_change_is_kept_once_on_the_server(project, web_root):
    put(project, "one", 1)
    put(project, "two", 2)
    first, second = sorted((web_root / "releases").iterdir())
    assert (first / "site/_headers").samefile(second / "site/_headers")
    assert not (first / "site/index.html").samefile(second / "site/index.html")


def test_going_back_twice_goes_two_releases_back(project, web_root):
    for place, words in enumerate(("one", "two", "three"), 1):
        put(project, words, place)
    assert "Back to public-site-19700101-000002" in deploy.go_back(project.root, "rsync")
    assert online(web_root) == "two"
    deploy.go_back(project.root, "rsync")
    assert online(web_root) == "one"
    with pytest.raises(DeployError, match="no earlier release"):
        deploy.go_back(project.root, "rsync")
    put(project, "four", 4)
    deploy.go_back(project.root, "rsync")
    assert online(web_root) == "three"


def test_a_damaged_archive_stays_off(project, web_root):
    packed = project.release("one")
    packed.write_bytes(packed.read_bytes() + b"\0")
    with pytest.raises(DeployError, match="damaged"):
        deploy.deploy(project.root, "rsync")
    assert not web_root.exists()


def test_a_draft_goes_online_only_where_that_is_asked_for(project, web_root, monkeypatch):
    project.release("draft", public=False)
    with pytest.raises(DeployError, match="draft"):
        deploy.deploy(project.root, "rsync")
    assert not web_root.exists()
    monkeypatch.setenv("SHOW_DRAFT", "1")
    deploy.deploy(project.root, "rsync")
    assert online(web_root) == "draft"


def test_without_a_list_of_releases_nothing_goes_online(project, web_root):
    project.release("one")
    git(project.root, "remote", "set-url", "origin", str(project.root / "nowhere"))
    with pytest.raises(DeployError, match="list of releases"):
        deploy.deploy(project.root, "rsync")
    assert not web_root.exists()


def test_without_a_release_the_message_says_how_to_make_one(project):
    (project.root / "dist").mkdir()
    with pytest.raises(DeployError, match="make release"):
        deploy.deploy(project.root, "rsync")


@pytest.mark.parametrize("value", ["0", "false", "no", ""])
def test_a_setting_that_says_no_keeps_a_draft_off(project, web_root, monkeypatch, value):
    project.release("draft", public=False)
    monkeypatch.setenv("SHOW_DRAFT", value)
    with pytest.raises(DeployError, match="draft"):
        deploy.deploy(project.root, "rsync")
    assert not web_root.exists()


@pytest.mark.parametrize("text", [None, "", "\n"])
def test_an_archive_without_its_checksum_stays_off(project, web_root, text):
    packed = project.release("one")
    checksum = packed.with_name(f"{packed.name}.sha256")
    checksum.unlink()
    if text is not None:
        checksum.write_text(text)
    with pytest.raises(DeployError, match="make release"):
        deploy.deploy(project.root, "rsync")
    assert not web_root.exists()


def test_a_host_s_words_never_decide_whether_the_site_is_online(project, web_root, monkeypatch):
    put(project, "one", 1)
    project.release("two", when=2)
    monkeypatch.setattr(deploy, "ROOT", project.root)
    monkeypatch.setenv("HOST", "rsync")
    monkeypatch.setenv("RSYNC_AFTER", "echo another site is online here >&2; false")
    with pytest.raises(SystemExit, match=r"Nothing was put online.*is online here"):
        deploy.main("online")
    assert online(web_root) == "one"


def test_a_release_that_could_not_be_recorded_is_said_to_be_online(project, web_root, monkeypatch):
    project.release("one")
    refuse = project.remote / "hooks/pre-receive"
    refuse.write_text("#!/bin/sh\nexit 1\n")
    refuse.chmod(0o755)
    monkeypatch.setattr(deploy, "ROOT", project.root)
    monkeypatch.setenv("HOST", "rsync")
    with pytest.raises(SystemExit) as caught:
        deploy.main("online")
    assert "Nothing was put online" not in str(caught.value)
    assert "Run the same command again" in str(caught.value)
    assert online(web_root) == "one"
