"""The headers that come with the pages: are they all there, as the build wants them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_config.hosting.doctor import csp_parser
from site_config.hosting.doctor.report import Promise, broken
from site_config.hosting.headers import EVERYWHERE, VARYING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_config.hosting.doctor.http_client import Answer
    from site_config.hosting.doctor.report import Broken

PROMISES = {
    "Cross-Origin-Opener-Policy": Promise.ALONE,
    "Cross-Origin-Resource-Policy": Promise.ALONE,
}
"""Whose absence breaks which promise, where it is not PRIVATE."""

SEND = (
    "send the headers that the build wrote: upload `_headers` with the site (Netlify, Cloudflare "
    "Pages), or include dist/hosting/ (nginx, Caddy). A host that can't: see docs/deploying.md"
)
REPORTS = ("NEL", "Report-To", "Reporting-Endpoints")
OK = 200
LONGEST = 600
"""Seconds that a host may keep a page without asking again: what GitHub Pages does."""


def check(pages: Iterable[Answer]) -> Iterator[Broken]:
    """Find the headers that are missing or wrong on any of these pages."""
    pages = list(pages)
    for name, wanted in EVERYWHERE.items():
        wrong = [page for page in pages if _bare(page.headers.get(name)) != _bare(wanted)]
        if wrong:
            promise = PROMISES.get(name, Promise.PRIVATE)
            yield broken(promise, _where(wrong), _missing(name, wrong[0], wanted), SEND)
    yield from _policies(pages)
    yield from _too_many(pages)
    yield from _kept(pages)


def _policies(pages: list[Answer]) -> Iterator[Broken]:
    """The policy in the header: as strict as the page's own, and not stricter."""
    weak, framed, unlisted = [], [], []
    for page in pages:
        sent = csp_parser.read(page.headers.get("Content-Security-Policy", ""))
        own = own_policy(page)
        if not all(csp_parser.holds(sent, name, own[name]) for name in _due(page, own)):
            weak.append(page)
        if not csp_parser.holds(sent, "frame-ancestors", frozenset({"'none'"})):
            framed.append(page)
        if runs_python(page) and "Connection-Allowlist" not in page.headers:
            unlisted.append(page)
        yield from _refusals(page, sent, own)
    if weak:
        issue = "no header Content-Security-Policy that is as strict as the page's own"
        yield broken(Promise.PRIVATE, _where(weak), issue, SEND)
    if framed:
        issue = "no header Content-Security-Policy with frame-ancestors 'none'"
        yield broken(Promise.ALONE, _where(framed), issue, SEND)
    if unlisted:
        issue = "no header Connection-Allowlist: a click, WebRTC or a name look-up isn't limited"
        yield broken(Promise.PRIVATE, _where(unlisted), issue, SEND)


def _due(page: Answer, own: csp_parser.Policy) -> set[str]:
    """The directives to expect in the header of a page.

    Netlify and Cloudflare Pages choose headers by address, and a missing page has none of ours:
    it gets what is the same for all pages, and its own tag for the rest.
    """
    return set(own) - (VARYING if page.status == 404 else set())  # noqa: PLR2004


def _refusals(
    page: Answer, sent: list[csp_parser.Policy], own: csp_parser.Policy
) -> Iterator[Broken]:
    refused = sorted({name for policy in sent for name in csp_parser.refused(policy, own)})
    if refused:
        promise = Promise.STARTS if runs_python(page) else Promise.HELP
        issue = f"the header Content-Security-Policy refuses what the page needs ({refused})"
        yield broken(
            promise,
            _where([page]),
            issue,
            "send each page the policy that the build wrote for its path. If the site is "
            "served under a path, set site_url in site_config/center.yml to its address and build "
            "again",
        )


def _too_many(pages: list[Answer]) -> Iterator[Broken]:
    """Headers that would tell someone about the visitor."""
    if found := [page for page in pages if "Set-Cookie" in page.headers]:
        fix = "turn off what sets it: bot protection, analytics, sticky sessions"
        yield broken(Promise.PRIVATE, _where(found), "the host sets a cookie", fix)
    for name in REPORTS:
        if found := [page for page in pages if name in page.headers]:
            issue = f"the header {name} makes browsers report visits: {found[0].headers[name]}"
            fix = "turn off network error logging and reporting in the host's settings"
            yield broken(Promise.PRIVATE, _where(found), issue, fix)


def _kept(pages: list[Answer]) -> Iterator[Broken]:
    """How long browsers go without asking for a page again."""
    fix = "send Cache-Control: no-cache"
    if old := [page for page in pages if (_age(page) or 0) > LONGEST]:
        issue = f"Cache-Control: {old[0].headers['Cache-Control']}"
        yield broken(Promise.CURRENT, _where(old), issue, fix)
    if guessed := [page for page in pages if page.status == OK and _age(page) is None]:
        issue = "nothing says how long to keep the page, so each browser guesses"
        yield broken(Promise.CURRENT, _where(guessed), issue, fix)


def _age(page: Answer) -> int | None:
    """How many seconds a browser keeps this answer without asking again; None: it guesses."""
    control = page.headers.get("Cache-Control", "")
    parts = dict(part.strip().lower().partition("=")[::2] for part in control.split(","))
    if "no-cache" in parts or "no-store" in parts:
        return 0
    age = parts.get("max-age", "")
    return int(age) if age.isdecimal() else None


def own_policy(page: Answer) -> csp_parser.Policy:
    """The policy that the build set in the page; empty if there is none."""
    tag = page.document.find("meta", {"http-equiv": "Content-Security-Policy"})
    found = csp_parser.read(str(tag["content"])) if tag else []
    return found[0] if found else {}


def runs_python(page: Answer) -> bool:
    """Tell whether this is the page of the self-check."""
    return page.document.find(id="runtime-manifest") is not None


def _bare(value: str | None) -> str | None:
    return value and "".join(value.split()).lower()


def _missing(name: str, page: Answer, wanted: str) -> str:
    found = page.headers.get(name)
    short = f"{wanted[:50]}…" if len(wanted) > 50 else wanted  # noqa: PLR2004
    return f"header {name} is {found!r}, not {short!r}" if found else f"no header {name}: {short}"


def _where(pages: list[Answer]) -> str:
    first = f"/{pages[0].path}"
    return first if len(pages) == 1 else f"{first} and {len(pages) - 1} more"
