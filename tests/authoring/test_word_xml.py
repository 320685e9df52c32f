"""The XML of a Word file: what stands in it, and a TODO in the form that may stand there."""

from __future__ import annotations

import pytest
from lxml import etree

from site_config.authoring import word_xml
from site_config.authoring.word_xml import WordError, found, is_on, name_of, parsed, text
from tests.word_files import SPACES, paragraph, removed, run, table


def part(inner):
    return parsed(f"<w:body {SPACES}>{inner}</w:body>".encode())


@pytest.mark.parametrize("content", [b"", b"<w:body>", b"words"])
def test_what_is_no_xml_is_said_in_words(content):
    with pytest.raises(WordError, match="damaged"):
        parsed(content)


def test_a_file_cannot_make_it_read_another_one(tmp_path):
    (tmp_path / "secret").write_text("a secret", "utf-8")
    entity = f'<!DOCTYPE a [<!ENTITY b SYSTEM "file://{tmp_path}/secret">]><a>&b;</a>'
    assert b"a secret" not in etree.tostring(parsed(entity.encode()))


@pytest.mark.parametrize(
    ("mark", "on"),
    [
        ("<w:vanish/>", True),
        ('<w:vanish w:val="1"/>', True),
        ('<w:vanish w:val="0"/>', False),
        ('<w:vanish w:val="false"/>', False),
        ("", False),
    ],
)
def test_a_mark_may_be_there_and_off(mark, on):
    assert is_on(next(iter(found(part(mark), "w:vanish")), None)) is on


def test_all_words_are_read_also_those_that_a_change_took_away():
    inner = paragraph("One", "<w:r><w:tab/></w:r>", "two ", removed("three")) + paragraph("four")
    assert text(part(inner)) == "One two three four"


def test_names_come_without_their_namespace():
    assert name_of(part("")) == "body"
    assert name_of(None) == ""
    assert name_of(part("<!-- a -->")[0]) == ""


def test_what_is_taken_out_and_what_is_unwrapped():
    root = part(f"<w:ins>{paragraph('kept')}</w:ins>{paragraph('gone')}")
    inserted, gone = root
    word_xml.unwrap(inserted)
    word_xml.remove(gone)
    assert [name_of(one) for one in root] == ["p"]
    assert text(root) == "kept"


@pytest.mark.parametrize(
    ("inner", "at", "above"),
    [
        (paragraph("Words."), "w:p", ["body", "p"]),
        (paragraph(run("Words.")), "w:p/w:r", ["body", "p"]),
        (table(["A"]), ".//w:tr", ["body", "tbl", "tr", "tc", "p"]),
        (table(["A"]), ".//w:tc/w:p", ["body", "tbl", "tr", "tc", "p"]),
    ],
)
def test_a_todo_stands_before_in_a_form_that_word_allows(inner, at, above):
    root = part(inner)
    word_xml.todo_before(found(root, at)[0], "look here")
    (run_,) = (one for one in found(root, ".//w:r") if "TODO" in text(one))
    assert [name_of(one) for one in reversed([*run_.iterancestors()])] == above
    assert "(TODO: look here)" in text(root)


@pytest.mark.parametrize("inner", [paragraph("Words."), table(["A", "Words."]), "<w:tc/>"])
def test_a_todo_stands_at_the_end_of_a_block(inner):
    root = part(inner)
    word_xml.todo_in(root[0], "look here")
    assert text(root).endswith("(TODO: look here)")
