"""A photo made ready for the web: upright, without metadata, in sRGB, as WebP in a few widths.

A phone writes into each photo where and when it was taken. Only the pixels are copied here, so
that no kind of metadata has to be known to be left out.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PHOTOS = frozenset(
    {".avif", ".bmp", ".gif", ".heic", ".heif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"}
)
"""Files that are made of pixels; a drawing (.svg) is not."""
WIDTHS = (480, 960, 1600)
"""In pixels. The text column is 41 rem at most; 1600 serves it on a dense screen."""

_QUALITY = 80
_MOST_PIXELS = 100_000_000
_GPS = 0x8825
_MOVING = frozenset({"AVIF", "GIF", "PNG", "WEBP"})
_TOLD = frozenset(
    {"exif", "xmp", "photoshop", "comment", "XML:com.adobe.xmp", "Raw profile type exif"}
)
_FLAT = frozenset({"BMP", "GIF", "PNG"})
"""Formats of screenshots and logos, which are often smaller without loss."""

_KEPT_AS = {"JPEG": "JPEG", "MPO": "JPEG", "WEBP": "WEBP", "AVIF": "AVIF", "HEIF": "HEIF"}
"""How a stripped picture is saved; an iPhone's JPEG may be an MPO. Anything else becomes a PNG."""

register_heif_opener()
Image.MAX_IMAGE_PIXELS = _MOST_PIXELS // 2  # Pillow refuses what is more than twice as large


class UnusableError(Exception):
    """A file that cannot become a picture: what is wrong with it, and how to fix it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what, self.fix = what, fix


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """Open a picture.

    Raises:
        UnusableError: it is damaged, too large, of another kind than its name says, or moves.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large pictures that are not too large
            with Image.open(io.BytesIO(data)) as image:
                if getattr(image, "n_frames", 1) > 1 and image.format in _MOVING:
                    what = "This picture moves, and a reader can't stop it"
                    raise UnusableError(what, "Use a still picture")
                yield image
    except Image.DecompressionBombError as error:
        what = "This picture has more than 100 million pixels"
        raise UnusableError(what, "Save it smaller: 3,000 pixels wide is plenty") from error
    except (UnidentifiedImageError, SyntaxError) as error:
        what = "This file can't be read as a picture, whatever its name says"
        raise UnusableError(what, "Open it in a photo program and save it as JPEG") from error
    except (OSError, ValueError) as error:
        what = "This picture is damaged: part of it is missing"
        raise UnusableError(what, "Copy it from the phone or camera once more") from error


def check(data: bytes) -> None:
    """Read the whole of a picture.

    Raises:
        UnusableError: see `_opened`.
    """
    with _opened(data) as image:
        image.load()


def tells_where(data: bytes) -> bool:
    """Return whether the file says where the photo was taken; False if it cannot be read."""
    try:
        with _opened(data) as image:
            return bool(image.getexif().get_ifd(_GPS))
    except UnusableError:
        return False


def tells_more(data: bytes) -> bool:
    """Return whether the file holds anything about the photo besides its pixels and colors."""
    try:
        with _opened(data) as image:
            return bool(image.getexif() or any(map(image.info.get, _TOLD)))
    except UnusableError:
        return False


def clean(image: Image.Image) -> Image.Image:
    """Return the pixels of `image` alone, upright and in sRGB, transparent where it was."""
    upright = ImageOps.exif_transpose(image)
    seen_through = upright.has_transparency_data
    profile = upright.info.get("icc_profile")
    alpha = upright.convert("RGBA").getchannel("A") if seen_through else None
    colors = _srgb(upright, profile)
    if alpha:
        colors.putalpha(alpha)
    bare = Image.new(colors.mode, colors.size)
    bare.paste(colors)
    return bare


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert the colors: without its profile, a phone's wide colors would look dull."""
    base = image if image.mode in {"RGB", "CMYK", "L"} else image.convert("RGB")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(base, source, target, outputMode="RGB")
        except ImageCms.PyCMSError:  # a profile for another kind of picture: do without
            converted = None
        if converted:
            return converted
    return base.convert("RGB")


def stripped(data: bytes) -> bytes:
    """Return the picture in its own format, without metadata.

    Raises:
        UnusableError: see `_opened`.
    """
    with _opened(data) as image:
        form = _KEPT_AS.get(image.format or "", "PNG")
        bare = clean(image)
    if form == "JPEG":
        return _saved(bare.convert("RGB"), form, quality=92, optimize=True)
    return _saved(bare, form, **({} if form == "PNG" else {"quality": 90}))


class Renditions:
    """A photo as WebP in a few widths; `size` is that of the largest, in pixels.

    `files` are kept in `cache` by the content they are made of: a build makes each once.
    """

    def __init__(self, data: bytes, cache: Path) -> None:
        self.key = hashlib.sha256(f"{_QUALITY} {WIDTHS}".encode() + data).hexdigest()[:8]
        self._data, self._cache = data, cache
        with _opened(data) as image:
            wide, high = ImageOps.exif_transpose(image).size
        most = min(wide, WIDTHS[-1])
        self.size = (most, max(1, round(high * most / wide)))
        self.widths = widths_of(most)

    def files(self) -> dict[int, bytes]:
        """Return the WebP files by width; made now, or before.

        Raises:
            UnusableError: the pixels cannot be read to the end.
        """
        places = {width: self._cache / f"{self.key}-{width}.webp" for width in self.widths}
        if not all(place.is_file() for place in places.values()):
            self._cache.mkdir(parents=True, exist_ok=True)
            for width, content in self._made().items():
                new = places[width].with_suffix(".new")
                new.write_bytes(content)
                new.replace(places[width])  # a build that is stopped leaves no half file
        return {width: place.read_bytes() for width, place in places.items()}

    def _made(self) -> dict[int, bytes]:
        with _opened(self._data) as image:
            flat, bare = image.format in _FLAT, clean(image)
        most, high = self.size
        found = {}
        for width in self.widths:
            size = (width, max(1, round(high * width / most)))
            small = bare.resize(size, Image.Resampling.LANCZOS) if bare.size != size else bare
            choices = [_saved(small, "WEBP", quality=_QUALITY, method=6)]
            if flat:
                choices.append(_saved(small, "WEBP", lossless=True, method=6))
            found[width] = min(choices, key=len)
        return found


def widths_of(most: int) -> tuple[int, ...]:
    """Return the widths in which a picture of `most` pixels is kept: never more than it has."""
    return (*(width for width in WIDTHS if width < most), most)


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()
