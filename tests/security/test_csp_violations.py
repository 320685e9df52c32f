"""What would need a weaker policy stops the build, at its line; what people need does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.core.issues import IssuesFound
from site_config.hosting import headers
from tests.security.policy_site import PAGE, policy_in


def issues_of(make_site, body, head="", sources=None, name="a/index.html"):
    site, root = make_site({name: PAGE.format(head=head, body=body)}, sources)
    before = (site / name).read_text("utf-8")
    with pytest.raises(IssuesFound) as caught:
        headers.apply_policy(site, root)
    assert (site / name).read_text("utf-8") == before
    return caught.value.issues


@pytest.mark.parametrize(
    "html",
    [
        '<p onclick="go()">a</p>',
        "<svg/onload=go()></svg>",
        '<p style="color: red">a</p>',
        "<style>p { color: red }</style>",
        '<script src="https://elsewhere.example/a.js"></script>',
        '<script src="//elsewhere.example/a.js"></script>',
        '<img src="https://elsewhere.example/a.png" alt="">',
        '<img src="\\\\elsewhere.example/a.png" alt="">',
        '<img srcset="a.png 1x, https://elsewhere.example/b.png 2x" alt="">',
        '<img src="data:image/png;base64,AA==" alt="">',
        '<video poster="https://elsewhere.example/a.png"></video>',
        '<iframe src="a.html"></iframe>',
        '<iframe srcdoc="a"></iframe>',
        '<object data="a.pdf"></object>',
        '<embed src="a.pdf">',
        '<a href="javascript:go()">a</a>',
        '<a href=" java\tscript:go()">a</a>',
        '<a href="data:text/html,a">a</a>',
        '<a href="//elsewhere.example/">a</a>',
        '<a href="b/" ping="https://elsewhere.example/">a</a>',
        '<form action="/send"></form>',
        '<button formaction="/send">a</button>',
        '<base href="https://elsewhere.example/">',
        '<svg><image href="https://elsewhere.example/a.png"/></svg>',
        '<svg><use xlink:href="https://elsewhere.example/a.svg#b"/></svg>',
        '<template><img src="https://elsewhere.example/a.png" alt=""></template>',
        '<noscript><img src="https://elsewhere.example/a.png" alt=""></noscript>',
        '<link rel="dns-prefetch" href="https://elsewhere.example/">',
        '<link rel="preconnect" href="https://elsewhere.example/">',
        '<link rel="stylesheet" href="https://elsewhere.example/a.css">',
        '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">',
        '<meta http-equiv="Content-Security-Policy" content="default-src *">',
        # what only a parser like a browser's finds
        '</body><body onload="go()">',
        '<html onclick="go()">',
        '<!--><img src="https://elsewhere.example/a.png">-->',
        '<table><tr><img src="https://elsewhere.example/a.png"></table>',
        '<select><img src="https://elsewhere.example/a.png"></select>',
        "<p x='>'onclick=go()>a</p>",
        '<a href="java&Tab;script&colon;go()">a</a>',
    ],
)
def test_the_build_stops_at_what_would_need_a_weaker_policy(make_site, html):
    source = f"# A page\n\nSome words.\n\n{html}\n"
    (issue,) = {
        (issue.path, issue.line)
        for issue in issues_of(make_site, html, sources={"content/a.md": source})
    }
    assert issue == (Path("content/a.md"), 5)


def test_a_page_too_deep_to_be_read_to_its_end_stops_the_build(make_site):
    (issue,) = issues_of(make_site, "<div>" * 3000 + '<img src="https://elsewhere.example/a.png">')
    assert "depth" in issue.what


@pytest.mark.parametrize(
    "html",
    [
        '<a href="tel:988">a</a>',
        '<a href="sms:988?&amp;body=HOME">a</a>',
        '<a href="mailto:a@example.org">a</a>',
        '<a href="https://example.org/" target="_blank" rel="noopener">a</a>',
        '<a href="../b/#part">a</a>',
        '<img src="../assets/a.svg" alt="">',
        '<svg><use href="#a"/></svg>',
        '<link rel="canonical" href="https://example.org/a/">',
        '<form data-selfcheck data-leave-url="https://example.org/"></form>',
        '<meta http-equiv="refresh" content="0; url=../b/">',
    ],
)
def test_what_people_need_is_no_issue(make_site, html):
    site, root = make_site({"index.html": PAGE.format(head="", body=html)})
    headers.apply_policy(site, root)
    assert policy_in(site / "index.html")["default-src"] == "'none'"


def test_a_issue_that_markdown_wrote_is_found_in_its_source(make_site):
    source = "---\ntitle: A\n---\n# A\n\n![](https://elsewhere.example/a.png)\n"
    built = '<p><img alt="" src="https://elsewhere.example/a.png"></p>'
    (issue,) = issues_of(make_site, built, sources={"content/a/index.md": source})
    assert (issue.path, issue.line) == (Path("content/a/index.md"), 6)


def test_a_issue_of_a_template_is_found_in_the_template(make_site):
    sources = {
        "content/a.md": "# A\n",
        "site_config/overrides/main.html": '<body>\n<p onload="x()">',
    }
    (issue,) = issues_of(make_site, '<p onload="x()">', sources=sources)
    assert (issue.path, issue.line) == (Path("site_config/overrides/main.html"), 2)


@pytest.mark.parametrize(
    "css",
    [
        "a { background: url(https://elsewhere.example/a.png) }",
        'a { background: url("//elsewhere.example/a.png") }',
        "@import 'https://elsewhere.example/a.css';",
        'a { background: image-set("https://elsewhere.example/a.png" 1x) }',
        "@media print { a { background: url(data:image/png;base64,AA==) } }",
    ],
)
def test_styles_that_load_from_elsewhere_stop_the_build(make_site, css):
    (issue,) = issues_of(
        make_site,
        "",
        head='<link rel="stylesheet" href="../assets/a.css">',
        sources={"site/assets/a.css": f"p {{}}\n{css}", "content/assets/a.css": f"p {{}}\n{css}"},
    )
    assert (issue.path, issue.line) == (Path("content/assets/a.css"), 2)


def test_styles_with_own_files_and_words_are_no_issue(make_site):
    css = 'a { background: url("../b.png"); content: "https://example.org" }'
    head = '<link rel="stylesheet" href="a.css">'
    site, root = make_site({"index.html": PAGE.format(head=head, body=""), "a.css": css})
    headers.apply_policy(site, root)
    assert policy_in(site / "index.html")["style-src"] == "'self'"
