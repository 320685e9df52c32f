"""Links to others are asked for on demand; what was in order is not asked again for a while."""

from __future__ import annotations

import datetime as dt
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from scripts import check_links

TODAY = dt.date(2026, 11, 23)


class Others(BaseHTTPRequestHandler):
    """Sites of others: some pages are there, some moved, some gone, some for people only."""

    def do_GET(self):
        self.server.asked.append((self.command, self.path))
        moves = {"/old": (301, "/there"), "/for-now": (302, "/there")}
        status, to = moves.get(self.path, (self.status(), None))
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 (the library's name)

    def status(self):
        if self.path == "/whole" and self.command == "HEAD":
            return 405
        return {"/gone": 404, "/people-only": 403}.get(self.path, 200)

    def log_message(self, *_):
        pass


@pytest.fixture
def others():
    """The address of a server of others; `.asked` are the requests it got."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Others) as server:
        server.asked = []
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def write(tmp_path, others):
    """Writes a page with links to the server of others, each on a line of its own."""

    def page(*paths):
        file = tmp_path / "content/a.md"
        file.parent.mkdir(exist_ok=True)
        host = f"http://127.0.0.1:{others.server_port}"
        file.write_text("".join(f"[Words]({host}{path}).\n" for path in paths), "utf-8")
        return tmp_path

    return page


def checked(root, *options):
    return check_links.main(["--root", str(root), *options])


def test_each_kind_of_answer_is_told_with_its_line(write, others, capsys):
    root = write("/there", "/gone", "/old", "/for-now", "/people-only", "/whole")
    assert checked(root) == 1
    told = capsys.readouterr().out
    assert "content/a.md:2: ERROR" in told
    assert "is gone" in told
    assert "content/a.md:3: WARNING" in told
    assert f"Write http://127.0.0.1:{others.server_port}/there" in told
    assert "content/a.md:5: WARNING" in told
    assert "answer 403" in told
    assert told.count("content/a.md:") == 3
    assert "6 links asked" in told


def test_what_was_in_order_is_not_asked_again(write, others, capsys):
    root = write("/there", "/people-only")
    assert checked(root) == 0
    others.asked.clear()
    assert checked(root) == 0
    assert {path for _, path in others.asked} == {"/people-only"}
    assert "1 known" in capsys.readouterr().out
    others.asked.clear()
    assert checked(root, "--again") == 0
    assert ("HEAD", "/there") in others.asked


def test_after_two_weeks_it_is_asked_again(tmp_path):
    file = tmp_path / "links.json"
    check_links.Cache(file, TODAY).keep({"a": check_links.Answer("ok")}, ["a"])
    for days, fresh in ((0, True), (13, True), (14, False)):
        assert check_links.Cache(file, TODAY + dt.timedelta(days)).is_fresh("a") is fresh


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": null}', '{"a": "soon"}'])
def test_a_cache_that_cannot_be_read_is_no_cache(tmp_path, text):
    (tmp_path / "links.json").write_text(text)
    assert not check_links.Cache(tmp_path / "links.json", TODAY).is_fresh("a")


def test_a_link_that_nobody_writes_any_more_is_forgotten(write, tmp_path):
    checked(write("/there", "/whole"))
    checked(write("/there"))
    (kept,) = json.loads((tmp_path / check_links.CACHE).read_text("utf-8"))
    assert kept.endswith("/there")


def test_no_connection_is_one_line(tmp_path, capsys):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("[A](http://127.0.0.1:9/a) [B](http://127.0.0.1:9/b)")
    assert checked(tmp_path) == 1
    assert capsys.readouterr().out == "None of 2 sites answered. Is this computer online?\n"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[A](https://example.org/a).", "https://example.org/a"),
        ("See https://example.org/a.", "https://example.org/a"),
        ("[A](https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("url: https://example.org/a", "https://example.org/a"),
        ('{url: "https://example.org/a"}', "https://example.org/a"),
        ("https://example.org/a#part", "https://example.org/a"),
        ("**https://example.org/a**", "https://example.org/a"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(tmp_path, text, link):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text(f"<!-- https://example.org/note -->\n{text}\n")
    assert {one: [line for _, line in at] for one, at in check_links.links(tmp_path).items()} == {
        link: [2]
    }


def test_no_build_asks_for_links(root):
    for folder in ("site_config", "checker"):
        for file in (root / folder).rglob("*.py"):
            assert "check_links" not in file.read_text("utf-8"), file
