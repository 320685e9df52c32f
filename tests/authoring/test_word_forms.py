"""Words in a form that mammoth does not know come along, or are listed as missing."""

from __future__ import annotations

import pytest

from site_config.authoring.word_forms import dropped, missing
from site_config.authoring.word_xml import parsed
from tests.word_files import SPACES, paragraph, run

BOX = "<w:txbxContent>{}</w:txbxContent>"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.mark.parametrize(
    "wrapping",
    [
        '<w:fldSimple w:instr=" DOCPROPERTY Line ">{}</w:fldSimple>',
        '<w:dir w:val="ltr">{}</w:dir>',
        '<w:bdo w:val="ltr">{}</w:bdo>',
        "<w:r><w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    ],
)
def test_no_word_is_lost_with_its_wrapping(imported, wrapping):
    found = imported(paragraph("Do ", wrapping.format(run("not ")), "stop."))
    assert found.body == "Do not stop.\n"


def test_a_simple_field_keeps_its_link(imported):
    link = "<w:fldSimple w:instr='HYPERLINK \"https://example.org/a\"'>{}</w:fldSimple>"
    found = imported(paragraph("See ", link.format(run("the law")), "."))
    assert found.body == "See [the law](https://example.org/a).\n"


def test_words_in_a_form_that_nobody_knows_are_listed(imported):
    found = imported(paragraph("In danger, call ", f"<w:new>{run('911')}</w:new>", " now."))
    assert "In danger, call now." in found.body
    assert "(TODO: these words of the Word file are not in this draft: “911”)" in found.body
    assert "These words weren't imported: “911”" in found.notes


def test_a_text_box_that_is_there_twice_counts_once():
    box = BOX.format(paragraph("Call 911."))
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    root = parsed(
        f"<w:document {SPACES} {MC}>{paragraph(f'<w:r>{both}</mc:AlternateContent></w:r>')}"
        "</w:document>".encode()
    )
    assert list(missing([root], "<p>Call 911.</p>")) == []
    assert list(missing([root], "<p>Call.</p>")) == ["911"]


@pytest.mark.parametrize(
    "sign", ['<w:br w:type="page"/>', '<w:br w:type="column"/>', "<w:cr/>", "<w:ptab/>"]
)
def test_words_on_both_sides_of_a_break_stay_two(imported, sign):
    found = imported(paragraph("Say little.", f"<w:r>{sign}</w:r>", "If not, go."))
    assert found.body.startswith("Say little. If not, go.")


@pytest.mark.parametrize(
    ("block", "what"),
    [
        ('<w:altChunk r:id="x"/>', "an inserted file"),
        (paragraph("<w:r><c:chart/></w:r>"), "a chart"),
        (
            paragraph('<w:r><w:drawing><a:blip r:link="x"/></w:drawing></w:r>'),
            "a picture that is linked, not inserted,",
        ),
    ],
)
def test_what_cannot_come_along_leaves_a_todo_where_it_stood(imported, block, what):
    found = imported(paragraph("Before."), block, paragraph("After."))
    assert found.body == (
        f"Before.\n\n(TODO: {what} stood here. Save it as a picture, or write it as text)\n\n"
        "After.\n"
    )
    assert len(found.notes) == 1


def test_an_empty_field_of_a_form_is_no_text(imported):
    empty = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = imported(empty.format(paragraph("Click or tap here to enter text.")))
    assert found.body == "(TODO: a field of the Word form is empty here)\n"


WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def test_a_shape_that_may_have_covered_a_face_asks_to_look(imported):
    bar = (
        f'<w:r><mc:AlternateContent {MC}><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wps:wsp xmlns:wps="{WPS}"/></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>'
        "</w:r>"
    )
    found = imported(paragraph("A photo.", bar))
    assert (
        "TODO: a drawn shape stood here; make sure that nothing it covered is shown" in found.body
    )
    assert len(found.notes) == 1


@pytest.mark.parametrize("words", ["Choose an item.", "Error! Reference source not found."])
def test_words_that_word_wrote_itself_ask_for_the_right_ones(imported, words):
    found = imported(paragraph("See ", run(words)))
    assert "TODO: Word wrote the next words; write what belongs here" in found.body


@pytest.mark.parametrize(
    ("html", "markdown", "lost"),
    [
        ("<p>Do not stop.</p>", "Do stop.", "not"),
        ("<p>Call 911</p>", "Call [us](tel:911)", "911"),
        ("<p>9<sup>1</sup> hours<sup><a href='#footnote-1'>[1]</a></sup></p>", "9 (1) hours", ""),
        ("<p>the 1<sup>st</sup> a_b 2*3</p>", "the 1st a\\_b 2\\*3", ""),
    ],
)
def test_words_that_the_draft_lost_are_known(html, markdown, lost):
    assert dropped(html, "", markdown) == lost


@pytest.mark.parametrize(
    "words",
    [
        "https://nam02.safelinks.protection.outlook.com/?url=a&amp;data=anna%40center.example",
        "https://example.org/?utm_source=x",
    ],
)
def test_an_address_in_the_text_that_tracks_people_asks_for_the_page_itself(imported, words):
    found = imported(paragraph("See ", run(words)))
    assert "TODO: the next address tracks people; link the page itself" in found.body
