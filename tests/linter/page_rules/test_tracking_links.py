"""No link tells anyone who pressed it, who copied it, or where the writer works."""

from __future__ import annotations

import pytest

from tests.small_site import SOURCES

SAFE = (
    "https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3Futm_source"
    "%3Dx%26id%3D3&data=05%7C01%7Canna%40example.org%7C&reserved=0"
)


def found(small, body):
    first = small.page(body)
    issues = [issue for issue in small.issues() if issue.rule == "tracking-link"]
    return [(issue.line - first + 1, issue.severity, issue.what, issue.fix) for issue in issues]


@pytest.mark.parametrize(
    ("address", "what", "fix"),
    [
        (SAFE, "records who presses", "Write https://example.org/a?id=3 in"),
        (
            "https://www.google.com/url?sa=t&q=https%3A%2F%2Fexample.org%2Fa&ved=1",
            "records who presses",
            "Write https://example.org/a in",
        ),
        ("https://urldefense.com/v3/__https:/example.org", "records who", "Open it"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org", "records", "example.org in"),
        ("https://example.org/a?utm_source=x&id=3", "utm_source", "https://example.org/a?id=3 in"),
        ("https://example.org/a?UTM_Medium=x#top", "UTM_Medium", "https://example.org/a#top in"),
        ("https://example.org/?fbclid=x", "fbclid", "https://example.org/ in"),
        ("https://youtu.be/abc?si=Qx7trk", "“si”", "Write https://youtu.be/abc in"),
        ("https://youtu.be/abc?si=Qx&t=30", "“si”", "Write https://youtu.be/abc?t=30 in"),
        (
            "https://www.youtube.com/watch?v=abc&feature=share",
            "“feature”",
            "Write https://www.youtube.com/watch?v=abc in",
        ),
        ("https://open.spotify.com/episode/1?si=2", "“si”", "spotify.com/episode/1 in"),
        ("https://x.com/a/status/1?s=20", "“s”", "https://x.com/a/status/1 in"),
        ("https://example.org/a?mibextid=x", "mibextid", "https://example.org/a in"),
        ("https://maps.app.goo.gl/abc", "hides where it leads", "Open it"),
        ("https://www.facebook.com/share/p/1abc/", "hides where it leads", "Open it"),
        ("https://bit.ly/3xyz", "hides where it leads", "Open it"),
        ("https://localhost:8000/a", "only on your computer", "everyone can open"),
        ("https://acme.sharepoint.com/a", "with a login", "everyone can open"),
        ("https://example.org/a?user=anna%40example.com", "anna@example.com", "own address"),
    ],
)
def test_it_is_an_error_with_the_clean_address(small, address, what, fix):
    ((line, severity, message, remedy),) = found(small, f"One.\n\n[A guide]({address})")
    assert (line, severity) == (3, "error")
    assert what in message
    assert fix in remedy
    assert "anna" not in message or "gives away" in message
    if "%40" not in address:
        ((line, *_),) = found(small, f"One.\nSee {address} for it.")
        assert line == 2


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?id=3",
        "https://example.org/a?si=3&feature=share&s=1",
        "https://www.youtube.com/watch?v=abc&t=30",
        "https://www.facebook.com/share",
        "https://notyoutu.be/a?si=1",
        "https://www.google.com/maps",
        "../help.md",
        "tel:988",
    ],
)
def test_a_plain_address_is_fine(small, address):
    assert found(small, f"[A guide]({address})") == []


def test_an_address_in_the_list_of_sources_is_looked_at_too(small):
    small.write(
        SOURCES,
        "hours:\n  {title: H, publisher: P, year: 2024, checked_on: 2026-11-23, evidence: S,\n"
        '   url: "https://example.org/a?utm_source=x"}\n',
    )
    issues = [issue for issue in small.issues(SOURCES) if "utm_source" in issue.what]
    assert [issue.severity for issue in issues] == ["error"]
