"""A center's own colors: readable everywhere, or refused with one that works."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_config.core.issues import IssuesFound
from site_config.settings import brand_colors, center

ROOT = Path(__file__).resolve().parents[2]
LIGHT, DARK = brand_colors.scheme_tokens((ROOT / brand_colors.TOKENS).read_text("utf-8"))


HEX = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0b5c64", "#0b5c64", 1)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert brand_colors.contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert brand_colors.contrast(other, one) == brand_colors.contrast(one, other)


def with_colors(**colors):
    return center.Center(name="A", colors=center.Colors(**colors))


def test_a_center_without_colors_gets_no_sheet():
    assert brand_colors.write_colors(center.DEFAULT, ROOT) == ""


@given(HEX, st.sampled_from(brand_colors.NAMES))
def test_a_color_is_readable_everywhere_or_refused(color, name):
    try:
        css = brand_colors.write_colors(with_colors(**{name: color}), ROOT)
    except IssuesFound:
        return
    for scheme, tokens in zip((LIGHT, DARK), brand_colors.scheme_tokens(css), strict=True):
        both = scheme | tokens
        for paper in ("paper", "paper-2", f"{name}-paper"):
            assert brand_colors.contrast(both[name], both[paper]) >= 4.5
        assert brand_colors.contrast(both[f"{name}-ink"], both[name]) >= 4.5
        assert brand_colors.contrast(both["ink"], both[f"{name}-paper"]) >= 7


@pytest.fixture
def project(tmp_path):
    """A project whose center wants two pale colors, on known lines."""
    for name in (brand_colors.TOKENS, "site_config/center.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / brand_colors.TOKENS, tmp_path / brand_colors.TOKENS)
    center_yml = tmp_path / "site_config/center.yml"
    center_yml.write_text('name: A\ncolors:\n  main: "#8fd0c4"\n  accent: "#ffcc00"\n', "utf-8")
    return tmp_path


def test_pale_colors_are_refused_with_line_and_a_color_that_works(project):
    pale = {"main": "#8fd0c4", "accent": "#ffcc00"}
    with pytest.raises(IssuesFound) as caught:
        brand_colors.write_colors(center.load(project), project)
    assert [(f.path.as_posix(), f.line) for f in caught.value.issues] == [
        ("site_config/center.yml", 3),
        ("site_config/center.yml", 4),
    ]
    for issue, name in zip(caught.value.issues, pale, strict=True):
        proposed = issue.fix.split("#")[1][:6]
        assert brand_colors.write_colors(with_colors(**{name: f"#{proposed}"}), project)


@pytest.mark.parametrize(
    ("one", "other", "share", "mixed"),
    [
        ("#000000", "#ffffff", 0, "#000000"),
        ("#000000", "#ffffff", 1, "#ffffff"),
        ("#000000", "#ff8000", 0.5, "#804000"),
    ],
)
def test_two_colors_are_mixed(one, other, share, mixed):
    assert brand_colors.mix(one, other, share) == mixed


def test_a_color_for_light_paper_is_lifted_for_the_dark():
    dark = brand_colors.scheme_tokens(brand_colors.write_colors(with_colors(main="#0b5c64"), ROOT))[
        1
    ]
    assert dark["main"] != "#0b5c64"
    assert brand_colors.contrast(dark["main"], DARK["paper"]) >= brand_colors.COMFORTABLE
