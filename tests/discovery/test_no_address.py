"""A center whose address is not known yet: nothing is made up, and the build says so."""

from __future__ import annotations

import json
import re

from bs4 import BeautifulSoup

from tests.project_copy import build, edit


def test_without_an_address_none_is_made_up(built_site):
    """The default center has no `site_url`."""
    for file in ("sitemap.xml", "sitemap.xml.gz", "updates/feed.xml", "assets/sharing"):
        assert not (built_site / file).exists(), file
    assert "Sitemap" not in (built_site / "robots.txt").read_text("utf-8")
    for path in built_site.rglob("*.html"):
        page = BeautifulSoup(path.read_text("utf-8"), "lxml")
        assert not page.select(
            'link[rel="canonical"], link[rel="alternate"], meta[property="og:url"], '
            'meta[property="og:image"], meta[name="twitter:card"]'
        ), path
        for block in page.select('script[type="application/ld+json"]'):
            own = own_addresses(json.loads(block.string))
            assert [one for one in own if "://" in one] == [], path
    for folder in (built_site, built_site / "es"):
        links = re.findall(r"\]\(([^)]+)\)", (folder / "llms.txt").read_text("utf-8"))
        assert links
        assert [link for link in links if not (folder / link / "index.html").is_file()] == []


def own_addresses(data):
    """The addresses of this site in structured data: all but those of cited works."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("url", "item", "image", "logo"):
                yield value
            elif key not in ("citation", "reviewedBy", "@context"):
                yield from own_addresses(value)
    elif isinstance(data, list):
        for part in data:
            yield from own_addresses(part)


def test_a_build_without_an_address_says_what_is_left_out(make_six_pages, tmp_path):
    small = make_six_pages(tmp_path)
    edit(small / "site_config/center.yml", "site_url: https://care.example/", "site_url: null")
    done = build(small)
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stderr.splitlines() if "site_url" in line]
    assert "site_config/center.yml:8:" in line
    assert "sitemap" in line
    assert "feed" in line
