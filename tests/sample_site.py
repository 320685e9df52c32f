"""Builds a small site with the project's own templates and a center of the test's choice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[1]

CENTER = {
    "name": "Willow Center",
    "city": "Springfield",
    "region": "Oregon",
    "site_url": None,
    "phone": None,
    "text_line": None,
    "email": None,
    "address": None,
    "contact_url": None,
    "insurance_url": None,
    "license": None,
    "logo": None,
    "selfcheck": {"title": "A list", "icon": None},
    "colors": {"main": None, "accent": None},
}
LINES = [
    {
        "id": "emergency_911",
        "name": "Emergency",
        "call": "911",
        "call_display": "911",
        "text": None,
    },
    {
        "id": "lifeline_988",
        "name": "Lifeline",
        "call": "988",
        "call_display": "988",
        "text": "988",
    },
]
PEOPLE = {"reviewer": None, "authors": {"editorial": {"name": "Editorial team"}}}
REVIEWER = {"name": "R. Example", "credential": "LCSW", "license": None, "url": None}
SOURCES = {
    "guide": {"title": "A guide", "publisher": "A press", "year": 2024, "url": "https://a.example/"}
}
ARTICLE = """---
title: What is care?
description: What care is.
author: editorial
reviewed_by: {reviewed_by}
last_reviewed: 2026-11-23
next_review: 2027-05-23
sources: [guide]
---
# What is care?

Care is help.

## First part

Words.

## Second part

Words.

## Next step

[Go home](../index.md).
"""
PAGES = {
    "index.md": """---
title: Start
template: home.html
---
# Start

A promise.

More.

## Find {{ .doors }}

- [Care](understand/care.md)
""",
    "help-now.md": "---\nauthor: editorial\nlast_reviewed: 2026-11-23\n---\n# Help\n\nCall.\n",
    "self-check.md": "---\ntitle: Short check\nneutral: true\n---\n# Short check\n",
    "search.md": "---\ntitle: Search this site\ntemplate: search.html\n---\n",
    "understand/index.md": """---
author: editorial
last_reviewed: 2026-11-23
---
# Understand

!!! danger "Call 911 if"
    Someone can't breathe.

Words.
""",
    "understand/care.md": ARTICLE,
}
STYLES = ("tokens", "site", "frame", "parts", "articles", "print")
HOOKS = """
import json
from pathlib import Path
from site_config.rendering import translated_templates
def on_env(env, files, **_):
    translated_templates.install(env)
    env.globals.update(json.loads((Path(__file__).parent / "globals.json").read_text()))
    env.globals["page_of"] = {file.src_uri: file.page for file in files.documentation_pages()}
"""


def build(folder: Path, *, reviewed_by: str = "null", **changes) -> Path:
    """Build the small site in `folder`; `center` and `people` change those facts.

    Returns the built site's folder.
    """
    docs = folder / "docs"
    for name, text in PAGES.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text.format(reviewed_by=reviewed_by), "utf-8")
    (docs / "about").mkdir()
    (docs / "about/parts.md").symlink_to(ROOT / "content/about/parts.md")
    (docs / "assets").symlink_to(ROOT / "content/assets")
    facts = {
        "center": CENTER | changes.get("center", {}),
        "people": PEOPLE | changes.get("people", {}),
        "crisis_lines": LINES,
        "search_words": {"danger": [], "pages": {}},
        "sources": SOURCES,
    }
    (folder / "globals.json").write_text(json.dumps(facts), "utf-8")
    (folder / "hooks.py").write_text(HOOKS, "utf-8")
    (folder / "mkdocs.yml").write_text(json.dumps(_settings()), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=environment, check=True)
    return folder / "site"


def read(site: Path, page: str) -> BeautifulSoup:
    """The parsed page `page`, such as "understand/care/"."""
    file = site / (f"{page}index.html" if page.endswith("/") or not page else page)
    return BeautifulSoup(file.read_text("utf-8"), "lxml")


def graph(page: BeautifulSoup) -> dict[str, dict[str, Any]]:
    """The page's structured data, by type."""
    block = page.select_one('script[type="application/ld+json"]')
    assert block is not None
    return {item["@type"]: item for item in json.loads(block.get_text())["@graph"]}


def _settings() -> dict[str, Any]:
    return {
        "site_name": "Willow Center",
        "docs_dir": "docs",
        "theme": {
            "name": "material",
            "custom_dir": str(ROOT / "site_config/overrides"),
            "font": False,
        },
        "plugins": ["search"],
        "hooks": ["hooks.py"],
        "extra_css": [f"assets/css/{name}.css" for name in STYLES],
        "markdown_extensions": [
            "admonition",
            "attr_list",
            "tables",
            "md_in_html",
            {"site_config.rendering.page_layout": {"pictures": f"{ROOT}/content/assets/pictures"}},
        ],
        "nav": [
            {"Start": "index.md"},
            {"Understand": ["understand/index.md", "understand/care.md"]},
            {"Short check": "self-check.md"},
            {"Help now": "help-now.md"},
        ],
        "not_in_nav": "search.md\nabout/parts.md",
    }
