"""Photos as phones and programs make them, with what they tell besides their pixels."""

from __future__ import annotations

import io

from PIL import Image, PngImagePlugin

SECRETS = (b"Exif", b"GPS", b"iPhone Test", b"34; 3; 8", b"Anna Example", b"http://ns.adobe.com")
ROTATED = 6  # upright after a quarter turn to the right
ORIENTATION, MODEL, GPS = 0x0112, 0x0110, 0x8825


def picture(size=(1200, 800)):
    """Red above, blue below: a wrong turn shows."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (0, size[1] // 2, *size))
    return image


def exif():
    data = Image.Exif()
    data[ORIENTATION] = ROTATED
    data[MODEL] = "iPhone Test"
    data.get_ifd(GPS).update({1: "N", 2: (34.0, 3.0, 8.0), 3: "W", 4: (118.0, 14.0, 37.0)})
    return data


def from_phone(form="JPEG", size=(1200, 800), **options):
    """A photo with place, device and a turn to make."""
    target, image = io.BytesIO(), picture(size)
    if form == "HEIF":  # its own header turns it, not the metadata
        image = image.transpose(Image.Transpose.ROTATE_270)
    image.save(target, form, exif=exif(), **options)
    return target.getvalue()


def png_with_words():
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Anna Example")
    target = io.BytesIO()
    picture().save(target, "PNG", pnginfo=words)
    return target.getvalue()


def moving_gif():
    target = io.BytesIO()
    picture((20, 20)).save(
        target, "GIF", save_all=True, append_images=[Image.new("RGB", (20, 20), "green")]
    )
    return target.getvalue()


def secrets_in(data):
    return [secret for secret in SECRETS if secret in data]
