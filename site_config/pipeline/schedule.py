"""What waits for its moment, or whose time is over: pages, and the center's events and jobs."""

from __future__ import annotations

import datetime as dt
import posixpath
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from site_config.content_model.page import read_page, split_front
from site_config.content_model.publication import is_online, moment
from site_config.core.files import visible
from site_config.core.yaml_source import YamlValue, load
from site_config.settings import center

_TEXTS = frozenset({".css", ".html", ".js", ".py", ".svg", ".xml", ".yml"})

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


class Change(NamedTuple):
    """What appears, or goes off the site, at a moment on the center's clocks."""

    when: dt.datetime
    what: str
    """A page, or an event or job by its name."""
    appears: bool


def unpublished(root: Path, now: dt.datetime) -> set[str]:
    """Return the pages (paths under content/, such as `updates/new.md`) that are not online `now`.

    A page whose moment cannot be read is kept back: better late than too early.
    """
    hidden = set()
    for page, given in _scheduled(root):
        try:
            start, end = (moment(one) if one is not None else None for one in given)
        except ValueError:
            hidden.add(page)
            continue
        if not is_online(start, end, now):
            hidden.add(page)
    return hidden


def changes(root: Path, since: dt.datetime, until: dt.datetime) -> list[Change]:
    """Return what changes after `since`, up to `until`; in order.

    A moment that cannot be read changes nothing: the linter names it.
    """
    found = []
    for page, (start, end) in _scheduled(root):
        for given, appears in ((start, True), (end, False)):
            with suppress(ValueError):
                when = moment(given)
                found.append(Change(when, page, appears))
    found += _announced(root)
    return sorted(change for change in found if since < change.when <= until)


def _announced(root: Path) -> Iterator[Change]:
    """Give when each event and job of center.yml comes and goes: the day after its last one."""
    facts, _issues = center.read(root)
    for event in facts.events:
        yield Change(_midnight_after(event.last_day), f"the event “{event.name}”", appears=False)
    for job in facts.jobs:
        posted = dt.datetime.combine(job.posted, dt.time.min)
        yield Change(posted, f"the job “{job.title}”", appears=True)
        yield Change(_midnight_after(job.last_day), f"the job “{job.title}”", appears=False)


def _midnight_after(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day + dt.timedelta(1), dt.time.min)


def held_back(root: Path, pages: Collection[str]) -> set[str]:
    """Return the pictures and sheets that nothing but the waiting `pages` shows or links to.

    They tell as much as the page does, and a name is easily guessed.
    """
    if not pages:
        return set()
    content = root / "content"
    names = {file.relative_to(content).as_posix() for file in visible(content, "*.md")}
    theirs = {file for page in pages for file in _files_of(content, page)}
    for page in names - set(pages):
        theirs -= _files_of(content, page)
    return {file for file in theirs if not _named_elsewhere(root, file)}


def _files_of(content: Path, page: str) -> set[str]:
    """Return the files under assets/ that `page` shows or links to, by their paths."""
    parts = read_page(content / page, Path(page), page).parts
    targets = [image.src for image in parts.images] + [link.href for link in parts.links]
    paths = (unquote(urlsplit(target).path) for target in targets)
    folder = posixpath.dirname(page)
    found = {posixpath.normpath(posixpath.join(folder, path)) for path in paths if path}
    return {path for path in found if path.startswith("assets/")}


def _named_elsewhere(root: Path, file: str) -> bool:
    """Return whether a template, a style or a setting may use `file`."""
    name = posixpath.basename(file)
    places = ("site_config", "content/assets/css", "checker/browser")
    texts = (one for place in places for one in visible(root / place, "*") if one.suffix in _TEXTS)
    return any(name in one.read_text("utf-8", errors="replace") for one in texts)


def _scheduled(root: Path) -> Iterator[tuple[str, tuple[YamlValue, YamlValue]]]:
    """Give each page that has `publish_on` or `unpublish_on`, with what is written there."""
    content = root / "content"
    for file in visible(content, "*.md"):
        front, _body = split_front(file.read_text("utf-8-sig", errors="replace"))
        if "publish_on" not in (front or ""):
            continue  # as on most pages: they need not be parsed
        data = load(front or "", file).data
        if isinstance(data, dict):
            name = file.relative_to(content).as_posix()
            yield name, (data.get("publish_on"), data.get("unpublish_on"))


def prune_nav(nav: YamlValue, hidden: Collection[str]) -> YamlValue:
    """Return the `nav` of mkdocs.yml without the pages in `hidden` and emptied sections."""
    if isinstance(nav, list):
        kept = (prune_nav(item, hidden) for item in nav)
        return [item for item in kept if item not in (None, [], {})]
    if isinstance(nav, dict):
        pruned = {title: prune_nav(item, hidden) for title, item in nav.items()}
        return {title: item for title, item in pruned.items() if item not in (None, [], {})}
    return None if nav in hidden else nav
