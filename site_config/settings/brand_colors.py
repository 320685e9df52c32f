"""A center's own colors: a small style sheet, or a clear refusal when people could not read it.

The measure is WCAG 2.2: the contrast of two colors from their relative luminance, at least
4.5:1 for text. The papers are read from tokens.css, so there is one place for them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from site_config.core.issues import Issue, IssuesFound
from site_config.settings.center import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from site_config.settings.center import Center

TOKENS = "content/assets/css/tokens.css"
NAMES = ("main", "accent")
READABLE = 4.5
COMFORTABLE = 7.0  # what a derived color for the dark is lifted to
TINT = 0.1  # share of the color in its quiet panel
DARK_TINT = 0.16
STEPS = 50
SRGB_KNEE = 0.04045  # below it the sRGB curve is a straight line

_DARK = "@media (prefers-color-scheme: dark)"
_TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\b")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors such as "#0b5c64": 1 (the same) to 21 (black on white).

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def scheme_tokens(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the color tokens of `css` for the light and for the dark scheme, by name."""
    light_part, _, dark_part = css.partition(_DARK)
    light = dict(_TOKEN.findall(light_part))
    return light, light | dict(_TOKEN.findall(dark_part))


def write_colors(center: Center, root: Path) -> str:
    """Return the style sheet for the colors of `center`, empty when it sets none.

    A color is given for the light scheme; the one for the dark is derived from it.

    Raises:
        IssuesFound: text in a color, or on it, would be hard to read; each issue names the line in
            `center.yml`, the contrast, and a near color that would do.
    """
    chosen = {name: color for name in NAMES if (color := getattr(center.colors, name))}
    if not chosen:
        return ""
    light, dark = scheme_tokens((root / TOKENS).read_text("utf-8"))
    issues = [
        _issue(name, color, light, center)
        for name, color in chosen.items()
        if _lowest(color, light, TINT) < READABLE
    ]
    if issues:
        raise IssuesFound(issues)
    return _sheet(chosen, light, dark)


def _sheet(chosen: Mapping[str, str], light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    day = "\n".join(line for name in chosen for line in _lines(name, chosen[name], light, TINT))
    lifted = {
        name: _moved(color, "#ffffff", dark, DARK_TINT, COMFORTABLE)
        for name, color in chosen.items()
    }
    night = "\n".join(
        line for name, color in lifted.items() for line in _lines(name, color, dark, DARK_TINT)
    )
    return f":root {{\n{day}\n}}\n\n{_DARK} {{\n:root {{\n{night}\n}}\n}}\n"


def _lines(name: str, color: str, tokens: Mapping[str, str], tint: float) -> Iterator[str]:
    yield f"  --{name}: {color};"
    yield f"  --{name}-ink: {_ink_on(color, tokens)};"
    yield f"  --{name}-paper: {mix(tokens['paper'], color, tint)};"


def _ink_on(color: str, tokens: Mapping[str, str]) -> str:
    """The page's own ink, its paper, or white: whichever reads best on `color`."""
    return max(("#ffffff", tokens["ink"], tokens["paper"]), key=lambda ink: contrast(ink, color))


def _lowest(color: str, tokens: Mapping[str, str], tint: float) -> float:
    """The worst contrast that `color` meets: as text on each paper, and under its own text."""
    papers = (tokens["paper"], tokens["paper-2"], mix(tokens["paper"], color, tint))
    as_text = min(contrast(color, paper) for paper in papers)
    return min(as_text, contrast(_ink_on(color, tokens), color))


def _moved(color: str, toward: str, tokens: Mapping[str, str], tint: float, least: float) -> str:
    """The nearest color on the way from `color` to `toward` that meets the contrast `least`."""
    way = (mix(color, toward, step / STEPS) for step in range(STEPS + 1))
    return next(near for near in way if _lowest(near, tokens, tint) >= least)


def _issue(name: str, color: str, tokens: Mapping[str, str], center: Center) -> Issue:
    worst = _lowest(color, tokens, TINT)
    better = _moved(color, "#000000", tokens, TINT, READABLE)
    return Issue(
        Path(NAME),
        center.line("colors", name),
        f"The color {color} can't be read well on this site: contrast {worst:.1f} to 1, "
        f"and text needs {READABLE} to 1",
        f"Choose a darker color, for example {better}, or null",
    )


def mix(first: str, second: str, share: float) -> str:
    """Return `first` with `share` (0 to 1) of `second` mixed in."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= SRGB_KNEE else float(((value + 0.055) / 1.055) ** 2.4)
