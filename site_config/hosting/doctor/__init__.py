"""`make doctor URL=…`: which promise of the site does its host break, and how is that fixed?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.hosting.doctor import header_checks, page_checks, runtime_checks
from site_config.hosting.doctor.http_client import Host, NoSite
from site_config.hosting.doctor.report import Promise, broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.hosting.doctor.http_client import Answer
    from site_config.hosting.doctor.report import Broken

SELF_CHECK = "self-check/"
MOST = 100
"""Pages that are looked at: those that the first page leads to."""


def examine(address: str) -> list[Broken]:
    """Ask the site at `address` for its pages and its runtime; return what is wrong.

    Only that host is asked, a few hundred times at most.

    Raises:
        NoSite: nothing answers there, or it is another site.
    """
    host = Host(address)
    found = _pages(host)
    absent = host.ask(page_checks.ABSENT)
    return [
        *_transport(host),
        *page_checks.missing(absent),
        *runtime_checks.check(host, host.ask(SELF_CHECK)),
        *header_checks.check([*found, absent]),
        *page_checks.check(host, [*found, absent]),
    ]


def _pages(host: Host) -> list[Answer]:
    """The first page, the self-check, and all that the first page leads to."""
    first = host.ask("")
    if first.status in (301, 302, 307, 308):
        raise NoSite(
            f"{host.address} redirects to {first.headers.get('Location')}. Use that address"
        )
    if first.status != 200 or first.document.find("a", href="tel:988") is None:  # noqa: PLR2004
        raise NoSite(f"{host.address} (status {first.status}) isn't the first page of this site")
    linked = [host.path(link) for link in page_checks.links(host, first)]
    paths = {path for path in linked if path is not None and _is_page(path)} | {"", SELF_CHECK}
    answers = [host.ask(path) for path in sorted(paths)[:MOST]]
    return [answer for answer in answers if answer.status == 200]  # noqa: PLR2004


def _is_page(path: str) -> bool:
    return path.endswith(("/", ".html"))


def _transport(host: Host) -> Iterator[Broken]:
    if not host.secure and not host.local:
        issue = "anyone on the way can read and change the pages"
        fix = "serve the site over https, and redirect http to https"
        yield broken(Promise.PRIVATE, host.address, issue, fix)
