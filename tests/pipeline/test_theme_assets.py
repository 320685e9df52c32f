"""The theme's own files are taken out of a built site, and nothing of ours."""

from __future__ import annotations

import pytest

from site_config.pipeline.theme_assets import prune

OURS = {"index.html", "assets/css/tokens.css", "assets/pictures/a.svg"}
THEIRS = {
    "assets/stylesheets/main.css",
    "assets/javascripts/lunr/es.js",
    "assets/images/favicon.png",
}


@pytest.mark.parametrize(
    ("files", "left"),
    [
        (OURS | THEIRS, OURS),
        (OURS, OURS),
        (OURS | THEIRS | {"assets/images/own.webp"}, OURS | {"assets/images/own.webp"}),
    ],
)
def test_what_is_left(tmp_path, files, left):
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    prune(tmp_path)
    kept = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert kept == left
    folders = [folder for folder in tmp_path.rglob("*") if folder.is_dir()]
    assert all(any(folder.iterdir()) for folder in folders)


def test_a_built_site_has_none_of_it(built_site):
    for name in THEIRS:
        assert not (built_site / name).exists()
