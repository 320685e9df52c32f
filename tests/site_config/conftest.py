"""A small project whose pages a test writes itself."""

from __future__ import annotations

import pytest


@pytest.fixture
def make_site(tmp_path, root):
    """Writes pages (and their Markdown sources) of a small project; gives the two folders."""
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config/hosting").symlink_to(root / "site_config/hosting")

    def make(pages, sources=None):
        for folder, files in (("site", pages), (".", sources or {})):
            for name, text in files.items():
                path = tmp_path / folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        return tmp_path / "site", tmp_path

    return make
