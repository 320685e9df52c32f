"""A small web server for the built site: its files, and the headers of its `_headers` file."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

type Rules = list[tuple[str, list[tuple[str, str]]]]


def read_headers(path: Path) -> Rules:
    """The rules of a `_headers` file: a path with `*`, and indented `Name: value` lines below."""
    rules: Rules = []
    for line in path.read_text("utf-8").splitlines() if path.exists() else []:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            rules.append((line.strip(), []))
        else:
            name, _, value = line.partition(":")
            rules[-1][1].append((name.strip(), value.strip()))
    return rules


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder, quietly, with the headers of its rules and its own 404 page."""

    extensions_map = {  # noqa: RUF012 (so in the base class)
        **SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
        ".mjs": "text/javascript",
        ".js": "text/javascript",
    }

    def __init__(self, *args, rules: Rules, base: str, **options):
        self.rules = rules
        self.base = base
        super().__init__(*args, **options)

    def end_headers(self):
        path = self.path.partition("?")[0]
        for pattern, headers in self.rules:
            if fnmatchcase(path, pattern):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        page = self.translate_path(f"{self.base}404.html")
        if code != 404:
            super().send_error(code, message, explain)
            return
        with open(page, "rb") as file:  # noqa: PTH123 (a path as the base class gives it)
            body = file.read()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_args):
        """Say nothing: a test prints what it needs."""


class Server(ThreadingHTTPServer):
    """Keeps whoever knocks while it is busy waiting: the base class turns away all but five."""

    request_queue_size = 128


@contextmanager
def serve(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve `folder` on a free loopback port; give its address, without a slash at the end.

    The site stands in it at `base`, "/" or "/name/".
    """
    rules = read_headers(folder / "_headers")
    handler = partial(Handler, directory=str(folder), rules=rules, base=base)
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
