"""Earlier addresses: each that was published still leads somewhere, and to one page."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from site_config.content_model.addresses import FORM, address
from site_config.core.issues import Issue
from site_config.linter.rule import Rule
from site_config.settings import center, languages
from site_config.settings.published_addresses import PUBLISHED, published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.linter.rule import Context

_ALIKE = 0.6


def _addresses(context: Context) -> Iterator[Issue]:
    """Give earlier addresses that cannot be used, and published ones that lead nowhere."""
    project = context.project
    pages = {page.url: page for page in project.pages.values()}
    moved: dict[str, Page] = {}
    for page in project.pages.values():
        yield from _was(page, pages, moved)
    yield from _gone(project, pages, moved)
    if project.release:
        yield from _unlisted(project, pages)


def _was(page: Page, pages: dict[str, Page], moved: dict[str, Page]) -> Iterator[Issue]:
    given = page.meta.get("was")
    for index, written in enumerate(given if isinstance(given, list) else []):
        line, old = page.front.line("was", index), address(str(written))
        if old is None:
            message = f"“{written}” isn't an address on this site"
            yield Issue(page.path, line, message, f"Write it with {FORM}")
        elif old in pages:
            other = "this page" if pages[old] is page else pages[old].path.as_posix()
            message = f"“{written}” is the address of {other}, so nobody can be sent on from it"
            yield Issue(page.path, line, message, "Take it out of `was`")
        elif moved.setdefault(old, page) is not page:
            message = f"{moved[old].path.as_posix()} was at “{written}” too"
            yield Issue(page.path, line, message, "Leave it in one of the two: where it leads to")


def _gone(project: Project, pages: dict[str, Page], moved: dict[str, Page]) -> Iterator[Issue]:
    waiting = project.hidden - project.taken_off  # what was taken off is gone on purpose
    there = {url for url, page in pages.items() if page.name not in waiting}
    there |= {old for old, page in moved.items() if page.name not in waiting}
    off = languages.folders(project.root / "content") - set(project.center.languages)
    known = published(project.root)
    if project.center is not center.DEFAULT:  # else nobody knows which languages the site has
        yield from _taken_off(project, [one for one in known if one.partition("/")[0] in off])
    for one, line in known.items():
        if one in there or one.partition("/")[0] in off:
            continue
        message = f"/{one} was on the site and now leads nowhere"
        if one in pages or one in moved:
            message = f"/{one} was on the site, and its page is now kept back"
            fix = "Publish that page, or name the address under `was` in another one"
        elif address(one) != one:
            message, fix = f"“{one}” isn't an address", f"Write it with {FORM}, or delete this line"
        else:
            best = _closest(one, pages)
            fix = (
                f"At the top of the page that takes its place{best}, write: was: [{one}]. If it "
                "was never online, delete this line"
            )
        yield Issue(project.path(PUBLISHED), line, message, fix)


def _taken_off(project: Project, gone: list[str]) -> Iterator[Issue]:
    """Warn once of a language that was on the site: its pages are gone because the center says so.

    `gone` has the addresses, in the order of their lines.
    """
    for language in dict.fromkeys(one.partition("/")[0] for one in gone):
        count = sum(one.startswith(f"{language}/") for one in gone)
        yield Issue(
            project.path(center.NAME),
            project.center.line("languages"),
            f"“languages” doesn't list {language}, so {count} addresses that were published lead "
            f"nowhere, such as /{language}/",
            f"Add {language} to the list. If it was never online, delete its lines in {PUBLISHED}",
            severity="warning",
        )


def _closest(gone: str, pages: dict[str, Page]) -> str:
    """Name the page whose file name is most like that of the address that is gone."""
    code = _language(gone, pages)
    own = {url: page for url, page in pages.items() if url and page.language == code}
    last = {url.rstrip("/").rpartition("/")[2]: page for url, page in own.items()}
    near = get_close_matches(gone.rstrip("/").rpartition("/")[2], last, n=1, cutoff=_ALIKE)
    return f" (perhaps {last[near[0]].path.as_posix()})" if near else ""


def _language(address_: str, pages: dict[str, Page]) -> str:
    """Return the language of an address that is gone, by the folder it was in."""
    folder = address_.partition("/")[0]
    return folder if folder in {page.language for page in pages.values()} else languages.SOURCE


def _unlisted(project: Project, pages: dict[str, Page]) -> Iterator[Issue]:
    if not (project.root / PUBLISHED).is_file():
        return
    known = published(project.root)
    new = sorted(url for url in pages if url and url not in known)
    if new:
        message = f"{len(new)} addresses of pages are not in this list yet, such as {new[0]}"
        yield Issue(project.path(PUBLISHED), 1, message, "Run `make addresses` and commit the file")


RULES = (
    Rule(
        "earlier-address",
        "An address that was on the site and leads nowhere, or an unusable one under `was`",
        "Name it under `was` in the page that takes its place",
        _addresses,
    ),
)
"""The rules of this family."""
