"""What mammoth makes of a Word file becomes Markdown: headings, lists, tables, signs."""

from __future__ import annotations

import pytest

from tests.word_files import paragraph, run, table


def body(found):
    return found.body.strip()


def test_headings_start_at_two_and_leave_out_no_level(imported):
    found = imported(
        paragraph("Your first week", style="T"),
        paragraph("Words."),
        paragraph("Monday", style="H1"),
        paragraph("In the morning", style="H4"),
        paragraph("Tuesday", style="H1"),
    )
    assert found.title == "Your first week"
    assert body(found) == "Words.\n\n## Monday\n\n### In the morning\n\n## Tuesday"


def test_the_only_heading_of_its_level_is_the_title(imported):
    found = imported(
        paragraph("Your first week", style="H1"),
        paragraph("Words."),
        paragraph("Monday", style="H2"),
        paragraph("Morning", style="H4"),
    )
    assert found.title == "Your first week"
    assert body(found) == "Words.\n\n## Monday\n\n### Morning"


def test_lists_and_lists_within(imported):
    found = imported(
        paragraph("One", point=(1, 0)),
        paragraph("Within", point=(1, 1)),
        paragraph("Two", point=(1, 0)),
        paragraph("First", point=(2, 0)),
        paragraph("Second", point=(2, 0)),
    )
    assert body(found) == "- One\n    - Within\n- Two\n\n1. First\n2. Second"


def test_a_table(imported):
    found = imported(table(["Before", "During"], ["Who pays", "Who | what"]))
    assert body(found) == "| Before | During |\n| --- | --- |\n| Who pays | Who \\| what |"


def test_a_box_around_text_is_no_table(imported):
    assert body(imported(table(["In a box."]))) == "In a box."


def test_bold_italic_and_links(imported):
    link = f'<w:hyperlink r:id="out">{run("the law")}</w:hyperlink>'
    local = f'<w:hyperlink r:id="mine">{run("my file")}</w:hyperlink>'
    found = imported(
        paragraph("Do ", run("not ", b=1), run("stop ", i=1), "now: ", link, " ", local),
        links={"out": "https://example.org/a", "mine": "file:///C:/Users/anna/a.docx"},
    )
    assert body(found) == "Do **not** *stop* now: [the law](https://example.org/a) my file"
    assert any("a.docx" in note for note in found.notes)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("self\u2011harm and\u00a0a\u00adb", "self-harm and ab"),
        ("2 * 3 and a_b", "2 \\* 3 and a\\_b"),
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("- no list", "\\- no list"),
        ("a &lt;b> &amp; [c]", "a \\<b\\> & \\[c\\]"),
        ("nine hours [@hours].", "nine hours [@hours]."),
        ("&lt;!-- rules -->", "\\<!-- rules --\\>"),
    ],
)
def test_signs_stay_signs_and_what_nobody_sees_goes(imported, words, written):
    assert body(imported(paragraph(words))) == written


def test_a_footnote_asks_for_its_source(imported):
    note = '<w:footnote w:id="2">' + paragraph("SAMHSA, TIP 47") + "</w:footnote>"
    found = imported(
        paragraph("Nine hours", '<w:r><w:footnoteReference w:id="2"/></w:r>', "."), footnotes=note
    )
    assert body(found) == (
        "Nine hours (TODO: name the source of this, from a footnote: “SAMHSA, TIP 47”)."
    )


def test_struck_through_words_ask_for_a_decision(imported):
    found = imported(paragraph("Care ", run("that cures", strike=1), " helps."))
    assert body(found) == "Care (TODO: struck through in Word: that cures) helps."


def test_a_bold_line_may_be_a_heading(imported):
    found = imported(paragraph(run("What to bring", b=1)), paragraph(run("Stop. ", b=1), "Now."))
    assert found.notes == [
        "A bold line may be meant as a heading (## in front of it): **What to bring**"
    ]


@pytest.mark.parametrize("words", ["&lt;!-- crisis-lines -->", "&lt;!— crisis-lines —>"])
def test_the_mark_for_the_crisis_lines_works_from_word(imported, words):
    assert body(imported(paragraph("Call."), paragraph(words))) == "Call.\n\n<!-- crisis-lines -->"


def test_a_heading_below_other_words_is_no_title(imported):
    found = imported(paragraph(run("How do I start?", b=1)), paragraph("Next", style="H1"))
    assert found.title == ""
    assert body(found) == "**How do I start?**\n\n## Next"
