"""Another origin on loopback that writes down whoever comes by.

Each probe has a host name of its own, NAME.localhost, so that even a bare look-up of the name,
found in the browser's own network log, tells which probe got out. WebRTC leaves no name there:
its probes have a UDP port of their own.
"""

from __future__ import annotations

import selectors
import socket
import threading
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Goes where a message tells it to: how an attacker's page would pass an answer on.
RELAY = b"<!doctype html><title>relay</title><script>onmessage = (e) => fetch(e.data)</script>"


class Sink:
    """What arrived: the name of each probe, and the Referer that it carried."""

    def __init__(self, port: int, stack: ExitStack) -> None:
        self.port = port
        self.referers: dict[str, str] = {}
        self._changed = threading.Condition()
        self._stack = stack
        self._datagrams = selectors.DefaultSelector()

    def address(self, name: str) -> str:
        """Where the probe of this name has to go."""
        return f"http://{name}.localhost:{self.port}"

    def datagram_address(self, name: str) -> str:
        """Host and port, for a probe that sends datagrams."""
        door = self._stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        door.bind(("127.0.0.1", 0))
        self._datagrams.register(door, selectors.EVENT_READ, name)
        return f"127.0.0.1:{door.getsockname()[1]}"

    def note(self, name: str, referer: str = "") -> None:
        """Write down that a probe has arrived."""
        with self._changed:
            self.referers.setdefault(name, referer)
            self._changed.notify_all()

    def wait_for(self, names: set[str], seconds: float) -> set[str]:
        """Wait until all these have arrived; give those that had not when time ran out."""
        with self._changed:
            self._changed.wait_for(lambda: names <= self.referers.keys(), timeout=seconds)
            return names - self.referers.keys()

    def watch_datagrams(self, until: threading.Event) -> None:
        """Note the name of each port that something was sent to."""
        while not until.is_set():
            for key, _ in self._datagrams.select(timeout=0.1):
                self._datagrams.unregister(key.fileobj)
                self.note(key.data)


class _Handler(BaseHTTPRequestHandler):
    sink: Sink

    def do_GET(self) -> None:
        if self.path != "/favicon.ico":  # the browser's own wish, after a page of ours has opened
            name = self.headers.get("Host", "").partition(".localhost")[0]
            self.sink.note(name, self.headers.get("Referer", ""))
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", f"{self.sink.address('elsewhere')}/")
            self.end_headers()
            return
        body = RELAY if self.path == "/relay" else b""
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Type", "text/html" if body else "text/javascript")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815 (the base class wants these names)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 512  # all probes knock at once

    def handle_error(self, *_args: object) -> None:
        """A browser that closes does not wait for the answer."""


@contextmanager
def listen() -> Iterator[Sink]:
    """A sink on free ports of 127.0.0.1."""
    with ExitStack() as stack:
        server = stack.enter_context(_Server(("127.0.0.1", 0), _Handler))
        sink = _Handler.sink = Sink(server.server_port, stack)
        end = threading.Event()
        threads = [
            threading.Thread(target=server.serve_forever, daemon=True),
            threading.Thread(target=sink.watch_datagrams, args=(end,), daemon=True),
        ]
        for thread in threads:
            thread.start()
        yield sink
        end.set()
        server.shutdown()
        for thread in threads:
            thread.join()
