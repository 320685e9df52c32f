"""The pictures that a link to the site shows in a message: one for each page.

An SVG is filled in with the center's name, place, colors and logo, then drawn as PNG by resvg
(npm) with the site's own fonts alone: no network, no system font, the same bytes each time.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTFont
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from site_config.core.issues import Issue, IssuesFound
from site_config.settings import brand_colors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from site_config.discovery.page_entry import Entry
    from site_config.settings.center import Center

FOLDER = "assets/sharing"
HERE = Path(__file__).parent
FONT_FOLDER = "content/assets/fonts"
FONTS = {"title": "literata-600.woff2", "text": "text.woff2"}
DRAWING = "site_config/overrides/partials/home-picture.html"
KINDS = {".svg": "image/svg+xml", ".png": "image/png"}

WIDTH = 600  # the room for words, left of the drawing
TITLE_SIZES = (76, 64, 54, 46, 40)  # the largest that fits is used
NAME_SIZE = 40
MOST_LINES = 3


def draw(
    target: Path, root: Path, entries: Iterable[Entry], center: Center, below: str = ""
) -> None:
    """Draw a picture for each page into `assets/sharing/` of the built site.

    Those of another language go into the folder `below` it.

    Raises:
        IssuesFound: resvg is not installed or could not draw.
    """
    folder = target / FOLDER / below
    folder.mkdir(parents=True, exist_ok=True)
    fonts = {use: TTFont(root / FONT_FOLDER / name) for use, name in FONTS.items()}
    jobs = [
        {"svg": card(root, title, center, fonts), "file": str(folder / f"{name}.png")}
        for name, title in titles(entries).items()
    ]
    files = [_uncompressed(root, name) for name in FONTS.values()]
    _render({"fonts": files, "pictures": jobs})


def titles(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the title on each page's picture, by the picture's name.

    A link to the self-check shows no picture: someone may look over a shoulder.
    """
    return {entry.picture: entry.title for entry in entries if not entry.neutral}


def card(root: Path, title: str, center: Center, fonts: Mapping[str, TTFont]) -> str:
    """Return one picture as SVG. Words that the site's fonts cannot write are left out."""
    name, place = center.name, ", ".join(filter(None, (center.city, center.region)))
    size, lines = _fitted(title, fonts["title"])
    svg: str = _template().render(
        color=_palette(root, center),
        drawing=_drawing(root),
        logo=_embedded(root, center.logo),
        title_size=size,
        title_lines=lines,
        name_lines=wrapped(name, fonts["text"], NAME_SIZE),
        place=place if _writes(fonts["text"], place) else "",
    )
    return svg


def wrapped(words: str, font: TTFont, size: int) -> list[str]:
    """Return `words` broken into lines that are at most `WIDTH` wide at this size."""
    if not _writes(font, words):
        return []
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, font, size) <= WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitted(words: str, font: TTFont) -> tuple[int, list[str]]:
    """The largest size at which `words` fit, and their lines; at worst the smallest, cut off."""
    for size in TITLE_SIZES:
        lines = wrapped(words, font, size)
        if len(lines) <= MOST_LINES and all(_width(one, font, size) <= WIDTH for one in lines):
            return size, lines
    return TITLE_SIZES[-1], wrapped(words, font, TITLE_SIZES[-1])[:MOST_LINES]


def _writes(font: TTFont, words: str) -> bool:
    return {ord(letter) for letter in words}.issubset(font.getBestCmap())


def _width(words: str, font: TTFont, size: int) -> float:
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    units = sum(advances[glyphs[ord(letter)]][0] for letter in words)
    return float(units * size / font["head"].unitsPerEm)


def _palette(root: Path, center: Center) -> dict[str, str]:
    """The colors of the light scheme, with the center's own in their place."""
    palette, _dark = brand_colors.scheme_tokens((root / brand_colors.TOKENS).read_text("utf-8"))
    own = {name: color for name in brand_colors.NAMES if (color := getattr(center.colors, name))}
    tints = {
        f"{name}-paper": brand_colors.mix(palette["paper"], own[name], brand_colors.TINT)
        for name in own
    }
    return palette | own | tints


def _drawing(root: Path) -> Markup:
    text = Environment(autoescape=True).from_string((root / DRAWING).read_text("utf-8")).render()
    return Markup(text.replace("<svg ", '<svg width="400" height="400" ', 1))  # noqa: S704 (ours)


def _embedded(root: Path, logo: str | None) -> str:
    if not logo:
        return ""
    file = root / "content" / logo
    return f"data:{KINDS[file.suffix]};base64,{base64.b64encode(file.read_bytes()).decode()}"


def _template() -> Any:  # noqa: ANN401 (jinja2 types it as Any too)
    loader = FileSystemLoader(HERE)
    return Environment(loader=loader, undefined=StrictUndefined, autoescape=True).get_template(
        "card.svg"
    )


def _uncompressed(root: Path, name: str) -> str:
    """Return the file of a font as resvg reads it: TrueType, without WOFF2 around it.

    It is kept under the hash of its content: writing it takes longer than drawing ten pictures.
    """
    font = root / FONT_FOLDER / name
    kept = root / ".cache/fonts" / f"{hashlib.sha256(font.read_bytes()).hexdigest()}.ttf"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        plain = TTFont(font)
        plain.flavor = None
        with tempfile.TemporaryDirectory(dir=kept.parent) as draft:
            plain.save(Path(draft, kept.name))
            Path(draft, kept.name).replace(kept)
    return str(kept)


def _render(job: dict[str, Any]) -> None:
    command = ["node", str(HERE / "render_svg.mjs")]
    try:
        done = subprocess.run(
            command, input=json.dumps(job), capture_output=True, text=True, check=False
        )
        problem = done.stderr.strip() if done.returncode else ""
    except FileNotFoundError:
        problem = "Node.js is not installed"
    if problem:
        message = f"The pictures for links could not be drawn: {problem[-300:]}"
        issue = Issue(Path("package.json"), 1, message, "Run `make setup`, then build again")
        raise IssuesFound([issue])
