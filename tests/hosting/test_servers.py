"""The shipped recipes for nginx and Caddy, asked over real connections."""

from __future__ import annotations

import gzip

import brotli
import pytest
from bs4 import BeautifulSoup

from site_config.hosting.headers import EVERYWHERE, FOR_EVER, FRAMING, FRESH
from tests.browser import walk
from tests.hosting.conftest import ABSENT

TYPES = {
    ".wasm": "application/wasm",
    ".js": "text/javascript",
    ".json": "application/json",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".html": "text/html",
}
PLAIN = {"Accept-Encoding": "identity"}
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


def policy_in(page):
    tag = BeautifulSoup(page.read_text("utf-8"), "lxml").find("meta", {"http-equiv": True})
    return f"{tag['content']}; {FRAMING}"


def asked(ask, path, method="GET", headers=None, status=200):
    answer = ask(path, method, headers)
    assert answer.status == status, path
    return answer


def assert_closed(answer, policy):
    """Each header stands once, with its value."""
    for name, value in {**EVERYWHERE, "Content-Security-Policy": policy}.items():
        assert answer.headers.get_all(name) == [value], name


def test_every_page_carries_all_headers_and_its_own_policy(ask, addresses):
    for path, page in addresses.items():
        assert_closed(asked(ask, path), policy_in(page))


def test_only_the_self_check_is_sent_the_list_of_hosts_it_may_reach(ask, addresses):
    sent = {path: asked(ask, path).headers.get("Connection-Allowlist") for path in addresses}
    checks = {path for path in addresses if path.endswith("/self-check/")}
    assert {path for path, value in sent.items() if value} == checks
    assert all(sent[path].startswith("(response-origin") for path in checks)
    assert checks


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        (ABSENT, "GET", 404),
        (ABSENT, "HEAD", 404),
        ("/_headers", "GET", 404),
        ("/runtime/python-0000000000000000.wasm", "GET", 404),
        ("/runtime/gone.js", "GET", 404),
    ],
)
def test_a_missing_page_is_as_closed_as_the_others(ask, built_site, path, method, status):
    answer = asked(ask, path, method, status=status)
    page = built_site / "404.html"
    assert_closed(answer, policy_in(page))
    assert answer.headers["Cache-Control"] == FRESH
    assert answer.headers.get_content_type() == "text/html"
    assert answer.body == (page.read_bytes() if method == "GET" else b"")


@pytest.mark.parametrize("path", ["/self-check/", "/assets/css/site.css"])
def test_what_a_server_refuses_is_refused_with_all_headers(ask, path):
    answer = asked(ask, path, "POST", status=405)
    for name, value in EVERYWHERE.items():
        assert answer.headers.get_all(name) == [value], name
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_no_folder_is_listed(ask, runtime):
    answer = ask("/runtime/")
    assert answer.status in (403, 404)
    assert not [path for path in runtime if path.rpartition("/")[2].encode() in answer.body]


def test_an_address_without_its_last_slash_leads_on_within_the_site(ask):
    answer = ask("/iop")
    assert answer.status in (301, 302, 307, 308)
    assert answer.headers["Location"] in ("/iop/", "iop/")
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_every_kind_of_file_has_its_type(ask, built_site):
    wrong = {}
    seen = set()
    for path in (path for path in built_site.rglob("*") if path.suffix in TYPES):
        address = f"/{path.relative_to(built_site).as_posix()}"
        answer = ask(address, "HEAD")
        if answer.status == 308:  # Caddy leads /a/index.html on to /a/
            answer = ask(address.removesuffix("index.html"), "HEAD")
        if answer.headers.get_content_type() != TYPES[path.suffix]:
            wrong[address] = answer.headers.get_content_type()
        seen.add(path.suffix)
    assert wrong == {}
    assert seen == set(TYPES)


def test_the_runtime_is_kept_for_ever_and_all_else_is_asked_for_again(ask, addresses, runtime):
    for path in runtime:
        assert asked(ask, path, "HEAD").headers.get_all("Cache-Control") == [FOR_EVER], path
    for path in (*addresses, "/assets/css/site.css", "/assets/selfcheck/page/selfcheck.js"):
        assert asked(ask, path, "HEAD").headers.get_all("Cache-Control") == [FRESH], path


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_what_is_text_or_runtime_comes_compressed_to_who_can_read_it(
    ask, addresses, runtime, built_site, encoding
):
    sheet = {"/assets/css/site.css": built_site / "assets/css/site.css"}
    pages = {path: file for path, file in addresses.items() if path.endswith("/")}
    for path, file in (runtime | pages | sheet).items():
        whole = asked(ask, path, headers=PLAIN)
        packed = asked(ask, path, headers={"Accept-Encoding": encoding})
        assert "Content-Encoding" not in whole.headers
        assert packed.headers["Content-Encoding"] == encoding, path
        assert "Accept-Encoding" in packed.headers["Vary"], path
        assert "Accept-Encoding" in whole.headers["Vary"], path
        assert packed.headers["Content-Type"] == whole.headers["Content-Type"], path
        assert packed.headers["Cache-Control"] == whole.headers["Cache-Control"], path
        assert UNPACK[encoding](packed.body) == whole.body == file.read_bytes(), path


def test_the_page_for_what_is_missing_comes_compressed_too(ask, built_site):
    packed = asked(ask, ABSENT, headers={"Accept-Encoding": "br"}, status=404)
    assert packed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(packed.body) == (built_site / "404.html").read_bytes()


def test_brotli_comes_first_when_a_browser_reads_both(ask, runtime):
    for path in runtime:
        both = asked(ask, path, "HEAD", {"Accept-Encoding": "gzip, deflate, br"})
        assert both.headers["Content-Encoding"] == "br", path


@pytest.mark.parametrize("kind", ["page", "runtime"])
def test_what_has_not_changed_is_not_sent_again(ask, runtime, kind):
    path = "/" if kind == "page" else next(path for path in runtime if path.endswith(".wasm"))
    first = asked(ask, path)
    for question, answer in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
        again = asked(ask, path, headers={question: first.headers[answer]}, status=304)
        assert again.body == b""
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
        assert again.headers["Referrer-Policy"] == "no-referrer"
    assert asked(ask, path, headers={"If-None-Match": '"another"'}).body == first.body


def test_a_download_can_be_taken_up_where_it_broke_off(ask, runtime):
    path, file = next(item for item in runtime.items() if item[0].endswith(".wasm"))
    content = file.read_bytes()
    part = asked(ask, path, headers={**PLAIN, "Range": "bytes=1000-1999"}, status=206)
    assert part.body == content[1000:2000]
    assert part.headers["Content-Range"] == f"bytes 1000-1999/{len(content)}"
    assert part.headers["Cache-Control"] == FOR_EVER
    beyond = asked(ask, path, headers={**PLAIN, "Range": f"bytes={len(content)}-"}, status=416)
    assert beyond.headers["Content-Range"] == f"bytes */{len(content)}"


def test_head_tells_what_get_would_send(ask, runtime):
    wasm = next(path for path in runtime if path.endswith(".wasm"))
    for path in ("/", "/self-check/", "/assets/css/site.css", wasm):
        head, get = asked(ask, path, "HEAD"), asked(ask, path)
        assert head.body == b""
        assert {**dict(head.headers), "Date": ""} == {**dict(get.headers), "Date": ""}


def test_the_self_check_gives_a_result_behind_the_server(browser, server):
    context = browser.new_context(base_url=f"{server}/", viewport={"width": 360, "height": 780})
    page = context.new_page()
    complaints = []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    walk.begin(page)
    page.locator("form[data-state=ready]").wait_for(timeout=walk.LOAD)
    context.close()
    assert complaints == []
