"""Lists and tables that a writer made with signs, tabs and merged cells."""

from __future__ import annotations

import pytest

from tests.word_files import paragraph, run, table

TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"


@pytest.mark.parametrize("sign", ["✓ ", "✅\ufe0f ", "— ", "– ", "- ", "•", "➢\t", "☐ ", "o\u2002"])
def test_typed_signs_become_a_list(imported, sign):
    found = imported(paragraph(f"{sign}Ask."), paragraph(f"{sign}Go."), paragraph("Then rest."))
    assert found.body == "- Ask.\n- Go.\n\nThen rest.\n"
    assert any("Signs became a list" in note for note in found.notes)


def test_lines_of_one_paragraph_become_a_list_too(imported):
    found = imported(paragraph("Bring: ", BREAK, "• your card", BREAK, "• ", run("a pen", b=1)))
    assert found.body == "Bring:\n\n- your card\n- **a pen**\n"


def test_typed_numbers_become_a_list_if_they_count_from_one(imported):
    assert imported(paragraph("1) Ask."), paragraph("2) Go.")).body == "1. Ask.\n2. Go.\n"
    assert imported(paragraph("4. Ask."), paragraph("5. Go.")).body == "4\\. Ask.\n\n5\\. Go.\n"


def test_a_dash_before_a_name_is_no_list(imported):
    assert imported(paragraph("“It helps.”"), paragraph("— Anna")).body == "“It helps.”\n\n— Anna\n"


@pytest.mark.parametrize("signs", ["✓✗", "❌❌", "☑☐"])
def test_signs_that_say_do_or_do_not_stay_and_ask_for_words(imported, signs):
    found = imported(*(paragraph(f"{sign} stop suddenly") for sign in signs))
    points = "\n".join(f"- {sign} stop suddenly" for sign in signs)
    assert found.body == (
        f"(TODO: signs such as ✓ and ✗ stood here; say in words what to do)\n\n{points}\n"
    )


def test_lines_with_tabs_become_a_table_that_asks_to_be_looked_at(imported):
    found = imported(
        paragraph("Before", TAB, TAB, "During"), paragraph("Who pays", TAB, run("a key", b=1))
    )
    assert found.body == (
        "(TODO: this was typed with tabs in Word; is the table right?)\n\n"
        "| Before | During |\n| --- | --- |\n| Who pays | **a key** |\n"
    )


@pytest.mark.parametrize(
    "lines",
    [
        [paragraph("Before", TAB, "During")],
        [paragraph("a", TAB, "b"), paragraph("a", TAB, "b", TAB, "c")],
        [paragraph("Cost", TAB, "None", point=(1, 0))],
    ],
)
def test_other_lines_with_tabs_ask_what_was_meant(imported, lines):
    found = imported(*lines)
    assert found.body.count("TODO: tabs stood between words of this line") == len(lines)


def test_a_tab_at_the_edge_or_after_a_mark_is_only_a_space(imported):
    assert imported(paragraph(TAB, "Words.", TAB), paragraph("a)", TAB, "Go.")).body == (
        "Words.\n\na) Go.\n"
    )


def test_a_cell_merged_downward_is_said_in_each_row(imported):
    rows = table(["Plan", "Where", "Pays"], ["A", "in", "much"], ["", "out", "little"])
    first, second, third = rows.split("<w:tr>")[1:]
    rows = "<w:tbl>" + "".join(
        f"<w:tr>{row}"
        for row in (
            first,
            second.replace("<w:tc>", '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', 1),
            third.replace("<w:tc>", "<w:tc><w:tcPr><w:vMerge/></w:tcPr>", 1),
        )
    )
    assert imported(rows).body == (
        "(TODO: cells of this table were merged in Word; read it beside the file)\n\n"
        "| Plan | Where | Pays |\n| --- | --- | --- |\n"
        "| A | in | much |\n| A | out | little |\n"
    )


def test_a_cell_merged_to_the_side_keeps_the_others_in_their_columns(imported):
    wide = table(["Plan", "Pays"], ["a", "b"]).replace(
        "<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', 1
    )
    found = imported(wide)
    assert found.body.startswith("(TODO: cells of this table were merged")
    assert "| Plan |  | Pays |\n| --- | --- | --- |\n| a | b |  |" in found.body


def test_a_row_that_starts_further_right_stays_there(imported):
    right = table(["Plan", "Pays"], ["much"]).replace(
        "<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    )
    right = right.replace('<w:trPr><w:gridBefore w:val="1"/></w:trPr>', "", 1)
    assert "|  | much |" in imported(right).body


def test_a_heading_in_a_cell_is_not_lost(imported):
    inner = paragraph("Before", style="H2") + paragraph("words")
    cells = f"<w:tc>{inner}</w:tc><w:tc>{paragraph('During')}</w:tc>"
    found = imported(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert "| Before; words | During |" in found.body


def test_a_table_without_names_of_columns_asks_for_them(imported):
    assert (
        "TODO: the first row of this table is empty" in imported(table(["", ""], ["a", "b"])).body
    )
