"""A web server on loopback that sends brotli and counts the bytes of every answer."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PACKED = ROOT / ".cache/compressed"
PLAIN = {".png", ".webp", ".avif", ".woff2", ".ico", ".whl.br"}


KINDS = {
    **dict.fromkeys([".html", ".json"], "pages and data"),
    **dict.fromkeys([".js", ".mjs"], "JavaScript"),
    ".wasm": "WebAssembly",
    **dict.fromkeys([".zip", ".whl", ".tar"], "Python"),
    ".css": "styles",
    ".woff2": "fonts",
}


class Count:
    """What has been sent since the last `reset`: bytes, answers, and bytes by kind of file."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        with self._lock:
            self.bytes, self.requests = 0, 0
            self.kinds: Counter[str] = Counter()

    def add(self, size: int, path: Path) -> None:
        with self._lock:
            self.bytes += size
            self.requests += 1
            self.kinds[KINDS.get(path.suffix, "other")] += size


def packed(content: bytes) -> bytes:
    """The content as brotli 11, kept by its hash: the build packs the runtime's files the same."""
    PACKED.mkdir(parents=True, exist_ok=True)
    kept = PACKED / f"{hashlib.sha256(content).hexdigest()}.br"
    if not kept.exists():
        kept.write_bytes(brotli.compress(content, quality=11, lgwin=24))
    return kept.read_bytes()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 (so in the base class)
        **SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
        ".js": "text/javascript",
        ".mjs": "text/javascript",
    }

    def __init__(self, *args, count: Count, **options):
        self.count = count
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        plain = path.suffix in PLAIN
        body = body if plain else packed(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        if not plain:
            self.send_header("Content-Encoding", "br")
        self.end_headers()
        self.wfile.write(body)
        self.count.add(len(body), path)

    def log_message(self, *_args) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[tuple[str, Count]]:
    """Serve `folder`; give its address, without a slash at the end, and the count of bytes."""
    count = Count()
    handler = partial(_Handler, directory=str(folder), count=count)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", count
        server.shutdown()
