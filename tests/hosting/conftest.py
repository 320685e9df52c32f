"""The built site behind real servers, and a plain HTTP client that hides nothing."""

from __future__ import annotations

import os
from http.client import HTTPConnection
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

from scripts import servers

if TYPE_CHECKING:
    from email.message import Message

ABSENT = "/right-for-me/there-is-no-such-page/"


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


@pytest.fixture(scope="session", params=servers.NAMES)
def server(request, built_site, root, tmp_path_factory):
    """The address of the built site behind nginx, then behind Caddy, with the shipped recipes.

    On a laptop a server that is not installed is skipped by its name; in CI it must be there.
    """
    absent = servers.missing(request.param)
    if absent and os.environ.get("CI") != "true":
        pytest.skip(f"{absent} is not installed: run make setup-servers as root, or install it")
    folder = tmp_path_factory.mktemp(request.param)
    with servers.serve(request.param, built_site, root / "dist/hosting", folder) as address:
        yield address


@pytest.fixture(scope="session")
def ask(server):
    """Send one request to the server: `ask("/path/", "HEAD", {"Range": "bytes=0-9"})`."""

    def send(path, method="GET", headers=None):
        connection = HTTPConnection(urlsplit(server).netloc, timeout=60)
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        found = Answer(answer.status, answer.headers, answer.read())
        connection.close()
        return found

    return send


@pytest.fixture(scope="session")
def addresses(built_site):
    """The address of each page's file: a/index.html is reached as /a/."""
    pages = sorted(built_site.rglob("*.html"))
    names = {page: page.relative_to(built_site).as_posix() for page in pages}
    return {f"/{name.removesuffix('index.html')}": page for page, name in names.items()}


@pytest.fixture(scope="session")
def runtime(built_site):
    """The runtime's files by their address, without their compressed copies."""
    files = [path for path in (built_site / "runtime").rglob("*") if path.is_file()]
    plain = [path for path in files if path.suffix not in (".br", ".gz")]
    return {f"/{path.relative_to(built_site).as_posix()}": path for path in plain}
