"""The preview's page: each change with its words, and pictures of before and after."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import sync_playwright

from scripts import browsers as finder
from scripts.preview.changes import LOOK, MENU, NEW, REMOVED, Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

SIZES = {"phone": (360, 780), "desktop": (1280, 900)}


@dataclass(frozen=True)
class Shown:
    """A change with its pictures: size to (before, after); None where there is no page."""

    change: Change
    pictures: dict[str, tuple[str | None, str | None]]


def write(out: Path, changes: list[Change], before: Path, after: Path, ref: str) -> int:
    """Write the report into the folder `out`; return how many pages it shows.

    A page of which only the surroundings differ is shown if a picture of it differs; those of which
    only the menus differ share one line, without pictures.
    """
    pictures = out / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    program = finder.chromium()  # it may ask Playwright, so not while Playwright runs
    with _served(before) as old, _served(after) as new, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program)
        camera = Camera(_tabs(chromium), pictures, {"before": old, "after": new})
        taken = [Shown(one, camera.take(one)) for one in changes if one.kind != MENU]
        chromium.close()
    shown = [one for one in taken if one.change.kind != LOOK or _differs(one, out)]
    _remove_unshown(pictures, shown)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined, autoescape=True
    )
    page = environment.get_template("report.html").render(
        shown=shown,
        menus=[change.page for change in changes if change.kind == MENU],
        ref=ref,
        sizes=SIZES,
    )
    (out / "index.html").write_text(page, "utf-8")
    return len(shown)


@dataclass(frozen=True)
class Camera:
    """Takes pictures of pages on both sites, in a tab for each size."""

    tabs: dict[str, Page]
    folder: Path
    addresses: dict[str, str]

    def take(self, change: Change) -> dict[str, tuple[str | None, str | None]]:
        """Take the page before and after, on a phone and on a desktop."""
        return {
            size: (
                None if change.kind == NEW else self._one(change.page, size, "before"),
                None if change.kind == REMOVED else self._one(change.page, size, "after"),
            )
            for size in SIZES
        }

    def _one(self, page: str, size: str, when: str) -> str:
        name = f"{page.removesuffix('.html').replace('/', '-')}-{size}-{when}.png"
        tab = self.tabs[size]
        tab.goto(f"{self.addresses[when]}/{page}")
        tab.wait_for_function("() => document.fonts.status === 'loaded'")
        tab.screenshot(path=self.folder / name, full_page=True)
        return f"pictures/{name}"


def _tabs(chromium: Browser) -> dict[str, Page]:
    return {
        size: chromium.new_page(
            viewport={"width": width, "height": height}, reduced_motion="reduce"
        )
        for size, (width, height) in SIZES.items()
    }


def _differs(shown: Shown, out: Path) -> bool:
    pairs = [(old, new) for old, new in shown.pictures.values() if old and new]
    return any((out / old).read_bytes() != (out / new).read_bytes() for old, new in pairs)


def _remove_unshown(folder: Path, shown: list[Shown]) -> None:
    kept = {name for one in shown for pair in one.pictures.values() for name in pair if name}
    for file in folder.iterdir():
        if f"pictures/{file.name}" not in kept:
            file.unlink()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing of each request."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve the folder on a free port of this machine; give its address."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
