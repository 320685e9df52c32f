"""Find a Chromium for the tests: the system's first, then Playwright's own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/{0}.app/Contents/MacOS/{0}"


def find() -> Path | None:
    """Return the path of a Chromium, or None. The variable CHROMIUM decides if it is set."""
    if chosen := os.environ.get("CHROMIUM"):
        return Path(chosen) if Path(chosen).exists() else None
    system = [found for name in NAMES if (found := shutil.which(name))]
    mac = [MAC.format(name) for name in ("Chromium", "Google Chrome")]
    for path in (*system, *mac, _playwrights()):
        if path and Path(path).exists():
            return Path(path)
    return None


def _playwrights() -> str | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 (not there before setup)
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path
