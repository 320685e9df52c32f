"""A small project to break on purpose."""

from __future__ import annotations

import pytest

from tests.content.small_site import SmallSite


@pytest.fixture
def small(tmp_path) -> SmallSite:
    return SmallSite(tmp_path)
