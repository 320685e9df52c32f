"""`make clean-photos` takes place and device out of the files themselves."""

from __future__ import annotations

from site_config.authoring.clean_photos import clean_photos
from site_config.rendering import photos
from tests.photo_files import from_phone, secrets_in


def test_photos_are_cleaned_in_place_and_once(tmp_path):
    folder = tmp_path / "content/assets/pictures"
    folder.mkdir(parents=True)
    (folder / "a.jpg").write_bytes(from_phone())
    (folder / "b.HEIC").write_bytes(from_phone("HEIF"))
    clean = photos.stripped(from_phone("PNG"))
    (folder / "clean.png").write_bytes(clean)
    assert [file.name for file in clean_photos(tmp_path)] == ["a.jpg", "b.HEIC"]
    assert clean_photos(tmp_path) == []
    assert [file.name for file in folder.iterdir() if secrets_in(file.read_bytes())] == []
    assert sorted(file.name for file in folder.iterdir()) == ["a.jpg", "b.HEIC", "clean.png"]
    assert (folder / "clean.png").read_bytes() == clean
