"""A finished site takes the place of the last one."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from site_config.pipeline import publish


def test_a_finished_site_replaces_the_last_one_and_spares_its_history(tmp_path):
    for name in ("site/.git/log", "site/.well-known/old", "site/gone", "site/a/gone"):
        write(tmp_path / name, "last")
    for name in ("site.new/.well-known/new", "site.new/index.html", "site.new/a/page"):
        write(tmp_path / name, "new")
    config = SimpleNamespace(site_dir=f"{tmp_path}/site.new")
    publish.replace(config)
    files = [path for path in Path(config.site_dir).rglob("*") if path.is_file()]
    assert {str(f.relative_to(config.site_dir)): f.read_text("utf-8") for f in files} == {
        ".git/log": "last",
        ".well-known/old": "last",
        ".well-known/new": "new",
        "index.html": "new",
        "a/page": "new",
    }
    assert not (tmp_path / "site.new").exists()


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
