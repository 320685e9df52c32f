"""The policy in the pages: what it allows, and where it stands."""

from __future__ import annotations

import pytest

from site_config.hosting import headers
from site_config.security.built_page import script_hash
from tests.security.policy_site import PAGE, policy_in, tags_in

WEAK = ("unsafe-inline", "'unsafe-eval'", "*", "http:", "https:", "data:", "//")


@pytest.mark.promise("second_wall")
def test_every_built_page_carries_the_policy_first(built_site):
    pages = sorted(built_site.rglob("*.html"))
    assert built_site / "404.html" in pages
    for page in pages:
        found = policy_in(page)
        assert found["default-src"] == "'none'"
        assert found["form-action"] == found["base-uri"] == "'none'"
        assert found["connect-src"] == "'self'"
        assert not [word for word in WEAK for part in found.values() if word in part]


def test_the_referrer_is_kept_back_in_every_built_page(built_site):
    for page in built_site.rglob("*.html"):
        tags = tags_in(page)
        assert ("meta", {"name": "referrer", "content": "no-referrer"}) in tags


def test_the_encoding_is_still_named_within_the_first_kilobyte(built_site):
    for page in built_site.rglob("*.html"):
        assert b'<meta charset="utf-8">' in page.read_bytes()[:1024], page


def test_only_the_self_check_may_run_webassembly_and_a_worker_from_memory(built_site):
    for page in built_site.rglob("*.html"):
        found = policy_in(page)
        here = page.parent.name == "self-check"
        assert ("'wasm-unsafe-eval'" in found["script-src"]) == here
        assert (found["worker-src"] == "blob:") == here


def test_an_inline_script_is_allowed_by_its_hash_alone(make_site):
    script = "document.title = 'a < b'"
    body = f'<script>{script}</script><script type="application/ld+json">{{}}</script>'
    site, root = make_site({"index.html": PAGE.format(head="", body=body)})
    headers.apply_policy(site, root)
    assert policy_in(site / "index.html")["script-src"] == f"'self' {script_hash(script)}"


def test_media_may_load_only_where_a_page_plays_some(make_site):
    site, root = make_site(
        {"index.html": PAGE.format(head="", body='<video src="a.webm"></video>')}
    )
    headers.apply_policy(site, root)
    assert policy_in(site / "index.html")["media-src"] == "'self'"
    site, root = make_site({"index.html": PAGE.format(head="", body="")})
    headers.apply_policy(site, root)
    assert "media-src" not in policy_in(site / "index.html")


@pytest.mark.promise("no_names")
def test_the_check_takes_ticks_and_no_words(built_site):
    tags = tags_in(built_site / "self-check/index.html")
    kinds = {given["type"] for tag, given in tags if tag == "input"}
    assert kinds == {"radio", "checkbox"}
    assert not [tag for tag, given in tags if tag == "textarea" or "contenteditable" in given]
