"""Serves the editor to this computer's own browser, and nothing else to no one else."""

from __future__ import annotations

import json
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_config.authoring.cms_config import config

HERE = Path(__file__).parent
HOST = "127.0.0.1"
EDITOR = "node_modules/@sveltia/cms/npm"

# The editor can talk to code hosts, map services and picture banks; here it talks to no one.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' blob: data:; connect-src 'self' blob: data:; "
    "worker-src 'self' blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


class Handler(SimpleHTTPRequestHandler):
    """Three addresses: the page, its configuration, and the editor's own files."""

    def __init__(self, *args: object, root: Path) -> None:
        self.root = root
        super().__init__(*args, directory=str(root / EDITOR))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a request; anything not named here is not found."""
        name, port = self.headers.get("Host", ""), self.connection.getsockname()[1]
        path = unquote(urlsplit(self.path).path)
        if name not in (f"{HOST}:{port}", f"localhost:{port}"):
            self.send_error(HTTPStatus.FORBIDDEN, "Open it under 127.0.0.1")
        elif path.startswith("/cms/") and not path.endswith("/"):
            self.path = path.removeprefix("/cms")
            super().do_GET()
        elif path == "/config.json":
            self._send(json.dumps(config(self.root)).encode(), "application/json")
        elif path in ("/", "/start.js"):
            file = HERE / (path.strip("/") or "index.html")
            kind = "text/javascript" if path.endswith(".js") else "text/html"
            self._send(file.read_bytes(), f"{kind}; charset=utf-8")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Add to every answer what the browser must not do."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing: a writer's terminal is no place for requests."""


def editor(root: Path, port: int) -> ThreadingHTTPServer:
    """Return the server for the project under `root`, ready to serve; port 0 takes a free one.

    Raises:
        FileNotFoundError: the editor is not installed.
        OSError: the port is taken.
    """
    if not (root / EDITOR / "index.js").is_file():
        raise FileNotFoundError(f"{EDITOR} is not there")
    return ThreadingHTTPServer((HOST, port), partial(Handler, root=root))
