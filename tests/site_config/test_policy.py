"""The policy: what it allows, where it stands, and what stops the build."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from site_config.build import policy
from site_config.build.built_page import script_hash
from site_config.build.faults import Faults
from tests.server import read_headers

PAGE = "<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
MANIFEST = '<script type="application/json" id="runtime-manifest">{}</script>'
SEARCH = '<script id="__config" type="application/json">{}</script>'
WEAK = ("unsafe-inline", "'unsafe-eval'", "*", "http:", "https:", "data:", "//")


@pytest.fixture
def make_site(tmp_path, root):
    """Writes pages (and their Markdown sources) of a small project; gives the two folders."""
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config/hosting").symlink_to(root / "site_config/hosting")

    def make(pages, sources=None):
        for folder, files in (("site", pages), (".", sources or {})):
            for name, text in files.items():
                path = tmp_path / folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        return tmp_path / "site", tmp_path

    return make


class FirstInHead(HTMLParser):
    """Keeps the opening tags in order."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def policy_in(path):
    """The policy in a page's meta tag, which must be the first tag in the head."""
    tags = FirstInHead(path.read_text("utf-8")).tags
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


def faults_of(make_site, body, head="", sources=None, name="a/index.html"):
    site, root = make_site({name: PAGE.format(head=head, body=body)}, sources)
    before = (site / name).read_text("utf-8")
    with pytest.raises(Faults) as caught:
        policy.apply(site, root)
    assert (site / name).read_text("utf-8") == before
    return caught.value.faults


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
        tags = FirstInHead(page.read_text("utf-8")).tags
        assert ("meta", {"name": "referrer", "content": "no-referrer"}) in tags


def test_the_encoding_is_still_named_within_the_first_kilobyte(built_site):
    for page in built_site.rglob("*.html"):
        assert b'<meta charset="utf-8">' in page.read_bytes()[:1024], page


def test_only_the_self_check_may_run_webassembly_and_a_worker_from_memory(built_site):
    for page in built_site.rglob("*.html"):
        found = policy_in(page)
        here = page == built_site / "self-check/index.html"
        assert ("'wasm-unsafe-eval'" in found["script-src"]) == here
        assert (found["worker-src"] == "blob:") == here


def test_a_worker_file_is_allowed_on_the_search_page_only(make_site):
    site, root = make_site(
        {
            "search/index.html": PAGE.format(head="", body=SEARCH),
            "index.html": PAGE.format(head="", body=""),
        }
    )
    policy.apply(site, root)
    assert policy_in(site / "search/index.html")["worker-src"] == "'self'"
    assert policy_in(site / "index.html")["worker-src"] == "'none'"


def test_an_inline_script_is_allowed_by_its_hash_alone(make_site):
    script = "document.title = 'a < b'"
    body = f'<script>{script}</script><script type="application/ld+json">{{}}</script>'
    site, root = make_site({"index.html": PAGE.format(head="", body=body)})
    policy.apply(site, root)
    assert policy_in(site / "index.html")["script-src"] == f"'self' {script_hash(script)}"


def test_media_may_load_only_where_a_page_plays_some(make_site):
    site, root = make_site(
        {"index.html": PAGE.format(head="", body='<video src="a.webm"></video>')}
    )
    policy.apply(site, root)
    assert policy_in(site / "index.html")["media-src"] == "'self'"
    site, root = make_site({"index.html": PAGE.format(head="", body="")})
    policy.apply(site, root)
    assert "media-src" not in policy_in(site / "index.html")


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
    (fault,) = {
        (fault.path, fault.line)
        for fault in faults_of(make_site, html, sources={"content/a.md": source})
    }
    assert fault == (Path("content/a.md"), 5)


def test_a_page_too_deep_to_be_read_to_its_end_stops_the_build(make_site):
    (fault,) = faults_of(make_site, "<div>" * 3000 + '<img src="https://elsewhere.example/a.png">')
    assert "depth" in fault.message


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
def test_what_people_need_is_no_fault(make_site, html):
    site, root = make_site({"index.html": PAGE.format(head="", body=html)})
    policy.apply(site, root)
    assert policy_in(site / "index.html")["default-src"] == "'none'"


def test_a_fault_that_markdown_wrote_is_found_in_its_source(make_site):
    source = "---\ntitle: A\n---\n# A\n\n![](https://elsewhere.example/a.png)\n"
    built = '<p><img alt="" src="https://elsewhere.example/a.png"></p>'
    (fault,) = faults_of(make_site, built, sources={"content/a/index.md": source})
    assert (fault.path, fault.line) == (Path("content/a/index.md"), 6)


def test_a_fault_of_a_template_is_found_in_the_template(make_site):
    sources = {
        "content/a.md": "# A\n",
        "site_config/overrides/main.html": '<body>\n<p onload="x()">',
    }
    (fault,) = faults_of(make_site, '<p onload="x()">', sources=sources)
    assert (fault.path, fault.line) == (Path("site_config/overrides/main.html"), 2)


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
    (fault,) = faults_of(
        make_site,
        "",
        head='<link rel="stylesheet" href="../assets/a.css">',
        sources={"site/assets/a.css": f"p {{}}\n{css}", "content/assets/a.css": f"p {{}}\n{css}"},
    )
    assert (fault.path, fault.line) == (Path("content/assets/a.css"), 2)


def test_styles_with_own_files_and_words_are_no_fault(make_site):
    css = 'a { background: url("../b.png"); content: "https://example.org" }'
    head = '<link rel="stylesheet" href="a.css">'
    site, root = make_site({"index.html": PAGE.format(head=head, body=""), "a.css": css})
    policy.apply(site, root)
    assert policy_in(site / "index.html")["style-src"] == "'self'"


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
    for path in ("/", "/help-now/", "/self-check/", "/assets/selfcheck/selfcheck.js"):
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
    policy.apply(site, root)
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
    policy.apply(site, root)
    assert "{{" not in (root / "dist/hosting" / name).read_text("utf-8")


@pytest.mark.promise("no_names")
def test_the_check_takes_ticks_and_no_words(built_site):
    tags = FirstInHead((built_site / "self-check/index.html").read_text("utf-8")).tags
    kinds = {given["type"] for tag, given in tags if tag == "input"}
    assert kinds == {"radio", "checkbox"}
    assert not [tag for tag, given in tags if tag == "textarea" or "contenteditable" in given]
