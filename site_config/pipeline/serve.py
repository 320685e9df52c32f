"""`make serve`: MkDocs's server, greeted in plain words and restarted when our code changes.

MkDocs builds again in the same process, where Python keeps the modules that it has loaded. So an
edit of a `.py` file ends that process and starts a new one.
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

HOST = "127.0.0.1"
PORTS = range(8000, 8020)
EDITOR = 8001
"""The port of `make edit`: a second site there would look like a second editor."""
CODE = ("site_config/**/*.py", "checker/*.py")
LOOK_EVERY = 1.0
"""Seconds between two looks at our code."""


def main() -> int:
    """Serve the project in the current folder until Ctrl+C; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m site_config.pipeline.serve")
    parser.add_argument("--port", type=int, help="the port to use; the first free one from 8000")
    given = parser.parse_args()
    ports = [given.port] if given.port else [one for one in PORTS if one != EDITOR]
    port = next((port for port in ports if is_free(port)), None)
    if port is None:
        tried = f"Port {given.port} is" if given.port else f"The ports from {PORTS.start} on are"
        sys.stderr.write(f"{tried} in use. Is the site open in another terminal? Stop it there.\n")
        return 1
    if not given.port and port != PORTS.start:
        sys.stdout.write(f"Port {PORTS.start} is in use, so the site is at port {port}.\n")
    sys.stdout.write(
        f"Building the site. The first time takes about a minute. Then open http://{HOST}:{port}/\n"
        "Save a file and the page reloads. Stop with Ctrl+C.\n"
    )
    sys.stdout.flush()
    return _serve_until_stopped(Path.cwd(), port)


def is_free(port: int) -> bool:
    """Whether a server could listen on this port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def code_state(root: Path) -> dict[Path, int]:
    """The modification time of every Python file that the build runs."""
    paths = [path for pattern in CODE for path in root.glob(pattern)]
    return {path: path.stat().st_mtime_ns for path in paths if path.is_file()}


def _serve_until_stopped(root: Path, port: int) -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    state, child = code_state(root), _start(port)
    try:
        while child.poll() is None:
            time.sleep(LOOK_EVERY)
            if (now := code_state(root)) != state:
                sys.stdout.write("Our Python code changed: starting again.\n")
                sys.stdout.flush()
                _end(child)
                state, child = now, _start(port)
    except KeyboardInterrupt:
        _end(child)
        return 0
    return child.returncode


def _start(port: int) -> subprocess.Popen[bytes]:
    options = ["--livereload", "--dirty", "--no-strict", "--dev-addr", f"{HOST}:{port}"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", *options], env=environment)


def _end(child: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        child.terminate()  # Windows sends no SIGINT to one process
    else:
        child.send_signal(signal.SIGINT)
    try:
        child.wait(10)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


class _NoDirtyWarning(logging.Filter):
    """Drops MkDocs's warning about a "dirty" build: `dev_reload` takes care of what it warns of."""

    def filter(self, record: logging.LogRecord) -> bool:
        return "dirty' build" not in record.getMessage()


def quiet_dirty_warning() -> None:
    """Keep a writer from a warning that does not concern them."""
    logging.getLogger("mkdocs.commands.build").addFilter(_NoDirtyWarning())


if __name__ == "__main__":
    sys.exit(main())
