"""A host on loopback that serves a site as it should, but for one thing that a test changes."""

from __future__ import annotations

import mimetypes
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli

from tests.server import read_headers

SMALL = 200
"""Bytes that are not worth packing."""
TYPES = {".wasm": "application/wasm", ".js": "text/javascript", ".woff2": "font/woff2"}


@dataclass
class Reply:
    """What the host is about to send; `packed` is sent with brotli, if it is worth it."""

    status: int
    headers: dict[str, str]
    body: bytes
    packed: bool = True


def usual(site, path):
    """What a good host answers: the file or the 404 page, with its headers."""
    file = site / path.lstrip("/")
    file = file / "index.html" if path.endswith("/") else file
    status = 200 if file.is_file() else 404
    file = file if status == 200 else site / "404.html"
    rules = [
        given for pattern, given in read_headers(site / "_headers") if fnmatchcase(path, pattern)
    ]
    headers: dict[str, str] = {}
    for name, value in (pair for given in rules for pair in given):
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    guessed = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    headers["Content-Type"] = TYPES.get(file.suffix, guessed)
    return Reply(status, headers, file.read_bytes())


@contextmanager
def host(site, change=None, base="/"):
    """Serve `site` at `base`; `change(path, reply)` may alter each reply. Gives the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            inside = self.path.startswith(base)
            path = f"/{self.path.removeprefix(base)}" if inside else "/outside"
            reply = usual(site, path)
            if change:
                change(path, reply)
            if reply.packed and len(reply.body) > SMALL:
                reply.headers["Content-Encoding"] = "br"
                reply.body = brotli.compress(reply.body, quality=1)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_args):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()
        thread.join()
