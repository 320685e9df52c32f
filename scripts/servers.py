"""nginx and Caddy on loopback with the recipes that the build writes, for tests and load."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 60.0
"""Seconds until a server that does not answer counts as broken."""

NGINX = """\
load_module {module};
daemon off;
{user}
worker_rlimit_nofile 8192;
pid {folder}/nginx.pid;
error_log {folder}/server.log warn;
events {{ worker_connections 4096; }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {recipes}/nginx-http.conf;
    server {{
        listen 127.0.0.1:{port} backlog=2048 reuseport;
        root {site};
        brotli_static on;
        include {recipes}/nginx-site.conf;
    }}
}}
"""
CADDY = """\
{{
    admin off
}}
import {recipes}/Caddyfile
"""


class ServerError(Exception):
    """A server that is not installed, or that does not start; the text says what to do."""


@dataclass(frozen=True)
class Place:
    """Where a server finds what it serves: the site, the recipes, a port, a folder of its own."""

    site: Path
    recipes: Path
    folder: Path
    port: int


def missing(name: str) -> str | None:
    """Return what is not installed of the server `name`, or None."""
    if shutil.which(name) is None:
        return name
    if name == "nginx" and not os.path.exists(_brotli_module()):  # noqa: PTH110 (as nginx names it)
        return "nginx's module brotli_static"
    return None


@contextmanager
def serve(name: str, site: Path, recipes: Path, folder: Path) -> Iterator[str]:
    """Serve `site` with the server `name` ("nginx" or "caddy"); give its address.

    `folder` takes its settings and its log.

    Raises:
        ServerError: it is not installed, or it does not start.
    """
    if what := missing(name):
        raise ServerError(f"{what} is not installed: run make setup-servers as root, or install it")
    folder.mkdir(parents=True, exist_ok=True)
    with _held_port() as port:
        place = Place(site.resolve(), recipes.resolve(), folder.resolve(), port)
        with _running(name, place):
            yield f"http://127.0.0.1:{port}"


@contextmanager
def _running(name: str, place: Place) -> Iterator[None]:
    command, environment = _COMMANDS[name](place)
    folder = place.folder
    log = folder / "output.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=os.environ | environment, stdout=output, stderr=output
        )
    try:
        _await(process, place.port, log)
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


@contextmanager
def any_of(root: Path, folder: Path) -> Iterator[str]:
    """Serve the built site of the project at `root` with the first server that is installed."""
    name = next((name for name in NAMES if not missing(name)), NAMES[0])
    with serve(name, root / "site", root / "dist/hosting", folder) as address:
        yield address


def _nginx(place: Place) -> tuple[list[str], dict[str, str]]:
    settings = place.folder / "nginx.conf"
    text = NGINX.format(
        **vars(place),
        module=_brotli_module(),
        types=os.path.join(os.path.dirname(_built_with("conf-path")), "mime.types"),  # noqa: PTH118, PTH120
        user="user root;" if os.geteuid() == 0 else "",
    )
    settings.write_text(text, "utf-8")
    return ["nginx", "-c", str(settings), "-p", str(place.folder), "-e", "stderr"], {}


def _caddy(place: Place) -> tuple[list[str], dict[str, str]]:
    settings = place.folder / "Caddyfile"
    settings.write_text(CADDY.format(recipes=place.recipes), "utf-8")
    environment = {
        "SITE_ADDRESS": f"http://127.0.0.1:{place.port}",
        "SITE_ROOT": str(place.site),
        "HOME": str(place.folder),
    }
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(settings)], environment


_COMMANDS: dict[str, Callable[[Place], tuple[list[str], dict[str, str]]]] = {
    "nginx": _nginx,
    "caddy": _caddy,
}
NAMES = tuple(_COMMANDS)


def _built_with(setting: str) -> str:
    """A path that this nginx was built with, such as its modules-path; "" if it names none."""
    done = subprocess.run(["nginx", "-V"], capture_output=True, text=True, check=True)
    words = (word.partition("=") for word in done.stderr.split())
    return next((value for name, _, value in words if name == f"--{setting}"), "")


def _brotli_module() -> str:
    return f"{_built_with('modules-path')}/ngx_http_brotli_static_module.so"


@contextmanager
def _held_port() -> Iterator[int]:
    """A port of ours: while we hold it, the system gives it to no one but a server that shares."""
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return when something answers at the port; raise when the server has ended before."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if _ended(process, within=0.05):
                break
        else:
            return
    told = log.read_text(errors="replace")[-2000:]
    raise ServerError(f"{process.args!r} does not start:\n{told}")


def _ended(process: subprocess.Popen[bytes], within: float) -> bool:
    try:
        process.wait(within)
    except subprocess.TimeoutExpired:
        return False
    return True
