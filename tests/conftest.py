"""What many tests share: the built site, its address, a browser, a phone's page."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import expect, sync_playwright

from scripts import browsers as finder
from site_config.questionnaire.compiler import compile_data
from tests import project_copy, shared_build, six_pages
from tests.server import serve
from tests.small_site import SmallSite

ROOT = Path(__file__).resolve().parents[1]
# A machine of two slow cores shows late what it shows at all: five seconds are no verdict there.
expect.set_options(timeout=30_000)
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

INPUTS = (
    *("content", "locale", "checker", "site_config"),
    *("mkdocs.yml", "package-lock.json", "requirements"),
)


SLOW = {"appearance", "authoring", "browser", "browser_runtime", "hosting", "pipeline", "scripts"}
"""Folders of tests that build the site, or start browsers and servers."""


def pytest_collection_modifyitems(items):
    """Slow folders first: a worker takes whole files, and none is left alone with a long one."""
    items.sort(key=lambda item: SLOW.isdisjoint(item.path.relative_to(ROOT).parts))


def newest(paths):
    """When the last of these files, or of the files below them, changed."""
    files = (f for p in paths for f in (p.rglob("*") if p.is_dir() else [p]))
    return max(f.stat().st_mtime for f in files if f.is_file() and "__pycache__" not in f.parts)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def built_site() -> Path:
    """The folder `site/` as `make build` writes it, built again if anything changed since."""
    site = ROOT / "site"
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    with (cache / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        page = site / "index.html"
        if not page.exists() or page.stat().st_mtime < newest(ROOT / name for name in INPUTS):
            command = [sys.executable, "-m", "mkdocs", "build"]
            environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
            subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return site


@pytest.fixture(scope="session")
def engine_data(root):
    """The compiled data of the self-check, as the engine and the page get it."""
    compile_data(root)
    return json.loads((root / "checker/data.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def site_url(built_site):
    """The address of the built site, served on loopback with its own headers."""
    with serve(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium that `make setup-test` finds."""
    path = finder.chromium()
    assert path, "no Chromium: run make setup-test"
    return str(path)


@pytest.fixture(scope="session")
def shell_path(chromium_path) -> str:
    """Chromium's headless shell where there is one: pages are the same, and quicker."""
    return str(finder.headless() or chromium_path)


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as started:
        yield started


QUICK_START = "--js-flags=--liftoff-only"
"""WebAssembly is compiled once, not again for speed: one result is worked out before that pays.

A V8 that doesn't know the flag goes on without it.
"""


@pytest.fixture(scope="session")
def browser(shell_path, playwright):  # in this order: Playwright may be asked for the path
    chromium = playwright.chromium.launch(executable_path=shell_path, args=[QUICK_START])
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def whole_browser(chromium_path, playwright):
    """Chromium as a person has it, for what rests on more than the page, such as traces."""
    chromium = playwright.chromium.launch(executable_path=chromium_path)
    yield chromium
    chromium.close()


@pytest.fixture
def page(browser, site_url):
    """A fresh page on a phone's screen; `page.goto("/self-check/")` works."""
    context = browser.new_context(base_url=site_url, viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def make_six_pages(root, built_site, tmp_path_factory):  # noqa: ARG001 (its runtime is copied)
    """Makes a project of six pages in a folder, with the runtime that the first of them has built.

    The outcomes lead to no page there, so the engine's wheel is another one, and packaging it
    takes four times as long as building six pages.
    """

    def build(folder):
        project_copy.built(six_pages.make(root, folder))

    first = shared_build.once(tmp_path_factory, "six-pages", build)

    def make(folder):
        project = six_pages.make(root, folder)
        project_copy.take_runtime(first, project)
        return project

    return make


@pytest.fixture
def small(tmp_path) -> SmallSite:
    """A small project to break on purpose."""
    return SmallSite(tmp_path)


@pytest.fixture
def make_site(tmp_path, root):
    """Writes pages (and their Markdown sources) of a small project; gives the two folders."""
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config/hosting").symlink_to(root / "site_config/hosting")

    def make(pages, sources=None):
        for folder, files in (("site", pages), (".", sources or {})):
            for name, text in files.items():
                path = tmp_path / folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        return tmp_path / "site", tmp_path

    return make
