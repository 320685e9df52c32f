"""Made-up pages for the tests of the policy, and what a built site says of its policy."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tests.server import read_headers

PAGE = "<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
MANIFEST = '<script type="application/json" id="runtime-manifest">{}</script>'


class _Tags(HTMLParser):
    """Keeps the opening tags in order."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def tags_in(path):
    """The opening tags of a page in order: name and attributes."""
    return _Tags(path.read_text("utf-8")).tags


def policy_in(path):
    """The policy in a page's meta tag, which must be the first tag in the head."""
    tags = tags_in(path)
    first = tags[[tag for tag, _ in tags].index("head") + 1]
    assert first[1]["http-equiv"] == "Content-Security-Policy"
    return dict(part.split(" ", 1) for part in first[1]["content"].split("; "))


def headers_for(site, path):
    """All headers that `_headers` gives to an address, added up as the hosts do it."""
    rules = read_headers(site / "_headers")
    matching = [
        given
        for pattern, given in rules
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path)
    ]
    return [pair for given in matching for pair in given]
