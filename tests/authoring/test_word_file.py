"""What kind of file it is: a form whose changes cannot be seen is refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from site_config.authoring import word_import
from site_config.authoring.word_xml import WordError
from tests.word_files import SPACES, added, document, paragraph


def renamed(data, changes):
    """The file with other words in the names and the XML of its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            one = [name, before.read(name).decode()]
            for old, new in changes.items():
                one = [words.replace(old, new) for words in one]
            after.writestr(*one)
    return target.getvalue()


STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006": "http://purl.oclc.org/ooxml/"
    "wordprocessingml",
    "http://schemas.openxmlformats.org/officeDocument/2006": "http://purl.oclc.org/ooxml/"
    "officeDocument",
}


def test_the_strict_form_is_refused_for_its_changes_would_be_taken_as_text(tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(renamed(document(paragraph("Do ", added("always "), "stop.")), STRICT))
    with pytest.raises(WordError, match=r"Strict Open XML Document.*Save as.*Word Document"):
        word_import.read(file, "a", "")


def test_parts_are_known_by_what_is_in_them(tmp_path):
    """Word on the web writes document2.xml; nothing of it may come in unseen."""
    file = tmp_path / "a.docx"
    data = document(paragraph("Do ", added("always "), "stop."))
    file.write_bytes(renamed(data, {"document.xml": "document2.xml"}))
    assert "Do (TODO: a tracked change added “always” here" in word_import.read(file, "a", "").body


def test_words_at_the_edge_of_each_page_are_listed(imported):
    edge = f"<w:hdr {SPACES}>{paragraph('Do not publish')}</w:hdr>"
    found = imported(paragraph("Words."), more={"word/header1.xml": edge})
    assert found.body == "Words.\n"
    assert found.notes == ["Words at the top of each page were left out: “Do not publish”"]


@pytest.mark.parametrize("place", ["content", "offset"])
def test_a_damaged_file_is_said_to_be_damaged(tmp_path, place):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "words " * 100)
    data = bytearray(target.getvalue())
    if place == "content":
        data[30 + len("word/document.xml")] ^= 0xFF  # the first byte of what was packed
    else:
        listed = data.rindex(b"PK\x05\x06")
        data[listed + 16 : listed + 20] = b"\xff\xff\xff\x7f"  # where the list of parts begins
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    with pytest.raises(WordError, match="damaged"):
        word_import.read(file, "a", "")
