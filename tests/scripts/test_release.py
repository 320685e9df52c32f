"""A release is the same whenever it is made, and never made of what it should not be."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import shutil
import subprocess
import tarfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from scripts import archive, release, servers
from site_config.settings import calendar, center

MORE = (".gitignore", "docs")
TODAY = calendar.today(center.TIME_ZONE)
WHEN = f"{TODAY}T20:00:00+00:00"
"""The same date at the center. The content check goes by it: nothing may be dated later."""


def git(folder, *words):
    settings = {"GIT_COMMITTER_DATE": WHEN, "GIT_AUTHOR_DATE": WHEN}
    person = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *person, *words], cwd=folder, env=os.environ | settings, check=True)


def build(folder):
    """In a thread of its own: the suite's browser has Playwright running in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(release.build, folder).result()


def commit(folder):
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "Test")


def all_looked_at_today(folder):
    """Write so into all content: a release is refused once reviews are overdue, a test is not."""
    days = {"checked_on": TODAY, "next_review": TODAY + dt.timedelta(days=180)}
    dated = re.compile(rf"\b({'|'.join(days)}): \d{{4}}-\d\d-\d\d")
    for file in (folder / "content").rglob("*"):
        if file.suffix in (".md", ".yml"):
            text = file.read_text("utf-8")
            file.write_text(dated.sub(lambda found: f"{found[1]}: {days[found[1]]}", text), "utf-8")


@pytest.fixture(scope="module")
def project(root, make_six_pages, tmp_path_factory):
    """A copy of the project in a git repository of its own."""
    absent = [what for name in servers.NAMES if (what := servers.missing(name))]
    if absent and os.environ.get("CI") != "true":
        pytest.skip(f"{', '.join(absent)} is not installed: run make setup-servers as root")
    folder = make_six_pages(tmp_path_factory.mktemp("release"))
    for name in MORE:
        source = root / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder)
    with (folder / ".gitignore").open("a") as ignored:
        ignored.write("/node_modules\n")  # here a link, which the line for a folder leaves out
    all_looked_at_today(folder)
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def test_the_same_commit_gives_the_same_archive(project, tmp_path):
    other = tmp_path / "elsewhere"
    shutil.copytree(project, other, symlinks=True)
    sums = []
    for folder in (project, other):
        build(folder)
        sums.append(hashlib.sha256(release.pack(folder).read_bytes()).hexdigest())
    assert sums[0] == sums[1]
    packed = project / f"dist/site-{TODAY}.tar.gz"
    with tarfile.open(packed) as opened:
        names = set(opened.getnames())
    wanted = {"site/index.html", "site/_headers", "hosting/Caddyfile", "bill.cdx.json"}
    assert wanted <= names
    checksum = packed.with_name(f"{packed.name}.sha256").read_text()
    assert checksum == f"{sums[0]}  {packed.name}\n"


def test_a_site_that_was_not_built_from_the_last_commit_is_not_packed(project):
    (project / release.BUILT).unlink(missing_ok=True)
    with pytest.raises(release.ReleaseError, match="not built from the last commit"):
        release.pack(project)


def test_what_is_not_committed_is_not_released(project):
    stray = project / "content/stray.md"
    stray.write_text("# Not committed\n")
    with pytest.raises(release.ReleaseError, match=r"Commit these first(.|\n)*stray\.md"):
        build(project)
    stray.unlink()


def test_a_page_that_hides_that_it_is_a_draft_is_not_released(project):
    sheet = project / "content/assets/css/articles.css"
    was = sheet.read_text("utf-8")
    sheet.write_text(f"{was}\n.review-line, .review-box {{ display: none; }}\n", "utf-8")
    commit(project)
    with pytest.raises(release.ReleaseError, match="Not signed by a clinician"):
        build(project)
    sheet.write_text(was, "utf-8")
    commit(project)


def test_an_archive_depends_on_names_and_contents_alone(tmp_path):
    made = []
    for folder, order in (("a", "xyz"), ("b", "zyx")):
        inside = tmp_path / folder / "site"
        inside.mkdir(parents=True)
        for name in order:
            (inside / name).write_text(name)
        (inside / "x").chmod(0o600 if folder == "a" else 0o755)
        os.utime(inside / "y", (len(made), len(made)))
        made.append(archive.pack(tmp_path / folder / "out.tar.gz", {"site": inside}, 1_000_000))
    assert made[0] == made[1]
    (tmp_path / "b/site/z").write_text("changed")
    again = archive.pack(tmp_path / "b/out.tar.gz", {"site": tmp_path / "b/site"}, 1_000_000)
    assert again != made[1]


def test_a_public_release_is_refused_while_something_required_is_open(project):
    build(project)
    with pytest.raises(release.ReleaseError, match="not public yet"):
        release.pack(project, public=True)
    with tarfile.open(release.pack(project)) as opened:
        told = opened.extractfile("launch-check.txt").read().decode()
    assert "A way to reach the center" in told


def test_a_site_that_was_built_again_since_is_not_packed(project):
    build(project)
    page = project / "site/index.html"
    page.write_text(page.read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(release.ReleaseError, match="built again since"):
        release.pack(project)
