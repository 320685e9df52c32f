"""What a built page runs and loads, read as a browser reads it."""

from __future__ import annotations

import pytest

from site_config.security.built_page import Tag, read, script_hash


@pytest.mark.parametrize(
    ("html", "scripts"),
    [
        ("<script>a()</script>", ["a()"]),
        ("<SCRIPT type='module'>a()</SCRIPT>", ["a()"]),
        ("<script type='text/javascript'>a()</script>", ["a()"]),
        ("<script type='importmap'>{}</script>", ["{}"]),
        ("<script type='speculationrules'>{}</script>", ["{}"]),
        ("<script type='application/json'>{}</script>", []),
        ("<script type='text/template'>a()</script>", []),
        ("<script src='a.js'>never()</script>", []),
        ("<script></script>", [""]),
        ("<template><script>a()</script></template>", ["a()"]),
        ("<noscript><script>a()</script></noscript>", ["a()"]),
        ("<textarea><script>a()</script></textarea>", []),
        ("<!-- <script>a()</script> -->", []),
    ],
)
def test_which_scripts_run(html, scripts):
    page = read(f"<!doctype html><html><head></head><body>{html}</body></html>")
    assert page.scripts == scripts


def test_tags_are_found_by_their_name_wherever_they_are():
    page = read("<html><head></head><body><a href='/'>A</a><template><a>B</a></template></body>")
    assert page.named["a"] == [Tag("a", {"href": "/"}), Tag("a", {})]
    assert page.named["a"][0].source == '<a href="/">'
    assert Tag("link", {"rel": "Preload  ICON"}).words("rel") == ["preload", "icon"]


@pytest.mark.parametrize(
    ("start", "known"),
    [
        ("<!doctype html><html lang='en'><head>", True),
        ('\n<!-- a note --><!DOCTYPE html>\n<html>\n<head class="a>b">', True),
        ("<html><head>", True),
        ("<script>a()</script><html><head>", False),  # would run before the policy binds
        ("words <html><head>", False),
        ("<html><body>", False),
        ("", False),
    ],
)
def test_nothing_stands_before_the_head(start, known):
    page = read(f"{start}</head><body></body></html>")
    assert page.head == (len(start) if known else None)


def test_what_the_parser_leaves_out_is_said():
    assert read("<html><head></head><body><p>Fine<b></p></body></html>").unread == []
    deep = "<div>" * 5000
    assert read(f"<html><head></head><body>{deep}</body></html>").unread


def test_a_hash_is_the_one_that_browsers_work_out():
    # The example of the standard: https://www.w3.org/TR/CSP3/#external-hash
    assert script_hash("alert('Hello, world.');") == (
        "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    )
