"""Firefox and WebKit for the tests, beside the Chromium of scripts/browser.py."""

from __future__ import annotations

import shutil
from pathlib import Path

NAMES = ("firefox", "webkit")
DEBIAN = ("firefox-esr", "webkit2gtk-driver", "xvfb")
"""Debian's packages for both."""


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
