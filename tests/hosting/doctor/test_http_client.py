"""One host is asked, each path once; what it sends is read as a browser would."""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from site_config.hosting.doctor.http_client import Answer, Host, NoSite

ADDRESS = "https://example.org/name/"


@pytest.mark.parametrize("address", ["", "example.org", "ftp://example.org/", "https://"])
def test_what_is_no_address(address):
    with pytest.raises(NoSite, match=r"like https://example\.org/"):
        Host(address)


@pytest.mark.parametrize("given", ["https://example.org/name", f"{ADDRESS}/", ADDRESS])
def test_an_address_ends_in_one_slash(given):
    assert Host(given).address == ADDRESS


@pytest.mark.parametrize(
    ("address", "path", "owned"),
    [
        (ADDRESS, "", True),
        (f"{ADDRESS}help-now/#top", "help-now/", True),
        (f"{ADDRESS}a.js?v=1", "a.js", True),
        ("https://example.org/other/", None, True),
        ("http://example.org/name/", None, False),
        ("https://example.org.evil.example/name/", None, False),
    ],
)
def test_what_is_within_the_site_and_what_is_on_its_host(address, path, owned):
    host = Host(ADDRESS)
    assert (host.path(address), host.owns(address)) == (path, owned)


@pytest.mark.parametrize(
    ("link", "full"),
    [
        ("../b/", f"{ADDRESS}b/"),
        ("/b/", "https://example.org/b/"),
        ("//elsewhere.example/", "https://elsewhere.example/"),
        ("", f"{ADDRESS}a/"),
    ],
)
def test_a_link_is_read_from_its_page(link, full):
    assert Host(ADDRESS).full("a/", link) == full


def test_which_hosts_are_on_this_machine_or_secure():
    assert [Host(one).local for one in ("http://localhost/", "http://[::1]/", ADDRESS)] == [
        *(True, True, False)
    ]
    assert [Host(one).secure for one in ("http://localhost/", ADDRESS)] == [False, True]


def test_the_media_type_comes_without_its_charset():
    kinds = ({"Content-Type": "Text/HTML; charset=utf-8"}, {})
    assert [Answer("", 200, kind, b"").type for kind in kinds] == ["text/html", ""]


@contextmanager
def serving(replies):
    """A host that gives (status, headers, body) by path, and notes what it is asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            status, headers, body = replies[self.path]
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Host(f"http://127.0.0.1:{server.server_port}/"), asked
        server.shutdown()
        thread.join()


def test_answers_come_unpacked_and_no_redirect_is_followed():
    packed = {"Content-Encoding": "gzip"}
    with serving(
        {
            "/": (200, packed, gzip.compress(b"<p>Words</p>")),
            "/old/": (301, {"Location": "https://elsewhere.example/"}, b""),
            "/torn/": (200, packed, b"no gzip at all"),
        }
    ) as (host, asked):
        assert host.ask("").document.p.get_text() == "Words"
        assert host.ask("").body == b"<p>Words</p>"
        assert host.ask("old/").status == 301
        assert host.ask("torn/").status == 0  # no browser could read it
    assert asked == ["/", "/old/", "/torn/"]


def test_where_nothing_answers_the_address_is_named():
    with serving({}) as (host, _asked):
        address = host.address
    with pytest.raises(NoSite, match=address):
        host.ask("")
