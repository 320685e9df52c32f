"""The built site as one engine's test sees it: every request noted, and issues on demand.

What is done to a page is done here and not in a driver, so that all engines meet the same: a
driver that cannot intercept requests or add scripts is no reason to test less.
"""

from __future__ import annotations

import re
import sys
import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tests.server import Handler, Server, read_headers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEUTRAL = "/neutral.html"
BEFORE = "/before.js"

WATCH = """
window.seen = { workers: [], errors: [], files: [], printed: 0 };
addEventListener('error', (event) => seen.errors.push(event.message));
addEventListener('unhandledrejection', (event) => seen.errors.push(String(event.reason)));
document.addEventListener('securitypolicyviolation', (event) => seen.errors.push(
  `policy: ${event.violatedDirective} ${event.blockedURI}`));
if (window.Worker) {
  window.Worker = class extends Worker {
    constructor(...all) { super(...all); seen.workers.push(this); }
  };
}
const address = URL.createObjectURL;
URL.createObjectURL = (blob) => { seen.files.push(blob); return address.call(URL, blob); };
window.print = () => { seen.printed += 1; };
"""
"""Runs before the page's own scripts: keeps a hand on the worker and on files, and notes issues."""


class Site:
    """Serves one folder at an address that stays the same, also while it is stopped."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        """The path of every request, in order."""
        self.missing = ""
        """Paths that match this expression are answered with 404."""
        self.broken = ""
        """Of these, half of the bytes come, and then the connection closes."""
        self.before = WATCH
        rules = read_headers(folder / "_headers")
        self._handler = partial(_Handler, site=self, directory=str(folder), rules=rules, base="/")
        self._server: Server | None = None
        self.port = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @contextmanager
    def serving(self) -> Iterator[Site]:
        self._server = _Server(("127.0.0.1", self.port), self._handler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        try:
            yield self
        finally:
            self.stop()

    def stop(self) -> None:
        """From now on nobody answers at this address."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class _Server(Server):
    def handle_error(self, request, client_address):
        """A browser that no longer wants a file hangs up: no issue of the page."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(Handler):
    def __init__(self, *args, site: Site, **options):
        self.site = site
        super().__init__(*args, **options)

    def do_GET(self):  # noqa: N802 (so in the base class)
        self.site.asked.append(self.path)
        if self.path == BEFORE:
            self._send(self.site.before.encode(), "text/javascript")
        elif self.path == NEUTRAL:
            self._send(b"<!doctype html><title>Weather</title>Sunny.", "text/html")
        elif _matches(self.site.missing, self.path):
            self.send_error(404)
        elif _matches(self.site.broken, self.path):
            self._send_half()
        elif self.path.endswith("/self-check/"):  # in any language
            self._send(self._prepared(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def do_POST(self):  # noqa: N802 (so in the base class)
        """What a page sends on its way out: no test of a browser's own events sees it."""
        self.site.asked.append(self.path)
        self.send_error(405)

    def _prepared(self) -> bytes:
        """The page with our script before all others, and a neutral site that is here."""
        with open(self.translate_path(f"{self.path}index.html"), "rb") as file:  # noqa: PTH123
            page = file.read().decode()
        page, heads = re.subn("<head>", f'<head><script src="{BEFORE}"></script>', page, count=1)
        leave = f'data-leave-url="{NEUTRAL}"'
        page, leaves = re.subn('data-leave-url="[^"]*"', leave, page, count=1)
        assert heads == leaves == 1
        return page.encode()

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_half(self) -> None:
        with open(self.translate_path(self.path), "rb") as file:  # noqa: PTH123
            body = file.read()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2])
        self.close_connection = True


def _matches(expression: str, path: str) -> bool:
    return bool(expression and re.search(expression, path))
