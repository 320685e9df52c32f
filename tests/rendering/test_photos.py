"""A published photo shows its pixels, upright and in sRGB, and tells nothing else."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from site_config.rendering import photos
from tests.photo_files import (
    exif,
    from_phone,
    moving_gif,
    picture,
    png_with_words,
    secrets_in,
)

UPRIGHT = (800, 1200)


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def is_upright(image):
    """The quarter turn puts what was on top (red) to the right."""
    wide, high = image.size
    left = image.convert("RGB").getpixel((2, high // 2))
    right = image.convert("RGB").getpixel((wide - 3, high // 2))
    return left[2] > 200 > left[0] and right[0] > 200 > right[2]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF", "TIFF", "AVIF"])
def test_no_rendition_has_the_place_the_device_or_a_wrong_turn(tmp_path, form):
    data = from_phone(form)
    made = photos.Renditions(data, tmp_path)
    files = made.files()
    assert sorted(files) == [480, 800]
    for width, content in files.items():
        image = opened(content)
        assert image.format == "WEBP"
        assert image.size == (width, width * 3 // 2)
        assert not image.getexif()
        assert secrets_in(content) == []
        assert is_upright(image), form
    assert made.size == UPRIGHT


def test_the_photo_of_the_test_does_tell_its_place():
    assert photos.tells_where(from_phone())
    assert len(secrets_in(from_phone())) >= 2


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_stripped_photo_keeps_its_format_and_size_alone(form):
    data = photos.stripped(from_phone(form))
    image = opened(data)
    assert image.format == form
    assert image.size == UPRIGHT
    assert not image.getexif()
    assert secrets_in(data) == []
    assert is_upright(image)
    assert not photos.tells_more(data)


def test_words_in_a_png_go_as_well():
    assert secrets_in(png_with_words())
    assert secrets_in(photos.stripped(png_with_words())) == []


def test_a_small_picture_is_never_made_larger(tmp_path):
    target = io.BytesIO()
    picture((300, 200)).save(target, "PNG")
    assert list(photos.Renditions(target.getvalue(), tmp_path).files()) == [300]


def test_what_is_transparent_stays_so(tmp_path):
    target = io.BytesIO()
    image = Image.new("RGBA", (100, 100), (255, 0, 0, 0))
    image.paste((0, 0, 255, 255), (50, 0, 100, 100))
    image.save(target, "PNG")
    shown = opened(photos.Renditions(target.getvalue(), tmp_path).files()[100])
    assert shown.getpixel((10, 10))[3] == 0
    assert shown.getpixel((90, 10)) == (0, 0, 255, 255)


def test_a_printer_s_colors_become_a_screen_s(tmp_path):
    target = io.BytesIO()
    Image.new("CMYK", (100, 100), (0, 255, 255, 0)).save(target, "JPEG")
    red, green, blue = opened(photos.Renditions(target.getvalue(), tmp_path).files()[100]).getpixel(
        (50, 50)
    )
    assert red > 200
    assert max(green, blue) < 90


def test_a_profile_is_used_and_then_left_out(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    target = io.BytesIO()
    picture().save(target, "JPEG", icc_profile=profile, quality=95)
    shown = opened(photos.Renditions(target.getvalue(), tmp_path).files()[480])
    assert "icc_profile" not in shown.info
    assert shown.getpixel((5, 5))[0] > 240


def test_renditions_are_made_once(tmp_path):
    first = photos.Renditions(from_phone(), tmp_path).files()
    (kept,) = [file for file in tmp_path.iterdir() if file.name.endswith("-480.webp")]
    kept.write_bytes(b"from the cache")
    assert photos.Renditions(from_phone(), tmp_path).files() == {**first, 480: b"from the cache"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no picture", "can't be read as a picture"),
        (b"", "can't be read as a picture"),
        (from_phone()[:-3000], "damaged"),
        (moving_gif(), "moves"),
    ],
    ids=["words", "empty", "cut", "moving"],
)
def test_what_cannot_be_shown_is_said_in_words(data, said):
    with pytest.raises(photos.UnusableError) as caught:
        photos.check(data)
    assert said in caught.value.what
    assert caught.value.fix


def test_a_picture_that_would_fill_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    with pytest.raises(photos.UnusableError, match="100 million pixels"):
        photos.check(from_phone())


def test_exif_of_the_test_has_a_turn():
    assert exif()[0x0112] == 6
