"""A site of six pages that the real command builds in seconds; the last one waits for its day."""

from __future__ import annotations

import datetime as dt
import re
import shutil

import yaml

from site_config.questionnaire.compiler import compile_data
from site_config.settings import calendar, center
from tests import project_copy

TODAY = calendar.today(center.TIME_ZONE)
DAY = dt.timedelta(days=1)
WAITING = "updates/2026-01-05-zebra-crossing.md"

PAGE = """---
title: {title}
description: What this page of a small site is about, said in a sentence of the right length.
author: editorial
last_reviewed: {today}
next_review: {review}
tags: [{tag}]
{more}---

# {title}

{text} Call [911](tel:911) or [988](tel:988) if you are in danger.
"""
PAGES = {
    "index.md": ("The start", "Some words.\n\nRead [what is new](updates/index.md)."),
    "help-now.md": ("Help now", "Some words."),
    "self-check.md": ("A short check", "Some words."),
    "updates/index.md": ("What is new", "Some words."),
    "updates/2026-01-02-first-note.md": ("A first note", "Some words."),
    WAITING: ("Zebra crossing", "A quagga crosses the road."),
}
EXTRA = {
    "index.md": "template: home.html\n",
    "self-check.md": "template: self-check.html\nneutral: true\n",
}
NAV = """nav:
  - Home: index.md
  - Help now: help-now.md
  - Check: self-check.md
  - News:
      - updates/index.md
      - First note: updates/2026-01-02-first-note.md
      - Zebra crossing: updates/2026-01-05-zebra-crossing.md

"""


def keep_of_templates(allowed):
    """Take away what is allowed on pages that are gone."""
    entries = yaml.safe_load(allowed.read_text("utf-8"))
    kept = [entry for entry in entries if entry["rule"].startswith("template-")]
    allowed.write_text(yaml.safe_dump(kept), "utf-8")


def make(root, folder):
    """Copy the project with these pages in place of its own; their runtime is copied."""
    project = project_copy.make(root, folder)
    for path in (project / "content").iterdir():
        if path.name not in ("_data", "assets"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copy(root / "content/search.md", project / "content")
    (project / "content/updates").mkdir()
    for name in PAGES:
        write(project, name)
    links = "- {page: help-now.md, words: Help right now}\n"
    (project / "content/_data/helpful_pages.yml").write_text(links, "utf-8")
    outcomes = project / "checker/outcomes.yml"
    said = outcomes.read_text("utf-8")
    outcomes.write_text(re.sub(r"^ +page: .*\n", "", said, flags=re.MULTILINE), "utf-8")
    compile_data(project)
    keep_of_templates(project / "site_config/allowed.yml")
    (project / "content/_data/addresses.txt").unlink()  # of pages that are gone
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(
        re.sub(r"^nav:.*?(?=^plugins:)", NAV, text, flags=re.MULTILINE | re.DOTALL), "utf-8"
    )
    facts = project / "site_config/center.yml"
    project_copy.edit(facts, "site_url: null", "site_url: https://care.example/")
    project_copy.in_english(project)
    return project


def write(project, name, **front):
    """Write the page `name`, with these further lines in its front matter."""
    title, text = PAGES[name]
    more = EXTRA.get(name, "") + "".join(f"{key}: {value}\n" for key, value in front.items())
    page = PAGE.format(
        title=title,
        text=text,
        more=more,
        tag="zebras" if name == WAITING else "news",
        today=TODAY,
        review=TODAY + 180 * DAY,
    )
    (project / "content" / name).write_text(page, "utf-8")
