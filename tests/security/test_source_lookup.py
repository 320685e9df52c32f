"""Something on a built page is found in the file that a person can edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.security.source_lookup import find

FILES = {
    "content/index.md": "---\ntitle: Home\n---\n\n<b>own</b>\n",
    "content/cost/plan.md": "Words.\n\n<img src='plan.png'>\n",
    "content/cost/index.md": "Section.\n",
    "site_config/overrides/main.html": "<header>\n<i>frame</i>\n</header>\n",
    "content/_data/sources.yml": "a:\n  title: data\n",
    "site_config/center.yml": "name: Some Center\n",
    "content/assets/a.js": "frame()\n",
}


@pytest.fixture
def root(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("page", "clues", "place"),
    [
        ("index.html", ["<b>own</b>"], ("content/index.md", 5)),
        ("cost/plan/index.html", ["plan.png"], ("content/cost/plan.md", 3)),
        ("cost/index.html", ["Section"], ("content/cost/index.md", 1)),
        ("cost/plan/index.html", ["<i>frame</i>"], ("site_config/overrides/main.html", 2)),
        ("cost/plan/index.html", ["title: data"], ("content/_data/sources.yml", 2)),
        ("index.html", ["Some Center"], ("site_config/center.yml", 1)),
        ("index.html", ["", "nowhere", "<i>frame</i>"], ("site_config/overrides/main.html", 2)),
        ("cost/plan/index.html", ["nowhere"], ("content/cost/plan.md", 1)),
        ("404.html", ["nowhere"], ("site/404.html", 1)),
        ("index.html", ["frame()"], ("content/index.md", 1)),  # scripts are no HTML
    ],
)
def test_the_first_clue_that_is_found_says_where(root, page, clues, place):
    assert find(root, Path(page), clues) == (Path(place[0]), place[1])
