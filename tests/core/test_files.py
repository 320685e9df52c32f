"""What editors and systems leave beside people's files is not read."""

from __future__ import annotations

import shutil

from site_config.core.files import HIDDEN, is_hidden, visible


def test_hidden_files_and_those_in_hidden_folders_are_left_out(tmp_path):
    for name in ("b.md", "a/c.md", "a/._c.md", ".git/d.md", "e.txt", "a/f.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".#b.md").symlink_to("nobody@nowhere")
    (tmp_path / "folder.md").mkdir()
    names = [file.relative_to(tmp_path).as_posix() for file in visible(tmp_path, "*.md", "*.yml")]
    assert names == ["a/c.md", "a/f.yml", "b.md"]
    shutil.copytree(tmp_path, tmp_path / "copy", ignore=HIDDEN)
    copied = {file.name for file in (tmp_path / "copy").rglob("*")}
    assert not {name for name in copied if name.startswith(".")}


def test_a_project_in_a_hidden_folder_is_read(tmp_path):
    root = tmp_path / ".hidden/project"
    assert not is_hidden(root / "a.md", root)
    assert is_hidden(root / "a/.b/c.md", root)
