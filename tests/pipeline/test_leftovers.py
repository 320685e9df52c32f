"""What editors, office programs and Macs leave in a project: ignored or named, no traceback."""

from __future__ import annotations

import pytest

from tests import project_copy

FOLDERS = ("content", "content/iop", "content/_data", "checker", "site_config/overrides")
HIDDEN = ("._index.md", "._main.html", "._rules.py", "._outcomes.yml", ".DS_Store", ".swap.md.swp")


@pytest.fixture
def project(root, tmp_path, built_site):  # noqa: ARG001 (its runtime is copied)
    """A copy of the project that a test may change and build."""
    return project_copy.make(root, tmp_path)


def test_hidden_files_change_nothing(project, built_site):
    for folder in FOLDERS:
        for name in HIDDEN:
            (project / folder / name).write_bytes(b"\x00\x05\x16\x07\xff\xfe")
        for ending in ("md", "py", "html", "yml"):
            (project / folder / f".#rules.{ending}").symlink_to("writer@computer.1234:5678")
    done = project_copy.build(project)
    assert done.returncode == 0, done.stderr
    files = [
        {path.relative_to(site).as_posix() for path in site.rglob("*")}
        for site in (project / "site", built_site)
    ]
    assert files[0] == files[1]


@pytest.mark.parametrize(
    "name",
    [
        "checker/~$outcomes.docx",
        "checker/#rules.py#",
        "checker/rules.py~",
        "content/~$week.docx",
        "content/iop/#week.md#",
        "content/_data/#sources.yml#",
        "site_config/overrides/#main.html#",
    ],
)
def test_other_leftovers_are_named(make_six_pages, tmp_path, name):
    small = make_six_pages(tmp_path)
    (small / name).parent.mkdir(exist_ok=True)
    (small / name).write_bytes(b"\x00\xff")
    done = project_copy.build(small)
    assert done.returncode != 0
    assert f"{name}:1: " in done.stderr
    assert "Traceback" not in done.stderr
