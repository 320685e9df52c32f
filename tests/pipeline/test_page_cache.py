"""While serving, a page that is not read again keeps what was read of it before."""

from __future__ import annotations

from types import SimpleNamespace as Made

import pytest

from site_config.pipeline import page_cache


@pytest.fixture(autouse=True)
def empty(monkeypatch):
    monkeypatch.setattr(page_cache, "_kept", {})


def page(name, markdown=None, **parts):
    return Made(**{"file": Made(src_uri=name), "markdown": markdown, "meta": {}} | parts)


def test_a_page_that_was_not_read_now_is_given_back():
    page_cache.restore([page("a.md", "# A", meta={"title": "A"}, content="<h1>A</h1>")])
    again = page("a.md")
    page_cache.restore([again, page("b.md", "# B")])
    assert (again.markdown, again.meta, again.content) == ("# A", {"title": "A"}, "<h1>A</h1>")


def test_the_newest_reading_counts():
    for words in ("# Old", "# New"):
        page_cache.restore([page("a.md", words, meta={}, content=words)])
    again = page("a.md")
    page_cache.restore([again])
    assert again.content == "# New"


def test_a_page_that_was_never_read_stays_empty():
    again = page("a.md")
    page_cache.restore([again])
    assert again.markdown is None
