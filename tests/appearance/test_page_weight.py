"""What a first visit costs: each page asks for little, and for nothing that it does not use."""

from __future__ import annotations

import json

import brotli
import pytest

ARTICLE, CHECK = "iop/levels/", "self-check/"
# Brotli bytes of all that the page loads by itself, and how many files: room for words to grow.
# The check has 32 since papers in other languages and what is asked are modules of their own,
# 34 since its two long style sheets are split, and 35 since the page that is saved is made in a
# module of its own: fetched when asked for, it would be missing offline. Without the comments of
# scripts and styles it weighs 115 kB; with them it was 132.
BUDGETS = {ARTICLE: (62_000, 14), CHECK: (122_000, 35), "": (62_000, 16)}


def loaded(page, path):
    """The paths that a first visit of a page asks for, without the runtime's."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path)  # all that the page names; an idle network alone may be one not yet busy
    page.wait_for_load_state("networkidle")
    base = page.url.removesuffix(path)
    return [url.removeprefix(base) for url in asked if url.startswith("http")]


def packed(site, path):
    file = site / path
    file = file / "index.html" if file.is_dir() else file
    return len(brotli.compress(file.read_bytes(), quality=11))


@pytest.mark.parametrize("path", BUDGETS)
def test_first_visit_stays_within_its_budget(page, built_site, path):
    asked = loaded(page, path)
    size = sum(packed(built_site, one) for one in asked)
    most_bytes, most_files = BUDGETS[path]
    assert size < most_bytes, sorted((packed(built_site, one), one) for one in asked)
    assert len(asked) <= most_files, asked


@pytest.mark.parametrize("path", BUDGETS)
def test_first_visit_asks_for_no_python_and_no_search_index(page, path):
    asked = loaded(page, path)
    assert asked
    assert not [one for one in asked if one.startswith("runtime/") or "search_index" in one]


def test_the_runtime_is_at_most_55_hundredths_of_stock_pyodide(built_site):
    """The same three files as brotli: 4.67 MB, measured with quality 11 for Pyodide 0.29.5."""
    stock = 4_670_000
    text = (built_site / "self-check/index.html").read_text("utf-8")
    found = text.split('id="runtime-manifest">', 1)[1].split("</script>", 1)[0]
    files = json.loads(found)["files"].values()
    ours = sum((built_site / f"{file['path']}.br").stat().st_size for file in files)
    assert ours <= 0.55 * stock
