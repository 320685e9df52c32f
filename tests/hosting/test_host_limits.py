"""What static hosts can take, by their documentation: see docs/deploying.md."""

from __future__ import annotations

from tests.server import read_headers

RULES = 100
"""Cloudflare Pages: header rules in one file."""

LINE = 2000
"""Cloudflare Pages: characters in one line of it."""

FILE = 10_000_000
"""CloudFront: bytes of a file that it compresses. Cloudflare Pages takes 25 MiB."""


def test_the_headers_file_is_within_what_cloudflare_pages_reads(built_site):
    lines = (built_site / "_headers").read_text("utf-8").splitlines()
    assert max(map(len, lines)) <= LINE
    assert 0 < len(read_headers(built_site / "_headers")) <= RULES


def test_each_rule_of_the_headers_file_has_one_star_at_most(built_site):
    patterns = [pattern for pattern, _ in read_headers(built_site / "_headers")]
    assert [pattern for pattern in patterns if pattern.count("*") > 1] == []


def test_no_file_is_too_large_to_be_compressed_on_the_way(built_site):
    sizes = {path: path.stat().st_size for path in built_site.rglob("*") if path.is_file()}
    assert {path: size for path, size in sizes.items() if size >= FILE} == {}
