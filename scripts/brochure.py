"""`make brochure PAGE=cost/index.md`: a page as PDF, and a QR code that leads to it.

The PDF is the page as its print style lays it out, with the code below its text. The code holds the
page's address and nothing else: no tracking word, so nobody can tell where it was scanned.
"""

from __future__ import annotations

import re
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import segno
from playwright.sync_api import sync_playwright

from scripts import browsers
from site_config.content_model.project import read_project
from site_config.core.validation import suggestion
from site_config.settings import calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import PdfMargins

TARGET = "dist/brochure"
_USE = "Write: make brochure PAGE=cost/index.md"
_MARGIN: PdfMargins = {"top": "16mm", "right": "16mm", "bottom": "16mm", "left": "16mm"}
_ADD_CODE = """([svg, address]) => {
  const place = document.createElement("section");
  const code = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const words = document.createElement("p");
  words.textContent = `Read this page online: ${address}`;
  place.append(document.importNode(code, true), words);
  (document.querySelector("main article") ?? document.querySelector("main")).append(place);
}"""


class BrochureError(Exception):
    """There can be no brochure; the text says why and what to do."""


def brochure(root: Path, page: str) -> list[Path]:
    """Write PDF and code of `page`, a file under content/, and return their files.

    Raises:
        BrochureError: there is no such page on the site, or the site has no address yet.
    """
    project = read_project(root, calendar.today_at(root))
    name = page.strip().removeprefix("/").removeprefix("content/")
    if name not in project.pages:
        near = suggestion(name, project.pages)
        raise BrochureError(f"There is no page {page or '…'}{near}. {_USE}")
    if not project.center.site_url:
        raise BrochureError(
            "The site has no address yet: set site_url in site_config/center.yml. "
            "The QR code leads there"
        )
    url = project.pages[name].url
    if not (root / "site" / url / "index.html").is_file():
        raise BrochureError(f"The site has no page {name}: publish it first, then make build")
    address = f"{project.center.site_url}{url}"
    folder = root / TARGET
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^a-z0-9]+", "-", url.lower()).strip("-") or "home"
    files = [folder / f"{stem}{end}" for end in (".pdf", "-qr.svg", "-qr.png")]
    code = segno.make(address, error="m", micro=False)
    code.save(str(files[1]), scale=8, border=4)
    code.save(str(files[2]), scale=16, border=4)
    svg = code.svg_inline(scale=4, border=4)
    files[0].write_bytes(_printed(root / "site", url, svg, address))
    return files


def _printed(site: Path, url: str, svg: str, address: str) -> bytes:
    path = browsers.chromium()
    if path is None:
        raise BrochureError("There is no Chromium here: run make setup-test")
    with _served(site) as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/{url}")
        xml = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        page.evaluate(_ADD_CODE, [xml, address])
        paper = page.pdf(format="Letter", margin=_MARGIN, tagged=True, outline=True)
        browser.close()
    return paper


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[int]:
    """The built site on this machine alone; gives the port."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()


def main(arguments: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Write the brochure of the page that is named; return 1 and say why if that can't be."""
    given = sys.argv[1:] if arguments is None else arguments
    root = root or Path.cwd()
    try:
        files = brochure(root, " ".join(given))
    except BrochureError as error:
        sys.stderr.write(f"{error}.\n")
        return 1
    for file in files:
        sys.stdout.write(f"{file.relative_to(root)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
