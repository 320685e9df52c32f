"""Find the browsers for the tests: Chromium, Firefox, and WebKitGTK with its driver."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SHELL = "chromium-headless-shell"
"""Debian's package and program: Chromium's engine without the window and menus around a page."""
ENGINES = ("firefox", "webkit")
"""The engines beside Chromium."""
ENGINE_PACKAGES = ("firefox-esr", "webkit2gtk-driver", "xvfb")
"""Debian's packages for both."""
MAC = "/Applications/{0}.app/Contents/MacOS/{0}"


def chromium() -> Path | None:
    """Return the path of a Chromium, or None. The variable CHROMIUM decides if it is set."""
    if chosen := os.environ.get("CHROMIUM"):
        return Path(chosen) if Path(chosen).exists() else None
    system = [found for name in NAMES if (found := shutil.which(name))]
    mac = [MAC.format(name) for name in ("Chromium", "Google Chrome")]
    there = next((Path(path) for path in (*system, *mac) if Path(path).exists()), None)
    if there:
        return there
    last = _playwrights()  # asked only now: it can't be while another Playwright runs
    return Path(last) if last and Path(last).exists() else None


def headless() -> Path | None:
    """Return the path of Chromium's headless shell, or else of a Chromium, or None.

    The shell draws and runs a page as Chromium does and takes a third less processor time.
    """
    shell = None if os.environ.get("CHROMIUM") else shutil.which(SHELL)
    return Path(shell) if shell else chromium()


def _playwrights() -> str | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 (not there before setup)
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def firefox() -> str | None:
    """The path of Firefox, the long-term release first."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


def webkit() -> Path | None:
    """The path of the browser that WebKitGTK's driver steers."""
    return next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), None)


def missing(name: str) -> str | None:
    """What `name` lacks on this machine, in a few words, or None."""
    if name == "firefox":
        return None if firefox() else "Firefox ESR (firefox-esr)"
    parts = {
        "WebKitGTK and its driver (webkit2gtk-driver)": shutil.which("WebKitWebDriver")
        and webkit(),
        "a screen that nobody sees (xvfb)": shutil.which("Xvfb"),
    }
    return next((what for what, found in parts.items() if not found), None)
