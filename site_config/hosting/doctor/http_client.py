"""Asking a host for the files of a site, one at a time, and never another host."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import requests
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE = 30
"""Seconds that one answer may take."""

ENCODINGS = "gzip, deflate, br"
"""What phones accept."""


class NoSite(Exception):  # noqa: N818 (it says what is the matter)
    """Nothing can be examined at this address; the text says why and what to do."""


@dataclass(frozen=True)
class Answer:
    """What the host sent; `body` is unpacked. The names of headers may be in any case."""

    path: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        """The media type alone: text/html, without its charset."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @cached_property
    def document(self) -> BeautifulSoup:
        """The body read as HTML."""
        return BeautifulSoup(self.body, "lxml")


class Host:
    """The host of a site whose first page is at `address`, which ends in a slash.

    Raises:
        NoSite: the address is none, or nothing answers there.
    """

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise NoSite(f"{address!r} isn't a web address. Write it like https://example.org/")
        self.address = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/"
        self.secure = parts.scheme == "https"
        self.local = parts.hostname in ("127.0.0.1", "localhost", "::1")
        self._session = requests.Session()
        self._session.headers["Accept-Encoding"] = ENCODINGS
        self.ask = cache(self._ask)

    def full(self, path: str, link: str = "") -> str:
        """The whole address of a path of the site, or of a link on the page at that path."""
        return urljoin(self.address + path, link)

    def path(self, address: str) -> str | None:
        """The path within the site of a whole address; None if it is outside of the site."""
        bare = address.partition("#")[0].partition("?")[0]
        return bare.removeprefix(self.address) if bare.startswith(self.address) else None

    def owns(self, address: str) -> bool:
        """Tell whether an address is on this host, within the site or not."""
        ours, theirs = urlsplit(self.address), urlsplit(address)
        return (theirs.scheme, theirs.netloc) == (ours.scheme, ours.netloc)

    def _ask(self, path: str) -> Answer:
        """Get a path of the site, without following where it leads on to."""
        try:
            got = self._session.get(self.full(path), timeout=PATIENCE, allow_redirects=False)
        except requests.exceptions.ContentDecodingError:
            # Sent as compressed and is not: no browser could read it.
            return Answer(path, 0, {}, b"")
        except requests.RequestException as error:
            cause = type(error).__name__
            raise NoSite(f"{self.full(path)} gives no answer ({cause}): is it right?") from error
        return Answer(path, got.status_code, got.headers, got.content)
