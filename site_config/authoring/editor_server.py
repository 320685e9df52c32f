"""Serves the editor to this computer's own browser, and nothing else to no one else."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from site_config.authoring.cms_config import config
from site_config.authoring.page_check import NoPageError, PageCheck

PAGE = Path(__file__).parent / "editor_page"
HOST = "127.0.0.1"
EDITOR = "node_modules/@sveltia/cms/npm"
# Packages that the editor's own names; index.html says under which address they are here.
PARTS = {
    "/parts/immutable.js": "node_modules/immutable/dist/immutable.es.js",
    "/parts/exifr.js": "node_modules/exifr/dist/lite.esm.mjs",
}


def _hash_of_import_map() -> str:
    html = (PAGE / "index.html").read_text("utf-8")
    text = html.partition('<script type="importmap">')[2].partition("</script>")[0]
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


# The editor can talk to code hosts, map services and picture banks; here it talks to no one.
POLICY = (
    f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-{_hash_of_import_map()}'; "
    "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self' blob: data:; worker-src 'self' blob:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


_OWN_FILE = re.compile(r"/[a-z-]+\.(js|css)")
_KINDS = {"js": "text/javascript", "css": "text/css"}
_LONGEST = 5_000_000


class Handler(SimpleHTTPRequestHandler):
    """The page with its own files, its configuration, the editor's files; two questions to ask."""

    def __init__(self, *args: object, root: Path, checks: PageCheck) -> None:
        self.root = root
        self.checks = checks
        super().__init__(*args, directory=str(root / EDITOR))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a request; anything not named here is not found."""
        path = unquote(urlsplit(self.path).path)
        if not self._is_own_host():
            self.send_error(HTTPStatus.FORBIDDEN, "Open it under 127.0.0.1")
        elif path.startswith("/cms/") and not path.endswith("/"):
            self.path = path.removeprefix("/cms")
            super().do_GET()
        elif path == "/config.json":
            self._send(json.dumps(config(self.root)).encode(), "application/json")
        elif path == "/":
            self._send((PAGE / "index.html").read_bytes(), "text/html; charset=utf-8")
        elif path in PARTS:
            self._send((self.root / PARTS[path]).read_bytes(), "text/javascript; charset=utf-8")
        elif (found := _OWN_FILE.fullmatch(path)) and (PAGE / path[1:]).is_file():
            self._send((PAGE / path[1:]).read_bytes(), f"{_KINDS[found[1]]}; charset=utf-8")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """Answer what the editor asks: check a page, put a new page into the menu.

        Another site's page could send a form here, but not JSON under this origin.
        """
        origin, host = self.headers.get("Origin", ""), self.headers.get("Host", "")
        own = self._is_own_host() and origin == f"http://{host}"
        if not own or self.headers.get("Content-Type") != "application/json":
            self.send_error(HTTPStatus.FORBIDDEN, "Only the editor's own page may ask")
        elif (answer := self._answer(self.path, self._asked())) is None:
            self.send_error(HTTPStatus.BAD_REQUEST)
        else:
            self._send(json.dumps(answer).encode(), "application/json")

    def _asked(self) -> dict[str, Any]:
        """Return what was sent; {} if it is no JSON object."""
        try:
            length = int(self.headers.get("Content-Length") or 0)
            asked = json.loads(self.rfile.read(length)) if 0 < length <= _LONGEST else None
        except ValueError:
            return {}
        return asked if isinstance(asked, dict) else {}

    def _answer(self, path: str, asked: dict[str, Any]) -> dict[str, Any] | None:
        place, data = asked.get("place"), asked.get("data")
        name, title = asked.get("name"), asked.get("title")
        try:
            if path == "/check" and isinstance(place, dict) and isinstance(data, dict):
                return self.checks.check(place, data).as_json()
            if path == "/menu" and isinstance(name, str) and isinstance(title, str):
                return {"message": self.checks.add_to_menu(name, title)}
        except NoPageError:
            return None
        return None

    def _is_own_host(self) -> bool:
        port = self.connection.getsockname()[1]
        return self.headers.get("Host", "") in (f"{HOST}:{port}", f"localhost:{port}")

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
    return ThreadingHTTPServer((HOST, port), partial(Handler, root=root, checks=PageCheck(root)))
