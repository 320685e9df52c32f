"""The policy and its companions as headers: in `_headers`, and in the recipes for servers."""

from __future__ import annotations

import re

import pytest

from site_config.hosting import headers
from tests.security.policy_site import MANIFEST, PAGE, headers_for, policy_in
from tests.server import read_headers


def test_each_address_gets_its_policy_as_a_header_too(built_site):
    for page in built_site.rglob("*.html"):
        path = "/" + page.relative_to(built_site).as_posix().removesuffix("index.html")
        policies = [
            v for name, v in headers_for(built_site, path) if name == "Content-Security-Policy"
        ]
        in_page = "; ".join(f"{name} {words}" for name, words in policy_in(page).items())
        assert f"{in_page}; frame-ancestors 'none'" in policies
        assert all("frame-ancestors 'none'" in one for one in policies)


def test_headers_that_add_up_never_contradict_each_other(built_site):
    files = [path for path in built_site.rglob("*") if path.is_file()]
    for file in files:
        given = headers_for(built_site, "/" + file.relative_to(built_site).as_posix())
        names = [name for name, _ in given if name != "Content-Security-Policy"]
        assert len(names) == len(set(names)), file


def test_runtime_files_are_kept_for_ever_and_pages_are_asked_for_again(built_site):
    for file in (built_site / "runtime").rglob("*.*"):
        given = dict(headers_for(built_site, "/" + file.relative_to(built_site).as_posix()))
        assert "immutable" in given["Cache-Control"]
    for path in ("/", "/help-now/", "/self-check/", "/assets/selfcheck/page/selfcheck.js"):
        assert dict(headers_for(built_site, path))["Cache-Control"] == "no-cache"


def test_the_allowlist_names_each_host_that_the_self_check_links_to(built_site):
    text = (built_site / "self-check/index.html").read_text("utf-8")
    linked = set(re.findall(r'(?:href|data-leave-url)="(https://[^/"]+)', text))
    allowlist = dict(headers_for(built_site, "/self-check/"))["Connection-Allowlist"]
    assert linked
    assert set(re.findall(r'"(https://[^/"]+)/\*"', allowlist)) == linked
    assert "Connection-Allowlist" not in dict(headers_for(built_site, "/help-now/"))


def test_a_section_with_two_kinds_of_pages_is_listed_page_by_page(make_site):
    site, root = make_site(
        {
            "index.html": PAGE.format(head="", body=""),
            "a/index.html": PAGE.format(head="", body=""),
            "a/check/index.html": PAGE.format(head="", body=MANIFEST),
        }
    )
    headers.apply_policy(site, root)
    for path, allowed in (("/a/", False), ("/a/check/", True)):
        policies = [v for name, v in headers_for(site, path) if name == "Content-Security-Policy"]
        assert all(("wasm" in one) == allowed for one in policies if "script-src" in one)
        assert any("script-src" in one for one in policies)


def test_no_header_is_longer_than_a_host_takes(built_site):
    for _, given in read_headers(built_site / "_headers"):
        assert all(len(f"{name}: {value}") < 2000 for name, value in given)


@pytest.mark.parametrize("name", ["nginx-http.conf", "nginx-site.conf", "Caddyfile"])
def test_the_recipes_for_servers_are_written(make_site, name):
    site, root = make_site({"index.html": PAGE.format(head="", body=MANIFEST)})
    headers.apply_policy(site, root)
    assert "{{" not in (root / "dist/hosting" / name).read_text("utf-8")
