"""What is wrong with a picture file is said in words that help."""

from __future__ import annotations

import pytest

from tests.photo_files import from_phone, moving_gif, png_with_words

FOLDER = "content/assets/pictures"


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Our new room.jpg", "our-new-room.jpg"),
        ("IMG(1).JPG", "img-1.jpg"),
        ("groupe-été.jpg", "groupe-t.jpg"),
    ],
)
def test_a_name_that_no_page_can_write(small, name, better):
    small.write(f"{FOLDER}/{name}", from_phone())
    found = [issue for issue in small.issues("") if issue.severity == "error"]
    (issue,) = found
    assert issue.path.name == name
    assert better in issue.fix
    (small.root / FOLDER / name).rename(small.root / FOLDER / better)
    assert [one for one in small.issues("") if one.severity == "error"] == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jpg", b"words", "can't be read as a picture"),
        ("a.png", png_with_words()[:-2000], "damaged"),
        ("a.gif", moving_gif(), "moves"),
        ("a.svg", b'<svg><image href="data:image/jpeg;base64,AA"/></svg>', "photo in it"),
    ],
)
def test_a_file_that_cannot_be_shown(small, name, data, said):
    small.write(f"{FOLDER}/{name}", data)
    (issue,) = small.issues(f"{FOLDER}/{name}")
    assert (issue.severity, issue.line) == ("error", 1)
    assert said in issue.what


def test_a_photo_with_its_place_is_a_warning_that_names_the_remedy(small):
    small.write(f"{FOLDER}/a.jpg", from_phone())
    (issue,) = small.issues(f"{FOLDER}/a.jpg")
    assert issue.severity == "warning"
    assert "where it was taken" in issue.what
    assert "make clean-photos" in issue.fix


def test_a_photo_from_an_iphone_is_welcome(small):
    small.write(f"{FOLDER}/IMG_2034.HEIC", from_phone("HEIF"))
    small.page("![A room](../assets/pictures/IMG_2034.HEIC)")
    assert [issue for issue in small.issues("") if issue.severity == "error"] == []


def test_a_photo_written_as_html_is_named(small):
    small.write(f"{FOLDER}/a.png", png_with_words())
    line = small.page('Words.\n\n<img src="../assets/pictures/a.png" alt="A room">')
    (issue,) = [issue for issue in small.issues() if "HTML" in issue.what]
    assert issue.line == line + 2
    assert "![" in issue.fix


def test_capitals_in_a_name_are_told(small):
    small.write("content/assets/pictures/IMG_4472.HEIC", b"")
    small.page("![Six chairs](../assets/pictures/IMG_4472.heic)")
    issue = small.one_issue()
    assert "IMG_4472.HEIC does: capital letters count" in issue.what
    assert issue.fix == "Write ../assets/pictures/IMG_4472.HEIC"
