"""Privacy is proved in Chromium as people have it, not in its headless shell."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def browser(whole_browser):
    """The whole of Chromium, in place of the shell that other tests take."""
    return whole_browser
