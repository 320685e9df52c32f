"""Every pair of colors can be read, the site's own and a center's."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_config.settings import brand_colors

ROOT = Path(__file__).resolve().parents[2]
LIGHT, DARK = brand_colors.scheme_tokens((ROOT / brand_colors.TOKENS).read_text("utf-8"))
SCHEMES = {"light": LIGHT, "dark": DARK}
PAPERS = ("paper", "paper-2", "main-paper", "accent-paper", "danger-paper")
BODY = [("ink", paper) for paper in PAPERS]
TEXT = [(ink, paper) for ink in ("ink-2", "main", "accent", "danger", "ok") for paper in PAPERS]
EDGES = [(edge, paper) for edge in ("focus", "line-strong") for paper in PAPERS]
FILLS = [
    ("main-ink", "main"),
    ("accent-ink", "accent"),
    ("danger-ink", "danger"),
    ("danger-fill-ink", "danger-fill"),
    ("mark-ink", "mark"),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "paper"), TEXT + EDGES + FILLS)
def test_text_and_edges_stand_out(scheme, ink, paper):
    assert brand_colors.contrast(SCHEMES[scheme][ink], SCHEMES[scheme][paper]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "paper"), BODY)
def test_body_text_stands_out_more(scheme, ink, paper):
    assert brand_colors.contrast(SCHEMES[scheme][ink], SCHEMES[scheme][paper]) >= 7


def test_the_dark_scheme_names_every_color_anew():
    assert [name for name in LIGHT if LIGHT[name] == DARK[name] and not name.endswith("-ink")] == []
