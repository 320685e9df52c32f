"""The pages as they arrive: do their links lead on, and has the host put something in?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.hosting.doctor.header_checks import own_policy
from site_config.hosting.doctor.report import Promise, broken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_config.hosting.doctor.http_client import Answer, Host
    from site_config.hosting.doctor.report import Broken

LINKS = ("href", "src")
LOADS = ("script", "img", "iframe", "link", "source", "embed", "object", "video", "audio")
DATA = ("application/json", "application/ld+json")
LEADS_ON = (200, 301, 302, 307, 308)
ABSENT = "no-such-page/asked-by-the-doctor/"

BELOW = (
    "if the site is served under a path (https://example.org/name/), set site_url in "
    "site_config/center.yml to that address, build again and upload all of `site/`"
)


def check(host: Host, pages: Iterable[Answer]) -> Iterator[Broken]:
    """Find links that lead nowhere, and what is on a page that the build did not put there."""
    told: set[str] = set()
    for page in pages:
        yield from _changed(host, page)
        fresh = [link for link in links(host, page) if link not in told]
        told.update(fresh)
        yield from _links(host, page, fresh)


def missing(page: Answer) -> Iterator[Broken]:
    """Find out whether the answer for a page that does not exist still helps."""
    where = f"/{page.path}"
    if page.status != 404:  # noqa: PLR2004
        issue = f"a page that doesn't exist gets status {page.status}, not 404"
        yield broken(Promise.HELP, where, issue, "turn off what rewrites unknown addresses")
    if page.document.find("a", href="tel:988") is None:
        issue = "the answer for a missing page has no crisis line"
        yield broken(Promise.HELP, where, issue, "let the host answer with /404.html")


def links(host: Host, page: Answer) -> list[str]:
    """Every other address on this host that a page names, in full."""
    tags = page.document.find_all(True)  # noqa: FBT003 (so it is called)
    named = [str(tag[name]) for tag in tags for name in LINKS if tag.get(name)]
    full = {host.full(page.path, link).partition("#")[0] for link in named}
    return sorted(address for address in full - {host.full(page.path)} if host.owns(address))


def _links(host: Host, page: Answer, addresses: list[str]) -> Iterator[Broken]:
    where = f"/{page.path}"
    paths = {address: host.path(address) for address in addresses}
    if outside := [address for address, path in paths.items() if path is None]:
        issue = f"{_some(outside)} outside of the site, which begins at {host.address}"
        yield broken(Promise.HELP, where, issue, BELOW)
    for address, path in paths.items():
        if path is not None and (status := host.ask(path).status) not in LEADS_ON:
            issue = f"{address} answers {status}"
            yield broken(Promise.HELP, where, issue, f"upload all of `site/`; {BELOW}")


def _some(addresses: list[str]) -> str:
    more = f" and {len(addresses) - 1} more addresses are" if addresses[1:] else " is"
    return f"{addresses[0]}{more}"


def _changed(host: Host, page: Answer) -> Iterator[Broken]:
    where = f"/{page.path}"
    fix = "turn off what changes pages on the host: analytics, chat, minifying, snippets"
    foreign = [address for tag in page.document(LOADS) if (address := _loads(host, page, tag))]
    for address in sorted(set(foreign)):
        yield broken(Promise.PRIVATE, where, f"the page loads {address}", fix)
    if any(not tag.get("src") and tag.get("type") not in DATA for tag in page.document("script")):
        issue = "there is a script in the page that the build did not write"
        yield broken(Promise.PRIVATE, where, issue, fix)
    if not own_policy(page):
        issue = "the page has lost its Content-Security-Policy"
        yield broken(Promise.PRIVATE, where, issue, fix)


def _loads(host: Host, page: Answer, tag) -> str | None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The address on another host that a tag loads from, or None."""
    if tag.name == "link" and not {"stylesheet", "preload", "icon"} & set(tag.get("rel", ())):
        return None
    address = host.full(page.path, tag.get("src") or tag.get("href") or tag.get("data") or "")
    return None if host.owns(address) or address.startswith("data:") else address
